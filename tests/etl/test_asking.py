"""Asking for a row: what the codebook says, slips asked again, answers kept when it is stopped or refused."""

import shlex
import signal
import subprocess
import sys

from tests.conftest import ROOT, World, heeding_ctrl_c
from tests.etl.conftest import SAID, files, sets


def talk(world: World, table: str, typed: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Answers the questions of a process of its own, line by line, until there is nothing more to answer."""
    command = [sys.executable, "-m", "etl", "new", table, "--data", str(world.folder), "--on", "2026-12-01", *words]
    return subprocess.run(command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False)


def test_questions_tell_what_the_codebook_says_and_ask_a_slip_again(tiny_data: World) -> None:
    typed = "Lac Léman Wire\nTalks go on\nhttps://wire.example/talks\n2025-13-01\n2025-04-12\n\n?news\nagency\n\n\n\n"
    done = talk(tiny_data, "sources", typed)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Who published the page, one spelling per publisher." in done.stdout
    assert "'2025-13-01' isn't a day of the calendar" in done.stdout
    assert "    newspaper: Newspaper or news site" in done.stdout
    assert "[en] > " in done.stdout
    assert "[lac-leman-wire-2025-04-12] > " in done.stdout
    row = next(row for row in tiny_data.rows("sources") if row["source_id"] == "lac-leman-wire-2025-04-12")
    assert (row["title"], row["language_code"], row["standing"]) == ("Talks go on", "en", "agency")


def test_a_stray_yes_or_no_is_no_id(tiny_data: World) -> None:
    done = talk(tiny_data, "speakers", "Paula Ponte\nn\ny\n\n")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "'n' isn't an id of speakers: it is made of the name, in small letters" in done.stdout
    assert "'y' isn't an id of speakers" in done.stdout
    assert "paula-ponte" in [row["speaker_id"] for row in tiny_data.rows("speakers")]
    assert not {"n", "y"} & {row["speaker_id"] for row in tiny_data.rows("speakers")}


def test_stopped_on_the_way_it_keeps_the_answers_and_changes_nothing(tiny_data: World) -> None:
    before = files(tiny_data)
    done = talk(tiny_data, "sources", "Lac Léman Wire\nTalks, and 'more'\n")
    assert done.returncode == 2
    assert files(tiny_data) == before
    command = shlex.split(done.stderr.splitlines()[-1])
    assert command[:4] == ["python", "-m", "etl", "new"]
    assert command[-4:] == ["--data", str(tiny_data.folder), "--on", "2026-12-01"]
    rest = talk(tiny_data, "sources", "https://wire.example/talks\n-\n-\nen\nagency\n\n\n\n", *command[5:])
    assert rest.returncode == 0, rest.stdout + rest.stderr
    assert "Talks, and 'more'" in [row["title"] for row in tiny_data.rows("sources")]


def test_answers_that_would_not_pass_together_are_kept_too(tiny_data: World) -> None:
    before = files(tiny_data)
    done = talk(tiny_data, "statements", "\n" * 20, "--ask", *sets({**SAID, "quote": "First engineers."}))
    assert done.returncode == 1
    assert "statements.csv:" in done.stdout
    assert "the quote doesn't say what it is" in done.stdout
    assert "--set 'quote=First engineers.'" in done.stderr.splitlines()[-1]
    assert files(tiny_data) == before


def test_ctrl_c_between_two_questions_changes_nothing(tiny_data: World) -> None:
    before = files(tiny_data)
    command = [sys.executable, "-u", "-m", "etl", "new", "speakers", "--data", str(tiny_data.folder)]
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=heeding_ctrl_c,
    )
    assert child.stdin
    assert child.stdout
    child.stdin.write("Ada Exampel\n")
    child.stdin.flush()
    assert any("speaker_id (" in line for line in child.stdout), "it ended without asking"
    child.send_signal(signal.SIGINT)
    _, said = child.communicate()
    assert child.returncode == 2
    assert said.splitlines()[-1] == (
        f"python -m etl new speakers --set 'name=Ada Exampel' --ask --data {tiny_data.folder}"
    )
    assert "Traceback" not in said
    assert files(tiny_data) == before
