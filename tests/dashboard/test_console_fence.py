"""The fence itself: behind it a process can open nothing, start nothing, and take little."""

import json
import subprocess
import sys

import pytest

from dashboard.console.engine import ROOT
from dashboard.console.limits import LIMITS

TRIES = """
import json, os, sys
sys.path.insert(0, sys.argv[1])
import dashboard.console.fence as fence, dashboard.console.limits as limits
import socket, subprocess

def tried(what):
    try:
        what()
    except (OSError, MemoryError) as error:
        return type(error).__name__
    return "done"

fence.start(limits.LIMITS)
fence.fence(limits.LIMITS)
found = {
    "file": tried(lambda: open("/etc/hosts")),
    "own code": tried(lambda: open(sys.argv[1] + "/dashboard/app.py")),
    "network": tried(socket.socket),
    "process": tried(lambda: os.fork() or os._exit(0)),
    "program": tried(lambda: subprocess.run(["/bin/true"])),
    "memory": tried(lambda: bytearray(limits.LIMITS.memory)),
    "some memory": tried(lambda: bytearray(limits.LIMITS.memory // 2)),
    "user": os.geteuid(),
    "niceness": os.nice(0),
    "environment": sorted(set(os.environ) - {"LC_CTYPE"}),
}
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("empty")
    command = [sys.executable, "-I", "-c", TRIES, str(ROOT)]
    done = subprocess.run(command, cwd=folder, env={}, capture_output=True, timeout=60, check=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("what", ["file", "own code", "network", "process", "program"])
def test_nothing_can_be_opened_or_started(tried: dict[str, object], what: str) -> None:
    assert tried[what] in ("OSError", "BlockingIOError", "PermissionError", "FileNotFoundError")


def test_memory_ends_where_it_is_said_to(tried: dict[str, object]) -> None:
    assert tried["memory"] == "MemoryError"
    assert tried["some memory"] == "done"


def test_it_is_nobody_behind_everybody_with_no_environment(tried: dict[str, object]) -> None:
    assert tried["user"] != 0
    assert int(str(tried["niceness"])) >= LIMITS.niceness
    assert tried["environment"] == []
