"""The database file, looked at from outside: whether it is there, whole, and at rest; a copy that nobody else touches.

What is done to the file after it was copied, by whomever, reaches no reader.
"""

import contextlib
import hashlib
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

try:
    import fcntl
except ImportError:  # Windows locks a file that is written by itself
    fcntl = None  # type: ignore[assignment]

Stamp = tuple[int, int, int, int]
MARK = b"\nguarantees sha256 "
SEAL = len(MARK) + 64
PIECE = 1 << 20
MOST_IN_MEMORY = 1 << 29
LOG = logging.getLogger("guarantees")


class DatabaseError(Exception):
    """The database can't answer; the message says why, in words for the reader, below the heading."""

    heading = "The data can’t be read just now"


class DatabaseMissing(DatabaseError):  # noqa: N818 – named for what is the case
    """There is no database file."""

    heading = "The data is not built yet"


class DatabaseUnreadable(DatabaseError):  # noqa: N818 – the same
    """The file is there, but is no finished build of ours."""


def stamp_of(path: Path) -> Stamp:
    """What changes when another build is swapped in, or anything is done to the file. Raises DatabaseError."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise DatabaseMissing(f"There is no database at {path.name} yet.") from error
    except OSError as error:
        raise unreadable(path, error) from error
    if not path.is_file():
        raise DatabaseUnreadable(f"{path.name} is not a file.")
    return stamp(found)


def stamp(found: os.stat_result) -> Stamp:
    """Inode, times and size; the time of change is the system's own, and goes on when the other is set back."""
    return found.st_ino, found.st_mtime_ns, found.st_ctime_ns, found.st_size


@contextlib.contextmanager
def copied(path: Path) -> Iterator[tuple[Path, Stamp]]:
    """A whole copy of the file, there to be opened within, and the stamp of what was copied. Raises DatabaseError.

    Where there is no room for a copy it is the file itself.
    """
    with reading(path) as source, copy_of(source) as copy:
        before = stamp(os.fstat(source.fileno()))
        try:
            if not is_whole(copy or path):
                raise DatabaseUnreadable(f"The database {path.name} can't be read: it is no finished build.")
            yield copy or path, before
        except OSError as error:
            raise unreadable(path, error) from error


@contextlib.contextmanager
def reading(path: Path) -> Iterator[IO[bytes]]:
    """The file, opened; refused while another process holds it open for writing."""
    stamp_of(path)
    with contextlib.ExitStack() as opened:
        try:
            source = opened.enter_context(path.open("rb"))
        except OSError as error:
            raise unreadable(path, error) from error
        if is_held(source):
            raise DatabaseUnreadable(f"The database {path.name} is held open for writing by another program.")
        yield source


def is_held(source: IO[bytes]) -> bool:
    """Whether another process has locked the file to write to it, as DuckDB does."""
    if fcntl:
        try:
            fcntl.lockf(source, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            return True
        except OSError:  # a folder that knows no locks
            return False
    return False


@contextlib.contextmanager
def copy_of(source: IO[bytes]) -> Iterator[Path | None]:
    """A copy under a name of its own, on a disk or, without room there, in memory, until it is opened.

    None, which the log says, where there is room in neither; and where a file in use can't lose its name.
    """
    if os.name == "nt":
        yield None
        return
    with contextlib.ExitStack() as open_until:
        for place in (on_disk, in_memory):
            try:
                path, target = place(os.fstat(source.fileno()).st_size)
                open_until.push(target)
                source.seek(0)
                shutil.copyfileobj(source, target, PIECE)
                target.flush()
            except OSError:
                with contextlib.suppress(OSError):  # what is left to be written finds no room either
                    open_until.close()
                continue
            yield path
            return
        LOG.warning("no room for a copy of the database: what is done to the file reaches readers")
        yield None


def on_disk(_size: int) -> tuple[Path, IO[bytes]]:
    """A file in the system's folder for temporary ones, gone once it is closed."""
    target = tempfile.NamedTemporaryFile(prefix="guarantees-", suffix=".duckdb")  # noqa: SIM115 – its caller closes it
    return Path(target.name), cast("IO[bytes]", target)


def in_memory(size: int) -> tuple[Path, IO[bytes]]:
    """A file that lies in memory alone; raises OSError for a large one, and where the system has no such files."""
    if size > MOST_IN_MEMORY or not hasattr(os, "memfd_create"):
        raise OSError
    target = os.fdopen(os.memfd_create("guarantees"), "wb")
    return Path(f"/proc/self/fd/{target.fileno()}"), target


def is_whole(path: Path) -> bool:
    """Whether the file ends with the digest of what stands before it, as builds do."""
    size, digest = path.stat().st_size - SEAL, hashlib.sha256()
    if size < 0:
        return False
    with path.open("rb") as handle:
        while size and (piece := handle.read(min(PIECE, size))):
            digest.update(piece)
            size -= len(piece)
        return handle.read() == MARK + digest.hexdigest().encode()


def unreadable(path: Path, error: OSError) -> DatabaseUnreadable:
    """What the system says, in a sentence."""
    return DatabaseUnreadable(f"The database {path.name} can't be read: {(error.strerror or 'no answer').lower()}.")
