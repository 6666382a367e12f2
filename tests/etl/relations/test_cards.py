"""What is read on screens: statement_cards, timeline_items, contributions, doubts_of, source_use, coverage, actors."""

from datetime import date

from tests.etl.relations.conftest import Given

MACRON = {"speaker_id": "macron", "actor_id": "FRA", "office": "President"}
PUTIN = {"speaker_id": "putin", "actor_id": "RUS", "office": "President"}
SAID = {"statement_id": "26", "speaker_id": "macron", "said_on": "2025-09-04"}
ANSWER = {"statement_id": "targets", "speaker_id": "putin", "said_on": "2025-09-05", "reply_to_id": "26"}
PARIS = {"event_id": "paris", "starts_on": "2025-09-04", "participant_ids": "GBR", "participants_reported": "35"}


def test_actors_are_the_union_of_the_three(given: Given) -> None:
    world = given(offices=[MACRON])
    asked = "select actor_kind, name, label from actors where actor_id in ('TUR', 'EU', 'macron') order by actor_kind"
    assert [tuple(row.values()) for row in world.rows(asked)] == [
        ("country", "Türkiye", "Türkiye"),
        ("organisation", "European Union", "EU"),
        ("person", "Macron", "Macron"),
    ]


def test_a_statement_card_says_who_to_whom_and_in_answer_to_what(given: Given) -> None:
    spoken = {"mentions": "FRA:critical;macron:hostile", "topics": "foreign_troops;ceasefire", "event_id": "paris"}
    quoted = {"quote": "Legitimate targets.", "quote_form": "translation", "quote_language_code": "ru"}
    world = given(
        offices=[MACRON, PUTIN],
        events=[PARIS],
        statements=[SAID, {**ANSWER, **spoken, **quoted}],
        doubts=[{"table_name": "statements", "row_id": "targets"}],
    )
    first, card = world.rows("from statement_cards order by said_on")
    assert (card["speaker"], card["office"], card["actor_id"], card["actor"]) == ("Putin", "President", "RUS", "Russia")
    assert card["mentions"] == [
        {"actor_id": "FRA", "label": "France", "tone": "critical"},
        {"actor_id": "macron", "label": "Macron", "tone": "hostile"},
    ]
    assert (card["topics"], card["topic_labels"]) == (["foreign_troops", "ceasefire"], ["Foreign troops", "Ceasefire"])
    assert (card["event_title"], card["reply_to_speaker"], card["quote_language"]) == ("Summit", "Macron", "Russian")
    assert (card["answers"], card["sources"], card["doubts"], card["quad_class"]) == (0, 1, 1, "verbal_cooperation")
    assert (first["answers"], first["mentions"], first["reply_to_speaker"]) == (1, [], None)


def test_timeline_items_are_events_and_statements(given: Given) -> None:
    world = given(
        offices=[MACRON, PUTIN],
        events=[PARIS],
        statements=[{**SAID, "event_id": "paris"}, {**ANSWER, "event_id": "paris"}],
        pledges=[{"pledger_id": "NOR", "announced_on": "2025-09-04", "event_id": "paris"}],
    )
    items = {row["item_id"]: row for row in world.rows("from timeline_items")}
    assert {name: item["item_kind"] for name, item in items.items()} == {
        "paris": "event",
        "26": "statement",
        "targets": "statement",
    }
    assert items["paris"]["actor_ids"] == ["FRA", "GBR", "NOR"], "took part, spoke there on its day, pledged there"
    assert items["paris"]["topics"] == ["foreign_troops"]
    assert (items["targets"]["actor_ids"], items["targets"]["title"], items["targets"]["category"]) == (
        ["RUS"],
        "Said so.",
        None,
    )


def test_rank_is_computed_from_what_hangs_on_an_item(given: Given) -> None:
    world = given(
        sources=[{"source_id": "herald"}, {"source_id": "wire"}],
        offices=[MACRON, PUTIN],
        events=[{"event_id": "plain", "starts_on": "2025-09-04"}, PARIS],
        statements=[SAID, ANSWER, {**SAID, "statement_id": "twice", "source_ids": "herald;wire"}],
    )
    ranks = {row["item_id"]: row["rank"] for row in world.rows("select item_id, rank from timeline_items")}
    assert ranks["paris"] > ranks["plain"] > 0
    assert ranks["26"] > ranks["twice"] > ranks["targets"] > 0


def test_contributions_are_listed_with_what_they_overlap(given: Given) -> None:
    gift = {"pledger_id": "SWE", "kind": "weapons", "phase": "", "area": "", "status": "pledged"}
    world = given(
        pledges=[
            {**gift, "pledge_id": "frame", "announced_on": "2024-05-22"},
            {**gift, "pledge_id": "part", "announced_on": "2024-05-31"},
            {**gift, "pledge_id": "stop", "announced_on": "2025-01-01", "status": "withdrawn"},
            {**gift, "pledge_id": "troops", "announced_on": "2025-01-01", "kind": "ground_troops", "phase": "post_war"},
        ],
        same_money=[
            {"same_money_id": "m", "label": "SEK 75bn", "counted_pledge_id": "frame", "same_pledge_ids": "part"}
        ],
    )
    asked = "select pledge_id, pledger, is_refusal, same_money_labels from contributions order by announced_on"
    assert [tuple(row.values()) for row in world.rows(asked)] == [
        ("frame", "Sweden", False, ["SEK 75bn"]),
        ("part", "Sweden", False, ["SEK 75bn"]),
        ("stop", "Sweden", True, []),
    ]


def test_doubts_of_one_row_only(given: Given) -> None:
    world = given(
        doubts=[{"row_id": "p1"}, {"row_id": "p2"}, {"row_id": "p1", "table_name": "statements", "doubt_id": "d3"}],
    )
    (doubt,) = world.rows("from doubts_of('pledges', 'p1')")
    assert (doubt["doubt_id"], doubt["kind_label"]) == ("p1-status_reading", "Status can be read otherwise")


def test_source_use_names_each_row_once(given: Given) -> None:
    world = given(
        sources=[{"source_id": "herald"}, {"source_id": "wire"}],
        statements=[{**SAID, "source_ids": "herald;wire"}],
        doubts=[{"row_id": "p1", "rival_source_ids": "wire"}],
    )
    found = world.rows("from source_use order by source_id, table_name")
    assert [tuple(row.values()) for row in found] == [
        ("herald", "statements", "26", date(2025, 9, 4)),
        ("wire", "doubts", "p1-status_reading", None),
        ("wire", "statements", "26", date(2025, 9, 4)),
    ]


def test_coverage_has_every_month_and_says_which_are_dense(given: Given) -> None:
    world = given(events=[PARIS], statements=[SAID, ANSWER])
    months = {row["month_starts_on"]: row for row in world.rows("from coverage_by_month")}
    assert (min(months), max(months), len(months)) == (date(2021, 12, 1), date(2026, 7, 1), 56)
    summit = months[date(2025, 9, 1)]
    assert (summit["events"], summit["statements"], summit["pledges"], summit["is_dense"]) == (1, 2, 0, True)
    assert [months[date(2024, month, 1)]["is_dense"] for month in (1, 2)] == [False, True]
    assert [months[date(2026, month, 1)]["is_dense"] for month in (2, 3)] == [True, False], (
        "13 March ends the dense span"
    )
