"""positions_on: the newest word that counts, what comes along with it, and where it counts."""

from tests.etl.relations.conftest import Given

MARCH = "select * from positions_on('2025-03-31') order by pledger_id"


def said(pledger: str, day: str, status: str, **more: str) -> dict[str, str]:
    """A pledge row: who, when, how far."""
    return {"pledger_id": pledger, "announced_on": day, "status": status, **more}


def test_newest_row_up_to_the_day_stands(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2025-01-01", "open"),
            said("POL", "2025-02-01", "declined"),
            said("POL", "2025-03-01", "pledged"),
        ]
    )
    asked = "select status from positions_on(cast($day as date))"
    found = [world.cells(asked, day=day) for day in ("2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01")]
    assert found == [[], ["open"], ["declined"], ["pledged"]]


def test_one_row_per_pledger_and_kind(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2025-01-01", "declined", pledge_id="p1"),
            said("POL", "2025-01-02", "pledged", pledge_id="p2", kind="logistics_bases", area="outside"),
            said("EST", "2025-01-03", "open", pledge_id="p3"),
        ]
    )
    assert world.cells("select pledge_id from positions_on('2025-03-31') order by pledge_id") == ["p1", "p2", "p3"]


def test_phases_are_apart_and_post_war_is_meant_unless_said(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2024-03-01", "declined", phase="wartime"),
            said("POL", "2025-02-01", "open", phase="post_war"),
        ]
    )
    assert world.cells("select status from positions_on('2025-03-31')") == ["open"]
    assert world.cells("select status from positions_on('2025-03-31', phase := 'wartime')") == ["declined"]
    assert world.cells("select status from positions_on('2025-03-31', 'standing')") == []


def test_contributions_are_no_positions(given: Given) -> None:
    world = given(pledges=[said("POL", "2025-01-01", "delivered", kind="weapons", phase="", area="")])
    assert world.rows(MARCH) == []


def test_on_one_day_the_basis_of_higher_rank_stands(given: Given) -> None:
    ranks = ["government_decision", "parliament", "head_of_government", "head_of_state", "minister", "joint_statement"]
    pairs = dict(zip(["FRA", "FIN", "USA", "LTU", "ROU"], zip(ranks, ranks[1:], strict=False), strict=True))
    world = given(
        pledges=[said(who, "2025-03-01", "open", basis=basis) for who, pair in pairs.items() for basis in pair]
    )
    found = {row["pledger_id"]: row["basis"] for row in world.rows(MARCH)}
    assert found == {who: better for who, (better, _) in pairs.items()}


def test_a_later_word_of_lower_rank_replaces_an_earlier_one(given: Given) -> None:
    world = given(
        pledges=[said("FRA", "2025-03-01", "open"), said("FRA", "2025-03-02", "declined", basis="joint_statement")]
    )
    assert world.cells("select status from positions_on('2025-03-02')") == ["declined"]


def test_a_newer_row_that_does_not_count_comes_along(given: Given) -> None:
    never = {
        "POL": "military",
        "EST": "official",
        "LVA": "unnamed_officials",
        "FIN": "personal_view",
        "SWE": "third_party",
    }
    words = [said(who, "2025-03-01", "declined") for who in never]
    world = given(pledges=[*words, *(said(who, "2025-03-05", "pledged", basis=basis) for who, basis in never.items())])
    for row in world.rows(MARCH):
        assert (row["status"], row["is_counting"]) == ("declined", True)
        assert row["later_remark_id"] == f"{row['pledger_id']}-2025-03-05-{never[row['pledger_id']]}"


def test_only_the_newest_later_remark_comes_along(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2025-02-01", "open", basis="official"),
            said("POL", "2025-03-01", "declined"),
            said("EST", "2025-03-01", "declined"),
            said("POL", "2025-03-01", "open", basis="military"),
            said("POL", "2025-03-05", "pledged", basis="official"),
            said("POL", "2025-03-09", "open", basis="military"),
            said("POL", "2025-04-01", "open", basis="official"),
        ]
    )
    asked = "select pledger_id, later_remark_id from positions_on(cast($day as date)) order by pledger_id"
    remark = {"pledger_id": "POL", "later_remark_id": "POL-2025-03-09-military"}
    assert world.rows(asked, day="2025-03-31") == [{"pledger_id": "EST", "later_remark_id": None}, remark]
    assert world.rows(asked, day="2025-03-01")[1] == {"pledger_id": "POL", "later_remark_id": None}


def test_a_pledger_with_no_word_that_counts_has_its_newest_row(given: Given) -> None:
    world = given(
        pledges=[
            said("CHE", "2025-02-01", "open", basis="official"),
            said("CHE", "2025-02-20", "conditional", basis="military"),
            said("CHE", "2025-04-01", "declined"),
        ]
    )
    asked = "select status, is_counting, counted_as, later_remark_id, earlier from positions_on(cast($day as date))"
    hollow = {
        "status": "conditional",
        "is_counting": False,
        "counted_as": "not_binding",
        "later_remark_id": None,
        "earlier": 0,
    }
    assert world.rows(asked, day="2025-03-31") == [hollow]
    assert world.rows(asked, day="2025-04-01")[0]["status"] == "declined"


def test_a_head_of_state_counts_only_where_the_office_conducts_policy(given: Given) -> None:
    expected = {"FRA": True, "CZE": False, "EU": False, "JPN": False}
    world = given(pledges=[said(who, "2025-03-01", "open", basis="head_of_state") for who in expected])
    assert {row["pledger_id"]: row["is_counting"] for row in world.rows(MARCH)} == expected


def test_by_counts_on_its_day_like_any_other(given: Given) -> None:
    world = given(
        pledges=[said("POL", "2025-03-01", "open"), said("POL", "2025-03-04", "declined", date_precision="by")]
    )
    assert world.cells("select status from positions_on('2025-03-03')") == ["open"]
    assert world.rows("from positions_on('2025-03-04')")[0]["date_precision"] == "by"


def test_delivered_and_withdrawn_stand_without_a_rank(given: Given) -> None:
    world = given(pledges=[said("POL", "2025-03-01", "withdrawn"), said("EST", "2025-03-01", "delivered")])
    assert world.cells("select status_rank from positions_on('2025-03-31')") == [None, None]


def test_ground_troops_count_only_in_ukraine(given: Given) -> None:
    expected = {
        "POL": ("pledged", "in_ukraine", "counted"),
        "EST": ("conditional", "outside", "outside_ukraine"),
        "LVA": ("signed", "sea", "outside_ukraine"),
        "LTU": ("open", "outside", "outside_ukraine"),
        "FIN": ("conditional", "unknown", "place_not_named"),
        "SWE": ("pledged", "", "place_not_named"),
        "NOR": ("open", "unknown", "counted"),
        "DNK": ("undecided", "outside", "counted"),
        "DEU": ("declined", "outside", "counted"),
        "AUT": ("declined", "unknown", "counted"),
        "ITA": ("withdrawn", "outside", "counted"),
        "ESP": ("delivered", "in_ukraine", "counted"),
    }
    world = given(pledges=[said(who, "2025-03-01", status, area=area) for who, (status, area, _) in expected.items()])
    found = {row["pledger_id"]: (row["status"], row["area"] or "", row["counted_as"]) for row in world.rows(MARCH)}
    assert found == expected


def test_other_kinds_count_wherever_they_are(given: Given) -> None:
    areas = {"naval": "sea", "air_policing": "air", "logistics_bases": "outside", "training": "unknown"}
    world = given(
        pledges=[
            said("POL", "2025-03-01", "pledged", pledge_id=kind, kind=kind, area=area) for kind, area in areas.items()
        ]
    )
    assert world.cells("select counted_as from positions_on('2025-03-31')") == ["counted"] * 4


def test_age_is_counted_from_the_day_it_was_said(given: Given) -> None:
    world = given(pledges=[said("POL", "2025-01-01", "declined")])
    asked = "select age_days, is_aged from positions_on(cast($day as date))"
    assert world.rows(asked, day="2025-06-30") == [{"age_days": 180, "is_aged": False}]
    assert world.rows(asked, day="2025-07-01") == [{"age_days": 181, "is_aged": True}]


def test_earlier_counts_positions_that_stood(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2025-01-01", "declined"),
            said("POL", "2025-01-05", "open", basis="official"),
            said("POL", "2025-02-01", "declined"),
            said("POL", "2025-02-01", "open", basis="minister"),
            said("POL", "2025-03-01", "open"),
        ]
    )
    assert world.cells("select earlier from positions_on('2025-03-31')") == [2]


def test_doubts_and_sources_come_along(given: Given) -> None:
    world = given(
        pledges=[said("POL", "2025-01-01", "open", pledge_id="p1")],
        doubts=[{"row_id": "p1"}, {"row_id": "p1", "kind": "date_uncertain", "column_name": "announced_on"}],
    )
    (row,) = world.rows(MARCH)
    assert (row["doubts"], row["source_ids"], row["pledger"], row["letter"]) == (2, ["herald"], "Poland", "O")


def test_filters_select_from_the_result_and_bring_nothing_overtaken_back(given: Given) -> None:
    world = given(
        pledges=[
            said("POL", "2025-01-01", "pledged", framework="coalition_of_the_willing", conditions="ceasefire"),
            said("POL", "2025-02-01", "declined"),
        ]
    )
    for overtaken in (
        "status = 'pledged'",
        "framework = 'coalition_of_the_willing'",
        "list_contains(conditions, 'ceasefire')",
        "announced_on < '2025-01-31'",
    ):
        filtered = world.connection.sql("from positions_on('2025-03-31')").filter(overtaken)
        assert filtered.fetchall() == [], overtaken
