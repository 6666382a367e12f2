"""Every window of the real data is drawn, whatever stands at its edges; no sign of doubt stands before its days."""

import datetime as dt
from pathlib import Path

import pytest

from dashboard.database import Database
from dashboard.exhibits.timeline import timeline
from dashboard.figures.theme import LIGHT
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection


@pytest.mark.parametrize("days", [1, 7, 90])
def test_every_window_is_drawn(real_database: Path, days: int) -> None:
    db = Database(real_database)
    known = catalogue(db)
    starts = [known.dense_from + dt.timedelta(step) for step in range(0, 700, 7)] + [dt.date(2024, 12, 19)]
    for since in starts:
        until = since + dt.timedelta(days - 1)
        found = timeline(db, Selection("timeline", since=since, until=until), known)
        assert found.draw
        assert found.slide
        for figure in (found.draw(LIGHT, 340), found.draw(LIGHT, 1060), found.slide(LIGHT, 1736, 780)):
            signs = [str(at) for one in figure.data if one.name == "doubt" for at in one.x]
            assert [at for at in signs if at < str(since)] == []
