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
    ({"text": "frozen assets"}, "found by “frozen assets”"),
    ({"text": 'troops "boots on the ground'}, "found by troops “boots on the ground”,"),
    ({"text": "!!!"}, "Statements, with no word to look for in “!!!”,"),
    ({"text": '"'}, 'with no word to look for in “"”,'),
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


@pytest.mark.parametrize("typed", ["\x00", "\x00\x07", "\u200b"])
def test_signs_that_nobody_can_read_are_no_words(typed: str) -> None:
    selection, notices = Selection.from_query("statements", {"q": [typed]}, KNOWN)
    assert selection == Selection("statements")
    assert notices == ("What was typed holds no word to look for; everything is shown",)


def test_an_empty_search_box_asks_for_nothing() -> None:
    assert Selection.from_query("statements", {"q": [" "]}, KNOWN) == (Selection("statements"), ())
