"""What the command line says: results on standard output, the rest beside it; paths as short as they can be said."""

import os
import sys
from pathlib import Path

CLEAN, PROBLEMS, TROUBLE = 0, 1, 2


def out(text: str) -> None:
    """Says a result."""
    sys.stdout.write(f"{text}\n")


def side(text: str) -> None:
    """Says what goes on, after the results said so far."""
    sys.stdout.flush()
    sys.stderr.write(f"{text}\n")


def near(path: Path) -> Path:
    """A path as short as it can be said from where the reader stands."""
    with_dots = os.path.relpath(path)
    return path if with_dots.startswith("..") else Path(with_dots)


def prefix(folder: Path) -> str:
    """What stands before a file's path in the folder."""
    return f"{near(folder)}{os.sep}"
