"""Changes to the tables that are tried before they are written: only what passes every check reaches the files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from etl.cells import row_id
from etl.check import Checked, check_read, read_all
from etl.describe import VOCABULARIES, describe
from etl.format import canonical, write
from etl.problem import Problem, StoppedError, errors
from etl.read import MAX_SIZE
from etl.shape import Table

LOG, ADDED, CODEBOOK = "corrections", "additions", "README.md"
Row = dict[str, str]


class RefusedError(Exception):
    """What was asked can't be done to the data as they are: nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(str(problems[0]))
        self.problems = list(problems)


@dataclass
class Draft:
    """The tables as they were read, and as they would be."""

    read: Checked
    before: Mapping[Path, bytes]
    tables: dict[str, Table] = field(default_factory=dict)
    touched: set[tuple[str, str]] = field(default_factory=set)

    def table(self, name: str) -> Table:
        """A table with the changes made so far; StoppedError if there is none of that name."""
        if name not in self.read.tables:
            near = get_close_matches(name, self.read.tables, 1)
            hint = f"did you mean {near[0]}?" if near else f"the tables are {', '.join(self.read.tables)}"
            raise StoppedError(f"there is no table {name}; {hint}")
        return self.tables.get(name, self.read.tables[name])

    def rows(self, name: str) -> list[Row]:
        """A table's rows as columns and cells, in the order of their lines."""
        table = self.table(name)
        return [dict(zip(table.schema.columns, row, strict=True)) for row in table.rows]

    def put(self, name: str, rows: Sequence[Row], touched: Sequence[Row]) -> None:
        """Gives a table other rows, in canonical order; `touched` are those that were added or changed."""
        schema = self.table(name).schema
        texts = [tuple(row[column] for column in schema.columns) for row in rows]
        texts.sort(key=lambda row: ([row[schema.columns.index(key)] for key in schema.primary_key], row))
        made = Table(schema, texts, list(range(2, len(texts) + 2)), is_read=True)
        self.tables[name] = made
        keys = (tuple(row[column] for column in schema.columns) for row in touched)
        self.touched |= {(schema.path, row_id(made, key)) for key in keys}

    def key(self, name: str, row: Row) -> str:
        """The key of a row, its parts joined by `|`."""
        return "|".join(row[column] for column in self.table(name).schema.primary_key)

    def line(self, name: str, key: str) -> int:
        """The line on which a row stands, 0 if it doesn't."""
        table = self.table(name)
        return next((line for line, row in zip(table.lines, table.rows, strict=True) if row_id(table, row) == key), 0)

    def write(self) -> tuple[list[Path], list[Problem]]:
        """Writes what passes every check; returns the files, and the warnings on the rows that were touched."""
        checked = check_read(Checked(self.read.package, {**self.read.tables, **self.tables}, self.read.problems))
        if found := errors(checked.problems):
            raise RefusedError(found)
        files = self._files()
        for path in files:
            if path.read_bytes() != self.before[path]:
                raise StoppedError(f"{path}: was changed by someone else meanwhile; nothing was written, start again")
        warnings = [problem for problem in checked.problems if (problem.file, problem.row_id) in self.touched]
        return list(write(files)), warnings

    def _files(self) -> dict[Path, bytes]:
        """The files as they would be, the logs first: a note without its change is found by a rule."""
        folder, tables = self.read.package.folder, {**self.read.tables, **self.tables}
        names = sorted(self.tables, key=lambda name: name not in (LOG, ADDED))
        files = {folder / tables[name].schema.path: canonical(tables[name]) for name in names}
        codebook = folder / CODEBOOK
        if codebook in self.before and any(tables[name].schema.path.startswith(VOCABULARIES) for name in names):
            files[codebook] = describe(self.read.package, tables).encode()
        return files


def draft(folder: Path, max_size: int = MAX_SIZE) -> Draft:
    """The tables of a folder, to be changed; refused where they can't be read as they are."""
    paths = [*folder.rglob("*.csv"), folder / CODEBOOK]
    before = {path: path.read_bytes() for path in paths if path.is_file()}
    read = read_all(folder, max_size)
    if errors(read.problems):
        raise RefusedError(errors(read.problems))
    return Draft(read, before)
