"""A table that lacks rows of the release built last: said by its check, as a file cut behind a row looks whole."""

import shutil
import time
from pathlib import Path

import pytest

from etl.check import check
from etl.lost import Last
from etl.read import MAX_SIZE
from etl.watch import Watch
from tests.conftest import World
from tests.etl.conftest import Run

DATABASE = Path("build", "guarantees.duckdb")
GONE = ("2026-02-10-jonas-rydell-welcomes", "2026-02-11-viktor-zorin-again")


@pytest.fixture
def released(tiny_data: World, tiny_database: Path) -> World:
    """The invented world, with the database that is built of it."""
    place = tiny_data.folder / DATABASE
    place.parent.mkdir()
    shutil.copyfile(tiny_database, place)
    return tiny_data


def cut(world: World, table: str, rows: int) -> list[str]:
    """Takes the last rows off a file; their ids."""
    path = world.path(table)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-rows]), encoding="utf-8")
    return [line.split(",")[0] for line in lines[-rows:]]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_lost_tail_is_told_with_file_line_rows_and_remedy(released: World, run: Run, command: str) -> None:
    assert tuple(cut(released, "statements", 2)) == GONE
    done = run(command, "--data", released.folder)
    lines = len(released.path("statements").read_text(encoding="utf-8").splitlines())
    assert f"statements.csv:{lines}: 2 rows of release 2026-11-25-" in done.out
    assert f"not here after this line: '{GONE[0]}', '{GONE[1]}'; put them back, or build with --rows-gone" in done.out
    assert done.code == 1


def test_what_is_meant_is_built_and_told_no_more(released: World, run: Run) -> None:
    cut(released, "aid_monthly", 1)
    before = (released.folder / DATABASE).read_bytes()
    assert "aid_monthly.csv" in run("build", "--data", released.folder).out
    assert (released.folder / DATABASE).read_bytes() == before
    assert run("build", "--data", released.folder, "--rows-gone").code == 0
    assert "rows_lost" not in run("check", "--data", released.folder).out


@pytest.mark.parametrize("table", ["aid_monthly", "doubts", "speakers"])
def test_a_table_of_a_releases_first_rows_is_taken_for_one_that_was_cut_off(released: World, table: str) -> None:
    whole = released.path(table).read_text(encoding="utf-8").splitlines(keepends=True)
    for rows in range(len(whole) - 1):
        released.path(table).write_text("".join(whole[: 1 + rows]), encoding="utf-8")
        tables = check(released.folder).tables
        (problem,) = Last(released.folder / DATABASE).lost({table: tables[table]})
        assert (problem.severity, problem.line) == ("error", 1 + rows)
        (meant,) = Last(released.folder / DATABASE).lost({table: tables[table]}, is_meant=True)
        assert meant.severity == "warning"


def test_rows_that_go_from_the_middle_or_for_others_are_a_warning(released: World, run: Run) -> None:
    path = released.path("aid_monthly")
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([*lines[:2], *lines[3:]]), encoding="utf-8")
    done = run("check", "--data", released.folder)
    assert "aid_monthly.csv: 1 row of release" in done.out
    assert "0 errors" in done.out


def test_many_are_counted_and_a_few_named(released: World, run: Run) -> None:
    cut(released, "aid_monthly", 5)
    out = run("check", "--data", released.folder).out
    assert "5 rows of release" in out
    assert " and 2 more; put them back" in out


def test_an_id_given_up_for_another_is_told_too(released: World, run: Run) -> None:
    path = released.path("sources")
    path.write_text(path.read_text(encoding="utf-8").replace("world-votes-record,World", "world-votes,World"), "utf-8")
    out = run("check", "--data", released.folder).out
    assert "sources.csv: 1 row of release" in out
    assert "is not here: 'world-votes-record'; put it back" in out


def test_a_broken_file_is_told_as_broken_alone(released: World) -> None:
    released.path("un_votes").write_text('resolution_id,actor_id,vote\n"A/RES', encoding="utf-8")
    assert not [
        one for one in Last(released.folder / DATABASE).lost(check(released.folder).tables) if "votes" in one.file
    ]


@pytest.mark.parametrize("left", [b"", b"no database", None])
def test_without_a_release_that_can_be_read_nothing_is_lost(released: World, run: Run, left: bytes | None) -> None:
    cut(released, "aid_monthly", 3)
    path = released.folder / DATABASE
    path.unlink() if left is None else path.write_bytes(left)
    done = run("check", "--data", released.folder)
    assert "rows_lost" not in done.out
    assert done.code == 0


def test_a_half_of_a_database_is_none(released: World) -> None:
    path = released.folder / DATABASE
    whole = path.read_bytes()
    for size in (100, len(whole) // 4, len(whole) // 2, len(whole) - 5000):
        path.write_bytes(whole[:size])
        assert all(one.severity == "warning" for one in Last(path).lost(check(released.folder).tables))


def test_watching_tells_it_at_the_save_and_until_the_rows_are_back(released: World) -> None:
    watched, whole = Watch(released.folder, MAX_SIZE), released.path("statements").read_bytes()
    assert watched.check().problems == []
    cut(released, "statements", 1)
    began = time.perf_counter()
    assert [one.rule for one in watched.check().problems] == ["rows_lost"]
    assert time.perf_counter() - began < 1
    released.path("statements").write_bytes(whole)
    assert watched.check().problems == []
    watched.close()
