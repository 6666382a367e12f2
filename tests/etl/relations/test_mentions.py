"""mention_pairs and mention_edges: who speaks of whom, folded into capitals, and the composition of tone."""

from typing import Any

from tests.etl.relations.conftest import Given, World

OFFICES = [
    {"speaker_id": "putin", "actor_id": "RUS"},
    {"speaker_id": "lavrov", "actor_id": "RUS"},
    {"speaker_id": "macron", "actor_id": "FRA", "held_from_on": "2017-05-14"},
    {"speaker_id": "stoltenberg", "actor_id": "NATO", "held_until_on": "2024-10-01"},
]


def said(number: int, who: str, mentions: str, day: str = "2025-03-01", topics: str = "ceasefire") -> dict[str, str]:
    """A statement row, its id s1, s2 …"""
    return {"statement_id": f"s{number}", "speaker_id": who, "said_on": day, "mentions": mentions, "topics": topics}


def pairs(world: World, fold: str = "capitals") -> list[tuple[Any, ...]]:
    """Statement, source, target and tone of every pair."""
    asked = "select statement_id, source_id, target_id, tone from mention_pairs(fold := $fold) order by all"
    return [tuple(row.values()) for row in world.rows(asked, fold=fold)]


def edges(world: World, **how: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """Edges of 2025 by source and target."""
    found = world.rows(
        "from mention_edges('2025-01-01', '2025-12-31', fold := $fold, topics := $topics)",
        fold=how.get("fold", "capitals"),
        topics=how.get("topics"),
    )
    return {(row["source_id"], row["target_id"]): row for row in found}


def test_persons_fold_into_the_capital_of_their_office_that_day(given: Given) -> None:
    world = given(
        offices=OFFICES,
        statements=[
            said(1, "putin", "macron:hostile"),
            said(2, "putin", "stoltenberg:critical", "2024-10-01"),
            said(3, "putin", "stoltenberg:critical", "2024-10-02"),
        ],
    )
    assert pairs(world) == [
        ("s1", "RUS", "FRA", "hostile"),
        ("s2", "RUS", "NATO", "critical"),
        ("s3", "RUS", "stoltenberg", "critical"),
    ]


def test_a_speaker_without_an_office_stands_alone(given: Given) -> None:
    world = given(offices=OFFICES, statements=[said(1, "stoltenberg", "RUS:critical")])
    assert pairs(world) == [("s1", "stoltenberg", "RUS", "critical")]


def test_once_per_statement_and_pair_with_the_harsher_tone(given: Given) -> None:
    world = given(
        offices=OFFICES,
        statements=[
            said(1, "putin", "FRA:neutral;macron:hostile"),
            said(2, "putin", "macron:supportive;FRA:neutral"),
            said(3, "putin", "macron:critical;FRA:neutral"),
        ],
    )
    assert [(row[0], row[3]) for row in pairs(world)] == [("s1", "hostile"), ("s2", "neutral"), ("s3", "critical")]


def test_what_is_said_of_the_own_side_is_left_out(given: Given) -> None:
    world = given(
        offices=OFFICES, statements=[said(1, "putin", "RUS:supportive;lavrov:supportive;putin:neutral;FRA:hostile")]
    )
    for fold in ("capitals", "persons", "both"):
        assert [row[2] for row in pairs(world, fold)] == ([] if fold == "persons" else ["FRA"])


def test_the_fold_says_who_stands_for_whom(given: Given) -> None:
    world = given(offices=OFFICES, statements=[said(1, "putin", "macron:hostile;FRA:critical;NATO:critical")])
    assert [row[1:3] for row in pairs(world, "capitals")] == [("RUS", "FRA"), ("RUS", "NATO")]
    assert [row[1:3] for row in pairs(world, "persons")] == [("putin", "macron")]
    assert [row[1:3] for row in pairs(world, "both")] == [("putin", "FRA"), ("putin", "NATO"), ("putin", "macron")]


def test_edges_count_the_window_both_days_included(given: Given) -> None:
    days = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"]
    world = given(offices=OFFICES, statements=[said(at, "putin", "FRA:critical", day) for at, day in enumerate(days)])
    edge = edges(world)["RUS", "FRA"]
    assert (edge["statements"], edge["statement_ids"], edge["source"], edge["target"]) == (
        2,
        ["s1", "s2"],
        "Russia",
        "France",
    )


def test_edges_have_a_direction_and_may_be_asked_by_topic(given: Given) -> None:
    world = given(
        offices=OFFICES,
        statements=[
            said(1, "putin", "FRA:hostile"),
            said(2, "macron", "RUS:critical", topics="ceasefire;frozen_assets"),
            said(3, "macron", "putin:critical", topics="foreign_troops"),
        ],
    )
    assert {pair: edge["statements"] for pair, edge in edges(world).items()} == {("RUS", "FRA"): 1, ("FRA", "RUS"): 2}
    assert {pair: edge["statement_ids"] for pair, edge in edges(world, topics=["frozen_assets"]).items()} == {
        ("FRA", "RUS"): ["s2"]
    }
    either = edges(world, topics=["frozen_assets", "foreign_troops"])
    assert {pair: edge["statement_ids"] for pair, edge in either.items()} == {("FRA", "RUS"): ["s2", "s3"]}
    assert set(edges(world, fold="persons")) == {("macron", "putin")}


def tone(given: Given, supportive: int = 0, neutral: int = 0, critical: int = 0, hostile: int = 0) -> dict[str, Any]:
    """The edge from Moscow to Paris made of so many statements of each tone."""
    counts = {"supportive": supportive, "neutral": neutral, "critical": critical, "hostile": hostile}
    tones = [word for word, count in counts.items() for _ in range(count)]
    world = given(offices=OFFICES, statements=[said(at, "putin", f"FRA:{word}") for at, word in enumerate(tones)])
    edge = edges(world)["RUS", "FRA"]
    assert {word: edge[word] for word in counts} == counts
    return edge


def test_eleven_supportive_and_twelve_critical_are_mixed(given: Given) -> None:
    edge = tone(given, supportive=11, critical=12)
    assert (edge["tone"], edge["is_ranked"]) == ("mixed", True)


def test_a_quarter_is_not_more_than_a_quarter(given: Given) -> None:
    assert tone(given, supportive=1, critical=3)["tone"] == "critical"


def test_critical_and_hostile_together_make_the_negative_share(given: Given) -> None:
    assert tone(given, supportive=4, critical=2, hostile=2)["tone"] == "mixed"


def test_the_sign_with_most_statements_names_the_tone(given: Given) -> None:
    assert tone(given, neutral=4, critical=3, hostile=2)["tone"] == "critical"


def test_a_tie_goes_to_the_harsher(given: Given) -> None:
    assert tone(given, supportive=2, neutral=2)["tone"] == "neutral"


def test_fewer_than_three_statements_are_never_ranked(given: Given) -> None:
    edge = tone(given, hostile=2)
    assert (edge["tone"], edge["is_ranked"]) == ("hostile", False)
