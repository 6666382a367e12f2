"""No mark of the timeline is cut by the edge of its picture."""

import re

import pytest

from dashboard.figures.linetext import LEFT
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import RIGHT, timeline
from tests.dashboard.lines import event, items, shape, statement

SINCE, FIRST, UNTIL = "2030-01-01", "2030-03-10", "2030-03-31"


@pytest.mark.parametrize(("width", "height"), [(1010, 300), (494, 400), (1060, None), (330, None)])
def test_a_mark_on_the_first_or_the_last_day_is_whole(width: int, height: int | None) -> None:
    rows = [statement(f"s{day}", day, doubts=1) for day in (SINCE, UNTIL)]
    more = [statement(f"m{i}", UNTIL, actor_id="BBB") for i in range(12)]
    figure = timeline(items(*rows, *more, event("e", UNTIL)), LIGHT, SINCE, UNTIL, width=width, height=height)
    drawn = [trace for trace in figure.data if trace.type == "scatter" and "markers" in trace.mode]
    assert drawn
    for trace in drawn:
        assert trace.cliponaxis is False
    assert LEFT > RIGHT >= 10
    assert figure.layout.margin.r >= 10


@pytest.mark.parametrize("name", ["date uncertain", "soft days", "lasting events"])
@pytest.mark.parametrize(("width", "height"), [(1010, 300), (494, 400), (1060, None), (330, None)])
def test_no_band_leaves_the_days_drawn(width: int, height: int | None, name: str) -> None:
    rows = [statement(f"s{day}", day, date_precision="about") for day in (FIRST, UNTIL)]
    rows += [event(f"e{day}", day, date_precision="about", ends_on=f"{day[:4]}-12-30") for day in (FIRST, UNTIL)]
    figure = timeline(items(*rows), LIGHT, FIRST, UNTIL, width=width, height=height)
    found = re.findall(r"[ML]([^,]+),", shape(figure, name).path)
    assert len(found) >= 2
    assert min(found) >= FIRST
    assert max(found) <= "2030-04-01_00:00"


def test_the_tallest_column_has_its_number_beside_it() -> None:
    rows = [statement(f"a{i}", "2028-03-02") for i in range(3)] + [statement(f"b{i}", "2029-05-02") for i in range(7)]
    happened = [event(f"e{i}", "2027-05-01") for i in range(1)]
    figure = timeline(items(*rows, *happened), LIGHT, "2026-01-01", "2030-06-30", width=1010, height=300)
    (numbers,) = [trace for trace in figure.data if trace.name == "numbers"]
    counts = next(trace for trace in figure.data if trace.name == "counts")
    assert numbers.text[0] == "7"
    assert "2029-05" in str(numbers.x[0]) or "2029-06-01" in str(numbers.x[0])
    top = min(base + high for base, high in zip(counts.base, counts.y, strict=True))
    assert top <= numbers.y[0] <= max(counts.base)


def test_marks_drawn_one_by_one_need_no_number() -> None:
    figure = timeline(items(statement("a", SINCE)), LIGHT, SINCE, UNTIL, width=1010, height=300)
    assert not [trace for trace in figure.data if trace.name == "numbers"]
