"""The command line. Each command ends with 0 clean, 1 problems in the data, 2 trouble outside it."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import duckdb

from etl import author
from etl.build import archive, build
from etl.check import Checked, check, read_all
from etl.describe import describe
from etl.draft import RefusedError
from etl.format import unformatted, write
from etl.options import parser
from etl.problem import Problem, StoppedError, as_json, errors, render
from etl.release import release_id, zip_path
from etl.watch import watch

CLEAN, PROBLEMS, TROUBLE = 0, 1, 2
MANY = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; argparse itself ends with 2 on wrong usage."""
    options = parser(RUNS).parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except StoppedError as trouble:
        print(f"etl: {trouble}", file=sys.stderr)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        print(f"etl: {fault.filename or 'the work'}: {fault.strerror or fault}", file=sys.stderr)
    except MemoryError:
        print("etl: not enough memory; look for a file that is far too large", file=sys.stderr)
    except duckdb.Error as fault:
        print(f"etl: the database engine stopped: {str(fault).splitlines()[0]}", file=sys.stderr)
    except KeyboardInterrupt:
        print("etl: stopped; nothing was changed", file=sys.stderr)
    return TROUBLE


def run_check(options: argparse.Namespace) -> int:
    """check: tells every problem."""
    if options.watch:
        return run_watch(options)
    checked = _checked(options)
    _tell(options, checked.problems)
    return PROBLEMS if errors(checked.problems) else CLEAN


def run_watch(options: argparse.Namespace) -> int:
    """check --watch: tells every problem again after each save, until it is stopped."""
    code = CLEAN
    try:
        for files, found, seconds in watch(options.data, options.max_size):
            if isinstance(found, StoppedError):
                print(f"etl: {found}", file=sys.stderr)
                continue
            _tell(options, found.problems)
            code = PROBLEMS if errors(found.problems) else CLEAN
            saved = ", ".join(files) if len(files) < MANY else f"{len(files)} files"
            print(f"etl: checked {saved} in {seconds:.2f} s; waiting for the next save, Ctrl+C ends", file=sys.stderr)
    except KeyboardInterrupt:
        print("", file=sys.stderr)
    return code


def run_build(options: argparse.Namespace) -> int:
    """build: tells every problem, and builds if none of them is an error."""
    checked = _checked(options)
    _tell(options, checked.problems)
    if errors(checked.problems):
        print("etl: nothing was built; mend the errors first", file=sys.stderr)
        return PROBLEMS
    out = build(checked, options.out or options.data / "build" / "guarantees.duckdb", is_released=True)
    archived = zip_path(out.parent, release_id(checked.tables))
    print(f"etl: built {_near(out)} and {archived.name}", file=sys.stderr)
    return CLEAN


def run_export(options: argparse.Namespace) -> int:
    """export: writes the archive of the release if none of the problems is an error."""
    checked = _checked(options)
    print(render(checked.problems, _prefix(options.data)))
    if errors(checked.problems):
        print("etl: nothing was written; mend the errors first", file=sys.stderr)
        return PROBLEMS
    print(f"etl: wrote {_near(archive(checked, options.out or options.data / 'build'))}", file=sys.stderr)
    return CLEAN


def run_format(options: argparse.Namespace) -> int:
    """format: rewrites the tables that aren't in canonical form, all or none."""
    read = read_all(options.data, options.max_size)
    if read.problems:
        print(render(read.problems, _prefix(options.data)))
        print("etl: nothing was written; mend the errors first", file=sys.stderr)
        return PROBLEMS
    return _write(unformatted(read), options.check)


def run_codebook(options: argparse.Namespace) -> int:
    """codebook: rewrites the data folder's README if it would differ."""
    read = read_all(options.data, options.max_size)
    if read.problems:
        print(render(read.problems, _prefix(options.data)))
        return PROBLEMS
    path, text = options.data / "README.md", describe(read.package, read.tables).encode()
    old = path.read_bytes() if path.exists() else b""
    return _write({path: text} if text != old else {}, options.check)


def run_new(options: argparse.Namespace) -> int:
    """new: adds rows, or says why not and how to go on."""
    try:
        return _said(options, author.run_new(options, input), "added")
    except RefusedError as refused:
        return _refused(options, refused.problems)
    except author.UnfinishedError as left:
        code = _refused(options, left.problems) if left.problems else TROUBLE
        print(f"etl: nothing was written. To go on from the answers given:\n{left.command}", file=sys.stderr)
        return code


def run_correct(options: argparse.Namespace) -> int:
    """correct: changes cells, or says why not."""
    try:
        return _said(options, author.run_correct(options), "corrected")
    except RefusedError as refused:
        return _refused(options, refused.problems)


def _said(options: argparse.Namespace, done: author.Written, word: str) -> int:
    for table, key in done.keys:
        print(f"{table} {key}: {word if (table, key) == done.keys[0] else 'written along with it'}")
    if done.warnings:
        print(render(done.warnings, _prefix(options.data)))
    print(f"etl: wrote {', '.join(str(_near(path)) for path in done.files)}", file=sys.stderr)
    return CLEAN


def _refused(options: argparse.Namespace, problems: Sequence[Problem]) -> int:
    print(render(problems, _prefix(options.data)))
    print("etl: nothing was written; every file is as it was", file=sys.stderr)
    return PROBLEMS


def _write(files: dict[Path, bytes], is_check: bool) -> int:
    for path in sorted(files) if is_check else write(files):
        print(f"{_near(path)}: {'would change' if is_check else 'rewritten'}")
    return PROBLEMS if is_check and files else CLEAN


def _checked(options: argparse.Namespace) -> Checked:
    checked = check(options.data, options.max_size)
    rows = sum(len(table.rows) for table in checked.tables.values())
    print(f"etl: read {len(checked.tables)} tables, {rows:,} rows, from {_near(options.data)}", file=sys.stderr)
    return checked


def _tell(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    print(as_json(problems) if options.json else render(problems, _prefix(options.data)))


def _near(path: Path) -> Path:
    """A path as short as it can be said from where the reader stands."""
    with_dots = os.path.relpath(path)
    return path if with_dots.startswith("..") else Path(with_dots)


def _prefix(folder: Path) -> str:
    return f"{_near(folder)}{os.sep}"


RUNS = {
    "check": run_check,
    "build": run_build,
    "export": run_export,
    "format": run_format,
    "codebook": run_codebook,
    "new": run_new,
    "correct": run_correct,
}

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
