"""No mark of the timeline is cut by the edge of its picture."""

import pytest

from dashboard.figures.linetext import LEFT
from dashboard.figures.theme import LIGHT
from dashboard.figures.timeline import RIGHT, timeline
from tests.dashboard.lines import event, items, statement

SINCE, UNTIL = "2030-01-01", "2030-03-31"


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
