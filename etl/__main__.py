"""The command line: check, build, format, codebook. Ends with 0 clean, 1 problems in the data, 2 trouble outside it."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import duckdb

from etl.build import build
from etl.check import Checked, check, read_all
from etl.describe import describe
from etl.format import unformatted, write
from etl.problem import Problem, StoppedError, as_json, errors, render

ROOT = Path(__file__).resolve().parent.parent
CLEAN, PROBLEMS, TROUBLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; argparse itself ends with 2 on wrong usage."""
    options = parser().parse_args(arguments)
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


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="python -m etl", description="Tables of text in, one DuckDB file out.")
    commands = top.add_subparsers(title="commands", required=True, metavar="command")
    checking = _command(commands, "check", run_check, "read and validate everything, build nothing")
    building = _command(commands, "build", run_build, "check, then build the database and swap it in")
    for command in (checking, building):
        command.add_argument("--json", action="store_true", help="every problem, as JSON")
    out = "the file to build (default: build/guarantees.duckdb in the data folder)"
    building.add_argument("--out", type=Path, metavar="FILE", help=out)
    formatting = _command(commands, "format", run_format, "write each table in its canonical form")
    describing = _command(commands, "codebook", run_codebook, "write the data folder's README.md from its schemas")
    for command in (formatting, describing):
        command.add_argument("--check", action="store_true", help="write nothing, end with 1 if something would change")
    return top


def run_check(options: argparse.Namespace) -> int:
    """check: tells every problem."""
    checked = _checked(options)
    _tell(options, checked.problems)
    return PROBLEMS if errors(checked.problems) else CLEAN


def run_build(options: argparse.Namespace) -> int:
    """build: tells every problem, and builds if none of them is an error."""
    checked = _checked(options)
    _tell(options, checked.problems)
    if errors(checked.problems):
        print("etl: nothing was built; mend the errors first", file=sys.stderr)
        return PROBLEMS
    out = build(checked, options.out or options.data / "build" / "guarantees.duckdb")
    print(f"etl: built {_near(out)}", file=sys.stderr)
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


def _command(commands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=f"{name}: {text}.")
    command.set_defaults(run=run)
    folder = "folder of the tables (default: data beside this program)"
    command.add_argument("--data", type=Path, default=ROOT / "data", metavar="DIR", help=folder)
    size = "largest file read, in MB (default: 200)"
    command.add_argument("--max-size", type=_bytes, default="200", metavar="MB", help=size)
    return command


def _bytes(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"'{text}' isn't a whole number of megabytes above 0")
    return int(text) * 1_000_000


def _near(path: Path) -> Path:
    """A path as short as it can be said from where the reader stands."""
    with_dots = os.path.relpath(path)
    return path if with_dots.startswith("..") else Path(with_dots)


def _prefix(folder: Path) -> str:
    return f"{_near(folder)}{os.sep}"


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
