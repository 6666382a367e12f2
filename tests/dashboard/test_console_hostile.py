"""Nobody learns anything of the server from the SQL page, changes anything, or holds it up."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dashboard.console.engine import ROOT, Answered, Console
from dashboard.console.limits import AT_ONCE, PATIENCE
from dashboard.database import Database
from tests.dashboard.hostile import HARMLESS, PRIES, REACHES, WEARS_OUT, listed

SECRET = "hunter2-of-the-environment"
PRYING, REACHING, WEARING, HARMLESS_ONES = map(listed, (PRIES, REACHES, WEARS_OUT, HARMLESS))
MARK = b"dashboard.console.child"
Answers = dict[str, tuple[Answered, float]]


def left_over() -> list[str]:
    """Processes of queries that this process's folder started and that still run."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            mine = f"PPid:\t{os.getpid()}\n" in (path / "status").read_text()
            if mine and MARK in (path / "cmdline").read_bytes():
                found.append(path.name)
        except OSError:
            continue
    return found


@pytest.fixture(scope="module")
def answers(tiny_database: Path) -> Iterator[Answers]:
    """What comes back for each statement, and after how many seconds; as many at once as run at once."""
    os.environ["GUARANTEES_SECRET"] = SECRET
    console = Console(Database(tiny_database))

    def asked(sql: str) -> tuple[str, tuple[Answered, float]]:
        began = time.perf_counter()
        return sql, (console.answer(sql), time.perf_counter() - began)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield dict(pool.map(asked, [*PRYING, *REACHING, *WEARING, *HARMLESS_ONES]))
    del os.environ["GUARANTEES_SECRET"]


def test_there_are_enough_of_them() -> None:
    assert len({*PRYING, *REACHING, *WEARING}) >= 160


@pytest.mark.parametrize("sql", PRYING + REACHING)
def test_what_pries_or_reaches_out_is_refused_in_words(answers: Answers, sql: str) -> None:
    answered, seconds = answers[sql]
    said = json.loads(answered.body)
    assert answered.status == 422
    assert said["error"].endswith((".", "!", "?"))
    assert "rows" not in said
    assert seconds < 6


@pytest.mark.parametrize("sql", WEARING)
def test_what_wears_out_ends_soon_and_says_why(answers: Answers, sql: str) -> None:
    answered, seconds = answers[sql]
    said = json.loads(answered.body)
    assert answered.status == 422
    assert "5 seconds" in said["error"] or "512 MB" in said["error"]
    assert "10,000 rows" in said["hint"]
    assert seconds < 6


@pytest.mark.parametrize("sql", HARMLESS_ONES)
def test_what_is_harmless_is_answered_or_explained(answers: Answers, sql: str) -> None:
    answered, _ = answers[sql]
    said = json.loads(answered.body)
    assert (answered.status == 200 and len(said["rows"]) <= 10_000) or (answered.status == 422 and said["error"])
    assert len(answered.body) < 9_000_000


@pytest.mark.parametrize("sql", [*PRYING, *REACHING, *WEARING, *HARMLESS_ONES])
def test_no_answer_tells_of_the_server(answers: Answers, tiny_database: Path, sql: str) -> None:
    text = answers[sql][0].body.decode()
    home, temporary = str(Path.home()), tempfile.gettempdir()
    places = {str(ROOT), str(tiny_database), str(tiny_database.parent), home, temporary, sys.prefix}
    telling = {*places, SECRET, "/proc/", "/dev/fd", "site-packages", "Traceback", 'File \\"', ".duckdb/"}
    assert not [one for one in telling if one in text and one not in sql]
    if sql not in ("from duckdb_functions()", "from duckdb_columns()", "from information_schema.columns"):
        settings = ("access_mode", "lock_configuration", "secret_directory", "allowed_paths", "memory_limit")
        assert not [one for one in settings if one in text and one not in sql]


def test_no_process_is_left_behind(answers: Answers) -> None:
    assert len(answers) > 190
    assert left_over() == []


def test_nothing_was_written(answers: Answers, tiny_database: Path) -> None:
    assert answers
    assert [path.name for path in tiny_database.parent.glob("tiny.duckdb*")] == ["tiny.duckdb"]
    assert len(Database(tiny_database).query("from pledges")) == 39


def test_ten_heavy_ones_at_once_are_each_answered_soon(tiny_database: Path) -> None:
    console = Console(Database(tiny_database))
    heavy = "select count(*) from range(10000000) a, range(10000000) b"

    def timed(_number: int) -> tuple[Answered, float]:
        began = time.perf_counter()
        return console.answer(heavy), time.perf_counter() - began

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(timed, range(10)))
    assert max(seconds for _, seconds in done) < 6 + PATIENCE
    refused = [json.loads(one.body)["error"] for one, _ in done if one.status == 503]
    assert len(refused) == 10 - AT_ONCE
    assert any("other readers' queries; yours is number 1 in the line" in error for error in refused)
    assert max(seconds for one, seconds in done if one.status == 503) < PATIENCE + 1
    assert console.answer("from release").status == 200
    assert left_over() == []


def test_a_few_quick_ones_wait_for_each_other(tiny_database: Path) -> None:
    console = Console(Database(tiny_database))
    with ThreadPoolExecutor(AT_ONCE + 1) as pool:
        done = list(pool.map(console.answer, ["from release"] * (AT_ONCE + 1)))
    assert [one.status for one in done] == [200] * (AT_ONCE + 1)
