"""What is done to a database or to a process, and what the two releases say."""

import ctypes
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dashboard.database import Database
from tests.conftest import ROOT

SAID = "select statement_id, summary from statements order by all"
NAMED = "select event_id, title from events order by all"
Said = list[dict[str, object]]
DROP, OVERRIDE, SEARCH = 24, 1, 2  # prctl's PR_CAPBSET_DROP, and the powers by which root passes over file modes
HOLD = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


@dataclass(frozen=True)
class Releases:
    """The files of two releases."""

    old: Path
    new: Path

    def put(self, release: Path, place: Path) -> Path:
        """Swap one in by rename, as a build does."""
        place.parent.mkdir(exist_ok=True)
        beside = place.with_name(f".{place.name}.put")
        shutil.copyfile(release, beside)
        if place.is_dir():
            place.rmdir()
        return beside.replace(place)


def said(database: Database) -> Said:
    """All rows that tell the releases apart, in an order."""
    return [*database.ask(SAID).rows, *database.ask(NAMED).rows]


def truncated(place: Path, chance: random.Random) -> None:
    """Cut off somewhere, in place."""
    os.truncate(place, chance.randrange(place.stat().st_size))


def flipped(place: Path, chance: random.Random) -> None:
    """One bit turned at each of five places, in place."""
    with place.open("r+b") as handle:
        for _ in range(5):
            at = chance.randrange(place.stat().st_size)
            handle.seek(at)
            byte = handle.read(1)[0]
            handle.seek(at)
            handle.write(bytes([byte ^ 1 << chance.randrange(8)]))


def emptied(place: Path, _chance: random.Random) -> None:
    """No byte left."""
    os.truncate(place, 0)


def deleted(place: Path, _chance: random.Random) -> None:
    """Gone."""
    place.unlink()


def displaced(place: Path, _chance: random.Random) -> None:
    """A folder in its place."""
    place.unlink()
    place.mkdir()


def overwritten(place: Path, chance: random.Random) -> None:
    """Bytes of something else, as many as there were."""
    place.write_bytes(chance.randbytes(place.stat().st_size))


HARMS: dict[str, Callable[[Path, random.Random], None]] = {
    harm.__name__: harm for harm in (truncated, flipped, emptied, deleted, displaced, overwritten)
}


@contextmanager
def held_for_writing(place: Path) -> Iterator[None]:
    """Another process holds the database open for writing."""
    command = [sys.executable, "-c", HOLD, str(place)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            process.communicate()


def bound() -> None:
    """In a child before it runs: root obeys the modes of files and folders like everybody else."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None, use_errno=True)
        for power in (OVERRIDE, SEARCH):
            if system.prctl(DROP, power, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "root can't be bound here")


def etl(*words: object, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """The command line of the ETL in a process of its own."""
    command = [sys.executable, "-m", "etl", *map(str, words)]
    return subprocess.run(command, cwd=ROOT, preexec_fn=before, capture_output=True, text=True, check=False)


def beside(place: Path) -> list[str]:
    """All files in a database's folder but itself."""
    return sorted(path.name for path in place.parent.iterdir() if path != place)
