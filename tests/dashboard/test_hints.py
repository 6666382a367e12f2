"""Where nothing is left: what is set, what to take off, whether the days can be widened."""

import datetime as dt

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.pledges import pledges
from dashboard.figures.theme import theme
from dashboard.selection import Selection

ITEMS = Selection("pledges", shape="contributions", part="items", text="xyzzy")


def test_one_filter_is_taken_off_of_several_one(known: Catalogue) -> None:
    one = Selection("timeline", countries=("FRA", "DEU"))
    assert "(France and Germany). Take it off. Widen the dates" in window_hint(one, known)
    two = Selection("timeline", countries=("FRA",), text="xyzzy")
    assert "Take one off. Widen the dates" in window_hint(two, known)


def test_days_are_widened_only_where_there_are_more(known: Catalogue) -> None:
    everything = Selection("timeline", since=known.covered_from, until=known.covered_until)
    assert window_hint(everything, known).startswith("The data covers ")
    some = Selection("timeline", since=dt.date(2025, 1, 1), until=dt.date(2025, 1, 2))
    assert window_hint(some, known).startswith("Widen the dates: ")


def test_no_heads_stand_over_nothing(db: Database, known: Catalogue) -> None:
    found = pledges(db, ITEMS, known)
    assert found.is_empty
    assert "Promised" not in found.body_html(theme("light"))
    assert "Set: words (“xyzzy”). Take it off. The data covers" in found.hint
