"""The last slide of a deck: what it rests on, how to read it, how to cite it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.citing.dataset import KIEL, licence_of
from dashboard.citing.meta import citation_of_release
from dashboard.decks.slide import relied_on
from dashboard.exhibits.exhibit import Exhibit
from dashboard.readings.prose import long_date, span

TITLE = "Sources and method"
METHOD = (
    "Every row is somebody’s word or deed on a day, found in pages and documents, coded by written rules and named "
    "with its sources. No record is not “declined”. Counts of rows measure this collection, not diplomacy."
)
Point = tuple[str, str]


def closing(
    exhibits: Sequence[Exhibit], sources: pd.DataFrame, release: Mapping[str, Any], deck: str, asked: str
) -> list[Point]:
    """Points of the slide: a word in bold and what follows it; `deck` is the deck's own address, empty without one."""
    covered = span(release["covered_from_on"], release["covered_until_on"])
    points = [
        ("Sources", f"{relied_on(sources)} Each slide’s notes list them with title, day and address."),
        ("Method", METHOD),
        ("Data", f"{covered}, dense to {long_date(release['dense_until_on'])}. Release {release['release']}."),
        ("Cite", citation_of_release(release, asked)),
        ("Licence", licences(exhibits)),
    ]
    return [*points, ("This deck as a link", deck)] if deck else points


def licences(exhibits: Iterable[Exhibit]) -> str:
    """Under which licence the tables stand; figures that aren't ours to license are named."""
    named = dict.fromkeys(licence_of(list(one.table.columns)) for one in exhibits)
    ours = [f"{one.title} ({one.name})." for one in named if one is not KIEL]
    return " ".join([*ours, *(f"{KIEL.title}." for one in named if one is KIEL)])
