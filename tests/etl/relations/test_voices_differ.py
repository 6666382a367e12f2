"""differs_id of positions_on: the newest counting row of another voice that contradicts the standing one."""

from tests.etl.relations.conftest import Given, World


def said(day: str, status: str, basis: str, pledger: str = "ITA", **more: str) -> dict[str, str]:
    """A pledge row, its id made of pledger, day and basis."""
    return {"pledger_id": pledger, "announced_on": day, "status": status, "basis": basis, **more}


def differs(world: World, day: str) -> dict[str, str | None]:
    """differs_id by pledger."""
    found = world.rows("select pledger_id, differs_id from positions_on(cast($day as date))", day=day)
    return {row["pledger_id"]: row["differs_id"] for row in found}


def test_rome_on_26_march_2025(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-03-26", "declined", "head_of_government"),
            said("2025-03-26", "conditional", "minister"),
            said("2025-05-16", "declined", "head_of_government"),
        ]
    )
    assert differs(world, "2025-03-26") == {"ITA": "ITA-2025-03-26-minister"}
    assert differs(world, "2025-05-15") == {"ITA": "ITA-2025-03-26-minister"}, "shown as long as the row stands"
    assert differs(world, "2025-05-16") == {"ITA": None}


def test_at_most_thirty_days_older(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-03-01", "open", "minister"),
            said("2025-03-31", "declined", "head_of_government"),
            said("2025-03-01", "open", "minister", "ESP"),
            said("2025-04-01", "declined", "head_of_government", "ESP"),
        ]
    )
    assert differs(world, "2025-04-30") == {"ITA": "ITA-2025-03-01-minister", "ESP": None}


def test_one_declined_and_the_other_would_or_might(given: Given) -> None:
    pairs = {
        "ITA": ("signed", "declined"),
        "POL": ("declined", "pledged"),
        "ESP": ("open", "declined"),
        "EST": ("undecided", "declined"),
        "LVA": ("pledged", "open"),
        "FIN": ("declined", "declined"),
        "SWE": ("withdrawn", "declined"),
        "NOR": ("declined", "delivered"),
    }
    world = given(
        pledges=[
            row
            for who, (older, newer) in pairs.items()
            for row in (said("2025-03-01", older, "minister", who), said("2025-03-02", newer, "parliament", who))
        ]
    )
    assert {who for who, other in differs(world, "2025-03-31").items() if other} == {"ITA", "POL", "ESP"}


def test_of_another_basis_or_speaker(given: Given) -> None:
    people = ["tajani", "crosetto"]
    world = given(
        offices=[{"speaker_id": who, "actor_id": who_for} for who in people for who_for in ("ITA", "EST", "LVA")],
        statements=[
            {"statement_id": f"{who}-{day}", "speaker_id": who, "said_on": day}
            for who in people
            for day in ("2025-03-01", "2025-03-02")
        ],
        pledges=[
            said("2025-03-01", "open", "minister", "ITA", statement_id="tajani-2025-03-01"),
            said("2025-03-02", "declined", "minister", "ITA", statement_id="tajani-2025-03-02"),
            said("2025-03-01", "open", "minister", "EST", statement_id="tajani-2025-03-01"),
            said("2025-03-02", "declined", "minister", "EST", statement_id="crosetto-2025-03-02"),
            said("2025-03-01", "open", "minister", "LVA"),
            said("2025-03-02", "declined", "minister", "LVA", statement_id="tajani-2025-03-02"),
        ],
    )
    expected = {"ITA": None, "EST": "EST-2025-03-01-minister", "LVA": None}
    assert differs(world, "2025-03-31") == expected, "an unrecorded speaker isn't known to be another"


def test_the_newest_such_row_and_only_one_that_counts(given: Given) -> None:
    world = given(
        pledges=[
            said("2025-03-01", "open", "minister"),
            said("2025-03-05", "conditional", "parliament"),
            said("2025-03-06", "pledged", "official"),
            said("2025-03-07", "declined", "head_of_government"),
            said("2025-03-08", "pledged", "minister"),
        ]
    )
    assert differs(world, "2025-03-07") == {"ITA": "ITA-2025-03-05-parliament"}, "never from the future either"
    assert differs(world, "2025-03-08") == {"ITA": "ITA-2025-03-07-head_of_government"}


def test_a_hollow_position_has_none(given: Given) -> None:
    world = given(pledges=[said("2025-03-01", "open", "official"), said("2025-03-02", "declined", "military")])
    assert differs(world, "2025-03-31") == {"ITA": None}
