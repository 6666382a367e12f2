"""Builds the database beside the old one and swaps it in; the old file stays until the new one is whole."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import duckdb

from etl.check import Checked
from etl.export import export
from etl.load import load
from etl.problem import StoppedError
from etl.release import older_zips, release_id, zip_path
from etl.seal import seal

try:
    import fcntl
except ImportError:  # Windows, where a file that is held open can't be deleted: that is lock enough
    fcntl = None  # type: ignore[assignment]

SUFFIXES = (".part", ".part.wal", ".zip", ".lock")
SPILL = ".part.tmp"  # where DuckDB puts what doesn't fit into memory
MAGIC = b"DUCK"
BLOCK = "16384"  # many small tables: a sixth of the size that the default block would give


def build(checked: Checked, out: Path, *, is_released: bool = False) -> Path:
    """Writes the database of tables found without fault to `out`; readers see the old file or the new one.

    With `is_released` the archive of the release is there before the database is, and older ones go after it.
    """
    out = out.resolve()
    _refuse_other_files(out)
    with _worded(out), _part(out) as part:
        _fill(checked, part)
        _sync(part)
        packed = _packed(checked, part) if is_released else None
        with _alone(out.parent):
            if packed:
                packed.replace(zip_path(out.parent, release_id(checked.tables)))
            part.replace(out)
            _sync(out.parent)
            for old in older_zips(out.parent, release_id(checked.tables)) if packed else ():
                with contextlib.suppress(OSError):  # one that is being read elsewhere goes with the next build
                    old.unlink()
    return out


def archive(checked: Checked, folder: Path) -> Path:
    """Writes the archive of a release alone, from a database of its own."""
    out = zip_path(folder.resolve(), release_id(checked.tables))
    with _worded(out), _part(out) as part:
        _fill(checked, part)
        return _packed(checked, part).replace(out)


def _packed(checked: Checked, part: Path) -> Path:
    """The archive of what was built, beside it."""
    packed = part.with_suffix(".zip")
    export(checked, part, packed)
    _sync(packed)
    return packed


@contextlib.contextmanager
def _worded(out: Path) -> Iterator[None]:
    """Makes the folder, and says what kept a file from being written there."""
    try:
        out.parent.mkdir(exist_ok=True)
        yield
    except OSError as fault:
        raise StoppedError(f"{out}: can't be written: {fault.strerror or fault}; the old file is as it was") from fault
    except duckdb.Error as fault:
        raise StoppedError(f"{out}: can't be built: {str(fault).splitlines()[0]}; the old file is as it was") from fault


def _fill(checked: Checked, part: Path) -> None:
    with duckdb.connect(str(part), config={"default_block_size": BLOCK}) as connection:
        load(connection, checked.package, checked.tables)
        connection.execute("checkpoint")
    seal(part)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While other builds swap here, waits: database and archive belong to one release. Death lets go of it."""
    if not fcntl:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network folders can't be locked
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _refuse_other_files(out: Path) -> None:
    if out.is_dir():
        raise StoppedError(f"{out}: is a folder; name the file to build with --out")
    if out.suffix != ".duckdb" and out.exists():
        with out.open("rb") as handle:
            if handle.read(12)[8:] != MAGIC:
                raise StoppedError(f"{out}: is no database and won't be replaced; name another file with --out")


@contextlib.contextmanager
def _part(out: Path) -> Iterator[Path]:
    """A place beside `out` to build at, held by a lock; what dead builds left there is removed first."""
    for left in out.parent.glob(f".{out.name}.*.lock"):
        with contextlib.suppress(OSError), left.open("a") as opened:
            if _is_locked(opened.fileno()):
                _remove(left)
    lock, handle = _claim(out)
    try:
        yield lock.with_suffix(".part")
    finally:
        handle.close()
        _remove(lock)


def _claim(out: Path) -> tuple[Path, IO[str]]:
    """A lock file of our own; tried again if another build's cleaning took it between making and locking."""
    while True:
        lock = out.with_name(f".{out.name}.{os.getpid()}-{secrets.token_hex(4)}.lock")
        handle = lock.open("x")
        if _is_locked(handle.fileno()) and lock.exists():
            return lock, handle
        handle.close()


def _is_locked(handle: int) -> bool:
    """Takes the lock of an open file; False if a living build holds it."""
    with contextlib.suppress(BlockingIOError):
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def _remove(lock: Path) -> None:
    shutil.rmtree(lock.with_suffix(SPILL), ignore_errors=True)
    for suffix in SUFFIXES:
        with contextlib.suppress(OSError):
            lock.with_suffix(suffix).unlink(missing_ok=True)


def _sync(path: Path) -> None:
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
