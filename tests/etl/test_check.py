"""The whole of `check`: cells, schemas, references; all in one run, each cell blamed once."""
# ruff: noqa: E501  one case per line reads best

import pytest

from tests.conftest import World

LAKESIDE = "2025-04-10-lakeside-conference"
TWELVE = "2025-04-10-alma-varenne-twelve"
FRANCE = "FRA-2025-04-10-ground_troops"
CANADA = "CAN-2025-06-18-funding"


def test_invented_world_is_clean(tiny_data: World) -> None:
    assert tiny_data.problems(warnings=True) == []


@pytest.mark.parametrize(
    ("table", "cells", "column", "rule", "words"),
    [
        ("events", {"event_id": LAKESIDE, "title": ""}, "title", "required", "fill it in"),
        ("events", {"event_id": LAKESIDE, "starts_on": "2025-02-30"}, "starts_on", "type", "'2025-02-30'"),
        ("events", {"event_id": LAKESIDE, "ends_on": "11.04.2025"}, "ends_on", "type", "written as 2025-02-28"),
        ("events", {"event_id": LAKESIDE, "ends_on": "2025-4-11"}, "ends_on", "type", "written as"),
        ("events", {"event_id": LAKESIDE, "category": "gala"}, "category", "unknown_reference", "event_category"),
        ("events", {"event_id": LAKESIDE, "participant_ids": "FRA;XXX"}, "participant_ids", "unknown_reference", "'XXX'"),
        ("events", {"event_id": LAKESIDE, "participant_ids": "FRA;;DEU"}, "participant_ids", "list_form", "empty item"),
        ("events", {"event_id": LAKESIDE, "participant_ids": "FRA;DEU;FRA"}, "participant_ids", "list_form", "'FRA'"),
        ("events", {"event_id": LAKESIDE, "source_ids": "nowhere"}, "source_ids", "unknown_reference", "sources"),
        ("events", {"event_id": LAKESIDE, "source_ids": ""}, "source_ids", "required", "fill it in"),
        ("events", {"event_id": LAKESIDE, "latitude": "91"}, "latitude", "maximum", "above 90"),
        ("events", {"event_id": LAKESIDE, "longitude": "-181"}, "longitude", "minimum", "below -180"),
        ("events", {"event_id": LAKESIDE, "latitude": "NaN"}, "latitude", "type", "a number"),
        ("events", {"event_id": LAKESIDE, "package_id": "EU-T10"}, "package_id", "unknown_reference", "sanctions_packages"),
        ("events", {"event_id": LAKESIDE, "title": "Lake\u200bside"}, "title", "invisible_character", "zero width space"),
        ("events", {"event_id": LAKESIDE, "place": "Laus\u00adanne"}, "place", "invisible_character", "soft hyphen"),
        ("doubts", {"doubt_id": "castaldi-reply", "table_name": "sayings"}, "table_name", "unknown_code", "statements, un_resolutions or un_votes"),
        ("events", {"event_id": LAKESIDE, "title": " Lakeside"}, "title", "stray_blank", "blank"),
        ("statements", {"statement_id": TWELVE, "speaker_id": "nobody"}, "speaker_id", "unknown_reference", "speakers"),
        ("statements", {"statement_id": TWELVE, "event_id": "nothing"}, "event_id", "unknown_reference", "events"),
        ("statements", {"statement_id": TWELVE, "topics": "foreign_troops;golf"}, "topics", "unknown_reference", "'golf'"),
        ("statements", {"statement_id": TWELVE, "mentions": "RUS"}, "mentions", "mention_form", "actor:tone"),
        ("statements", {"statement_id": TWELVE, "mentions": "RUS:critical:very"}, "mentions", "mention_form", "actor:tone"),
        ("statements", {"statement_id": TWELVE, "mentions": "RUS:critical;UKR:neutral;RUS:hostile"}, "mentions", "mention_form", "'RUS' is mentioned twice"),
        ("statements", {"statement_id": TWELVE, "mentions": "RUS:rude"}, "mentions", "unknown_reference", "'rude'"),
        ("statements", {"statement_id": TWELVE, "mentions": "XXX:critical"}, "mentions", "unknown_reference", "'XXX'"),
        ("statements", {"statement_id": TWELVE, "count_said": "12.5"}, "count_said", "type", "a whole number"),
        ("statements", {"statement_id": TWELVE, "reply_to_id": "nothing"}, "reply_to_id", "unknown_reference", "statements"),
        ("pledges", {"pledge_id": CANADA, "amount": "-1"}, "amount", "minimum", "below 0"),
        ("pledges", {"pledge_id": CANADA, "amount": "much"}, "amount", "type", "a number"),
        ("pledges", {"pledge_id": CANADA, "amount": "1e9"}, "amount", "type", "a number"),
        ("pledges", {"pledge_id": CANADA, "amount": "1,000"}, "amount", "type", "a number"),
        ("pledges", {"pledge_id": FRANCE, "pledger_id": "Narnia"}, "pledger_id", "unknown_reference", "countries"),
        ("pledges", {"pledge_id": FRANCE, "status": "perhaps"}, "status", "unknown_reference", "pledge_status"),
        ("pledges", {"pledge_id": FRANCE, "conditions": "ceasefire;luck"}, "conditions", "unknown_reference", "'luck'"),
        ("pledges", {"pledge_id": "FRA 1", "pledger_id": "FRA", "announced_on": "2025-04-10", "date_precision": "on",
                     "framework": "national", "kind": "weapons", "status": "pledged", "basis": "minister",
                     "instrument": "none", "summary": "A test.", "source_ids": "world-votes-record",
                     "recorded_on": "2026-11-25"}, "pledge_id", "id_characters", "letters, digits"),
        ("offices", {"office_id": "alma-varenne-1", "is_end_known": "yes"}, "is_end_known", "type", "true or false"),
        ("sources", {"source_id": "old-paper-2022-03-01", "url": "ftp://old.example/"}, "url", "url", "https://"),
        ("sources", {"source_id": "old-paper-2022-03-01", "url": "javascript:alert(1)"}, "url", "url", "https://"),
        ("doubts", {"doubt_id": "castaldi-reply", "rival_source_ids": "nowhere"}, "rival_source_ids", "unknown_reference", "sources"),
        ("same_money", {"same_money_id": "canada-c500m", "same_pledge_ids": "nothing"}, "same_pledge_ids", "unknown_reference", "pledges"),
    ],
)  # fmt: skip
def test_broken_cell_is_blamed_once(
    tiny_data: World, table: str, cells: dict[str, str], column: str, rule: str, words: str
) -> None:
    tiny_data.put(table, [cells])
    found = [problem for problem in tiny_data.problems() if problem.column == column and problem.file == f"{table}.csv"]
    assert [problem.rule for problem in found] == [rule]
    assert words in found[0].message
    assert list(cells.values())[0] in tiny_data.path(table).read_text(encoding="utf-8").splitlines()[found[0].line - 1]


def test_the_same_key_twice_names_the_earlier_line(tiny_data: World) -> None:
    path = tiny_data.path("speakers")
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[3] + "\n", encoding="utf-8")
    found = tiny_data.problems()
    assert [(p.rule, p.column) for p in found] == [("duplicate_key", "speaker_id")]
    assert "already on line 4" in found[0].message


def test_the_same_compound_key_twice(tiny_data: World) -> None:
    tiny_data.put("memberships", [{"actor_id": "EST", "bloc": "nordic_baltic"}])
    assert [(p.rule, p.row_id) for p in tiny_data.problems()] == [("duplicate_key", "EST|nordic_baltic")]


def test_extra_table_is_refused_wherever_it_lies(tiny_data: World) -> None:
    (tiny_data.folder / "votes.csv").write_text("a\n", encoding="utf-8")
    (tiny_data.folder / "vocabularies" / "mood.csv").write_text("code\n", encoding="utf-8")
    (tiny_data.folder / "build").mkdir()
    (tiny_data.folder / "build" / "export.csv").write_text("a\n", encoding="utf-8")
    assert [(p.file, p.rule) for p in tiny_data.problems()] == [
        ("vocabularies/mood.csv", "extra_table"),
        ("votes.csv", "extra_table"),
    ]


def test_missing_table_brings_no_further_complaints(tiny_data: World) -> None:
    tiny_data.path("sources").unlink()
    assert [(p.file, p.rule) for p in tiny_data.problems(warnings=True)] == [("sources.csv", "missing_table")]


def test_swapped_header_brings_no_further_complaints(tiny_data: World) -> None:
    path = tiny_data.path("pledges")
    text = path.read_text(encoding="utf-8").replace("pledge_id,pledger_id", "pledger_id,pledge_id", 1)
    path.write_text(text, encoding="utf-8")
    assert [(p.rule, p.line) for p in tiny_data.problems()] == [("column_order", 1)]


def test_short_row_keeps_its_id_known_to_others(tiny_data: World) -> None:
    path = tiny_data.path("statements")
    rows = path.read_text(encoding="utf-8").splitlines()
    place = next(place for place, row in enumerate(rows) if row.startswith(TWELVE))
    rows[place] = rows[place].rsplit(",", 1)[0]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert [(p.rule, p.line) for p in tiny_data.problems()] == [("row_shape", place + 1)]


def test_all_problems_come_in_one_run(tiny_data: World) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "category": "gala"}])
    tiny_data.put("pledges", [{"pledge_id": CANADA, "amount": "much"}, {"pledge_id": FRANCE, "personnel_max": "1"}])
    tiny_data.put("doubts", [{"doubt_id": "castaldi-reply", "row_id": "nothing"}])
    path = tiny_data.path("speakers")
    path.write_text(path.read_text(encoding="utf-8") + "x\n", encoding="utf-8")
    assert {p.rule for p in tiny_data.problems()} == {
        "unknown_reference", "type", "personnel_range", "doubt_about_no_row", "row_shape",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        ("events.schema.yaml", "fields: [", "isn't valid YAML"),
        ("events.schema.yaml", "- a\n- b\n", "isn't a list of names and values"),
        ("events.schema.yaml", "fields: [1, 2]\nprimaryKey: [a]\n", "isn't a Table Schema"),
        ("events.schema.yaml", "description: x\n", "has no fields"),
        ("topic.schema.yaml", "fields: [{name: code, type: text}]\nprimaryKey: [code]\n", "has type text"),
    ],
)
def test_schema_that_is_none_is_a_problem(tiny_data: World, file: str, text: str, words: str) -> None:
    next(tiny_data.folder.rglob(file)).write_text(text, encoding="utf-8")
    found = tiny_data.problems()
    assert {problem.rule for problem in found} == {"schema"}
    assert any(words in problem.message for problem in found)


def test_schema_that_frictionless_refuses_is_a_problem(tiny_data: World) -> None:
    path = next(tiny_data.folder.rglob("topic.schema.yaml"))
    text = path.read_text(encoding="utf-8").replace("unique: true", "minLength: many")
    path.write_text(text, encoding="utf-8")
    assert {(problem.file, problem.rule) for problem in tiny_data.problems()} == {("vocabularies/topic.csv", "schema")}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2021-12-17", "the start", "schema"),
        ("name: events", "title: events", "schema"),
        ("name: corrections", "name: mendings", "correction_of_no_row"),
    ],
)
def test_package_that_lacks_something_is_a_problem(tiny_data: World, old: str, new: str, rule: str) -> None:
    path = tiny_data.folder / "datapackage.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert rule in {problem.rule for problem in tiny_data.problems() if problem.file == "datapackage.yaml"}


@pytest.mark.parametrize(("cell", "rule"), [(" Lausanne", "stray_blank"), ("Laus\u00adanne", "invisible_character")])
def test_the_same_fault_is_named_in_every_row_that_has_it(tiny_data: World, cell: str, rule: str) -> None:
    rows = [{"event_id": LAKESIDE, "place": cell}, {"event_id": "2025-03-20-preparatory-call", "place": cell}]
    tiny_data.put("events", rows)
    found = [problem for problem in tiny_data.problems() if problem.rule == rule]
    assert {problem.row_id for problem in found} == {row["event_id"] for row in rows}


def test_the_same_unknown_id_is_named_in_every_row_that_has_it(tiny_data: World) -> None:
    rows = [{"event_id": LAKESIDE, "category": "gala"}, {"event_id": "2025-03-20-preparatory-call", "category": "gala"}]
    tiny_data.put("events", rows)
    found = [problem for problem in tiny_data.problems() if problem.rule == "unknown_reference"]
    assert {problem.row_id for problem in found} == {row["event_id"] for row in rows}
