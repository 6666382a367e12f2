"""The data as a work: who made it, what it is called, under which licence; what nobody can say is not made up."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.citing.names import Name
from dashboard.citing.work import Work

AUTHOR = "The Guarantees project"
TITLE = "Guarantees: who promised, refused and said what about security guarantees for Ukraine"


@dataclass(frozen=True)
class Licence:
    """A licence by its name; without an address there is none."""

    name: str
    title: str
    url: str = ""


OPEN = Licence(
    "CC-BY-4.0", "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
)
KIEL = Licence(
    "notspecified",
    "Not settled: figures of the Kiel Institute for the World Economy; no licence of ours stands over this table",
)


def licence_of(columns: Mapping[str, Any] | list[str]) -> Licence:
    """The licence of a table by its columns: figures of others aren't ours to license."""
    return KIEL if "kiel_release" in columns else OPEN


def dataset(release: Mapping[str, Any], url: str = "", accessed: dt.date | None = None) -> Work:
    """The whole release as a work; its year is that of its newest row."""
    return Work(
        key=f"guarantees-{release['release']}",
        kind="dataset",
        authors=(Name(AUTHOR),),
        title=TITLE,
        description="Data set",
        issued=release["recorded_on"],
        is_year=True,
        version=str(release["release"]),
        publisher=AUTHOR,
        url=url,
        language="en",
        accessed=accessed,
    )
