"""What an author does at the command line, `new` and `correct`: from the options to files that pass every check.

The only module that asks the machine for the day, as the default of recorded_on and corrected_on; --on says another.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.asking import Asking, again
from etl.correct import correct
from etl.draft import Draft, RefusedError, draft
from etl.new import add, filled, sort_out
from etl.problem import Problem, StoppedError


@dataclass(frozen=True)
class Written:
    """What was done: the files, the keys of rows by table, warnings on them."""

    files: list[Path]
    keys: list[tuple[str, str]]
    warnings: list[Problem]


class UnfinishedError(Exception):
    """A row that was being asked for and isn't written; `command` goes on from the answers given."""

    def __init__(self, command: str, problems: list[Problem]) -> None:
        super().__init__(command)
        self.command, self.problems = command, problems


def run_new(options: argparse.Namespace, ask: Callable[[str], str]) -> Written:
    """Adds a row to each table named, asking for what isn't given if --ask says so or nothing is given."""
    if options.correct and not options.why.strip():
        raise StoppedError("--correct needs --why; say what the correction rests on")
    made, day = draft(options.data, options.max_size), _day(options)
    given = sort_out(options.table, options.set, made)
    if options.set and not options.ask:
        return _written(made, _added(made, options, given, day))
    try:
        return _written(made, _added(made, options, given, day, Asking(made, ask, day)))
    except (KeyboardInterrupt, EOFError) as stop:
        raise UnfinishedError(again(options.table, given), []) from stop
    except RefusedError as refused:
        raise UnfinishedError(again(options.table, given), refused.problems) from refused


def run_correct(options: argparse.Namespace) -> Written:
    """Changes one cell of a row, or several for the same reason."""
    made, day = draft(options.data, options.max_size), _day(options)
    for column, value in [(options.column, options.value), *options.also]:
        correct(made, options.table, options.id, column, value, day, options.why)
    return _written(made, [(options.table, options.id)])


def _added(
    made: Draft, options: argparse.Namespace, given: dict[str, dict[str, str]], day: str, asking: Asking | None = None
) -> list[tuple[str, str]]:
    keys: list[tuple[str, str]] = []
    for table in given:
        if asking:
            asking.fill(table, given[table])
        keys.append((table, add(made, table, filled(table, given[table], made, day), is_another=options.another)))
    for table, key, column, value in options.correct:
        correct(made, table, key, column, value, day, options.why)
        keys.append((table, key))
    return keys


def _written(made: Draft, keys: list[tuple[str, str]]) -> Written:
    files, warnings = made.write()
    return Written(files, keys, warnings)


def _day(options: argparse.Namespace) -> str:
    return str(options.on or date.today())
