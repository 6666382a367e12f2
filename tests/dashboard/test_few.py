"""Crowds on a page: of very many rows the first of each group are listed, and the rest is counted."""

import datetime as dt
import re
from pathlib import Path

import pytest

from dashboard.database import Database
from dashboard.exhibits.few import each, share
from dashboard.figures.theme import theme
from dashboard.parts.contested import MOST, MOST_FOLDED, contested
from dashboard.parts.index import speaker_index
from dashboard.parts.paths import FIRST, LAST, paths
from dashboard.queries import compare
from dashboard.queries import speakerlist as asks
from dashboard.queries.catalogue import catalogue
from dashboard.readings.prose import items
from dashboard.readings.wording import rows
from dashboard.selection import Selection

LIGHT = theme("light")


def no_link(_kind: str, one: str) -> str:
    return f"?{one}"


@pytest.mark.parametrize(
    ("sizes", "most", "each"),
    [([5, 5], 10, 10), ([1, 100], 11, 10), ([3, 40, 50], 23, 10), ([9, 9, 9], 2, 1), ([], 5, 5)],
)
def test_small_groups_stay_whole_and_large_ones_share_the_room(sizes: list[int], most: int, each: int) -> None:
    assert share(sizes, most) == each
    assert sum(min(size, each) for size in sizes) <= max(most, len(sizes))


def test_a_crowd_is_cut_group_by_group_and_a_few_are_not(tiny_database: Path) -> None:
    db = Database(tiny_database)
    whole = asks.first(db, (), "Nobody", each([*sizes_of(db)])).frame
    assert list(whole["speaker_id"]) == list(asks.everyone(db).frame["speaker_id"])
    cut = asks.first(db, (), "Nobody", 2).frame
    assert cut["group"].value_counts().to_dict() == {
        name: min(size, 2) for name, size in whole["group"].value_counts().items()
    }
    assert list(cut["speaker_id"]) == list(whole.groupby("group", sort=False).head(2)["speaker_id"])


def sizes_of(db: Database) -> list[int]:
    return [int(row["size"]) for row in asks.groups(db, (), "Nobody").rows]


def test_all_are_listed_where_all_have_room() -> None:
    assert each([30, 3], 33) == 33
    assert each([30, 3], 13) == 10


def test_an_index_says_how_many_it_does_not_list() -> None:
    said = {"group": "A & B", "office": "", "statements": 1}
    told = [said | {"speaker_id": f"s{at}", "name": f"S {at}"} for at in (1, 2)]
    html = speaker_index(told, {"A & B": 12}, LIGHT, no_link)
    assert "<h2>A &amp; B <small>12</small></h2>" in html
    assert "and 10 more" in html
    assert "more" not in speaker_index(told, {"A & B": 2}, LIGHT, no_link)


def test_doubts_beyond_those_that_unfold_are_counted() -> None:
    doubt = {"kind_label": "Kind", "about": "a row", "column_name": "status", "table_name": "pledges", "note": "Why."}
    html = contested([doubt] * (MOST + MOST_FOLDED + 7), lambda _: "")
    assert html.count("<li>") == MOST + MOST_FOLDED
    assert f"<summary>{MOST_FOLDED + 7} more doubts</summary>" in html
    assert "and 7 more doubts" in html


def test_a_long_way_shows_its_ends_and_counts_what_lies_between(tiny_database: Path) -> None:
    db = Database(tiny_database)
    asked = Selection("pledges", shape="compare", asof2=dt.date(2025, 4, 12), asof=dt.date(2026, 4, 1))
    known = catalogue(db)
    found = next(row for row in rows(compare.paths(db, asked, known).frame) if len(items(row["path"])) > 1)
    steps, path = compare.steps(db, asked, known).frame, items(found["path"])
    long, short = (found | {"path": [*path, *[path[-1]] * (count - len(path))]} for count in (41, FIRST + LAST))
    html = paths([long], steps, LIGHT, no_link, asked.asof)
    assert len(re.findall("<a [^>]*title=", html)) == FIRST + LAST
    assert f">{41 - FIRST - LAST} more</a>" in html
    html = paths([short], steps, LIGHT, no_link, asked.asof)
    assert len(re.findall("<a [^>]*title=", html)) == FIRST + LAST
    assert " more</a>" not in html
