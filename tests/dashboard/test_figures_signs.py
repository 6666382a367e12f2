"""Signs of doubt above columns that count: near their own column, within their own lane."""

from datetime import date

import pytest

from dashboard.figures.binned import Columns, count_lane
from dashboard.figures.countmarks import doubted
from dashboard.figures.lanes import Lane, Said
from dashboard.figures.timescale import Timescale
from tests.dashboard.lines import statement
from tests.dashboard.test_figures_timeline import YEARS, draw, trace

TYPE = 8.0  # how high the ink of a sign is


@pytest.mark.parametrize("count", [1, 4])
def test_a_sign_of_doubt_stands_right_above_its_column(count: int) -> None:
    rows = [statement(f"s{i}", "2030-03-04", doubts=1) for i in range(count)]
    figure = draw(*(statement(f"c{i}", "2029-03-04") for i in range(40)), *rows, window=YEARS, width=1400)
    bars = trace(figure, "comment")
    assert 5 <= min(map(sum, zip(bars.base[1:], bars.y[1:], strict=True))) - trace(figure, "doubt").y[0] <= 9


@pytest.mark.parametrize("count", [1, 10, 40])
def test_a_sign_above_the_tallest_column_stays_in_its_lane(count: int) -> None:
    scale, columns = Timescale(date(2030, 1, 1), date(2030, 6, 30), 600), Columns(is_weekly=True)
    said = [Said(date(2030, 3, 4), 1.0, f"s{i}", 0, {}, i == 0) for i in range(count)]
    lane = count_lane(Lane("AAA", "Arvonia", 100.0, 100.0), said, scale, columns, 1.1, ())
    ((_, y),) = doubted([lane], 1.1, True)
    assert y - TYPE / 2 >= lane.top
