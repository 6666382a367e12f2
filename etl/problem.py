"""What is wrong in the data, said so that the person who typed it can mend it."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

EXAMPLES = 5
LONGEST = 80


class StoppedError(Exception):
    """Something outside the data stops the work: no such folder, no permission, no space."""


@dataclass(frozen=True, order=True)
class Problem:
    """One fault at one place; `line` 0 means the whole file, `column` "" the whole row."""

    file: str
    line: int
    column: str
    row_id: str
    rule: str
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        line = f":{self.line}" if self.line else ""
        column = f" {self.column}:" if self.column else ""
        return f"{self.file}{line}:{column} {self.message} [{self.rule}]"


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that stop a build."""
    return [problem for problem in problems if problem.severity == "error"]


def shown(value: object) -> str:
    """A cell's value for a message: in quotes, shortened, control characters made visible."""
    text = "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(value))
    return f"'{text[: LONGEST - 1]}…'" if len(text) > LONGEST else f"'{text}'"


def render(problems: Sequence[Problem], folder: str = "") -> str:
    """Problems as text, errors first: sorted, at most five examples per rule, then a count."""
    lines: list[str] = []
    for severity in ("error", "warning"):
        chosen = sorted(problem for problem in problems if problem.severity == severity)
        if chosen:
            lines += [f"{severity.capitalize()}s", *_by_rule(chosen, folder), ""]
    return "\n".join([*lines, _count(problems)])


def as_json(problems: Sequence[Problem]) -> str:
    """Every problem, none left out, with the counts."""
    report = {
        "errors": len(errors(problems)),
        "warnings": len(problems) - len(errors(problems)),
        "problems": [asdict(problem) for problem in sorted(problems)],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _by_rule(problems: Sequence[Problem], folder: str) -> list[str]:
    lines: list[str] = []
    for rule, group in groupby(sorted(problems, key=lambda problem: problem.rule), lambda problem: problem.rule):
        found = list(group)
        lines += [f"{folder}{problem}" for problem in found[:EXAMPLES]]
        if len(found) > EXAMPLES:
            lines.append(f"… and {len(found) - EXAMPLES:,} more of [{rule}], {len(found):,} in all")
    return lines


def _count(problems: Sequence[Problem]) -> str:
    bad = len(errors(problems))
    return f"{_some(bad, 'error')}, {_some(len(problems) - bad, 'warning')}"


def _some(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
