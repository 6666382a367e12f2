"""The fence around a query's process: after it no file can be opened, nothing started, little memory taken.

Runs inside the process itself, before it has read the query; nothing takes these limits back.
"""

import contextlib
import os
import resource
import signal
from pathlib import Path

from dashboard.console.limits import Limits

NOBODY = 65534


def fence(limits: Limits) -> None:
    """Set every limit that the system offers, relative to what the interpreter holds already."""
    memory = held() + limits.memory
    cap(resource.RLIMIT_AS, memory)
    cap(resource.RLIMIT_CPU, limits.processor_seconds, limits.processor_seconds + 1)
    cap(resource.RLIMIT_FSIZE, 0)
    cap(resource.RLIMIT_CORE, 0)
    leave_files()
    cap(resource.RLIMIT_NOFILE, 0)
    cap(resource.RLIMIT_NPROC, 0)


def start(limits: Limits) -> None:
    """What holds from the first moment: a place behind every reader in the queue for the processor, and an end, even
    where nobody is left to bring it about.
    """
    os.nice(limits.niceness)
    signal.alarm(int(limits.seconds) + 1)


def held() -> int:
    """Bytes of address space that this process has by now; 0 where the system doesn't tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 2 * 1024**3
    return pages * resource.getpagesize()


def cap(kind: int, soft: int, hard: int | None = None) -> None:
    """One limit; a system that doesn't know it goes without."""
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(kind, (soft, soft if hard is None else hard))


def leave_files() -> None:
    """Where the server runs as root: into the empty folder as the only one there is, and as nobody."""
    if os.geteuid() != 0:
        return
    with contextlib.suppress(OSError):
        os.chroot(".")
    with contextlib.suppress(OSError):
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
