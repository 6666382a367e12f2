"""Builds that are killed, that find no room, that may not write, that meet: the old database or the new one, whole."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from dashboard.database import Database
from tests.conftest import ROOT, World
from tests.faults.conftest import renamed
from tests.faults.harm import HARMS, Releases, beside, bound, etl, said


def begun(world: World, place: Path) -> "subprocess.Popen[bytes]":
    """A build in a process of its own."""
    command = [sys.executable, "-m", "etl", "build", "--data", str(world.folder), "--out", str(place)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def has_part(place: Path) -> bool:
    """Whether a build has begun to write."""
    return any(place.parent.glob(f".{place.name}.*"))


def killed(build: "subprocess.Popen[bytes]", place: Path, after: float, *, is_writing: bool) -> None:
    """End a build `after` seconds from its start, or from when it begins to write."""
    while is_writing and build.poll() is None and not has_part(place):
        with suppress(subprocess.TimeoutExpired):
            build.wait(0.005)
    with suppress(subprocess.TimeoutExpired):
        build.wait(after)
    build.kill()
    build.wait()


def spans(world: World, place: Path) -> tuple[float, float]:
    """How long a build takes from its start, and from when it begins to write."""
    start = written = time.monotonic()
    build = begun(world, place)
    while build.poll() is None:
        if not has_part(place):
            written = time.monotonic()
        with suppress(subprocess.TimeoutExpired):
            build.wait(0.005)
    end = time.monotonic()
    return end - start, end - written


def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new(
    releases: Releases, place: Path, tiny_data: World, tmp_path: Path, rounds: int
) -> None:
    chance, world, served = random.Random(2026), renamed(tiny_data), Database(place)
    old, new = said(served), said(Database(releases.new))
    whole, writing = spans(world, releases.put(releases.old, tmp_path / "timed" / place.name))
    for turn in range(rounds):
        is_writing = turn % 2 == 1
        killed(begun(world, place), place, chance.random() * (writing if is_writing else whole), is_writing=is_writing)
        assert said(Database(place)) in (old, new)
        assert said(served) == said(Database(place))
        assert len(beside(place)) <= 6, "what one dead build leaves goes with the next"
        if said(served) == new:
            releases.put(releases.old, place)
    assert etl("build", "--data", world.folder, "--out", place).returncode == 0
    assert said(served) == new
    assert beside(place) == [f"guarantees-{served.release()['release']}.zip"]


def test_two_builds_at_once_leave_database_and_archive_of_one_release(
    place: Path, tiny_data: World, tmp_path: Path, rounds: int
) -> None:
    shutil.copytree(tiny_data.folder, tmp_path / "again")
    worlds = tiny_data, renamed(World(tmp_path / "again"))
    for _ in range(max(1, rounds // 5)):
        builds = [begun(world, place) for world in worlds]
        assert [build.wait() for build in builds] == [0, 0]
        assert beside(place) == [f"guarantees-{Database(place).release()['release']}.zip"]


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 1.2])
def test_a_full_disk_leaves_the_old_file(releases: Releases, place: Path, tiny_data: World, share: float) -> None:
    most = int(share * place.stat().st_size)

    def before() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    old = place.read_bytes()
    done = etl("build", "--data", renamed(tiny_data).folder, "--out", place, before=before)
    if share > 1:
        assert done.returncode == 0, done.stderr
        assert said(Database(place)) == said(Database(releases.new))
        return
    assert (done.returncode, place.read_bytes()) == (2, old)
    assert "the old file is as it was" in done.stderr
    assert "Traceback" not in done.stderr
    assert beside(place) == []


def test_a_folder_that_may_not_be_written_leaves_the_old_file(place: Path, tiny_data: World) -> None:
    old = place.read_bytes()
    place.parent.chmod(0o555)
    done = etl("build", "--data", tiny_data.folder, "--out", place, before=bound)
    place.parent.chmod(0o755)
    assert (done.returncode, place.read_bytes()) == (2, old)
    assert "can't be written: Permission denied; the old file is as it was" in done.stderr
    assert "Traceback" not in done.stderr


def cut(path: Path, chance: random.Random) -> None:
    """Cut off anywhere behind the header: within a row, at its end or in its last cell."""
    lines = path.read_bytes().splitlines(keepends=True)
    last = chance.randrange(1, len(lines))
    rest = chance.choice([b"", lines[last].partition(b",")[0], lines[last][:-2], lines[last][:-1]])
    path.write_bytes(b"".join(lines[:last]) + rest)


def has_rows(path: Path) -> bool:
    """Whether a file holds any facts: words of a vocabulary, or rows of a table."""
    return path.suffix in (".csv", ".yaml") and len(path.read_bytes().splitlines()) > 1


@pytest.mark.parametrize("harm", ["cut", "emptied", "deleted", "displaced", "overwritten"])
def test_a_harmed_table_is_named_and_nothing_is_built(place: Path, tiny_data: World, harm: str, rounds: int) -> None:
    old, chance = place.read_bytes(), random.Random(harm)
    files = [path for path in sorted(tiny_data.folder.rglob("*.*")) if has_rows(path)]
    files = [path for path in files if harm != "cut" or path.suffix == ".csv"]  # half a vocabulary may be one
    for path in chance.sample(files, min(len(files), max(1, rounds // 3))):
        kept = path.read_bytes()
        {**HARMS, "cut": cut}[harm](path, chance)
        done = etl("build", "--data", tiny_data.folder, "--out", place)
        assert (done.returncode in (1, 2), place.read_bytes()) == (True, old), done.stdout
        assert path.name in done.stdout + done.stderr
        assert "Traceback" not in done.stdout + done.stderr
        if path.is_dir():
            path.rmdir()
        path.write_bytes(kept)
    assert beside(place) == []


def test_a_file_that_may_not_be_read_is_named_and_nothing_is_built(place: Path, tiny_data: World, rounds: int) -> None:
    old, chance = place.read_bytes(), random.Random("mode")
    files = [path for path in sorted(tiny_data.folder.rglob("*.*")) if has_rows(path)]
    for path in chance.sample(files, min(len(files), max(2, rounds // 3))):
        path.chmod(0)
        done = etl("build", "--data", tiny_data.folder, "--out", place, before=bound)
        assert (done.returncode, place.read_bytes()) == (2, old), path
        assert f"{path.name}: Permission denied" in done.stderr
        assert "Traceback" not in done.stderr
        path.chmod(0o644)


def test_a_build_asked_to_end_cleans_up(place: Path, tiny_data: World) -> None:
    """By Ctrl+C, as by a closed terminal."""
    build = begun(tiny_data, place)
    while build.poll() is None and not has_part(place):
        with suppress(subprocess.TimeoutExpired):
            build.wait(0.005)
    build.send_signal(signal.SIGINT)
    assert build.wait() in (0, 2)
    assert not has_part(place)


def test_times_set_back_do_not_hide_a_change_from_make(tiny_data: World, tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.txt"):
        shutil.copy2(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "etl", tmp_path / "etl", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    database = tmp_path / "data" / "build" / "guarantees.duckdb"

    def made() -> list[str]:
        command = ["make", "-o", ".venv/.runtime", "data/build/guarantees.duckdb"]
        told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
        return [line for line in told.stdout.splitlines() if "etl build" in line]

    assert made()
    old = said(Database(database))
    assert not made()
    renamed(tiny_data)
    for path in tiny_data.folder.rglob("*.csv"):
        os.utime(path, (0, 0))
    assert made()
    assert said(Database(database)) != old
    assert not made()
