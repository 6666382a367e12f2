"""A handful of rows, loaded by the real loader: what a test doesn't say of a row is filled in here."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.check import Checked, read_all
from etl.codebook import Schema
from etl.load import RELATIONS, load, load_relations
from etl.shape import Table
from etl.tables import fill, link_rows, links

DATA = Path(__file__).resolve().parents[3] / "data"
PLEDGE = {"kind": "ground_troops", "phase": "post_war", "status": "declined", "basis": "head_of_government"}
EXACT = {"date_precision": "on", "source_ids": "herald", "recorded_on": "2026-11-25"}
USUAL: Mapping[str, Mapping[str, str]] = {
    "pledges": {
        **PLEDGE,
        **EXACT,
        "framework": "national",
        "instrument": "none",
        "area": "in_ukraine",
        "summary": "Said so.",
    },
    "statements": {**EXACT, "cameo_code": "01", "summary": "Said so.", "topics": "foreign_troops"},
    "events": {**EXACT, "title": "Summit", "summary": "They met.", "category": "summit", "cameo_code": "04"},
    "sources": {
        "publisher": "Herald",
        "title": "Page",
        "url": "https://h.example",
        "language_code": "en",
        "standing": "agency",
    },
    "offices": {"office": "Minister", "is_end_known": "true"},
    "doubts": {
        "table_name": "pledges",
        "column_name": "status",
        "kind": "status_reading",
        "stated": "open",
        "note": "So.",
    },
    "same_money": {"label": "One sum", "note": "So."},
}
IDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "pledges": ("pledge_id", ("pledger_id", "announced_on", "basis")),
    "offices": ("office_id", ("speaker_id", "actor_id", "held_from_on")),
    "doubts": ("doubt_id", ("row_id", "kind")),
}
ORDER = ("sources", "speakers", "offices", "events", "statements", "pledges", "same_money", "doubts")


@dataclass
class World:
    """A database of a few rows."""

    connection: duckdb.DuckDBPyConnection

    def rows(self, sql: str, **parameters: object) -> list[dict[str, Any]]:
        """What a query returns, a dictionary per row."""
        cursor = self.connection.execute(sql, parameters)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def cells(self, sql: str, **parameters: object) -> list[Any]:
        """The first column of what a query returns."""
        return [row[0] for row in self.connection.execute(sql, parameters).fetchall()]


Given = Callable[..., World]


@pytest.fixture(scope="session")
def package() -> Checked:
    """The package, its vocabularies and reference tables."""
    return read_all(DATA)


@pytest.fixture(scope="session")
def bare(package: Checked, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with vocabularies and reference, without rows of its own and without relations."""
    path = tmp_path_factory.mktemp("bare") / "bare.duckdb"
    with duckdb.connect(str(path)) as connection:
        load(connection, package.package, {name: _emptied(table) for name, table in package.tables.items()})
        kinds = {"create table ": "table", "create view ": "view", "create macro ": "macro table"}
        for file in sorted(RELATIONS.glob("*.sql")):
            kind = next(kind for start, kind in kinds.items() if start in file.read_text(encoding="utf-8"))
            connection.execute(f"drop {kind} {file.stem}")
    return path


@pytest.fixture
def given(package: Checked, bare: Path, tmp_path: Path) -> Iterator[Given]:
    """Loads the rows given per table, and nothing else but vocabularies and reference: given(pledges=[{...}])."""
    shutil.copy(bare, tmp_path / "few.duckdb")
    with duckdb.connect(str(tmp_path / "few.duckdb")) as connection:

        def loaded(**rows: Sequence[Mapping[str, str]]) -> World:
            full = {"sources": [{"source_id": "herald"}], "speakers": _people(rows), **rows}
            for name in sorted(full, key=ORDER.index):
                table = _table(package.tables[name].schema, full[name])
                fill(connection, table)
                for field, items in links(table.schema):
                    connection.from_arrow(link_rows(table, field, items)).insert_into(items.link)
            load_relations(connection)
            return World(connection)

        yield loaded


def _people(rows: Mapping[str, Sequence[Mapping[str, str]]]) -> list[dict[str, str]]:
    told = [*rows.get("offices", []), *rows.get("statements", [])]
    return [{"speaker_id": who, "name": who.title()} for who in dict.fromkeys(row["speaker_id"] for row in told)]


def _emptied(table: Table) -> Table:
    return table if table.schema.path.startswith(("reference/", "vocabularies/")) else Table(table.schema)


def _table(schema: Schema, rows: Sequence[Mapping[str, str]]) -> Table:
    usual = {**dict.fromkeys(schema.columns, ""), **USUAL.get(schema.name, {})}
    filled = [{**usual, **_named(schema.name, row)} for row in rows]
    assert all(set(row) == set(schema.columns) for row in filled), schema.name
    return Table(schema, [tuple(row[name] for name in schema.columns) for row in filled], [*range(2, len(filled) + 2)])


def _named(table: str, row: Mapping[str, str]) -> dict[str, str]:
    """The row with an id made of what it says, where it brings none."""
    if table not in IDS:
        return dict(row)
    key, parts = IDS[table]
    return {key: "-".join({**USUAL[table], **row}.get(part, "") for part in parts), **row}
