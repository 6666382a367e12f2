"""Each rule of etl/sql/checks has a twin here: one violation in the invented world, and exactly that problem."""
# ruff: noqa: E501  one case per line reads best

from typing import Any

import pytest

from etl.checks import CHECKS, rule_message
from tests.conftest import World

LAKESIDE = "2025-04-10-lakeside-conference"
TWELVE = "2025-04-10-alma-varenne-twelve"
TARGETS = "2025-04-11-viktor-zorin-targets"
FRANCE = "FRA-2025-04-10-ground_troops"
CANADA = "CAN-2025-06-18-funding"
DOUBT = "castaldi-reply"
CORRECTION = {"column_name": "title", "corrected_on": "2026-11-26", "why": "A test."}

# rule, table, the cells that break it, the column blamed, words of the message
CASES: list[tuple[str, str, dict[str, str], str, str]] = [
    ("actor_id_used_twice", "organisations", {"actor_id": "FRA", "name": "Fund for Rural Areas", "label": "Fund", "region": "europe"}, "actor_id", "also an id in countries"),
    ("actor_id_used_twice", "speakers", {"speaker_id": "EU", "name": "Eu"}, "speaker_id", "also an id in organisations"),
    ("actor_of_wrong_kind", "pledges", {"pledge_id": CANADA, "pledger_id": "dale-norcross", "statement_id": ""}, "pledger_id", "country or organisation"),
    ("actor_of_wrong_kind", "sanctions_packages", {"package_id": "EU-T9", "adopter_id": "dale-norcross"}, "adopter_id", "is a person"),
    ("actor_of_wrong_kind", "offices", {"office_id": "edgar-pell-2", "speaker_id": "edgar-pell", "office": "Friend", "actor_id": "alma-varenne", "held_from_on": "2026-01-02", "is_end_known": "true"}, "actor_id", "country or organisation"),
    ("actor_of_wrong_kind", "memberships", {"actor_id": "NATO", "bloc": "G7", "source_ids": "world-votes-record"}, "actor_id", "names a country;"),
    ("actor_of_wrong_kind", "aid_totals", {"actor_id": "NATO", "covers_until_on": "2025-08-31", "kiel_release": "25", "measure": "allocation", "total_eur_bn": "1", "source_ids": "aid-counter-2025"}, "actor_id", "names a country;"),
    ("actor_of_wrong_kind", "aid_monthly", {"actor_id": "NATO", "month_starts_on": "2025-08-01", "kiel_release": "29", "measure": "allocation", "military_eur_bn": "1", "financial_eur_bn": "1", "humanitarian_eur_bn": "1", "source_ids": "aid-counter-2025"}, "actor_id", "names a country;"),
    ("amount_without_currency", "pledges", {"pledge_id": CANADA, "currency_code": ""}, "currency_code", "500000000"),
    ("answer_older_than_what_it_answers", "statements", {"statement_id": "2025-03-20-alma-varenne-not-excluded", "reply_to_id": TWELVE}, "reply_to_id", "on 2025-04-10"),
    ("answer_to_itself", "statements", {"statement_id": TWELVE, "reply_to_id": TWELVE}, "reply_to_id", "answers itself"),
    ("contribution_with_phase", "pledges", {"pledge_id": CANADA, "phase": "post_war"}, "phase", "funding is no position"),
    ("copied_row", "doubts", {"doubt_id": "zz-copy", "table_name": "un_votes", "row_id": "A/RES/T-1/1|TUR", "column_name": "vote", "kind": "sources_differ", "stated": "abstain", "rival": "yes", "rival_source_ids": "world-votes-record", "note": "Invented doubt."}, "doubt_id", "vote-turkiye"),
    ("correction_of_no_column", "corrections", {**CORRECTION, "table_name": "events", "row_id": LAKESIDE, "column_name": "headline"}, "column_name", "events has no column 'headline'"),
    ("correction_of_no_row", "corrections", {**CORRECTION, "table_name": "events", "row_id": "nowhere"}, "row_id", "events has no row 'nowhere'"),
    ("correction_unlike_its_cell", "corrections", {**CORRECTION, "table_name": "speakers", "row_id": "alma-varenne", "column_name": "name", "new_value": "Alma Roux"}, "new_value", "corrected to 'Alma Roux', but says 'Alma Varenne'"),
    ("correction_of_no_table", "corrections", {**CORRECTION, "table_name": "happenings", "row_id": LAKESIDE, "column_name": "headline"}, "table_name", "no table happenings"),
    ("addition_of_no_row", "additions", {"table_name": "speakers", "row_id": "nobody", "recorded_on": "2026-12-01"}, "row_id", "speakers has no row 'nobody'"),
    ("addition_of_no_table", "additions", {"table_name": "events", "row_id": LAKESIDE, "recorded_on": "2026-12-01"}, "table_name", "no table events whose rows carry no day"),
    ("currency_without_amount", "pledges", {"pledge_id": CANADA, "amount": ""}, "currency_code", "CAD"),
    ("date_precision_unlike_doubts", "events", {"event_id": LAKESIDE, "date_precision": "about"}, "date_precision", "it is on"),
    ("date_precision_unlike_doubts", "statements", {"statement_id": TWELVE, "date_precision": "by"}, "date_precision", "said_on"),
    ("date_precision_unlike_doubts", "statements", {"statement_id": "2025-06-01-tove-lind-reconsiders", "date_precision": "on"}, "date_precision", "it is about"),
    ("doubt_about_no_column", "doubts", {"doubt_id": DOUBT, "column_name": "answer_id"}, "column_name", "no column 'answer_id'"),
    ("doubt_about_no_row", "doubts", {"doubt_id": "vote-turkiye", "row_id": "A/RES/T-1/1|SWE"}, "row_id", "no row 'A/RES/T-1/1|SWE'"),
    ("event_ends_before_it_starts", "events", {"event_id": LAKESIDE, "ends_on": "2025-04-09"}, "ends_on", "2025-04-10"),
    ("far_from_its_event", "statements", {"statement_id": "2025-09-01-tove-lind-returns", "event_id": LAKESIDE}, "said_on", LAKESIDE),
    ("far_from_its_event", "pledges", {"pledge_id": "EST-2025-09-01-ground_troops", "event_id": "2025-09-15-assembly-vote", "announced_on": "2025-08-31", "statement_id": ""}, "announced_on", "14 days"),
    ("half_a_coordinate", "events", {"event_id": LAKESIDE, "longitude": ""}, "longitude", "come together"),
    ("membership_ends_before_it_starts", "memberships", {"actor_id": "AUS", "bloc": "G7", "member_from_on": "2025-02-01", "member_until_on": "2025-01-31", "source_ids": "world-votes-record"}, "member_until_on", "2025-02-01"),
    ("missing_source", "memberships", {"actor_id": "AUS", "bloc": "G7"}, "source_ids", "no source"),
    ("office_ends_before_it_starts", "offices", {"office_id": "edgar-pell-2", "speaker_id": "edgar-pell", "office": "Mayor", "actor_id": "GBR", "held_from_on": "2026-01-02", "held_until_on": "2026-01-01", "is_end_known": "true"}, "held_until_on", "2026-01-02"),
    ("outside_covered_span", "events", {"event_id": LAKESIDE, "ends_on": "2026-07-06"}, "ends_on", "2026-07-05"),
    ("outside_covered_span", "events", {"event_id": "2022-03-01-first-promises", "starts_on": "2021-12-16", "ends_on": "2022-03-01"}, "starts_on", "2021-12-17"),
    ("outside_covered_span", "sanctions_packages", {"package_id": "EU-T8", "adopted_on": "2021-01-01", "adopter_id": "EU", "summary": "Older.", "source_ids": "world-votes-record"}, "adopted_on", "2021-12-17"),
    ("outside_covered_span", "un_resolutions", {"resolution_id": "A/RES/T-1/1", "adopted_on": "2026-07-06"}, "adopted_on", "2026-07-06"),
    ("outside_covered_span", "statements", {"statement_id": "2026-02-10-jonas-rydell-welcomes", "event_id": "", "said_on": "2026-07-06"}, "said_on", "2026-07-06"),
    ("outside_covered_span", "pledges", {"pledge_id": "CAN-2025-08-20-weapons", "announced_on": "2026-07-06"}, "announced_on", "2026-07-06"),
    ("package_of_no_sanctions", "pledges", {"pledge_id": "EU-2025-07-02-sanctions", "kind": "funding"}, "package_id", "of funding"),
    ("package_on_another_day", "events", {"event_id": "2025-04-11-moscow-answer", "package_id": "EU-T9"}, "package_id", "2025-07-02"),
    ("package_on_another_day", "pledges", {"pledge_id": "EU-2025-07-02-sanctions", "announced_on": "2025-07-03", "statement_id": ""}, "package_id", "of 2025-07-03"),
    ("personnel_range", "pledges", {"pledge_id": FRANCE, "personnel_max": "1999"}, "personnel_max", "2000"),
    ("place_spelled_two_ways", "statements", {"statement_id": TWELVE, "place": "lausanne"}, "place", "'Lausanne'"),
    ("place_spelled_two_ways", "events", {"event_id": "2025-06-18-canada-aid", "place": "Ottawà"}, "place", "'Ottawa'"),
    ("pledge_by_another_actor", "pledges", {"pledge_id": "AUS-2025-04-10-ground_troops", "basis": "minister"}, "statement_id", "third_party"),
    ("pledge_on_another_day_than_its_statement", "pledges", {"pledge_id": "USA-2025-04-12-ground_troops", "announced_on": "2025-04-11"}, "announced_on", "2025-04-12"),
    ("position_without_phase", "pledges", {"pledge_id": "EU-2025-03-20-training", "phase": ""}, "phase", "training is a position"),
    ("quote_form_without_quote", "statements", {"statement_id": TWELVE, "quote": ""}, "quote_form", "add the quote"),
    ("quote_form_without_quote", "statements", {"statement_id": TWELVE, "quote": "", "quote_form": ""}, "quote_language_code", "fr tells"),
    ("quote_too_long", "statements", {"statement_id": TWELVE, "quote": "one two\u00a0three four five six seven eight nine ten eleven twelve thirteen\u2028fourteen—fifteen–sixteen"}, "quote", "16 words"),
    ("quote_too_long", "statements", {"statement_id": TWELVE, "quote": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"}, "quote", "16 words"),
    ("quote_without_form", "statements", {"statement_id": TWELVE, "quote_form": ""}, "quote_form", "original, translation or unclear"),
    ("quote_without_language", "statements", {"statement_id": TWELVE, "quote_language_code": ""}, "quote_language_code", "und"),
    ("rank_given_twice", "basis", {"code": "minister", "rank": "4"}, "rank", "head_of_state has the rank 4"),
    ("rank_of_no_step", "pledge_status", {"code": "withdrawn", "rank": "6"}, "rank", "withdrawn"),
    ("recorded_before_its_day", "events", {"event_id": LAKESIDE, "recorded_on": "2025-04-09"}, "recorded_on", "2025-04-10"),
    ("recorded_before_its_day", "statements", {"statement_id": TWELVE, "recorded_on": "2025-04-09"}, "recorded_on", "2025-04-10"),
    ("recorded_before_its_day", "pledges", {"pledge_id": FRANCE, "recorded_on": "2025-04-09"}, "recorded_on", "2025-04-10"),
    ("same_money_names_itself", "same_money", {"same_money_id": "canada-c500m", "same_pledge_ids": CANADA}, "same_pledge_ids", CANADA),
    ("source_not_used", "sources", {"source_id": "idle", "publisher": "Idle", "title": "Idle", "url": "https://idle.example/", "language_code": "en", "standing": "agency"}, "source_id", "no row uses"),
    ("speaker_out_of_office", "statements", {"statement_id": "2025-07-03-pavel-grudov-harm", "speaker_id": "kazimir-dolny"}, "said_on", "kazimir-dolny held no"),
    ("two_positions_at_once", "pledges", {"pledge_id": "ITA-2025-04-11-ground_troops", "announced_on": "2025-04-10", "basis": "head_of_government", "statement_id": ""}, "status", "ITA-2025-04-10-ground_troops"),
    ("two_positions_at_once", "pledges", {"pledge_id": "ITA-2025-04-11-ground_troops", "announced_on": "2025-04-10", "basis": "head_of_government", "statement_id": "", "status": "declined"}, "status", "un_mandate"),
    ("url_of_two_sources", "sources", {"source_id": "old-paper-2022-03-01", "url": "https://news.example/late-paper-2026-05-05"}, "url", "late-paper-2026-05-05"),
    ("votes_unlike_roll_call", "un_resolutions", {"resolution_id": "A/RES/T-1/2", "votes_no": "2"}, "votes_no", "1 in un_votes say no"),
]  # fmt: skip
CIRCLE = [
    {"statement_id": TWELVE, "said_on": "2025-04-11", "reply_to_id": TARGETS},
    {"statement_id": TARGETS, "reply_to_id": TWELVE},
]


@pytest.mark.parametrize(
    ("rule", "table", "cells", "column", "words"), CASES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_rule_finds_exactly_its_violation(
    tiny_data: World, rule: str, table: str, cells: dict[str, str], column: str, words: str
) -> None:
    tiny_data.put(table, [cells])
    found = tiny_data.problems(warnings=True)
    assert [(p.rule, p.column, p.file) for p in found] == [
        (rule, column, tiny_data.path(table).relative_to(tiny_data.folder).as_posix())
    ]
    assert words in found[0].message
    assert list(cells.values())[0] in found[0].row_id or table == "corrections"
    text = tiny_data.path(table).read_text(encoding="utf-8").splitlines()[found[0].line - 1]
    assert list(cells.values())[0] in text


def test_circle_of_answers_is_named_at_each_of_its_links(tiny_data: World) -> None:
    tiny_data.put("statements", CIRCLE)
    found = [problem for problem in tiny_data.problems() if problem.rule == "circle_of_answers"]
    assert [problem.row_id for problem in found] == [TWELVE, TARGETS]


def test_an_actor_that_is_no_country_does_not_vote(tiny_data: World) -> None:
    tiny_data.put("organisations", [{"actor_id": "FND", "name": "Fund", "label": "Fund", "region": "europe"}])
    tiny_data.put("un_votes", [{"resolution_id": "A/RES/T-1/2", "actor_id": "FND", "vote": "absent"}])
    assert ("actor_of_wrong_kind", "A/RES/T-1/2|FND") in [(p.rule, p.row_id) for p in tiny_data.problems()]


def test_every_rule_has_a_case() -> None:
    assert {path.stem for path in CHECKS.glob("*.sql")} == {case[0] for case in CASES} | {"circle_of_answers"}


@pytest.mark.parametrize("path", sorted(CHECKS.glob("*.sql")), ids=lambda path: path.stem)
def test_every_rule_says_what_to_do(path: Any) -> None:
    _, message = rule_message(path.read_text(encoding="utf-8"))
    assert ";" in message or ":" in message, "what is wrong; what to do"


def test_groups_of_our_own_need_no_source(tiny_data: World) -> None:
    tiny_data.put("memberships", [{"actor_id": "DNK", "bloc": "nordic_baltic"}, {"actor_id": "CHE", "bloc": "neutral"}])
    assert tiny_data.problems() == []


def test_days_at_the_very_edge_are_allowed(tiny_data: World) -> None:
    day = {"2025-03-27": "14 days before", "2025-05-21": "40 days after the end"}
    tiny_data.put(
        "statements", [{"statement_id": "2025-04-10-tove-lind-company", "said_on": said} for said in list(day)[:1]]
    )
    tiny_data.put("statements", [{"statement_id": "2025-04-15-selim-aksoy-ships", "said_on": "2025-05-21"}])
    assert tiny_data.problems() == []


def test_office_without_start_covers_earlier_days_and_last_day_counts(tiny_data: World) -> None:
    tiny_data.put(
        "statements", [{"statement_id": "2025-05-06-edgar-pell-harbour", "said_on": "2025-06-30", "event_id": ""}]
    )
    tiny_data.put("offices", [{"office_id": "edgar-pell-1", "held_from_on": ""}])
    assert tiny_data.problems() == []
