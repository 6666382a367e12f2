"""What the SQL page answers: rows as a browser reads them, errors in plain words, examples that work."""

import contextlib
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.console.engine import Console
from dashboard.console.examples import Example, examples
from dashboard.console.explain import Names, explained
from dashboard.console.limits import LIMITS
from dashboard.console.own import readable
from dashboard.console.release import unlinked
from dashboard.console.schema import GROUPS, schema
from dashboard.database import Asked, Database
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection


@pytest.fixture(scope="module")
def console(tiny_database: Path) -> Console:
    return Console(Database(tiny_database))


def said(console: Console, sql: str) -> dict[str, Any]:
    parts: dict[str, Any] = json.loads(console.answer(sql).body)
    return parts


def test_rows_come_with_their_columns_and_types(console: Console) -> None:
    answer = said(console, "select status, count(*) as n from pledges where status = 'signed' group by all")
    assert answer["columns"] == ["status", "n"]
    assert answer["types"] == ["VARCHAR", "BIGINT"]
    assert [row[0] for row in answer["rows"]] == ["signed"]
    assert answer["truncated"] is False
    assert answer["note"] == ""


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("date '2025-09-04'", "2025-09-04"),
        ("timestamp '2025-09-04 10:00:00'", "2025-09-04 10:00:00"),
        ("time '12:30:00'", "12:30:00"),
        ("9007199254740993", "9007199254740993"),
        ("12::hugeint", 12),
        ("1.50::decimal(9, 2)", 1.5),
        ("'nan'::double", "nan"),
        ("[1, null, 3]", [1, None, 3]),
        ("{'a': 1, 'b': date '2025-01-01'}", {"a": 1, "b": "2025-01-01"}),
        ("map {'k': ['v']}", {"k": ["v"]}),
        ("'ab'::blob", "6162"),
        ("null", None),
        ("true", True),
        ("'é 😀'", "é 😀"),
        ("interval 3 days", "3 days, 0:00:00"),
    ],
)
def test_every_sort_of_value_arrives(console: Console, value: str, read: object) -> None:
    assert said(console, f"select {value} as x")["rows"] == [[read]]


def test_an_answer_that_is_too_long_is_cut_and_says_so(console: Console) -> None:
    answer = said(console, "from range(20000)")
    assert len(answer["rows"]) == LIMITS.rows
    assert answer["truncated"] is True
    assert "first 10,000 rows" in answer["note"]
    large = said(console, "select repeat('x', 15000) from range(10000)")
    assert len(large["rows"]) < 600
    assert "8 MB" in large["note"]
    long = said(console, "select repeat('x', 30000) as x")
    assert len(long["rows"][0][0]) == LIMITS.cell + 1
    assert "20,000 characters" in long["note"]


def test_exactly_as_many_rows_as_are_sent_are_whole(console: Console) -> None:
    answer = said(console, "from range(10000)")
    assert answer["truncated"] is False
    assert len(answer["rows"]) == LIMITS.rows


@pytest.mark.parametrize(
    ("sql", "error", "hint"),
    [
        ("selec 1", "can't be read at “selec”", "“select”"),
        ("select 1 frm pledges where x", "can't be read at", ""),
        ("select 'abc", "isn't closed", "'abc"),
        ("from pledge", "no table “pledge”", "pledges"),
        ("from position_on(date '2025-09-04')", "no function “position_on”", "positions_on(day, phase := 'post_war')"),
        ("from positions_on", "takes parameters", "from positions_on(day, phase := 'post_war')"),
        ("from positions_on()", "takes other parameters", "positions_on(day, phase := 'post_war')"),
        ("from pledges(1)", "takes no parameters", "from pledges"),
        ("from 'data.csv'", "Files can't be read", "release"),
        ("select statu from pledges", "no column “statu”", "status"),
        ("select p.statu from pledges as p", "“p” has no column “statu”", "status"),
        ('select * from pledges where status = "signed"', "no column “signed”", "'signed'"),
        ("select q.status from pledges as p", "“q” is no table", "after from or join"),
        ("select kind, count(*) from pledges", "“kind” differs within a group", "group by"),
        ("select status from pledges a join pledges b using (kind)", "more than one table", "a.status"),
        ("select sum(summary) from pledges", "“sum” can't take", "sum("),
        ("select * from pledges where announced_on > 'May'", "“May” is no day", "date '2025-09-04'"),
        ("select * from pledges where announced_on > 2025", "This is no day.", "date '2025-09-04'"),
        ("select * from positions_on(2025-09-04)", "A number can't be read as a day.", "date '2025-09-04'"),
        ("select from pledges", "Nothing is selected.", "names of columns"),
        ("select 1 where [1] = 2", "INTEGER can't be read as INTEGER[].", "like with like"),
        ("select status, count(*) from pledges where count(*) > 2 group by status", "not yet made", "having"),
        ("select * from pledges where status = (select status from pledges)", "gives several rows", "in (…)"),
        ("select 1 union select 1, 2", "different numbers of columns", "union by name"),
        ("select 'x'::integer", "“x” can't be read as INT", "try_cast"),
        ("select $day", "“$day” has no value", "Write the value itself"),
        ("", "no statement", "select"),
        ("select 1; select 2", "several", "One statement"),
        ("drop table pledges", "“drop” would change something", "One statement"),
        ("with a as (select 1) insert into release from a", "“insert” would change something", "One statement"),
        ("explain select 1", "How a query would be carried out", "Run the query itself"),
        ("-- x\n/* y */ EXPLAIN analyze select 1", "How a query would be carried out", "Run the query itself"),
        ("install x", "Extensions can't be installed", "without them"),
        ("force install x", "Extensions can't be installed", "without them"),
        ("update extensions", "Extensions can't be installed", "without them"),
        ("load httpfs", "Extensions can't be installed", "without them"),
        ("checkpoint", "nothing to write back", "One statement"),
        ("analyze", "nothing to write back", "One statement"),
        ("use x", "one database here", "need no name"),
        ("set threads = 4", "Settings can't be changed", "value itself"),
        ("pragma database_list", "can't be asked for", "show tables"),
        ("call pragma_version()", "isn't called here", "from positions_on"),
        ("begin", "no transactions", "One statement"),
        ("execute p", "No statement is kept", "Write it whole"),
        ("deallocate p", "No statement is kept", "Write it whole"),
        ("attach 'x'", "Other databases", "from pledges"),
        ("connect 'x'", "Other databases", "from pledges"),
        ("copy pledges to 'x'", "Files can't be read or written", "Download CSV"),
        ("import database 'x'", "Files can't be read or written", "Download CSV"),
        ("create table x (a int)", "Nothing can be created", "with name as"),
        ("kill 1", "can't be read at “kill”", "begins with select"),
        (".tables", "can't be read at", "show tables"),
        ("select read_text('x')", "gives rows", "behind from"),
        ("pivot pledges on status using count(*)", "pivot must name its values", "in ("),
        ("select now()", "time zone", "::timestamp"),
        ("select '\0'", "signs that no text has", "plain text"),
        ("select '\ud800'", "signs that no text has", "plain text"),
    ],
)
def test_errors_are_explained(console: Console, sql: str, error: str, hint: str) -> None:
    answer = said(console, sql)
    assert error in answer["error"]
    assert hint in answer["hint"]


@pytest.mark.parametrize(
    "sql",
    [
        "select * from '/etc/passwd'",
        "from 'x.parquet'",
        "from 'https://a.example/x.csv'",
        f"select {'(' * 1200}1{')' * 1200}",
    ],
)
def test_duckdbs_advice_on_files_and_settings_is_kept_back(console: Console, sql: str) -> None:
    answer = said(console, sql)
    assert answer["error"]
    assert not answer.get("said")
    assert not [word for word in ("pg_", "SET ", "setting", "configur", "/etc") if word in json.dumps(answer)]


def test_an_error_says_where_it_is(console: Console) -> None:
    for sql in ("-- é ü\nselect kind,\n    statu\nfrom pledges", "-- é ü\n\nfrom duckdb_settings()"):
        answer = said(console, sql)
        assert (answer["line"], answer["column"]) in ((3, 5), (3, 6))


def test_a_path_in_an_error_is_left_out() -> None:
    told = explained('IO Error: {"exception_message": "Cannot open /srv/data/x.duckdb: denied"}', "select 1", Names())
    assert "/srv" not in json.dumps(told)


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_each_example_answers_something(console: Console, real_database: Path, example: Example) -> None:
    assert example.question.endswith("?")
    for place in (console, Console(Database(real_database))):
        answered = place.answer(example.sql)
        assert answered.status == 200, answered.body.decode()
        answer = json.loads(answered.body)
        assert not answer["truncated"]
    assert len(answer["rows"]) > 5


def test_there_are_a_dozen_examples_and_more() -> None:
    assert len(examples()) >= 12


@pytest.mark.parametrize("page", EXHIBITS)
def test_what_a_view_asks_can_be_asked_here(console: Console, tiny_database: Path, page: str) -> None:
    db = Database(tiny_database)
    selection, _ = Selection.from_query(page, {}, catalogue(db))
    for asked in EXHIBITS[page](db, selection, catalogue(db)).asked:
        answer = said(console, readable(asked))
        assert len(answer["rows"]) == len(asked.frame)
        assert len(answer["columns"]) == asked.frame.shape[1]


def test_parameters_are_written_out_but_not_in_texts() -> None:
    asked = Asked(None, "select $day, '$day', \"$day\" -- $day\nfrom x where $a", {"day": None, "a": ["it's"]})  # type: ignore[arg-type]
    assert readable(asked) == "select null, '$day', \"$day\" -- $day\nfrom x where ['it''s']"


def test_the_schema_is_whole_and_says_what_things_mean(tiny_database: Path) -> None:
    db = Database(tiny_database)
    found = schema(db)
    held = db.query("select table_name as name from information_schema.tables where table_catalog = 'guarantees'")
    macros = {relation.name for relation in found if relation.group == "macro"}
    assert {relation.name for relation in found} - macros == set(held["name"])
    assert "positions_on" in macros
    assert {relation.group for relation in found} == set(GROUPS)
    assert not [relation.name for relation in found if not relation.meaning or not relation.columns]
    assert "positions_on(day, phase := 'post_war')" in {relation.written for relation in found}
    assert not [one for one in found if one.group == "record" and not all(column.meaning for column in one.columns)]


def test_a_release_too_large_to_copy_has_no_name_either(tiny_database: Path, tmp_path: Path) -> None:
    (tmp_path / "release.duckdb").write_bytes(tiny_database.read_bytes())
    folder = tmp_path / "empty"
    folder.mkdir()
    with contextlib.chdir(folder):
        connection = duckdb.connect()
        connection.execute(f"attach '{unlinked(str(tmp_path / 'release.duckdb'))}' as guarantees (read_only)")
    assert connection.execute("select count(*) from guarantees.release").fetchall() == [(1,)]
    assert str(tmp_path) not in str(connection.execute("from duckdb_databases()").fetchall())
    assert list(folder.iterdir()) == []
