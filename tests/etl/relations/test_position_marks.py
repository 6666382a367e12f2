"""What a move carries so that it can be drawn: whether it counts as such, and when its speaker left office."""

from typing import Any

import pytest

from tests.etl.relations.conftest import Given

MOVES = "select counted_as, left_office_on from position_changes('2025-01-01', '2025-12-31') order by pledger_id"
SAID = {"pledger_id": "DNK", "announced_on": "2025-03-01"}


@pytest.mark.parametrize(
    ("row", "counted_as"),
    [
        ({"status": "conditional", "area": "in_ukraine"}, "counted"),
        ({"status": "conditional", "area": "outside"}, "outside_ukraine"),
        ({"status": "pledged", "area": "unknown"}, "place_not_named"),
        ({"status": "open", "area": "unknown"}, "counted"),
        ({"status": "declined", "area": "outside"}, "counted"),
        ({"status": "pledged", "kind": "training", "area": "outside"}, "counted"),
    ],
)
def test_a_move_counts_as_the_position_does(row: dict[str, str], counted_as: str, given: Given) -> None:
    world = given(pledges=[{**SAID, **row}])
    assert world.cells(MOVES) == [counted_as]
    assert world.cells("select counted_as from positions_on('2025-03-01')") == [counted_as]


def left(given: Given, *offices: dict[str, str]) -> Any:
    """The day on which the speaker of a position of 1 March 2025 had left office."""
    world = given(
        offices=[{"speaker_id": "poulsen", "actor_id": "DNK", **office} for office in offices],
        statements=[{"statement_id": "s1", "speaker_id": "poulsen", "said_on": "2025-03-01"}],
        pledges=[{**SAID, "statement_id": "s1"}],
    )
    (row,) = world.rows(MOVES)
    return row["left_office_on"] and str(row["left_office_on"])


def test_a_speaker_has_left_on_the_day_after_the_last(given: Given) -> None:
    assert left(given, {"held_from_on": "2024-01-01", "held_until_on": "2025-05-01"}) == "2025-05-02"


def test_while_an_office_lasts_nobody_has_left(given: Given) -> None:
    assert left(given, {"held_from_on": "2024-01-01"}) is None


def test_an_end_that_is_not_known_is_no_leaving(given: Given) -> None:
    assert left(given, {"is_end_known": "false"}) is None


FIRST = {"office_id": "p1", "held_from_on": "2024-01-01", "held_until_on": "2025-05-01"}


def test_the_next_office_for_the_same_pledger_goes_on(given: Given) -> None:
    then = {"office_id": "p2", "held_from_on": "2025-05-02", "held_until_on": "2025-08-01"}
    assert left(given, FIRST, then) == "2025-08-02"


def test_who_comes_back_later_has_left_until_then(given: Given) -> None:
    assert left(given, FIRST, {"office_id": "p3", "held_from_on": "2026-02-01"}) == "2025-05-02"


def test_nobody_recorded_leaves_nothing(given: Given) -> None:
    assert given(pledges=[SAID]).cells("select left_office_on from position_moves") == [None]
