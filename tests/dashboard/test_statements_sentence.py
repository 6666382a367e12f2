"""A search among statements in words."""

import datetime as dt
from typing import Any

import pytest

from dashboard.catalogue import Catalogue
from dashboard.selection import Selection

KNOWN = Catalogue(
    covered_from=dt.date(2021, 12, 17),
    covered_until=dt.date(2026, 7, 5),
    dense_from=dt.date(2024, 2, 1),
    dense_until=dt.date(2026, 3, 13),
    release="r",
    labels={
        "tone": {"hostile": "Hostile", "critical": "Critical"},
        "standing": {"official": "Official"},
        "quote_form": {"original": "Original words"},
        "event": {"summit": "A summit"},
    },
)
SENTENCES: list[tuple[dict[str, Any], str]] = [
    ({"text": "frozen assets"}, "holding “frozen assets”"),
    ({"text": 'troops "boots on the ground'}, "holding troops “boots on the ground”,"),
    ({"tones": ("hostile", "critical")}, "hostile or critical toward someone"),
    ({"standings": ("official",)}, "with a source of this standing: official"),
    ({"quoted": ("original",)}, "quoted (original words)"),
    ({"events": ("summit",)}, "at or about “A summit”"),
    ({"sort": "oldest"}, "oldest first"),
    ({"at": 2}, "page 2"),
]


@pytest.mark.parametrize(("chosen", "said"), SENTENCES)
def test_the_sentence_names_every_filter(chosen: dict[str, Any], said: str) -> None:
    assert said in Selection("statements", **chosen).sentence(KNOWN) + ","
