"""The files of the relations: one statement each, named like what it makes, with its grain said and carried along."""

import re
from pathlib import Path

import duckdb
import pytest

from etl.load import RELATIONS

FILES = sorted(RELATIONS.glob("*.sql"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_one_short_statement_named_like_what_it_makes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"^create (?:table|view|macro) (\w+)", text, re.MULTILINE) == [file.stem]
    lines = text.splitlines()
    assert len(lines) <= 80
    assert max(map(len, lines)) <= 100
    assert [line for line in lines if line.rstrip() != line] == []
    assert re.search(r"^-- .*(One row per|or one row\.)", text.split("\ncreate ")[0], re.MULTILINE | re.DOTALL)


def test_descriptions_travel_inside_the_database(tiny: duckdb.DuckDBPyConnection) -> None:
    told = tiny.execute(
        """
        select table_name, comment from duckdb_tables()
        union all
        select view_name, comment from duckdb_views()
        union all
        select function_name, comment from duckdb_functions()
        """
    ).fetchall()
    comments = {name: comment for name, comment in told if comment}
    assert [file.stem for file in FILES if not comments.get(file.stem)] == []


# Names of all rows there are: others pick and join them, and to sort millions for that would cost a reader seconds.
IN_NO_ORDER = {"row_words"}


@pytest.mark.parametrize("file", [one for one in FILES if one.stem not in IN_NO_ORDER], ids=lambda file: file.stem)
def test_what_a_relation_returns_is_in_one_order(file: Path) -> None:
    last = file.read_text(encoding="utf-8").rsplit("\nfrom ", 1)[-1]
    assert "\norder by" in last
