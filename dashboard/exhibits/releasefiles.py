"""The archive that lies beside the database: its files with sizes and digests, as its own lists give them."""

import hashlib
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.database import Database

SUMS = ("SHA256SUMS", "guarantees.duckdb.sha256")


@dataclass(frozen=True)
class File:
    """A file of the archive: its name in it, its bytes unpacked, its digest in hexadecimal, or nothing."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True)
class Archive:
    """The archive: its name, bytes, digest and files."""

    name: str
    size: int
    digest: str
    files: Sequence[File]


def archive(db: Database) -> Archive | None:
    """The archive of the release that is served; None where it hasn't been made, or isn't whole."""
    path = db.path.with_name(f"guarantees-{db.release()['release']}.zip")
    if not is_whole(path):
        return None
    found = path.stat()
    return read(path, found.st_mtime_ns, found.st_size)


def is_whole(path: Path) -> bool:
    """Whether an archive is there and each of its files as it was packed."""
    try:
        found = path.stat()
        return checked(path, found.st_mtime_ns, found.st_ctime_ns, found.st_size)
    except OSError:
        return False


@lru_cache(maxsize=4)
def checked(path: Path, *_state: int) -> bool:
    """The same, kept until anything is done to the file. Raises OSError."""
    try:
        with zipfile.ZipFile(path) as opened:
            return opened.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        return False


@lru_cache(maxsize=4)
def read(path: Path, _changed: int, size: int) -> Archive:
    """What the archive says of itself; kept until the file changes."""
    with path.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    with zipfile.ZipFile(path) as opened:
        held = {entry.filename: entry.file_size for entry in opened.infolist()}
        lines = [line for name in SUMS if name in held for line in opened.read(name).decode().splitlines()]
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    return Archive(path.name, size, digest, tuple(File(name, held[name], sums.get(name, "")) for name in sorted(held)))
