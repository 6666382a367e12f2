"""position_paths: from where to where each position went between two days, by what steps."""

from typing import Any

from tests.etl.relations.conftest import Given, World

SINCE, UNTIL = "2025-03-01", "2025-09-01"


def said(day: str, status: str, pledger: str = "DNK", **more: str) -> dict[str, str]:
    """A pledge row, its id made of pledger, day and basis."""
    return {"pledger_id": pledger, "announced_on": day, "status": status, **more}


def paths(world: World, since: str = SINCE, until: str = UNTIL) -> list[dict[str, Any]]:
    """Every path between two days."""
    return world.rows("from position_paths(cast($since as date), cast($until as date))", since=since, until=until)


def only(world: World, since: str = SINCE, until: str = UNTIL) -> dict[str, Any]:
    """The one path that there is."""
    (path,) = paths(world, since, until)
    return path


def steps(path: dict[str, Any]) -> list[tuple[str, str]]:
    """Day and status of each step of a path."""
    return [(str(step["announced_on"]), step["status"]) for step in path["path"]]


def test_a_move_has_both_ends_and_its_size(given: Given) -> None:
    path = only(given(pledges=[said("2025-02-01", "declined"), said("2025-03-02", "conditional")]))
    assert (path["outcome"], path["old_status"], path["new_status"], path["rank_move"]) == (
        "moved",
        "declined",
        "conditional",
        3,
    )
    assert steps(path) == [("2025-02-01", "declined"), ("2025-03-02", "conditional")]
    assert (path["steps"], path["moves"]) == (1, 1)


def test_both_days_count_what_was_said_on_them(given: Given) -> None:
    world = given(pledges=[said(SINCE, "declined"), said(UNTIL, "open")])
    assert steps(only(world)) == [(SINCE, "declined"), (UNTIL, "open")]
    assert only(world, "2025-02-28")["outcome"] == "first_record"
    assert only(world, SINCE, "2025-08-31")["outcome"] == "unchanged"


def test_who_moved_and_came_back_is_not_unchanged(given: Given) -> None:
    world = given(
        pledges=[said("2025-02-01", "open"), said("2025-04-01", "declined"), said("2025-05-01", "open")],
    )
    path = only(world)
    assert (path["outcome"], path["rank_move"], path["moves"]) == ("came_back", 0, 2)
    assert [status for _, status in steps(path)] == ["open", "declined", "open"]


def test_every_step_of_a_long_way_is_told(given: Given) -> None:
    days = [("2025-01-01", "declined"), ("2025-02-01", "declined"), ("2025-04-01", "undecided")]
    world = given(pledges=[said(*one) for one in [*days, ("2025-05-01", "undecided"), ("2025-06-01", "open")]])
    path = only(world)
    assert [day for day, _ in steps(path)] == ["2025-02-01", "2025-04-01", "2025-05-01", "2025-06-01"]
    assert (path["steps"], path["moves"], path["rank_move"]) == (3, 2, 2)


def test_a_first_record_is_no_move_whatever_followed(given: Given) -> None:
    path = only(given(pledges=[said("2025-04-01", "declined"), said("2025-05-01", "open")]))
    assert (path["outcome"], path["old_status"], path["rank_move"], path["moves"]) == ("first_record", None, None, 1)
    assert [status for _, status in steps(path)] == ["declined", "open"]


def test_a_voice_that_does_not_bind_is_no_position_to_start_from(given: Given) -> None:
    path = only(given(pledges=[said("2025-02-01", "open", basis="official"), said("2025-04-01", "declined")]))
    assert (path["outcome"], path["old_pledge_id"]) == ("first_record", None)


def test_nothing_that_counts_is_no_path(given: Given) -> None:
    assert paths(given(pledges=[said("2025-02-01", "open", basis="official"), said("2025-10-01", "declined")])) == []


def test_said_again_and_other_conditions_stay_apart_from_moves(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-01", "conditional", conditions="ceasefire"),
            said("2025-04-01", "conditional", conditions="us_backstop"),
            said("2025-02-01", "declined", "SWE"),
            said("2025-04-01", "declined", "SWE"),
            said("2025-02-01", "declined", "FRA"),
        ]
    )
    found = {path["pledger_id"]: path["outcome"] for path in paths(world)}
    assert found == {"DNK": "conditions_changed", "SWE": "restated", "FRA": "unchanged"}
    denmark = next(path for path in paths(world) if path["pledger_id"] == "DNK")
    assert (denmark["old_conditions"], denmark["new_conditions"]) == (["ceasefire"], ["ceasefire", "us_backstop"])


def test_a_withdrawal_is_a_move_without_a_size(given: Given) -> None:
    path = only(given(pledges=[said("2025-02-01", "pledged"), said("2025-04-01", "withdrawn")]))
    assert (path["outcome"], path["rank_move"]) == ("moved", None)


def test_kinds_and_phases_go_their_own_ways(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-01", "declined", pledge_id="p1"),
            said("2025-04-01", "open", pledge_id="p2", phase="wartime"),
            said("2025-05-01", "open", pledge_id="p3", kind="naval", area="sea"),
        ]
    )
    found = {(path["kind"], path["phase"]): path["outcome"] for path in paths(world)}
    assert found == {
        ("ground_troops", "post_war"): "unchanged",
        ("ground_troops", "wartime"): "first_record",
        ("naval", "post_war"): "first_record",
    }


def test_both_speakers_and_their_offices_are_told(given: Given) -> None:
    world = given(
        offices=[
            {"speaker_id": "frederiksen", "actor_id": "DNK", "office": "Prime Minister", "held_until_on": "2025-03-31"},
            {"speaker_id": "poulsen", "actor_id": "DNK", "office": "Defence Minister"},
        ],
        statements=[
            {"statement_id": "s1", "speaker_id": "frederiksen", "said_on": "2025-02-01"},
            {"statement_id": "s2", "speaker_id": "poulsen", "said_on": "2025-04-01"},
        ],
        pledges=[
            said("2025-02-01", "open", statement_id="s1"),
            said("2025-04-01", "declined", statement_id="s2", basis="minister"),
        ],
    )
    path = only(world)
    assert (path["old_speaker"], path["old_office"]) == ("Frederiksen", "Prime Minister")
    assert (path["new_speaker"], path["new_office"], path["left_office_on"]) == ("Poulsen", "Defence Minister", None)


def test_positions_on_tells_the_same_ends(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-01", "declined"),
            said("2025-04-01", "open"),
            said("2025-04-01", "declined", "SWE"),
        ]
    )
    for day, status, pledge in ((SINCE, "old_status", "old_pledge_id"), (UNTIL, "new_status", "pledge_id")):
        stands = world.rows("select pledge_id, status from positions_on(cast($day as date))", day=day)
        told = {(path[pledge], path[status]) for path in paths(world) if path[pledge]}
        assert told == {(row["pledge_id"], row["status"]) for row in stands}
