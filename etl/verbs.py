"""The commands that read the tables: check, build, export, format, codebook. Each returns its exit code."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from etl.build import archive, build
from etl.check import Checked, check, read_all
from etl.describe import describe
from etl.format import unformatted, write
from etl.lost import Last, database_in
from etl.problem import Problem, StoppedError, as_json, errors, render
from etl.release import release_id, zip_path
from etl.say import CLEAN, PROBLEMS, near, out, prefix, side
from etl.watch import watch

MANY = 4


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
                side(f"etl: {found}")
                continue
            _tell(options, found.problems)
            code = PROBLEMS if errors(found.problems) else CLEAN
            saved = ", ".join(files) if len(files) < MANY else f"{len(files)} files"
            side(f"etl: checked {saved} in {seconds:.2f} s; waiting for the next save, Ctrl+C ends")
    except KeyboardInterrupt:
        side("")
    return code


def run_build(options: argparse.Namespace) -> int:
    """build: tells every problem, and builds if none of them is an error."""
    checked = _checked(options)
    _tell(options, checked.problems)
    if errors(checked.problems):
        side("etl: nothing was built; mend the errors first")
        return PROBLEMS
    out = build(checked, _place(options), is_released=True)
    archived = zip_path(out.parent, release_id(checked.tables))
    side(f"etl: built {near(out)} and {archived.name}")
    return CLEAN


def run_export(options: argparse.Namespace) -> int:
    """export: writes the archive of the release if none of the problems is an error."""
    checked = _checked(options)
    out(render(checked.problems, prefix(options.data)))
    if errors(checked.problems):
        side("etl: nothing was written; mend the errors first")
        return PROBLEMS
    side(f"etl: wrote {near(archive(checked, options.out or options.data / 'build'))}")
    return CLEAN


def run_format(options: argparse.Namespace) -> int:
    """format: rewrites the tables that aren't in canonical form, all or none."""
    read = read_all(options.data, options.max_size)
    if read.problems:
        out(render(read.problems, prefix(options.data)))
        side("etl: nothing was written; mend the errors first")
        return PROBLEMS
    return _write(unformatted(read), options.check)


def run_codebook(options: argparse.Namespace) -> int:
    """codebook: rewrites the data folder's README if it would differ."""
    read = read_all(options.data, options.max_size)
    if read.problems:
        out(render(read.problems, prefix(options.data)))
        return PROBLEMS
    path, text = options.data / "README.md", describe(read.package, read.tables).encode()
    old = path.read_bytes() if path.exists() else b""
    return _write({path: text} if text != old else {}, options.check)


def _write(files: dict[Path, bytes], is_check: bool) -> int:
    for path in sorted(files) if is_check else write(files):
        out(f"{near(path)}: {'would change' if is_check else 'rewritten'}")
    return PROBLEMS if is_check and files else CLEAN


def _checked(options: argparse.Namespace) -> Checked:
    checked = check(options.data, options.max_size)
    rows = sum(len(table.rows) for table in checked.tables.values())
    side(f"etl: read {len(checked.tables)} tables, {rows:,} rows, from {near(options.data)}")
    lost = Last(_place(options)).lost(checked.tables, is_meant=options.run is run_build and options.rows_gone)
    return replace(checked, problems=[*checked.problems, *lost])


def _place(options: argparse.Namespace) -> Path:
    """The database that is to be built, where the release built last lies."""
    named: Path | None = options.out if options.run is run_build else None
    return named or database_in(options.data)


def _tell(options: argparse.Namespace, problems: Sequence[Problem]) -> None:
    out(as_json(problems) if options.json else render(problems, prefix(options.data)))
