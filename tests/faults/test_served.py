"""Whatever is done to the database's file: the last whole build is served, and the next one as soon as it is whole."""

import logging
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from dashboard.database import Database, DatabaseError, DatabaseMissing, DatabaseUnreadable, steady
from tests.conftest import ROOT
from tests.faults.harm import HARMS, Releases, Said, bound, held_for_writing, said

LONG = 20.0
OPENED = """
import sys
from dashboard.database import Database, DatabaseError
try:
    Database(sys.argv[1]).release()
except DatabaseError as error:
    print(error)
"""


def until(is_so: Callable[[], bool]) -> bool:
    """Whether it becomes so in a while."""
    end = time.monotonic() + LONG
    while not (found := is_so()) and time.monotonic() < end:
        pass
    return found


@pytest.fixture(scope="module")
def old(releases: Releases) -> Said:
    return said(Database(releases.old))


@pytest.fixture(scope="module")
def new(releases: Releases) -> Said:
    return said(Database(releases.new))


@pytest.mark.parametrize("harm", HARMS)
def test_harm_to_the_file_reaches_no_reader(
    releases: Releases, place: Path, old: Said, new: Said, harm: str, rounds: int
) -> None:
    for seed in range(rounds):
        database, fresh = Database(releases.put(releases.old, place)), Database(place)
        assert database.release()["statements"] == 32
        HARMS[harm](place, random.Random(seed))
        assert said(database) == old
        with pytest.raises(DatabaseError) as told:
            fresh.release()
        assert str(place.parent) not in str(told.value)
        assert database.problem() == str(told.value)
        releases.put(releases.new, place)
        assert said(database) == new
        assert said(fresh) == new
        assert not database.problem()


def test_a_harmed_file_is_told_from_a_missing_one(place: Path) -> None:
    with pytest.raises(DatabaseMissing, match="no database at guarantees.duckdb"):
        Database(place.with_name("elsewhere") / place.name).release()
    HARMS["flipped"](place, random.Random(0))
    with pytest.raises(DatabaseUnreadable, match="no finished build"):
        Database(place).release()


def test_a_file_held_for_writing_is_not_read(place: Path, old: Said) -> None:
    database, fresh = Database(place), Database(place)
    assert said(database) == old
    with held_for_writing(place):
        assert said(database) == old
        with pytest.raises(DatabaseUnreadable, match="held open for writing"):
            fresh.release()
    assert until(lambda: not fresh.problem())
    assert said(fresh) == old


def test_a_file_that_may_not_be_read(releases: Releases, place: Path, old: Said, new: Said) -> None:
    database = Database(place)
    assert said(database) == old
    place.chmod(0)
    command = [sys.executable, "-c", OPENED, str(place)]
    done = subprocess.run(command, cwd=ROOT, preexec_fn=bound, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "The database guarantees.duckdb can't be read: permission denied."
    assert said(database) == old
    releases.put(releases.new, place)
    assert said(database) == new


def test_a_newer_build_with_an_older_time_is_picked_up(releases: Releases, place: Path, old: Said, new: Said) -> None:
    database = Database(place)
    assert said(database) == old
    releases.put(releases.new, place)
    os.utime(place, (0, 0))
    assert said(database) == new


def test_a_file_copied_over_the_old_one_is_served_once_it_is_whole(
    releases: Releases, place: Path, old: Said, new: Said
) -> None:
    database, whole = Database(place), releases.new.read_bytes()
    assert said(database) == old
    with place.open("r+b") as handle:
        for at in range(0, len(whole), len(whole) // 5):
            handle.write(whole[at : at + len(whole) // 5])
            handle.flush()
            assert said(database) == (new if handle.tell() == len(whole) else old)
    os.truncate(place, len(whole))
    assert until(lambda: said(database) == new)


def test_every_run_is_answered_from_one_release_while_others_are_swapped_in(
    releases: Releases, place: Path, old: Said, new: Said, rounds: int
) -> None:
    database, over = Database(place), threading.Event()

    def read() -> list[int]:
        """How many runs there were, and how many of them were of two releases or of none."""
        runs = wrong = 0
        while not over.is_set() or not runs:
            with steady():
                first, rows = database.release()["release"], said(database)
                wrong += rows not in (old, new) or database.release()["release"] != first
            runs += 1
        return [runs, wrong]

    with ThreadPoolExecutor(4) as readers:
        counts = [readers.submit(read) for _ in range(4)]
        try:
            for turn in range(max(10, rounds // 2)):
                releases.put(releases.new if turn % 2 == 0 else releases.old, place)
                with steady():
                    assert said(database) in (old, new)
        finally:
            over.set()
    assert [count.result()[1] for count in counts] == [0, 0, 0, 0]
    assert said(database) == said(Database(place))


def test_swaps_leave_nothing_behind(
    releases: Releases, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rounds: int
) -> None:
    (tmp_path / "room").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "room"))
    database, process = Database(place), psutil.Process()
    assert database.release()["statements"] == 32
    before = process.num_fds()
    for turn in range(max(5, rounds // 2)):
        releases.put(releases.new if turn % 2 == 0 else releases.old, place)
        with steady():
            assert len(said(database)) > 32
    assert process.num_fds() <= before
    assert not list((tmp_path / "room").iterdir())


def test_without_room_on_a_disk_the_copy_lies_in_memory(
    place: Path, old: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no such folder"))
    database, before = Database(place), psutil.Process().num_fds()
    assert said(database) == old
    with place.open("r+b") as file:
        file.truncate(5_000)
    assert said(database) == old
    with database.source() as source:
        assert len(source.read()) > 5_000
    assert psutil.Process().num_fds() <= before + 2


def test_without_room_for_a_copy_the_file_itself_is_read_and_the_log_says_so(
    place: Path, old: Said, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no such folder"))
    monkeypatch.setattr("dashboard.whole.MOST_IN_MEMORY", 0)
    monkeypatch.setattr(logging.getLogger("guarantees"), "propagate", True)
    assert said(Database(place)) == old
    warned = {record.getMessage() for record in caplog.records if record.levelno == logging.WARNING}
    assert warned == {"no room for a copy of the database: what is done to the file reaches readers"}
