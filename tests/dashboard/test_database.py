"""The database: missing, half-made, swapped while in use, and closed to anything but reading."""

import datetime as dt
import io
import json
import logging
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from dashboard import log
from dashboard.database import Database, DatabaseError, DatabaseMissing, DatabaseUnreadable
from dashboard.opened import ASKED
from etl.seal import seal


def built(path: Path, release: str) -> Path:
    """A database whose relations are all there, and hold nothing but its release."""
    part = path.with_suffix(".part")
    with duckdb.connect(str(part)) as connection:
        connection.execute(
            "create table release as select $1 as release, date '2026-03-13' as dense_until_on", [release]
        )
        connection.execute("create macro twice(number) as table select number * 2 as doubled")
        for name in {*ASKED} - {"release"}:
            connection.execute(f'create table "{name}" (nothing integer)')
    seal(part)
    part.replace(path)
    return path


def test_release_has_days_as_dates(tiny_database: Path) -> None:
    release = Database(tiny_database).release()
    assert isinstance(release["dense_until_on"], dt.date)
    assert release["statements"] == 32


def test_answers_come_with_what_was_asked(tiny_database: Path) -> None:
    asked = Database(tiny_database).ask("select code from phase where code = $code", code="wartime")
    assert asked.rows == [{"code": "wartime"}]
    assert asked.sql.startswith("select code")
    assert asked.parameters == {"code": "wartime"}


def test_macros_answer(tmp_path: Path) -> None:
    database = Database(built(tmp_path / "g.duckdb", "one"))
    assert database.query("select doubled from twice($number)", number=4)["doubled"].tolist() == [8]


def test_an_unset_filter_is_null(tiny_database: Path) -> None:
    sql = "select count(*) as n from phase where $codes is null or list_contains($codes, code)"
    database = Database(tiny_database)
    assert database.query(sql, codes=None)["n"].iloc[0] == 3
    assert database.query(sql, codes=["wartime"])["n"].iloc[0] == 1


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        Database(tmp_path / "none.duckdb").release()


@pytest.mark.parametrize("content", [b"", b"half", b"\x00" * 5000])
def test_half_made_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "g.duckdb"
    path.write_bytes(content)
    with pytest.raises(DatabaseError):
        Database(path).release()


def test_truncated_build(tmp_path: Path, tiny_database: Path) -> None:
    path = tmp_path / "g.duckdb"
    path.write_bytes(tiny_database.read_bytes()[: tiny_database.stat().st_size // 3])
    with pytest.raises(DatabaseUnreadable):
        Database(path).release()


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreadable):
        Database(tmp_path).release()


def test_a_database_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "g.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create table birds as select 'wren' as name")
    with pytest.raises(DatabaseUnreadable):
        Database(path).release()


def test_heals_when_the_build_arrives(tmp_path: Path) -> None:
    database = Database(tmp_path / "g.duckdb")
    with pytest.raises(DatabaseMissing):
        database.release()
    built(database.path, "one")
    assert database.release()["release"] == "one"


def test_a_new_build_is_picked_up(tmp_path: Path) -> None:
    database = Database(built(tmp_path / "g.duckdb", "one"))
    assert database.kept("name", lambda: "of one") == "of one"
    assert database.release()["release"] == "one"
    built(database.path, "two")
    assert database.release()["release"] == "two"
    assert database.query("select release from release")["release"].tolist() == ["two"]
    assert database.kept("name", lambda: "of two") == "of two"


def test_kept_is_made_once(tiny_database: Path) -> None:
    database, made = Database(tiny_database), []
    for _ in range(3):
        database.kept("name", lambda: made.append(1))
    assert made == [1]


@pytest.mark.parametrize(
    "sql",
    [
        "insert into phase values ('x', 'x', 'x')",
        "create table guarantees.main.x (a int)",
        "copy phase to '/tmp/phase.csv'",
        "select * from read_csv('/etc/passwd')",
        "attach '/tmp/other.duckdb' as other",
        "set enable_external_access = true",
        "install httpfs",
    ],
)
def test_only_reading(tiny_database: Path, sql: str) -> None:
    with pytest.raises(duckdb.Error):
        Database(tiny_database).query(sql)


def test_a_quote_in_the_path(tmp_path: Path, tiny_database: Path) -> None:
    folder = tmp_path / "it's here"
    folder.mkdir()
    shutil.copy(tiny_database, folder / "g.duckdb")
    assert Database(folder / "g.duckdb").release()["statements"] == 32


@pytest.fixture
def lines() -> Iterator[Callable[[], list[tuple[str, str, object]]]]:
    """Level, event and reason of what was logged so far; nothing of it names a folder."""
    handler = logging.StreamHandler(written := io.StringIO())
    handler.setFormatter(log.Lines())
    log.LOG.addHandler(handler)
    level = log.LOG.level
    log.LOG.setLevel(logging.INFO)

    def told() -> list[tuple[str, str, object]]:
        found = [json.loads(line) for line in written.getvalue().splitlines()]
        assert all("/" not in str(line["file"]) + str(line.get("reason")) for line in found)
        return [(line["level"], line["event"], line.get("reason") or line["release"]) for line in found]

    yield told
    log.LOG.removeHandler(handler)
    log.LOG.setLevel(level)


def test_the_log_tells_each_release_that_is_taken_and_each_file_that_is_refused_once(
    tmp_path: Path, lines: Callable[[], list[tuple[str, str, object]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.database.PATIENCE", 0.0)
    database = Database(tmp_path / "g.duckdb")
    for _ in range(3):
        with pytest.raises(DatabaseMissing):
            database.release()
    missing = ("warning", "a database was refused", "There is no database at g.duckdb yet.")
    assert lines() == [missing]
    built(database.path, "one")
    assert [str(database.release()["release"]) for _ in range(3)] == ["one"] * 3
    taken = ("info", "a release is served", "one")
    assert lines() == [missing, taken]
    for content in (b"half", b"half of another"):
        database.path.write_bytes(content)
        assert [str(database.release()["release"]) for _ in range(3)] == ["one"] * 3
    half = ("warning", "a database was refused", database.problem())
    assert lines() == [missing, taken, half, half]
    built(database.path, "two")
    assert database.release()["release"] == "two"
    assert lines()[4:] == [("info", "a release is served", "two")]


def test_a_question_that_fails_leaves_nothing_to_the_next(tiny_database: Path) -> None:
    """Cursors wait for the next question, so one in the middle of a failed one must not be handed on."""
    database = Database(tiny_database)
    for _ in range(2):
        with pytest.raises(duckdb.Error):
            database.ask("select error($word)", word="no")
        assert database.query("select count(*) as n from phase")["n"].iloc[0] == 3


def test_questions_at_once_have_a_cursor_each(tiny_database: Path) -> None:
    database = Database(tiny_database)
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(lambda n: database.query("select $n + count(*) as n from phase", n=n)["n"][0], range(99))
        )
    assert answers == [n + 3 for n in range(99)]
