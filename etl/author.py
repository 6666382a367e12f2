"""What an author does at the command line, `new` and `correct`: from the options to files that pass every check.

The only module that asks the machine for the day, as the default of recorded_on and corrected_on; --on says another.
"""

import argparse
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from etl.asking import Asking, again
from etl.correct import correct
from etl.draft import Draft, RefusedError, draft
from etl.new import add, filled, sort_out, wanting
from etl.options import ROOT
from etl.problem import Problem, StoppedError, render
from etl.say import CLEAN, PROBLEMS, TROUBLE, near, out, prefix, side

with suppress(ImportError):  # not on Windows, whose console edits lines by itself
    import readline  # noqa: F401


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


def run_new(options: argparse.Namespace) -> int:
    """new: adds rows, or says why not and how to go on."""
    try:
        return _said(options, _new(options, _ask), "added")
    except RefusedError as refused:
        return _refused(options, refused.problems)
    except UnfinishedError as left:
        code = _refused(options, left.problems) if left.problems else TROUBLE
        side(f"\netl: nothing was written. To go on from the answers given:\n{left.command}")
        return code


def run_correct(options: argparse.Namespace) -> int:
    """correct: changes cells, or says why not."""
    try:
        return _said(options, _correct(options), "corrected")
    except RefusedError as refused:
        return _refused(options, refused.problems)


def _ask(text: str) -> str:
    """Shows what is asked, and reads a line; the prompt alone is the editor's, so that long lines can be mended."""
    head, _, prompt = text.rpartition("\n")
    out(head)
    return input(prompt)


def _said(options: argparse.Namespace, done: Written, word: str) -> int:
    for table, key in done.keys:
        out(f"{table} {key}: {word if (table, key) == done.keys[0] else 'written along with it'}")
    if done.warnings:
        out(render(done.warnings, prefix(options.data)))
    side(f"etl: wrote {', '.join(str(near(path)) for path in done.files)}")
    return CLEAN


def _refused(options: argparse.Namespace, problems: Sequence[Problem]) -> int:
    out(render(problems, prefix(options.data)))
    side("etl: nothing was written; every file is as it was")
    return PROBLEMS


def _new(options: argparse.Namespace, ask: Callable[[str], str]) -> Written:
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
        raise UnfinishedError(_again(options, given), []) from stop
    except RefusedError as refused:
        raise UnfinishedError(_again(options, given), refused.problems) from refused


def _again(options: argparse.Namespace, given: dict[str, dict[str, str]]) -> str:
    """The command that goes on from the answers given, with every option that isn't the usual one."""
    others = ["--data", str(near(options.data))] if options.data != ROOT / "data" else []
    others += ["--on", str(options.on)] if options.on else []
    others += ["--another"] if options.another else []
    others += [word for cell in options.correct for word in ("--correct", *cell)]
    others += ["--why", options.why] if options.why else []
    return again(options.table, given, others)


def _correct(options: argparse.Namespace) -> Written:
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
        keys.append((table, add(made, table, filled(table, given[table], made, day), day, is_another=options.another)))
    for table, key, column, value in options.correct:
        correct(made, table, key, column, value, day, options.why)
        keys.append((table, key))
    return keys


def _written(made: Draft, keys: list[tuple[str, str]]) -> Written:
    try:
        files, warnings = made.write()
    except RefusedError as refused:
        raise RefusedError(wanting(refused.problems, made)) from refused
    return Written(files, keys, warnings)


def _day(options: argparse.Namespace) -> str:
    return str(options.on or date.today())
