"""The invented world of tests/tiny, built by the real ETL: schemas, vocabularies and reference come from data/."""

import csv
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from dashboard.pictures import chrome
from dashboard.pictures.studio import STUDIO
from etl.build import build
from etl.check import check
from etl.load import load
from etl.problem import Problem, errors
from tests.e2e.visits import browser, phone, plain_visit, visit

__all__ = ["browser", "phone", "plain_visit", "visit"]

ROOT = Path(__file__).resolve().parent.parent
DATA, TINY = ROOT / "data", ROOT / "tests" / "tiny"
Rows = Sequence[Mapping[str, str]]


@dataclass
class World:
    """A data folder that a test may spoil, and what the ETL makes of it."""

    folder: Path

    def path(self, table: str) -> Path:
        """The file of a table, wherever in the folder it is kept."""
        return next(self.folder.rglob(f"{table}.csv"))

    def rows(self, table: str) -> list[dict[str, str]]:
        """A table's rows as they stand in the file."""
        with self.path(table).open(encoding="utf-8", newline="") as handle:
            return list(csv.DictReader(handle))

    def put(self, table: str, rows: Rows, *, only: bool = False) -> None:
        """Adds rows; one whose id (first column) is there changes the cells given. With `only`, nothing else stays."""
        with self.path(table).open(encoding="utf-8", newline="") as handle:
            columns = next(csv.reader(handle))
        kept = {} if only else {row[columns[0]] + f"#{place}": row for place, row in enumerate(self.rows(table))}
        is_id = columns[0].endswith("_id") or columns[0] == "code"
        for place, row in enumerate(rows):
            assert set(row) <= set(columns), f"{table} has no columns {set(row) - set(columns)}"
            same = [key for key in kept if key.rsplit("#", 1)[0] == row.get(columns[0]) and is_id]
            old = kept[same[0]] if len(same) == 1 else dict.fromkeys(columns, "")
            kept[same[0] if len(same) == 1 else f"#new{place}"] = {**old, **row}
        with self.path(table).open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept.values())

    def problems(self, *, warnings: bool = False) -> list[Problem]:
        """What `check` finds, sorted; errors only unless warnings are asked for."""
        found = check(self.folder).problems
        return sorted(found if warnings else errors(found))


def heeding_ctrl_c() -> None:
    """What is started in the background ignores Ctrl+C, and so does all that it starts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def compose(folder: Path) -> World:
    """A data folder of its own: everything of data/ but the rows of its main tables, which come from tests/tiny."""
    shutil.copytree(DATA, folder, ignore=shutil.ignore_patterns("build", "*.md"))
    for path in TINY.glob("*.csv"):
        shutil.copy(path, folder / path.name)
    return World(folder)


@pytest.fixture(scope="session")
def tiny_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of the invented world, built once per session. Read only."""
    folder = tmp_path_factory.mktemp("tiny")
    checked = check(compose(folder / "data").folder)
    assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)))
    return build(checked, folder / "tiny.duckdb")


@pytest.fixture(scope="session")
def real_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database file of data/, built once per session as `python -m etl build` does. Read only."""
    checked = check(DATA)
    assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)))
    return build(checked, tmp_path_factory.mktemp("real") / "guarantees.duckdb")


@pytest.fixture
def tiny_data(tmp_path: Path) -> World:
    """A fresh data folder of the invented world, for a test to change or spoil."""
    return compose(tmp_path / "data")


@pytest.fixture
def tiny(tiny_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the invented world's database, its macros in reach."""
    with duckdb.connect(str(tiny_database), read_only=True) as connection:
        yield connection


@pytest.fixture
def build_with(tiny_data: World) -> Iterator[Callable[..., duckdb.DuckDBPyConnection]]:
    """Builds in memory from the invented world with rows added or changed: build_with({"pledges": [{...}]}).

    `only` names tables that are emptied first. Rows need only the cells that matter if their id is known.
    Fails with the problems' text if the data aren't clean.
    """
    with duckdb.connect() as connection:

        def built(rows: Mapping[str, Rows], only: Sequence[str] = ()) -> duckdb.DuckDBPyConnection:
            for table in {*rows, *only}:
                tiny_data.put(table, rows.get(table, []), only=table in only)
            checked = check(tiny_data.folder)
            assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)))
            load(connection, checked.package, checked.tables)
            return connection

        yield built


@pytest.fixture(scope="module")
def without_chrome() -> Iterator[None]:
    """A machine that has no Chrome: the one that an earlier test had started is let go."""
    STUDIO.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(chrome.SETTING, "/no/chrome/here")
        yield
