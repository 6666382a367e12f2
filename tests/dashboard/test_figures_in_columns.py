"""A ledger on a slide: all strips where they have room, beside each other where that helps; else some, and how many."""

from typing import Any

import pytest

from dashboard.figures.headplaces import head_places
from dashboard.figures.ledger import ledger
from dashboard.figures.strips import periods
from dashboard.figures.theme import LIGHT
from tests.dashboard.positions import change, changes

DENSE = ("2024-02-01", "2026-03-13")
CODES = [f"A{one:02}" for one in range(40)]


def of(code: str, *told: Any, **rest: Any) -> Any:
    return change("FRA", *told, **rest) | {"pledger_id": code, "pledger": code, "pledge_id": f"{code}-{told[0]}"}


MANY = changes(
    *(
        of(code, f"2025-0{1 + at % 6}-10", "open" if at % 3 else "declined", "first_record")
        for at, code in enumerate(CODES)
    ),
    *(of(code, "2025-09-01", "conditional", "moved", old="open") for code in CODES[1:9:3]),
)


def slide(width: int, height: int, frame: Any = MANY) -> Any:
    return ledger(periods(frame, "2026-03-13"), LIGHT, "2024-12-01", "2026-03-13", DENSE, width=width, height=height)


def names(figure: Any) -> list[list[str]]:
    return [list(figure.layout[axis].ticktext) for axis in ("yaxis", "yaxis2") if axis in figure.layout]


def test_a_wide_slide_has_all_strips_in_two_columns_of_equal_height() -> None:
    figure = slide(1010, 360)
    first, second = names(figure)
    assert len(first) + len(second) == 40
    assert abs(len(first) - len(second)) <= 2
    assert figure.layout.yaxis.range == figure.layout.yaxis2.range
    assert figure.layout.xaxis.domain[1] < figure.layout.xaxis2.domain[0]
    assert figure.layout.xaxis.range == figure.layout.xaxis2.range
    assert "left_out" not in figure.layout.meta


def test_each_column_has_the_marks_of_its_own_strips() -> None:
    figure = slide(1010, 360)
    for axis, ticks in (("y", figure.layout.yaxis), ("y2", figure.layout.yaxis2)):
        bars = next(one for one in figure.data if one.name == "outlines" and (one.yaxis or "y") == axis)
        assert set(bars.y) == set(ticks.tickvals)


def test_few_strips_stay_in_one_column_under_their_headings() -> None:
    figure = slide(1010, 360, MANY[MANY["pledger_id"].isin(CODES[:9])])
    assert len(names(figure)) == 1
    assert any(note.text.startswith("<b>Declined</b> · 3") for note in figure.layout.annotations)


def test_a_heading_goes_on_in_the_second_column() -> None:
    figure = slide(1010, 360)
    told = [note.text for note in figure.layout.annotations if note.xref == "x2 domain"]
    assert told[0] == "<b>Would consider it, continued</b>"


@pytest.mark.parametrize(("width", "height"), [(493, 420), (493, 300), (560, 240), (1010, 200)])
def test_where_there_is_no_room_for_all_it_says_how_many_there_are(width: int, height: int) -> None:
    figure = slide(width, height)
    drawn = sum(map(len, names(figure)))
    assert figure.layout.meta["left_out"].startswith(f"{drawn} of 40 strips")
    assert drawn > 3
    assert figure.layout.height <= height


def test_those_that_moved_are_drawn_first() -> None:
    figure = slide(493, 200)
    moved = set(MANY.loc[MANY["change"] == "moved", "pledger"])
    assert moved <= {name for column in names(figure) for name in column}


def test_names_of_days_stand_in_one_line_where_lines_are_dear() -> None:
    labels = [(58.0, 80.0), (86.0, 47.0), (206.0, 47.0), (299.0, 47.0)]
    assert max(one.level for one in head_places(labels, 349.0)) > 0
    tight = head_places(labels, 349.0, 90)
    assert {one.level for one in tight} == {0}
    assert all(one.end <= other.start for one, other in zip(tight, tight[1:], strict=False))


@pytest.mark.parametrize(("day", "place"), [("2024-12-10", "middle right"), ("2025-06-01", "middle left")])
def test_a_sign_before_a_start_never_stands_on_the_name(day: str, place: str) -> None:
    first = of("FRA", "2024-12-05", "open", "first_record")
    figure = slide(500, 120, changes(first, of("NLD", day, "open", "first_record", date_precision="about")))
    signs = next(trace for trace in figure.data if trace.name == "uncertain starts")
    assert list(signs.textposition) == [place]
    assert figure.layout.yaxis.ticklen >= 4
    if place == "middle right":
        assert list(signs.x) == [figure.layout.xaxis.range[0][:10]]


@pytest.mark.parametrize("name", ["Ý" * 1000, "W" * 400, "a very long name of somewhere " * 30])
@pytest.mark.parametrize("width", [1010, 493])
def test_a_name_of_any_length_leaves_the_strips_their_room(name: str, width: int) -> None:
    figure = slide(width, 360, MANY.assign(pledger=name + MANY["pledger_id"]))
    first, last = figure.layout.xaxis.domain or (0, 1)
    assert (last - first) * (width - figure.layout.margin.l - figure.layout.margin.r) > width / 12
    assert all(one.endswith("…") for column in names(figure) for one in column)
