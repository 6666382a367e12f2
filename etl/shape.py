"""The shape of a table as text, and what is wrong with its header, measured against its schema."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from etl.codebook import Schema
from etl.problem import Problem, shown


@dataclass
class Table:
    """A file's rows as text, in schema order. Rows at `broken` lines are kept only to be pointed at.

    `is_read`: the header is right enough for rows to be read. `is_lost`: some lines weren't read, whatever they held.
    """

    schema: Schema
    rows: list[tuple[str, ...]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    broken: set[int] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    is_read: bool = False
    is_lost: bool = False

    @property
    def is_known(self) -> bool:
        """True if every row's key could be read, so that an id that isn't there is missing indeed."""
        return self.is_read and not self.is_lost and not self.missing & set(self.schema.primary_key)

    def note(self, line: int, column: str, rule: str, message: str) -> None:
        """Records a fault that makes the row at `line` unfit for the rules that follow."""
        self.broken.add(line)
        self.problems.append(Problem(self.schema.path, line, column, "", rule, message))


def header_faults(columns: Sequence[str], header: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Column, rule and message of each difference between the header and the columns of the schema."""
    right = f"the header is {','.join(columns)}"
    if len(header) < 2 <= len(columns):
        yield _not_split("".join(header), right)
        return
    for name in columns:
        if name not in header:
            yield name, "missing_column", f"the column is missing; {right}"
    for name in dict.fromkeys(header):
        if name not in columns:
            yield name, "extra_column", f"no schema knows the column {shown(name)}; {right}"
        elif header.count(name) > 1:
            yield name, "doubled_column", f"the column stands twice; {right}"
    if sorted(header) == sorted(columns):
        for name, wanted in zip(header, columns, strict=True):
            if name != wanted:
                yield name, "column_order", f"stands where {wanted} should; {right}"
                return


def _not_split(text: str, right: str) -> tuple[str, str, str]:
    found = next((mark for mark in (";", "\t", "|") if mark in text), "")
    if found:
        return "", "delimiter", f"the columns are separated by {shown(found)}; separate them by commas: {right}"
    return "", "missing_header", f"the first line reads {shown(text)}; {right}"
