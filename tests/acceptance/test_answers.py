"""The eight questions in SQL, asked of the real data; the expected rows stand beside each question."""

import csv
from pathlib import Path

import duckdb
import pytest

QUESTIONS = sorted((Path(__file__).resolve().parent / "questions").glob("*.sql"))


def test_there_are_eight_questions() -> None:
    assert [path.stem[0] for path in QUESTIONS] == list("12345678")


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_the_answer_in_sql(real: duckdb.DuckDBPyConnection, path: Path) -> None:
    answer = real.execute(path.read_text(encoding="utf-8"))
    names = [column[0] for column in answer.description]
    found = [["" if value is None else str(value) for value in row] for row in answer.fetchall()]
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as handle:
        assert [names, *found] == list(csv.reader(handle))
