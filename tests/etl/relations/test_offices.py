"""Who speaks for whom on a day: office_on, statement_voices, pledge_voices and in_office of positions_on."""

from tests.etl.relations.conftest import Given, World

TRUMP = [
    {
        "office_id": "t1",
        "speaker_id": "trump",
        "office": "President-elect",
        "actor_id": "USA",
        "held_until_on": "2025-01-20",
    },
    {"office_id": "t2", "speaker_id": "trump", "office": "President", "actor_id": "USA", "held_from_on": "2025-01-20"},
]
CASSIS = [
    {
        "office_id": "c1",
        "speaker_id": "cassis",
        "office": "Foreign Minister",
        "actor_id": "CHE",
        "held_from_on": "2017-11-01",
    },
    {
        "office_id": "c2",
        "speaker_id": "cassis",
        "office": "Chairperson-in-Office",
        "actor_id": "OSCE",
        "held_from_on": "2026-01-01",
        "held_until_on": "2026-12-31",
    },
]


def office(world: World, who: str, day: str) -> list[str]:
    """The office that office_on names."""
    return list(world.cells("select office from office_on($who, cast($day as date))", who=who, day=day))


def test_last_day_belongs_to_the_office_and_the_later_start_speaks(given: Given) -> None:
    world = given(offices=[*TRUMP, *CASSIS])
    found = [office(world, "trump", day) for day in ("2024-12-01", "2025-01-19", "2025-01-20", "2025-01-21")]
    assert found == [["President-elect"], ["President-elect"], ["President"], ["President"]]
    assert office(world, "cassis", "2026-02-01") == ["Chairperson-in-Office"]
    assert office(world, "cassis", "2027-01-01") == ["Foreign Minister"]


def test_no_office_that_day_and_unknown_speaker_give_no_row(given: Given) -> None:
    world = given(offices=[CASSIS[0]])
    assert office(world, "cassis", "2017-10-31") == []
    assert office(world, "nobody", "2025-01-01") == []


def test_of_equal_starts_the_greater_office_id_speaks(given: Given) -> None:
    same = {"speaker_id": "who", "actor_id": "POL", "held_from_on": "2025-01-01"}
    world = given(offices=[{**same, "office_id": "w1", "office": "One"}, {**same, "office_id": "w2", "office": "Two"}])
    assert office(world, "who", "2025-02-01") == ["Two"]


def test_a_statement_is_told_in_the_office_of_its_day(given: Given) -> None:
    said = [
        {"statement_id": "s1", "speaker_id": "trump", "said_on": "2025-01-10"},
        {"statement_id": "s2", "speaker_id": "trump", "said_on": "2025-02-10"},
        {"statement_id": "s3", "speaker_id": "pundit", "said_on": "2025-02-10"},
    ]
    world = given(offices=TRUMP, statements=said)
    asked = "select statement_id, office, actor_id, actor from statement_voices order by statement_id"
    assert [tuple(row.values()) for row in world.rows(asked)] == [
        ("s1", "President-elect", "USA", "United States"),
        ("s2", "President", "USA", "United States"),
        ("s3", None, None, None),
    ]


def test_the_speaker_of_a_pledge_is_recorded_only_where_they_speak_for_the_pledger(given: Given) -> None:
    said = {"speaker_id": "cassis", "said_on": "2026-02-01"}
    world = given(
        offices=CASSIS,
        statements=[{"statement_id": "s1", **said}],
        pledges=[
            {"pledger_id": "CHE", "announced_on": "2026-02-01", "statement_id": "s1"},
            {"pledger_id": "FRA", "announced_on": "2026-02-01", "statement_id": "s1", "basis": "third_party"},
            {"pledger_id": "ITA", "announced_on": "2026-02-01"},
        ],
    )
    found = world.rows(
        "select pledger_id, speaker, office, in_office from positions_on('2026-02-02') order by pledger_id"
    )
    assert [tuple(row.values()) for row in found] == [
        ("CHE", "Cassis", "Foreign Minister", "in_office"),
        ("FRA", None, None, None),
        ("ITA", None, None, None),
    ]


def in_office(given: Given, offices: list[dict[str, str]], day: str, last_said: str = "2025-03-01") -> str:
    """in_office on a day of a position that the minister took on 1 March 2025."""
    said = {"speaker_id": "minister", "said_on": "2025-03-01"}
    world = given(
        offices=[{"speaker_id": "minister", "actor_id": "POL", **row} for row in offices],
        statements=[{"statement_id": "s1", **said}, {"statement_id": "s2", **said, "said_on": last_said}],
        pledges=[{"pledger_id": "POL", "announced_on": "2025-03-01", "statement_id": "s1"}],
    )
    return str(world.cells("select in_office from positions_on(cast($day as date))", day=day)[0])


def test_in_office_while_the_office_lasts(given: Given) -> None:
    assert (
        in_office(given, [{"held_from_on": "2024-01-01", "held_until_on": "2025-05-01"}], "2025-05-01") == "in_office"
    )


def test_former_once_it_ended(given: Given) -> None:
    assert in_office(given, [{"held_from_on": "2024-01-01", "held_until_on": "2025-05-01"}], "2025-05-02") == "former"


def test_any_office_for_that_pledger_will_do(given: Given) -> None:
    two = [{"held_from_on": "2024-01-01", "held_until_on": "2025-05-01"}, {"held_from_on": "2025-05-01"}]
    assert in_office(given, two, "2026-01-01") == "in_office"


def test_an_office_for_somebody_else_will_not(given: Given) -> None:
    two = [{"held_until_on": "2025-05-01"}, {"held_from_on": "2025-05-01", "actor_id": "NATO"}]
    assert in_office(given, two, "2026-01-01") == "former"


def test_an_end_unknown_after_the_last_row_is_not_known(given: Given) -> None:
    assert in_office(given, [{"is_end_known": "false"}], "2025-06-02", last_said="2025-06-01") == "not_known"


def test_an_office_of_unknown_end_is_known_until_its_last_row(given: Given) -> None:
    assert in_office(given, [{"is_end_known": "false"}], "2025-06-01", last_said="2025-06-01") == "in_office"
