"""Rules across rows: SQL files that select the offenders. File name = rule, first comment = message."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path

import duckdb
import pyarrow as pa

from etl.codebook import DESCRIPTOR, SPANS, Package
from etl.problem import Problem, shown
from etl.shape import Table
from etl.tables import link_rows, links, stage

CHECKS = Path(__file__).parent / "sql" / "checks"


def check_rules(
    package: Package, tables: Mapping[str, Table], earlier: Iterable[Problem] = (), folder: Path = CHECKS
) -> list[Problem]:
    """What the rules find, beyond the `earlier` problems: to the rules a cell blamed there is unread, not empty.

    A rule that speaks of a table that couldn't be read as a whole, or of its link tables, is left out.
    """
    listed = {str(resource.get("name")) for resource in package.descriptor.get("resources", [])}
    unread = listed - {name for name, table in tables.items() if table.is_known}
    unread |= {items.link for name in unread & set(tables) for _, items in links(tables[name].schema)}
    with duckdb.connect() as connection:
        _stage_all(connection, package, tables, earlier)
        _list(connection, "unread_tables", table_name=sorted(unread))
        return [
            problem for path in sorted(folder.glob("*.sql")) for problem in _offenders(connection, path, tables, unread)
        ]


def rule_message(text: str) -> tuple[str, str]:
    """Severity and message of a rule, from the comment that its file begins with."""
    severity, _, message = header(text).partition(": ")
    return ("warning", message) if severity == "warning" else ("error", header(text))


def header(text: str) -> str:
    """The comment lines that a statement begins with, as one paragraph."""
    lines = takewhile(lambda line: line.startswith("--"), text.splitlines())
    return " ".join(line.removeprefix("--").strip() for line in lines)


def _offenders(
    connection: duckdb.DuckDBPyConnection, path: Path, tables: Mapping[str, Table], unread: set[str]
) -> Iterator[Problem]:
    text = path.read_text(encoding="utf-8")
    if unread & set(re.findall(r"\w+", text)):
        return
    severity, message = rule_message(text)
    try:
        found = connection.execute(text)
    except duckdb.Error as fault:  # a table or column that the schemas don't have
        if not unread:
            message = f"the rule can't be tried: {str(fault).splitlines()[0]}; give back what it needs"
            yield Problem(DESCRIPTOR, 0, "", "", path.stem, message)
        return
    names = [column[0] for column in found.description or ()]
    for row in found.fetchall():
        cells = dict(zip(names, row, strict=True))
        file = tables[cells["table_name"]].schema.path
        said = message.format(**{name: shown(cell)[1:-1] for name, cell in cells.items()})
        yield Problem(file, cells["line"], cells["column_name"], str(cells["row_id"]), path.stem, said, severity)


def _stage_all(
    connection: duckdb.DuckDBPyConnection, package: Package, tables: Mapping[str, Table], earlier: Iterable[Problem]
) -> None:
    faulty: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for problem in earlier:
        faulty[problem.file][problem.line].add(problem.column)
    for table in tables.values():
        stage(connection, table, faulty[table.schema.path])
        for field, items in links(table.schema):
            connection.from_arrow(link_rows(table, field, items)).create(items.link)
    spans = {name: pa.array([package.spans.get(name)], pa.date32()) for name in SPANS}
    connection.from_arrow(pa.table(spans)).create("spans")
    keys = [(name, key) for name in tables for (key,) in connection.table(name).project("_key").fetchall()]
    _list(connection, "known_rows", table_name=[name for name, _ in keys], row_id=[key for _, key in keys])
    columns = [(name, column) for name, table in tables.items() for column in table.schema.columns]
    _list(connection, "known_columns", table_name=[t for t, _ in columns], column_name=[name for _, name in columns])
    cells = "select distinct unnest(_unread) from query_table($name)"
    blamed = [(name, cell) for name in tables for (cell,) in connection.execute(cells, {"name": name}).fetchall()]
    _list(connection, "unread_cells", table_name=[t for t, _ in blamed], column_name=[name for _, name in blamed])


def _list(connection: duckdb.DuckDBPyConnection, name: str, **columns: list[str]) -> None:
    arrays = {column: pa.array(cells, pa.string()) for column, cells in columns.items()}
    connection.from_arrow(pa.table(arrays)).create(name)
