"""The words of the command line: commands, and the options that each takes."""

import argparse
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TEXTS = {
    "check": "read and validate everything, build nothing",
    "build": "check, then build the database and the archive of the release, and swap them in",
    "export": "check, then write the archive of the release alone",
    "format": "write each table in its canonical form",
    "codebook": "write the data folder's README.md from its schemas",
    "new": "add a row, asked for column by column or given with --set",
    "correct": "change a released cell, and record what it said before and why",
}
Run = Callable[[argparse.Namespace], int]


def parser(runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The commands and their options; each command's function stands in `run`."""
    top = argparse.ArgumentParser(prog="python -m etl", description="Tables of text in, one DuckDB file out.")
    commands = top.add_subparsers(title="commands", required=True, metavar="command")
    made = {name: _command(commands, name, runs[name], text) for name, text in TEXTS.items()}
    for name in ("check", "build"):
        made[name].add_argument("--json", action="store_true", help="every problem, as JSON")
    made["check"].add_argument("--watch", action="store_true", help="check again whenever a file is saved")
    out = "the file to build (default: build/guarantees.duckdb in the data folder)"
    made["build"].add_argument("--out", type=Path, metavar="FILE", help=out)
    said = "build although a table ends before the last rows of the release built last"
    made["build"].add_argument("--rows-gone", action="store_true", help=said)
    folder = "the folder to write to (default: build in the data folder)"
    made["export"].add_argument("--out", type=Path, metavar="DIR", help=folder)
    for name in ("format", "codebook"):
        said = "write nothing, end with 1 if something would change"
        made[name].add_argument("--check", action="store_true", help=said)
    _of_new(made["new"])
    _of_correct(made["correct"])
    return top


def _of_new(command: argparse.ArgumentParser) -> None:
    told = "the table to add to; several are filled one after another and checked together"
    command.add_argument("table", nargs="+", help=told)
    told = "a cell's value; nothing is asked then. With several tables: table.column=value"
    command.add_argument("--set", action="append", type=_pair, default=[], metavar="COLUMN=VALUE", help=told)
    command.add_argument("--ask", action="store_true", help="ask for the columns that --set leaves open")
    command.add_argument("--another", action="store_true", help="add the row although one much like it is there")
    told = "a cell of another row to correct along with it, as `correct` does; needs --why"
    command.add_argument(
        "--correct", nargs=4, action="append", default=[], metavar=("TABLE", "ID", "COLUMN", "VALUE"), help=told
    )
    command.add_argument("--why", default="", help="why that cell is corrected, and what it rests on")
    _on(command, "recorded_on")


def _of_correct(command: argparse.ArgumentParser) -> None:
    command.add_argument("table", help="the table that holds the cell")
    command.add_argument("id", help="the row's id; in a table without one the parts of its key, joined by |")
    command.add_argument("column", help="the cell's column")
    command.add_argument("value", help="what it should say; '' empties it")
    command.add_argument("--why", required=True, help="the reason, with what it rests on")
    told = "another cell of the row, changed for the same reason"
    command.add_argument("--also", action="append", type=_pair, default=[], metavar="COLUMN=VALUE", help=told)
    _on(command, "corrected_on")


def _on(command: argparse.ArgumentParser, column: str) -> None:
    told = f"the day for {column} (default: this machine's day)"
    command.add_argument("--on", type=_day, metavar="DAY", help=told)


def _command(commands: Any, name: str, run: Run, text: str) -> argparse.ArgumentParser:
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


def _pair(text: str) -> tuple[str, str]:
    name, mark, value = text.partition("=")
    if not mark or not name:
        raise argparse.ArgumentTypeError(f"'{text}' isn't written as column=value")
    return name, value


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' isn't a day, written as 2025-02-28") from None
