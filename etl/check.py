"""Reads and validates everything: bytes and shape, cells, schemas, references, rules across rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from etl.cells import check_cells
from etl.checks import Rules
from etl.codebook import Package
from etl.package import read_package
from etl.problem import Problem
from etl.read import MAX_SIZE, read_table
from etl.references import check_references
from etl.shape import Table
from etl.validate import validate

OWN_FOLDERS = ("build",)


@dataclass(frozen=True)
class Checked:
    """What was read, and all that was found wrong with it."""

    package: Package
    tables: dict[str, Table]
    problems: list[Problem]


def read_all(folder: Path, max_size: int = MAX_SIZE) -> Checked:
    """The tables as text; problems of schemas, bytes and shape only."""
    package, problems = read_package(folder)
    tables = {name: read_table(folder, schema, max_size) for name, schema in package.schemas.items()}
    return put_together(package, problems, tables)


def put_together(package: Package, problems: list[Problem], tables: dict[str, Table]) -> Checked:
    """A package and its tables, with what was wrong with them when they were read."""
    shape = [problem for table in tables.values() for problem in table.problems]
    return Checked(package, tables, [*problems, *_strangers(package), *shape])


class Checks:
    """All that can be wrong, remembered per table: what is asked again about the same table is not tried again."""

    def __init__(self) -> None:
        self._cells: dict[str, tuple[Table, list[Problem]]] = {}
        self._schemas: dict[str, tuple[Table, list[Problem]]] = {}
        self._rules = Rules()

    def check(self, read: Checked) -> Checked:
        """Everything that is wrong. A cell is named by the first layer that finds fault with it."""
        layers: list[Callable[[list[Problem]], Iterable[Problem]]] = [
            lambda _: _kept(self._cells, read.tables, check_cells),
            lambda _: _kept(self._schemas, read.tables, validate),
            lambda _: check_references(read.tables),
            lambda earlier: self._rules.check(read.package, read.tables, earlier),
        ]
        problems = list(read.problems)
        for layer in layers:
            blamed = {(problem.file, problem.line, problem.column) for problem in problems}
            found = [p for p in layer(problems) if (p.file, p.line, p.column) not in blamed]
            problems += [problem for problem in found if not _is_excused(problem, read.tables)]
        return Checked(read.package, read.tables, problems)

    def close(self) -> None:
        """Lets the tables go."""
        self._rules.close()


def check(folder: Path, max_size: int = MAX_SIZE) -> Checked:
    """Everything that is wrong in a data folder."""
    return check_read(read_all(folder, max_size))


def check_read(read: Checked) -> Checked:
    """Everything that is wrong in tables that were read, or made."""
    checks = Checks()
    try:
        return checks.check(read)
    finally:
        checks.close()


def _kept(
    kept: dict[str, tuple[Table, list[Problem]]],
    tables: Mapping[str, Table],
    found: Callable[[Table], list[Problem]],
) -> Iterator[Problem]:
    """The problems of each table, found only where it isn't the table that was asked about before."""
    for name, table in tables.items():
        if name not in kept or kept[name][0] is not table:
            kept[name] = (table, found(table))
        yield from kept[name][1]


def _is_excused(problem: Problem, tables: dict[str, Table]) -> bool:
    """True in rows and columns whose shape is broken: what is wrong there has been said."""
    table = next((table for table in tables.values() if table.schema.path == problem.file), None)
    return table is not None and (problem.line in table.broken or problem.column in table.missing)


def _strangers(package: Package) -> list[Problem]:
    """Tables in the folder that the package doesn't list."""
    listed = {schema.path for schema in package.schemas.values()}
    listed |= {str(resource.get("path")) for resource in package.descriptor.get("resources", [])}
    found = {path.relative_to(package.folder) for path in package.folder.rglob("*.csv")}
    message = "no schema knows this table; list it in datapackage.yaml with its schema, or move it away"
    return [
        Problem(path.as_posix(), 0, "", "", "extra_table", message)
        for path in sorted(found)
        if path.as_posix() not in listed and path.parts[0] not in OWN_FOLDERS
    ]
