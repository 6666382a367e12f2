"""Any text in any text cell: the ETL takes it as it stands, or refuses it by file and line, and never stumbles."""

import re
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.check import Checked, check
from etl.load import load
from etl.problem import errors
from tests.conftest import World, compose
from tests.hostile import texts
from tests.hostile.conftest import Hostile
from tests.hostile.depth import tries
from tests.hostile.worlds import bound_columns, text_columns, write

COLUMNS = sorted((table, column) for table, columns in text_columns().items() for column in columns)
EMPTY = {"corrections", "additions"}
BOUND = sorted((table, column) for table, columns in bound_columns().items() for column in columns)
ACTIVE = re.compile(r"[<>&\"'`=@\\\x00-\x1f]|^[+-](?![0-9.]+$)")  # what could begin markup, a script, a formula or SQL


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return compose(tmp_path_factory.mktemp("cells") / "data")


def loaded(checked: Checked, table: str, column: str) -> list[Any]:
    with duckdb.connect() as connection:
        load(connection, checked.package, checked.tables)
        return [cell for (cell,) in connection.table(table).project(f'"{column}"').fetchall()]


@tries(20)
@given(at=st.sampled_from([one for one in COLUMNS if one[0] not in EMPTY]), text=texts.raw, data=st.data())
def test_a_cell_is_taken_as_it_stands_or_refused_where_it_stands(
    world: World, at: tuple[str, str], text: str, data: st.DataObject
) -> None:
    table, column = at
    before, rows = world.path(table).read_bytes(), world.rows(table)
    row = data.draw(st.integers(0, len(rows) - 1), label="row")
    rows[row][column] = text
    try:
        write(world, table, rows)
        checked = check(world.folder)
        found = errors(checked.problems)
        named = [one for one in found if Path(one.file).stem == table and one.line >= row + 2]
        assert named or not found, [str(one) for one in found]
        if not found:
            assert (text or None) in loaded(checked, table, column)
    finally:
        world.path(table).write_bytes(before)


@tries(30)
@given(
    at=st.sampled_from([one for one in BOUND if one[0] not in EMPTY]),
    text=texts.raw,
    data=st.data(),
    how=st.sampled_from(("instead", "before", "behind")),
)
def test_an_id_a_date_a_number_or_a_list_lets_nothing_in_that_could_act(
    world: World, at: tuple[str, str], text: str, data: st.DataObject, how: str
) -> None:
    table, column = at
    before, rows = world.path(table).read_bytes(), world.rows(table)
    row = data.draw(st.integers(0, len(rows) - 1), label="row")
    cell = rows[row][column]
    rows[row][column] = {"instead": text, "before": text + cell, "behind": cell + text}[how]
    try:
        write(world, table, rows)
        checked = check(world.folder)
        if not (found := errors(checked.problems)):
            assert not ACTIVE.search(rows[row][column])
            loaded(checked, table, column)
        assert all(one.file.endswith(".csv") and one.line > 1 for one in found), [str(one) for one in found]
    finally:
        world.path(table).write_bytes(before)


def test_every_cell_of_the_corpus_stands_in_the_database_as_it_was_written(hostile: Hostile) -> None:
    with duckdb.connect(str(hostile.path), read_only=True) as connection:
        for (table, column), cells in hostile.cells.items():
            found = connection.table(table).project(f'"{column}"').fetchall()
            assert sorted(str(cell or "") for (cell,) in found) == sorted(cells), (table, column)
