"""position_changes: what became of each standing position, who spoke, and what it hung on."""

from tests.etl.relations.conftest import Given, World


def said(day: str, status: str, pledger: str = "DNK", **more: str) -> dict[str, str]:
    """A pledge row, its id made of pledger, day and basis."""
    return {"pledger_id": pledger, "announced_on": day, "status": status, **more}


def changes(world: World, since: str = "2024-01-01", until: str = "2026-07-05") -> list[tuple[str, str]]:
    """Day and change of every row in the window."""
    asked = "select announced_on, change from position_changes(cast($since as date), cast($until as date))"
    return [(str(row["announced_on"]), row["change"]) for row in world.rows(asked, since=since, until=until)]


def test_first_moved_and_restated(given: Given) -> None:
    world = given(
        pledges=[said("2025-01-01", "declined"), said("2025-02-01", "open"), said("2025-03-01", "open")],
    )
    told = [("2025-01-01", "first_record"), ("2025-02-01", "moved"), ("2025-03-01", "restated")]
    assert changes(world) == told
    assert changes(world, "2025-02-01", "2025-02-28") == told[1:2], "what stood before is looked up beyond the window"
    assert changes(world, "2025-02-01", "2025-03-01") == told[1:], "both days are included"


def test_a_move_names_both_sides_of_it(given: Given) -> None:
    world = given(
        offices=[{"speaker_id": "frederiksen", "actor_id": "DNK", "office": "Prime Minister"}],
        statements=[{"statement_id": "s1", "speaker_id": "frederiksen", "said_on": "2025-02-01"}],
        pledges=[
            said("2025-01-01", "pledged", pledge_id="p1", conditions="ceasefire"),
            said("2025-02-01", "undecided", pledge_id="p2", statement_id="s1"),
        ],
    )
    row = world.rows("from position_changes('2025-02-01', '2025-02-01')")[0]
    assert (row["pledge_id"], row["old_pledge_id"], str(row["old_announced_on"])) == ("p2", "p1", "2025-01-01")
    assert (row["old_status"], row["new_status"], row["old_rank"], row["new_rank"], row["rank_move"]) == (
        "pledged",
        "undecided",
        5,
        2,
        -3,
    )
    assert (row["old_speaker"], row["old_office"]) == (None, None), "speaker not recorded"
    assert (row["new_speaker"], row["new_office"]) == ("Frederiksen", "Prime Minister")


def test_the_host_of_the_event_is_never_the_speaker(given: Given) -> None:
    world = given(
        offices=[{"speaker_id": "macron", "actor_id": "FRA"}],
        events=[{"event_id": "paris", "starts_on": "2025-02-01", "country_code": "FRA"}],
        statements=[{"statement_id": "s1", "speaker_id": "macron", "said_on": "2025-02-01", "event_id": "paris"}],
        pledges=[said("2025-02-01", "open", basis="joint_statement", statement_id="s1", event_id="paris")],
    )
    assert world.cells("select new_speaker from position_changes('2025-01-01', '2025-12-31')") == [None]


def test_rows_that_do_not_count_are_no_changes(given: Given) -> None:
    world = given(pledges=[said("2025-01-01", "open", basis="official"), said("2025-02-01", "declined")])
    assert changes(world) == [("2025-02-01", "first_record")]


def test_a_row_outranked_on_its_own_day_never_stood(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "declined"),
            said("2025-02-01", "open", basis="minister"),
            said("2025-02-01", "declined", basis="head_of_government"),
        ]
    )
    assert changes(world) == [("2025-01-01", "first_record"), ("2025-02-01", "restated")]


def test_kinds_phases_and_pledgers_move_apart(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "declined", pledge_id="p1"),
            said("2025-02-01", "open", pledge_id="p2", kind="naval", area="sea"),
            said("2025-03-01", "open", pledge_id="p3", phase="wartime"),
            said("2025-04-01", "open", pledger="SWE", pledge_id="p4"),
        ]
    )
    assert [change for _, change in changes(world)] == ["first_record"] * 4
    assert world.cells("select phase from position_changes('2025-03-01', '2025-03-01')") == ["wartime"]


def test_who_moved_and_came_back_has_two_moves(given: Given) -> None:
    world = given(pledges=[said("2025-01-01", "open"), said("2025-02-01", "undecided"), said("2025-03-01", "open")])
    assert [change for _, change in changes(world)] == ["first_record", "moved", "moved"]


def test_delivered_and_withdrawn_are_moves_without_a_size(given: Given) -> None:
    world = given(
        pledges=[said("2025-01-01", "pledged"), said("2025-02-01", "delivered"), said("2025-03-01", "withdrawn")]
    )
    found = world.rows("select change, rank_move from position_changes('2025-02-01', '2025-03-01')")
    assert found == [{"change": "moved", "rank_move": None}] * 2


def test_a_condition_named_anew_changes_the_conditions_and_silence_does_not(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", conditions="ceasefire"),
            said("2025-02-01", "conditional", conditions="us_backstop"),
            said("2025-03-01", "conditional"),
            said("2025-04-01", "conditional", ended_conditions="us_backstop"),
            said("2025-05-01", "conditional", conditions="ceasefire"),
        ]
    )
    told = ["first_record", "conditions_changed", "restated", "conditions_changed", "restated"]
    assert [change for _, change in changes(world)] == told
    found = world.rows(
        "select old_conditions, new_conditions, named_conditions from position_changes('2025-03-01', '2025-04-01')"
    )
    both = ["ceasefire", "us_backstop"]
    assert found == [
        {"old_conditions": both, "new_conditions": both, "named_conditions": []},
        {"old_conditions": both, "new_conditions": ["ceasefire"], "named_conditions": []},
    ]


def test_another_place_changes_the_conditions_an_unknown_one_does_not(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", area="in_ukraine"),
            said("2025-02-01", "conditional", area="outside"),
            said("2025-03-01", "conditional", area="unknown"),
        ]
    )
    assert [change for _, change in changes(world)] == ["first_record", "conditions_changed", "restated"]


def test_conditions_named_by_voices_that_do_not_count_are_not_in_force(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", conditions="ceasefire"),
            said("2025-01-15", "conditional", conditions="request", basis="military"),
            said("2025-02-01", "conditional", conditions="ceasefire"),
        ]
    )
    found = world.rows("select change, new_conditions from position_changes('2025-02-01', '2025-02-01')")
    assert found == [{"change": "restated", "new_conditions": ["ceasefire"]}]
