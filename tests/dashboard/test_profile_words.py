"""Words of profiles: when and where an event was, how many more a list has."""

from pathlib import Path

from dashboard.database import Database
from dashboard.exhibits.event import event
from dashboard.figures.theme import LIGHT
from dashboard.parts.speaker import tones
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection


def test_an_event_says_when_and_where_it_was(tiny_database: Path) -> None:
    db = Database(tiny_database)
    found = event(db, Selection("event", events=("2026-02-10-second-lakeside-conference",)), catalogue(db))
    assert "10 Feb 2026 · Lausanne" in found.body_html(LIGHT)


def test_of_many_spoken_of_the_rest_is_counted() -> None:
    rows = [{"target_id": f"X{at}", "target": f"Name {at}", "statements": 1} for at in range(30)]
    assert " and 10 more." in tones(rows, lambda kind, one: f"{kind}?{one}")
