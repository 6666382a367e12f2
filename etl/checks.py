"""Rules across rows: SQL files that select the offenders. File name = rule, first comment = message."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from pathlib import Path

import duckdb

from etl.codebook import DESCRIPTOR, Package
from etl.problem import Problem, shown
from etl.shape import Table
from etl.stage import Stage

CHECKS = Path(__file__).parent / "sql" / "checks"


class Rules:
    """The rules, with the tables that they were last asked of: only rules on what changed since are asked again."""

    def __init__(self, folder: Path = CHECKS) -> None:
        self._texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.sql"))}
        self._stage = Stage()
        self._found: dict[str, list[Problem]] = {}

    def check(self, package: Package, tables: Mapping[str, Table], earlier: Iterable[Problem] = ()) -> list[Problem]:
        """What the rules find, beyond the `earlier` problems: to the rules a cell blamed there is unread, not empty.

        A rule that speaks of a table that couldn't be read as a whole, or of its link tables, is left out.
        """
        changed, unread = self._stage.load(package, tables, earlier), self._stage.unread()
        for rule, text in self._texts.items():
            words = set(re.findall(r"\w+", text))
            if unread & words:
                self._found.pop(rule, None)
            elif rule not in self._found or changed & words:
                self._found[rule] = list(_offenders(self._stage.connection, rule, text, tables, bool(unread)))
        return [problem for rule in self._texts for problem in self._found.get(rule, [])]

    def close(self) -> None:
        """Lets the tables go."""
        self._stage.connection.close()


def rule_message(text: str) -> tuple[str, str]:
    """Severity and message of a rule, from the comment that its file begins with."""
    severity, _, message = header(text).partition(": ")
    return ("warning", message) if severity == "warning" else ("error", header(text))


def header(text: str) -> str:
    """The comment lines that a statement begins with, as one paragraph."""
    lines = takewhile(lambda line: line.startswith("--"), text.splitlines())
    return " ".join(line.removeprefix("--").strip() for line in lines)


def _offenders(
    connection: duckdb.DuckDBPyConnection, rule: str, text: str, tables: Mapping[str, Table], is_partial: bool
) -> Iterator[Problem]:
    severity, message = rule_message(text)
    try:
        found = connection.execute(text)
    except duckdb.Error as fault:  # a table or column that the schemas don't have
        if not is_partial:
            message = f"the rule can't be tried: {str(fault).splitlines()[0]}; give back what it needs"
            yield Problem(DESCRIPTOR, 0, "", "", rule, message)
        return
    names = [column[0] for column in found.description or ()]
    for row in found.fetchall():
        cells = dict(zip(names, row, strict=True))
        file = tables[cells["table_name"]].schema.path
        said = message.format(**{name: shown(cell)[1:-1] for name, cell in cells.items()})
        yield Problem(file, cells["line"], cells["column_name"], str(cells["row_id"]), rule, said, severity)
