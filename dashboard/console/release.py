"""The release as a query's process opens it: read-only, locked, and under a name that tells nothing of the server."""

import os
from pathlib import Path

import duckdb

from dashboard.console.limits import MB, Limits

COPIED = 256 * MB
LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "temp_directory": "",
    "secret_directory": ".",
    "home_directory": ".",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",
    "errors_as_json": "true",
}


def connect(path: str, limits: Limits) -> duckdb.DuckDBPyConnection:
    """A connection that reads the release and can do nothing else; raises duckdb.Error or OSError where it can't."""
    memory = f"{limits.memory * 3 // 4 // MB}MB"
    connection = duckdb.connect(config=LOCKED | {"memory_limit": memory})
    connection.execute("attach '{}' as guarantees (read_only)".format(nameless(path).replace("'", "''")))
    connection.execute("use guarantees")
    connection.execute("set enable_progress_bar = false")  # it would be drawn into the answer
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


def nameless(path: str) -> str:
    """The file as one without a place on any disk, where the system has such files.

    A small one is copied into memory (some milliseconds); of a large one a second name is made in the empty folder
    and taken away again, which needs both on one disk: else the file keeps its own.
    """
    if not hasattr(os, "memfd_create"):
        return path
    try:
        return copied(path) if Path(path).stat().st_size <= COPIED else unlinked(path)
    except OSError:
        return path


def copied(path: str) -> str:
    """A copy of the file that lies in memory alone."""
    source = os.open(path, os.O_RDONLY)
    copy = os.memfd_create("guarantees")
    left = os.fstat(source).st_size
    while left > 0:
        left -= os.sendfile(copy, source, None, left) or left
    os.close(source)
    return f"/proc/self/fd/{copy}"


def unlinked(path: str) -> str:
    """The open file under a second name that is gone; raises OSError where it can't have one here."""
    name = Path("guarantees.duckdb")
    name.hardlink_to(path)
    opened = os.open(name, os.O_RDONLY)
    name.unlink()
    return f"/proc/self/fd/{opened}"
