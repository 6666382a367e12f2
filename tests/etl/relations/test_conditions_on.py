"""conditions_on: conditions outlive silence."""

from typing import Any

from tests.etl.relations.conftest import Given, World


def said(day: str, status: str, conditions: str = "", pledger: str = "GBR", **more: str) -> dict[str, str]:
    """A pledge row, its id made of pledger, day and basis."""
    return {"pledger_id": pledger, "announced_on": day, "status": status, "conditions": conditions, **more}


def named(world: World, day: str = "2025-12-31", phase: str = "post_war") -> list[tuple[Any, ...]]:
    """Condition, first and last day, and whether the current row names it."""
    asked = """
        select
            condition, strftime(first_named_on, '%d %b') as first, strftime(last_named_on, '%d %b') as last, is_current
        from conditions_on(cast($day as date), phase := $phase) order by condition, is_counting desc
    """
    return [tuple(row.values()) for row in world.rows(asked, day=day, phase=phase)]


def test_a_condition_outlives_silence(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-16", "conditional", "us_backstop"),
            said("2025-03-02", "conditional", "us_backstop;ceasefire"),
            said("2025-09-04", "pledged", "ceasefire"),
        ]
    )
    assert named(world, "2025-03-01") == [("us_backstop", "16 Feb", "16 Feb", True)]
    assert named(world) == [("ceasefire", "02 Mar", "04 Sep", True), ("us_backstop", "16 Feb", "02 Mar", False)]


def test_a_newer_row_ends_what_it_withdraws_and_nothing_else(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-16", "conditional", "us_backstop;ceasefire"),
            said("2025-03-02", "conditional", "", ended_conditions="us_backstop"),
        ]
    )
    assert named(world) == [("ceasefire", "16 Feb", "16 Feb", False)]


def test_named_again_after_it_ended_it_starts_anew(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-02-16", "conditional", "us_backstop"),
            said("2025-03-02", "pledged", "", ended_conditions="us_backstop"),
            said("2025-04-01", "conditional", "us_backstop"),
        ]
    )
    assert named(world, "2025-03-02") == []
    assert named(world) == [("us_backstop", "01 Apr", "01 Apr", True)]


def test_declining_or_withdrawing_ends_all_earlier_ones_and_its_own_stay(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", "ceasefire;request"),
            said("2025-02-01", "declined", "un_mandate"),
            said("2025-01-01", "pledged", "capacity", "POL"),
            said("2025-02-01", "withdrawn", "", "POL"),
        ]
    )
    assert named(world) == [("un_mandate", "01 Feb", "01 Feb", True)]


def test_a_refusal_ends_nothing_of_another_pledger_kind_or_phase(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", "ceasefire", "POL"),
            said("2025-01-01", "conditional", "capacity", pledge_id="p1", kind="naval", area="sea"),
            said("2025-01-01", "conditional", "request", pledge_id="p2", phase="wartime"),
            said("2025-02-01", "declined"),
        ]
    )
    assert [row[0] for row in named(world)] == ["capacity", "ceasefire"]
    assert [row[0] for row in named(world, phase="wartime")] == ["request"]


def test_undecided_and_rows_that_do_not_count_end_nothing(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", "ceasefire"),
            said("2025-02-01", "undecided"),
            said("2025-03-01", "declined", basis="official"),
        ]
    )
    assert named(world) == [("ceasefire", "01 Jan", "01 Jan", False)]


def test_a_row_outranked_on_its_day_ends_nothing_and_adds_what_it_names(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", "ceasefire"),
            said("2025-02-01", "declined", "parliament_vote", basis="minister"),
            said("2025-02-01", "conditional", "us_backstop"),
        ]
    )
    assert [row[0] for row in named(world)] == ["ceasefire", "parliament_vote", "us_backstop"]


def test_a_refusal_ends_what_a_lesser_voice_names_the_same_day(given: Given) -> None:
    world = given(
        pledges=[said("2025-03-26", "conditional", "un_mandate", basis="minister"), said("2025-03-26", "declined")]
    )
    assert named(world) == []


def test_conditions_stand_on_rows_of_every_status(given: Given) -> None:
    pledgers = {
        "signed": "GBR",
        "pledged": "FRA",
        "open": "CAN",
        "undecided": "AUT",
        "declined": "IND",
        "delivered": "POL",
    }
    world = given(pledges=[said("2025-01-01", status, "ceasefire", who) for status, who in pledgers.items()])
    found = world.rows("select pledger_id, status from conditions_on('2025-12-31')")
    assert {row["status"]: row["pledger_id"] for row in found} == pledgers


def test_rows_that_do_not_count_are_listed_apart(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-01-01", "conditional", "ceasefire"),
            said("2025-02-01", "conditional", "ceasefire;request", basis="military"),
            said("2025-03-01", "open", "request", basis="official"),
        ]
    )
    asked = "select condition, is_counting, is_current, status from conditions_on('2025-12-31') order by all"
    assert [tuple(row.values()) for row in world.rows(asked)] == [
        ("ceasefire", False, False, "conditional"),
        ("ceasefire", True, True, "conditional"),
        ("request", False, True, "conditional"),
    ]


def test_alternatives_share_a_group_to_be_counted_once(given: Given) -> None:
    world = given(pledges=[said("2025-01-01", "conditional", "ceasefire;peace_agreement;us_backstop")])
    asked = "select count(distinct coalesce(alternative_group, condition)) from conditions_on('2025-12-31')"
    assert world.cells(asked) == [2]
