"""Other questions of the same kinds: the SQL finds what plain Python finds in the files, and what is written down."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
import pytest

from tests.acceptance import plain

FOLDER = Path(__file__).resolve().parent / "others"
PLAIN: dict[str, Callable[[], Iterable[tuple[str, ...]]]] = {
    "undecided": lambda: plain.undecided("2025-03-01", "2026-07-05"),
    "alaska_answers": lambda: plain.answers("2025-08-15-alaska-summit", "2025-08-25"),
    "ceasefire": lambda: plain.hanging("ceasefire", "2026-03-13"),
}


def written(name: str) -> list[list[str]]:
    """The expected rows beside a question, under their heads."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.reader(handle))


@pytest.mark.parametrize("name", PLAIN)
def test_the_answer_in_sql(real: duckdb.DuckDBPyConnection, name: str) -> None:
    answer = real.execute((FOLDER / f"{name}.sql").read_text(encoding="utf-8"))
    heads = [column[0] for column in answer.description]
    found = [["" if value is None else str(value) for value in row] for row in answer.fetchall()]
    assert [heads, *found] == written(name)


@pytest.mark.parametrize("name", PLAIN)
def test_the_same_from_the_files_alone(name: str) -> None:
    assert sorted(map(list, PLAIN[name]())) == sorted(written(name)[1:])
    assert len(written(name)) > 5


def test_each_question_is_asked_both_ways() -> None:
    assert {path.stem for path in FOLDER.glob("*.sql")} == set(PLAIN)
