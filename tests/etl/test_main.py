"""The command line: what it says, and how it ends."""

import json
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.conftest import ROOT, World
from tests.etl.conftest import Done, Run

COMMANDS = ("check", "build", "export", "format", "codebook", "new", "correct")
LAKESIDE = "2025-04-10-lakeside-conference"


def run_apart(*arguments: object, limit: Callable[[], None] | None = None) -> Done:
    """Runs the command line as a process of its own."""
    command = [sys.executable, "-m", "etl", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, preexec_fn=limit)
    return Done(done.returncode, done.stdout, done.stderr)


def test_clean_data_end_with_0(tiny_data: World, run: Run) -> None:
    done = run("check", "--data", tiny_data.folder)
    assert done.code == 0
    assert done.out == "0 errors, 0 warnings\n"


def test_warnings_alone_end_with_0_and_build(tiny_data: World, run: Run) -> None:
    tiny_data.put("statements", [{"statement_id": "2025-04-10-owen-hale-open", "place": "lausanne"}])
    done = run("build", "--data", tiny_data.folder)
    assert done.code == 0
    assert "place_spelled_two_ways" in done.out
    assert (tiny_data.folder / "build" / "guarantees.duckdb").is_file()


def test_problem_names_file_line_column_fault_and_remedy(tiny_data: World, run: Run) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "starts_on": "2025-02-30"}])
    done = run("check", "--data", tiny_data.folder)
    rows = tiny_data.path("events").read_text(encoding="utf-8").splitlines()
    line = next(number for number, row in enumerate(rows, start=1) if row.startswith(LAKESIDE))
    assert done.code == 1
    said = "'2025-02-30' isn't a day of the calendar, written as 2025-02-28; write it so [type]"
    assert f"events.csv:{line}: starts_on: {said}" in done.out


def test_five_examples_and_a_count_per_rule(tiny_data: World, run: Run) -> None:
    rows = [{"statement_id": row["statement_id"], "topics": "golf"} for row in tiny_data.rows("statements")[:12]]
    tiny_data.put("statements", rows)
    done = run("check", "--data", tiny_data.folder)
    assert done.out.count("'golf'") == 5
    assert "… and 7 more of [unknown_reference], 12 in all" in done.out
    assert "12 errors, 0 warnings" in done.out


def test_json_holds_every_problem(tiny_data: World, run: Run) -> None:
    rows = [{"statement_id": row["statement_id"], "topics": "golf"} for row in tiny_data.rows("statements")[:12]]
    tiny_data.put("statements", rows)
    done = run("check", "--json", "--data", tiny_data.folder)
    report = json.loads(done.out)
    assert done.code == 1
    assert (report["errors"], report["warnings"], len(report["problems"])) == (12, 0, 12)
    assert set(report["problems"][0]) == {"file", "line", "column", "row_id", "rule", "message", "severity"}


def test_build_with_errors_ends_with_1_and_builds_nothing(tiny_data: World, run: Run) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "title": ""}])
    done = run("build", "--data", tiny_data.folder)
    assert done.code == 1
    assert "nothing was built" in done.err
    assert not (tiny_data.folder / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "required"),
        (("bake",), "invalid choice"),
        (("check", "--nonsense"), "unrecognized"),
        (("check", "--data", "no/such/folder"), "no such folder"),
        (("check", "--watch", "--data", "no/such/folder"), "no such folder"),
        (("check", "--data", "README.md"), "no such folder"),
        (("check", "--data", "etl"), "holds no datapackage.yaml"),
        (("check", "--max-size", "0"), "above 0"),
        (("check", "--max-size", "many"), "whole number"),
    ],
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("out", "words"),
    [(".", "is a folder"), ("events.csv", "is no database"), ("no/such/folder/x.duckdb", "can't be written")],
)
def test_place_that_cannot_be_built_at_ends_with_2(tiny_data: World, run: Run, out: str, words: str) -> None:
    events = tiny_data.path("events").read_bytes()
    done = run("build", "--data", tiny_data.folder, "--out", tiny_data.folder / out)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err
    assert tiny_data.path("events").read_bytes() == events


def test_no_space_ends_with_2_and_leaves_the_old_file(tiny_data: World) -> None:
    out = tiny_data.folder / "old.duckdb"
    out.write_bytes(b"the old file")
    small = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (400_000, 400_000))
    done = run_apart("build", "--data", tiny_data.folder, "--out", out, limit=small)
    assert done.code == 2, done.err
    assert "the old file is as it was" in done.err
    assert "Traceback" not in done.err
    assert out.read_bytes() == b"the old file"
    assert [path.name for path in tiny_data.folder.glob(".old*")] == []


def test_no_permission_ends_with_2(tiny_data: World, run: Run) -> None:
    (tiny_data.folder / "sealed").mkdir()
    (tiny_data.folder / "sealed" / "build").symlink_to("/proc")
    done = run("build", "--data", tiny_data.folder, "--out", tiny_data.folder / "sealed" / "build" / "x.duckdb")
    assert done.code == 2
    assert "Traceback" not in done.err


def test_a_closed_pipe_is_no_accident(tiny_data: World) -> None:
    command = f"{sys.executable} -m etl check --json --data {tiny_data.folder} | true"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_control_characters_of_the_data_do_not_reach_the_terminal(tiny_data: World, run: Run) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "category": "\u202egala\u0085"}])
    done = run("check", "--data", tiny_data.folder)
    assert "\\u202egala" in done.out
    assert "\u202e" not in done.out


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")[1]
    assert all(command in said for command in COMMANDS)


def test_format_and_codebook_change_nothing_the_second_time(tiny_data: World, run: Run) -> None:
    assert run("format", "--data", tiny_data.folder).code == 0
    assert run("codebook", "--data", tiny_data.folder).code == 0
    for command in ("format", "codebook"):
        done = run(command, "--check", "--data", tiny_data.folder)
        assert (done.code, done.out) == (0, "")


def test_format_check_says_what_would_change_and_changes_nothing(tiny_data: World, run: Run) -> None:
    path = tiny_data.path("speakers")
    spoilt = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(spoilt)
    done = run("format", "--check", "--data", tiny_data.folder)
    assert done.code == 1
    assert "speakers.csv: would change" in done.out
    assert path.read_bytes() == spoilt


def test_format_refuses_a_broken_shape(tiny_data: World, run: Run) -> None:
    path: Path = tiny_data.path("speakers")
    path.write_bytes(path.read_bytes() + b'x,"X\n')
    spoilt = path.read_bytes()
    done = run("format", "--data", tiny_data.folder)
    assert done.code == 1
    assert "unbalanced_quotes" in done.out
    assert path.read_bytes() == spoilt
