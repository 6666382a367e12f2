"""The command line: what it says, and how it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, World

LAKESIDE = "2025-04-10-lakeside-conference"


def run(*arguments: object, **settings: object) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a person would."""
    command = [sys.executable, "-m", "etl", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, **settings)  # type: ignore[call-overload,no-any-return]


def test_clean_data_end_with_0(tiny_data: World) -> None:
    done = run("check", "--data", tiny_data.folder)
    assert done.returncode == 0
    assert done.stdout == "0 errors, 0 warnings\n"


def test_warnings_alone_end_with_0_and_build(tiny_data: World) -> None:
    tiny_data.put("statements", [{"statement_id": "2025-04-10-owen-hale-open", "place": "lausanne"}])
    done = run("build", "--data", tiny_data.folder)
    assert done.returncode == 0
    assert "place_spelled_two_ways" in done.stdout
    assert (tiny_data.folder / "build" / "guarantees.duckdb").is_file()


def test_problem_names_file_line_column_fault_and_remedy(tiny_data: World) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "starts_on": "2025-02-30"}])
    done = run("check", "--data", tiny_data.folder)
    line = (
        tiny_data.path("events")
        .read_text(encoding="utf-8")[: tiny_data.path("events").read_text().index(LAKESIDE)]
        .count("\n")
        + 1
    )
    assert done.returncode == 1
    said = "'2025-02-30' isn't a day of the calendar, written as 2025-02-28; write it so [type]"
    assert f"events.csv:{line}: starts_on: {said}" in done.stdout


def test_five_examples_and_a_count_per_rule(tiny_data: World) -> None:
    rows = [{"statement_id": row["statement_id"], "topics": "golf"} for row in tiny_data.rows("statements")[:12]]
    tiny_data.put("statements", rows)
    done = run("check", "--data", tiny_data.folder)
    assert done.stdout.count("'golf'") == 5
    assert "… and 7 more of [unknown_reference], 12 in all" in done.stdout
    assert "12 errors, 0 warnings" in done.stdout


def test_json_holds_every_problem(tiny_data: World) -> None:
    rows = [{"statement_id": row["statement_id"], "topics": "golf"} for row in tiny_data.rows("statements")[:12]]
    tiny_data.put("statements", rows)
    done = run("check", "--json", "--data", tiny_data.folder)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["errors"], report["warnings"], len(report["problems"])) == (12, 0, 12)
    assert set(report["problems"][0]) == {"file", "line", "column", "row_id", "rule", "message", "severity"}


def test_build_with_errors_ends_with_1_and_builds_nothing(tiny_data: World) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "title": ""}])
    done = run("build", "--data", tiny_data.folder)
    assert done.returncode == 1
    assert "nothing was built" in done.stderr
    assert not (tiny_data.folder / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "required"),
        (("bake",), "invalid choice"),
        (("check", "--nonsense"), "unrecognized"),
        (("check", "--data", "no/such/folder"), "no such folder"),
        (("check", "--data", "README.md"), "no such folder"),
        (("check", "--data", "etl"), "holds no datapackage.yaml"),
        (("check", "--max-size", "0"), "above 0"),
        (("check", "--max-size", "many"), "whole number"),
    ],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("out", "words"),
    [(".", "is a folder"), ("events.csv", "is no database"), ("no/such/folder/x.duckdb", "can't be written")],
)
def test_place_that_cannot_be_built_at_ends_with_2(tiny_data: World, out: str, words: str) -> None:
    events = tiny_data.path("events").read_bytes()
    done = run("build", "--data", tiny_data.folder, "--out", tiny_data.folder / out)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert tiny_data.path("events").read_bytes() == events


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are Unix's")
def test_no_space_ends_with_2_and_leaves_the_old_file(tiny_data: World) -> None:
    import resource

    out = tiny_data.folder / "old.duckdb"
    out.write_bytes(b"the old file")
    done = run(
        "build", "--data", tiny_data.folder, "--out", out,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000)),
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "the old file is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert out.read_bytes() == b"the old file"
    assert [path.name for path in tiny_data.folder.glob(".old*")] == []


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are Unix's")
def test_no_permission_ends_with_2(tiny_data: World) -> None:
    (tiny_data.folder / "sealed").mkdir()
    (tiny_data.folder / "sealed" / "build").symlink_to("/proc")
    done = run("build", "--data", tiny_data.folder, "--out", tiny_data.folder / "sealed" / "build" / "x.duckdb")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_closed_pipe_is_no_accident(tiny_data: World) -> None:
    command = f"{sys.executable} -m etl check --json --data {tiny_data.folder} | true"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_control_characters_of_the_data_do_not_reach_the_terminal(tiny_data: World) -> None:
    tiny_data.put("events", [{"event_id": LAKESIDE, "category": "\u202egala\u0085"}])
    done = run("check", "--data", tiny_data.folder)
    assert "\\u202egala" in done.stdout
    assert "\u202e" not in done.stdout


def test_help_names_every_command() -> None:
    said = run("--help").stdout
    assert all(command in said for command in ("check", "build", "format", "codebook"))


def test_format_and_codebook_change_nothing_the_second_time(tiny_data: World) -> None:
    assert run("format", "--data", tiny_data.folder).returncode == 0
    assert run("codebook", "--data", tiny_data.folder).returncode == 0
    for command in ("format", "codebook"):
        done = run(command, "--check", "--data", tiny_data.folder)
        assert (done.returncode, done.stdout) == (0, "")


def test_format_check_says_what_would_change_and_changes_nothing(tiny_data: World) -> None:
    path = tiny_data.path("speakers")
    spoilt = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(spoilt)
    done = run("format", "--check", "--data", tiny_data.folder)
    assert done.returncode == 1
    assert "speakers.csv: would change" in done.stdout
    assert path.read_bytes() == spoilt


def test_format_refuses_a_broken_shape(tiny_data: World) -> None:
    path: Path = tiny_data.path("speakers")
    path.write_bytes(path.read_bytes() + b'x,"X\n')
    spoilt = path.read_bytes()
    done = run("format", "--data", tiny_data.folder)
    assert done.returncode == 1
    assert "unbalanced_quotes" in done.stdout
    assert path.read_bytes() == spoilt
