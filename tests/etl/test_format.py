"""The canonical form: one, stable, and only the writing changes."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.check import read_all
from etl.codebook import Schema
from etl.format import canonical, unformatted, write
from etl.package import read_package
from etl.read import read_table
from etl.shape import Table
from tests.conftest import DATA, World

CELLS = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=20)


def test_invented_world_is_canonical(tiny_data: World) -> None:
    assert unformatted(read_all(tiny_data.folder)) == {}


@pytest.mark.parametrize("table", ["statements", "memberships", "topic"])
def test_order_line_ends_quotes_and_bom_are_mended(tiny_data: World, table: str) -> None:
    path = tiny_data.path(table)
    wanted = path.read_bytes()
    head, *rows = wanted.decode().splitlines()
    random.Random(1).shuffle(rows)
    path.write_bytes(b"\xef\xbb\xbf" + "\r\n".join([head, *rows]).encode())
    assert write(unformatted(read_all(tiny_data.folder))) == [path]
    assert path.read_bytes() == wanted


@pytest.fixture(scope="module")
def speakers() -> Schema:
    return read_package(DATA)[0].schemas["speakers"]


@settings(deadline=None)  # how fast a disk is says nothing about the form
@given(rows=st.lists(st.tuples(CELLS, CELLS), unique_by=lambda row: row[0]))
def test_what_is_written_is_what_was_read(
    tmp_path_factory: pytest.TempPathFactory, speakers: Schema, rows: list[tuple[str, str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("format")
    text = canonical(Table(speakers, rows=list(rows), lines=list(range(2, len(rows) + 2)), is_read=True))
    (folder / speakers.path).write_bytes(text)
    table = read_table(folder, speakers)
    assert table.problems == []
    assert table.rows == sorted(rows)
    assert canonical(table) == text


def test_a_failed_write_changes_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"old")
    with pytest.raises(OSError, match="no-such-folder"):
        write({tmp_path / "a.csv": b"new", tmp_path / "no-such-folder" / "b.csv": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes() == b"old"
