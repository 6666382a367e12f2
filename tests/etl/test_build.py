"""Building beside and swapping in: whatever happens, readers see the old file or the new one, whole."""

import contextlib
import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import duckdb
import pytest

from etl.build import build
from etl.check import check
from etl.problem import StoppedError
from etl.seal import MARK
from tests.conftest import ROOT, World
from tests.etl.relations.test_files import IN_NO_ORDER

OLD = b"the old file"


def left_beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path.name.startswith(f".{out.name}"))


def statements(path: Path) -> object:
    with duckdb.connect(str(path), read_only=True) as reader:
        return reader.execute("select statements from release").fetchall()[0][0]


def exports(path: Path, folder: Path) -> dict[str, str]:
    """A digest of the export of each relation without parameters; rows in no order of their own are put into one."""
    digests = {}
    with duckdb.connect(str(path), read_only=True) as connection:
        names = """
            select table_name from duckdb_tables() union select view_name from duckdb_views() where not internal
        """
        tables = connection.execute(names).fetchall()
        for (name,) in tables:
            target = folder / f"{name}.csv"
            table = connection.table(name)
            (table.order("all") if name in IN_NO_ORDER else table).write_csv(str(target))
            digests[name] = hashlib.sha256(target.read_bytes()).hexdigest()
    return digests


def test_two_builds_of_the_same_data_export_the_same_bytes(tiny_data: World, tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        found.append(exports(build(check(tiny_data.folder), tmp_path / f"{name}.duckdb"), tmp_path / name))
    assert {"statements", "source_use", "position_rows", "contributions"} <= set(found[0])
    assert found[0] == found[1]


def test_build_leaves_nothing_beside(tiny_data: World, tmp_path: Path) -> None:
    out = build(check(tiny_data.folder), tmp_path / "x.duckdb")
    assert left_beside(out) == []


def test_reader_of_the_old_file_keeps_it(tiny_data: World, tmp_path: Path) -> None:
    out = build(check(tiny_data.folder), tmp_path / "x.duckdb")
    with duckdb.connect(str(out), read_only=True) as reader:
        before = reader.execute("select release from release").fetchone()
        tiny_data.put("speakers", [{"speaker_id": "alma-varenne", "name": "Alma Varenne-Roux"}])
        build(check(tiny_data.folder), out)
        assert reader.execute("select release from release").fetchone() == before
    with duckdb.connect(str(out), read_only=True) as reader:
        assert reader.execute("select release from release").fetchone() != before


@pytest.mark.parametrize("moment", range(4))
def test_kill_at_any_moment_leaves_the_old_file(tiny_data: World, moment: int) -> None:
    """Kills a build when it prints, when its parts appear, and as they grow; the next build cleans up."""
    out = tiny_data.folder / "old.duckdb"
    out.write_bytes(OLD)
    command = [sys.executable, "-m", "etl", "build", "--data", str(tiny_data.folder), "--out", str(out)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while child.poll() is None:
        grown = sum(path.stat().st_size for path in tiny_data.folder.glob(".old.duckdb.*.part*"))
        if left_beside(out) and grown >= moment * 300_000:
            child.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(timeout=0.005)
    if out.read_bytes() != OLD:
        assert statements(out) == 32
    build(check(tiny_data.folder), out)
    assert left_beside(out) == []
    assert statements(out) == 32


def test_parts_of_a_living_build_are_left_alone(tiny_data: World, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    out = tmp_path / "x.duckdb"
    living, dead = tmp_path / ".x.duckdb.1-aa.lock", tmp_path / ".x.duckdb.2-bb.lock"
    for lock in (living, dead):
        lock.touch()
        lock.with_suffix(".part").touch()
    with living.open("a") as handle:
        fcntl.flock(handle.fileno(), fcntl.LOCK_EX)
        build(check(tiny_data.folder), out)
    assert left_beside(out) == [living.name, living.with_suffix(".part").name]


def test_two_builds_at_once_do_not_collide(tiny_data: World, tmp_path: Path) -> None:
    checked, out = check(tiny_data.folder), tmp_path / "x.duckdb"
    builds = [threading.Thread(target=build, args=(checked, out)) for _ in range(2)]
    for thread in builds:
        thread.start()
    for thread in builds:
        thread.join()
    assert left_beside(out) == []
    assert statements(out) == 32


def test_a_file_that_is_no_database_is_not_replaced(tiny_data: World) -> None:
    with pytest.raises(StoppedError, match="is no database"):
        build(check(tiny_data.folder), tiny_data.path("events"))


def test_a_link_is_followed(tiny_data: World, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "x.duckdb"
    link.symlink_to(tmp_path / "real" / "y.duckdb")
    build(check(tiny_data.folder), link)
    assert link.is_symlink()
    assert (tmp_path / "real" / "y.duckdb").is_file()


def test_the_seal_is_the_digest_of_what_stands_before_it(tiny_data: World, tmp_path: Path) -> None:
    body, _, digest = build(check(tiny_data.folder), tmp_path / "x.duckdb").read_bytes().rpartition(MARK)
    assert digest.decode() == hashlib.sha256(body).hexdigest()


def test_file_is_readable_by_others_as_the_umask_says(tiny_data: World, tmp_path: Path) -> None:
    mask = os.umask(0o022)
    os.umask(mask)
    out = build(check(tiny_data.folder), tmp_path / "x.duckdb")
    assert out.stat().st_mode & 0o777 == 0o666 & ~mask
