"""A ledger of very many positions: of those within a few days of each other the last is drawn, and the rest counted."""

import datetime as dt
from typing import Any

from dashboard.figures.thinned import Thinned, marks, thinned

START = dt.date(2025, 1, 1)


def period(strip: str, day: int, length: int, voice: str = "counted", said: int = 0) -> dict[str, Any]:
    start = START + dt.timedelta(day)
    return {
        "pledge_id": f"{strip}-{voice}-{day}",
        "strip": strip,
        "counted_as": voice,
        "starts_on": start,
        "ends_on": start + dt.timedelta(length),
        "restated": [(start + dt.timedelta(at), f"again {at}", False, []) for at in range(1, said + 1)],
        "remarks": [],
    }


def test_what_fits_is_drawn_as_it_is() -> None:
    few = [period("FRA", 0, 10, said=2), period("FRA", 10, 400)]
    assert thinned(few) == Thinned(few)
    assert thinned(few).note() == ()


def test_of_a_crowd_the_last_of_each_step_is_drawn_and_the_strip_stays_whole() -> None:
    crowd = [period(strip, day, 1) for strip in ("FRA", "DEU") for day in range(400)]
    found = thinned(crowd, most=100)
    assert marks(found.periods) <= 100
    assert found.left_out == 800 - len(found.periods)
    assert found.note()[0].startswith(f"{found.left_out} positions said within {found.days} days")
    for strip in ("FRA", "DEU"):
        drawn = [row for row in found.periods if row["strip"] == strip]
        assert drawn[-1] == crowd[399 if strip == "FRA" else 799]
        assert all(one["ends_on"] == other["starts_on"] for one, other in zip(drawn, drawn[1:], strict=False))


def test_a_gap_stays_a_gap_and_voices_that_dont_bind_stay_apart() -> None:
    counting = [period("FRA", day, 1) for day in range(0, 100)]
    hollow = [period("FRA", day, 5, voice="not_binding") for day in range(0, 1000, 10)]
    found = thinned([*hollow, *counting], most=60)
    kept = [row for row in found.periods if row["counted_as"] == "not_binding"]
    assert kept
    assert all((row["ends_on"] - row["starts_on"]).days == 5 for row in kept)
    assert [row["counted_as"] for row in found.periods] == sorted(
        (row["counted_as"] for row in found.periods), reverse=True
    )


def test_what_was_said_again_is_thinned_too() -> None:
    found = thinned([period("FRA", 0, 900, said=800)], most=50)
    assert len(found.periods) == 1
    assert 1 < len(found.periods[0]["restated"]) < 50
    assert found.periods[0]["restated"][-1][1] == "again 800"
