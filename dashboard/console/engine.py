"""Answers a reader's SQL: one short-lived process per query, few at a time, each killed when its time is over."""

import contextlib
import importlib.util
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dashboard.console.limits import AT_ONCE, LIMITS, MB, PATIENCE, WAITING, Limits, in_words
from dashboard.database import Database

ROOT = Path(__file__).resolve().parent.parent.parent
BEGIN = "import sys; sys.path.insert(0, sys.argv.pop()); from dashboard.console.child import main; main()"
SPARE, FAREWELL = MB, 0.5
OFF = "The SQL page is off: this server's system can't fence a query in (it has no limits for processes)."


@dataclass(frozen=True)
class Answered:
    """What a query came to: an HTTP status, a JSON document, and whether that is compressed by gzip."""

    status: int
    body: bytes
    is_packed: bool = False


def told(status: int, error: str, hint: str = "") -> Answered:
    """An answer without rows, in words."""
    return Answered(status, json.dumps({"error": error, "hint": hint}).encode())


def unavailable() -> str:
    """Why there is no console on this machine, in words; empty where there is one."""
    return "" if importlib.util.find_spec("resource") and hasattr(os, "killpg") else OFF


def is_text(sql: str) -> bool:
    """Whether DuckDB can read it to its end: no half of a sign, and no NUL, which it takes for the end."""
    return "\0" not in sql and not any("\ud800" <= sign <= "\udfff" for sign in sql)


class Console:
    """Runs queries over the release that is served; safe to share between threads."""

    def __init__(self, db: Database, limits: Limits = LIMITS) -> None:
        self.db, self.limits = db, limits
        self._free = threading.BoundedSemaphore(AT_ONCE)
        self._line, self._counting = 0, threading.Lock()

    def answer(self, sql: str, *, is_packed: bool = False) -> Answered:
        """The rows of a statement or why there are none; never raises for what a reader writes.

        Raises DatabaseError where there is no release. Waits a moment for its turn, else says who is before it.
        """
        if unavailable():
            return told(501, OFF)
        if not is_text(sql):
            return told(422, "The query holds signs that no text has.", "Write it anew, or paste it from a plain text.")
        source = self.db.source()
        try:
            with self._turn() as place:
                return busy(place) if place else self._run(source, sql, is_packed)
        except OSError:
            return told(503, "The query can't be started just now.", "Try again in a moment.")

    @contextlib.contextmanager
    def _turn(self) -> Iterator[int]:
        """0 in one of the places for queries that run; the place in the line where none of them is free in time."""
        with self._counting:
            place = self._line + 1
            self._line += 1
        try:
            has_come = self._free.acquire(timeout=PATIENCE if place <= WAITING else 0)
        finally:
            with self._counting:
                self._line -= 1
        try:
            yield 0 if has_come else place
        finally:
            if has_come:
                self._free.release()

    def _run(self, source: IO[bytes], sql: str, is_packed: bool) -> Answered:
        """One process from its start to its end."""
        with tempfile.TemporaryDirectory(prefix="query-") as empty, started(empty, source.fileno()) as process:
            deadline = time.monotonic() + self.limits.seconds
            asked = json.dumps({"path": f"/dev/fd/{source.fileno()}"}), json.dumps({"sql": sql, "gzip": is_packed})
            to, back = pipes(process)
            with contextlib.suppress(BrokenPipeError):
                to.write("\n".join((*asked, "")).encode())
                to.close()
            said, is_late = drained(back, deadline, self.limits.output + SPARE)
            if not is_late:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(FAREWELL)
            ended(process)
        return understood(said, is_late, process.returncode, self.limits)


@contextlib.contextmanager
def started(empty: str, source: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The process, waiting for its query, with the open file of the release; killed with all that it may have started,
    whatever happens here.
    """
    process = subprocess.Popen(
        [sys.executable, "-I", "-c", BEGIN, str(ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=empty,
        env={},
        start_new_session=True,
        pass_fds=(source,),
    )
    try:
        yield process
    finally:
        ended(process)
        for pipe in pipes(process):
            with contextlib.suppress(OSError):
                pipe.close()


def pipes(process: "subprocess.Popen[bytes]") -> tuple[IO[bytes], IO[bytes]]:
    """The way to the process and the way back; both were asked for when it was started."""
    if process.stdin is None or process.stdout is None:
        raise OSError("the process was started without its pipes")
    return process.stdin, process.stdout


def ended(process: subprocess.Popen[bytes]) -> None:
    """The end of the process and of its group."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def drained(pipe: IO[bytes], deadline: float, most: int) -> tuple[bytes, bool]:
    """What the process says until it closes its mouth, `most` bytes of it; true if the deadline came first."""
    said = bytearray()
    while len(said) <= most:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([pipe], [], [], left)[0]:
            return b"", True
        part = os.read(pipe.fileno(), MB)
        if not part:
            break
        said += part
    return bytes(said), False


def understood(said: bytes, is_late: bool, code: int, limits: Limits) -> Answered:
    """The answer in what a process said, or in how it ended."""
    if is_late or code == -signal.SIGXCPU:
        hint = "Ask for fewer rows with where, join on keys, or aggregate first. " + in_words(limits)
        return told(422, f"The query took longer than {limits.seconds:.0f} seconds and was stopped.", hint)
    head, _, body = said.partition(b"\n")
    kind = head.decode(errors="replace")
    if kind in ("done", "done packed"):
        return Answered(200, body, kind == "done packed")
    if kind == "refused":
        return Answered(422, body)
    if kind == "unready":
        return told(503, "The release can't be read just now.", "Try again in a moment.")
    if kind == "memory":
        hint = "Take fewer rows or columns, shorter texts, or aggregate first. " + in_words(limits)
        return told(422, f"The query needed more than {limits.memory // MB} MB of memory and was stopped.", hint)
    hint = "It is nested too deeply or builds something too large. " + in_words(limits)
    return told(422, "The query broke down on the way and was stopped.", hint)


def busy(place: int) -> Answered:
    """Others' queries run; the reader is told how many wait, and is to try again."""
    line = f"The server is running other readers' queries; yours is number {place} in the line."
    return told(503, line, "Try again in a few seconds: each may take five at most.")
