"""Reads and validates everything: bytes and shape, cells, schemas, references, rules across rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from etl.cells import check_cells
from etl.checks import check_rules
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
    shape = [problem for table in tables.values() for problem in table.problems]
    return Checked(package, tables, [*problems, *_strangers(package), *shape])


def check(folder: Path, max_size: int = MAX_SIZE) -> Checked:
    """Everything that is wrong in a data folder. A cell is named by the first layer that finds fault with it."""
    read = read_all(folder, max_size)
    layers: list[Callable[[list[Problem]], Iterable[Problem]]] = [
        lambda _: [problem for table in read.tables.values() for problem in check_cells(table)],
        lambda _: validate(read.tables),
        lambda _: check_references(read.tables),
        lambda earlier: check_rules(read.package, read.tables, earlier),
    ]
    problems = list(read.problems)
    for layer in layers:
        blamed = {(problem.file, problem.line, problem.column) for problem in problems}
        found = [p for p in layer(problems) if (p.file, p.line, p.column) not in blamed]
        problems += [problem for problem in found if not _is_excused(problem, read.tables)]
    return Checked(read.package, read.tables, problems)


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
