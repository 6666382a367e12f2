"""The tables as the rules across rows see them, loaded anew only where they changed since they were last loaded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import duckdb
import pyarrow as pa

from etl.cells import row_id
from etl.codebook import SPANS, Package
from etl.problem import Problem
from etl.shape import Table
from etl.tables import link_rows, links, quoted, stage

Faulty = Mapping[int, set[str]]
Columns = Mapping[str, Sequence[object]]


class Stage:
    """A database in memory that holds each table, its link tables, and lists of what there is."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        self._tables: dict[str, tuple[Table, Faulty]] = {}
        self._lists: dict[str, Columns] = {}

    def load(self, package: Package, tables: Mapping[str, Table], earlier: Iterable[Problem]) -> set[str]:
        """Loads what isn't there as it is now, and returns the names of the relations that changed by it."""
        faulty = _faulty(tables, earlier)
        changed: set[str] = set()
        for name, table in tables.items():
            kept, cells = self._tables.get(name, (None, None))
            if kept is not table or cells != faulty[name]:
                changed |= self._load(table, faulty[name])
        for name, columns in _lists(package, tables, faulty).items():
            if self._lists.get(name) != columns:
                self._lists[name] = columns
                self._put(name, pa.table({column: _array(cells, name) for column, cells in columns.items()}))
                changed.add(name)
        return changed

    def unread(self) -> set[str]:
        """Tables, and their link tables, that couldn't be read as a whole."""
        links_of = {name: [items.link for _, items in links(table.schema)] for name, (table, _) in self._tables.items()}
        names = {str(name) for name in self._lists["unread_tables"]["table_name"]}
        return names | {link for name in names for link in links_of.get(name, [])}

    def _load(self, table: Table, faulty: Faulty) -> set[str]:
        name = table.schema.name
        self._put(name, stage(table, faulty))
        for field, items in links(table.schema):
            self._put(items.link, link_rows(table, field, items))
        self._tables[name] = (table, faulty)
        return {name, *(items.link for _, items in links(table.schema))}

    def _put(self, name: str, rows: pa.Table) -> None:
        self.connection.execute(f"drop table if exists {quoted(name)}")
        self.connection.from_arrow(rows).create(name)


def _faulty(tables: Mapping[str, Table], earlier: Iterable[Problem]) -> dict[str, dict[int, set[str]]]:
    """The columns blamed so far, by table and line."""
    found: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    names = {table.schema.path: name for name, table in tables.items()}
    for problem in earlier:
        if problem.file in names:
            found[names[problem.file]][problem.line].add(problem.column)
    return found


def _lists(package: Package, tables: Mapping[str, Table], faulty: Mapping[str, Faulty]) -> dict[str, Columns]:
    """What there is, for rules that name rows, columns and cells of any table."""
    listed = {str(resource.get("name")) for resource in package.descriptor.get("resources", [])}
    keys = [(name, row_id(table, row)) for name, table in tables.items() for row in table.rows]
    columns = [(name, column) for name, table in tables.items() for column in table.schema.columns]
    blamed = [(name, column) for name, table in tables.items() for column in sorted(_blamed(table, faulty[name]))]
    cells = _corrected_cells(tables)
    return {
        "unread_tables": {"table_name": sorted(listed - {name for name, table in tables.items() if table.is_known})},
        "spans": {name: [package.spans.get(name)] for name in SPANS},
        "known_rows": _turned(("table_name", "row_id"), keys),
        "known_columns": _turned(("table_name", "column_name"), columns),
        "unread_cells": _turned(("table_name", "column_name"), blamed),
        "known_cells": _turned(("table_name", "row_id", "column_name", "cell"), cells),
    }


def _blamed(table: Table, faulty: Faulty) -> set[str]:
    """Columns in which some cell can't be relied on."""
    lines = set(table.lines)
    if lines & table.broken:
        return set(table.schema.columns)
    blamed = {column for line, columns in faulty.items() if line in lines for column in columns}
    return blamed | (table.missing if lines else set())


def _corrected_cells(tables: Mapping[str, Table]) -> list[tuple[str, str, str, str]]:
    """What the cells that were corrected say now, as text."""
    log = tables.get("corrections")
    named = {row[:3] for row in log.rows} if log and log.is_known else set()
    wanted = {(table, row) for table, row, _ in named}
    found = {
        (name, row_id(table, row)): dict(zip(table.schema.columns, row, strict=True))
        for name in {name for name, _ in wanted} & set(tables)
        for table in (tables[name],)
        for row in table.rows
        if (name, row_id(table, row)) in wanted
    }
    return [
        (table, row, column, found[table, row][column])
        for table, row, column in sorted(named)
        if column in found.get((table, row), {})
    ]


def _turned(names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> dict[str, list[object]]:
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def _array(cells: Sequence[object], name: str) -> pa.Array:
    return pa.array(cells, pa.date32() if name == "spans" else pa.string())
