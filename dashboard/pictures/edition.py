"""Which app drew a picture: an upgraded one may draw the same view of the same release another way."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

APP = Path(__file__).resolve().parent.parent
DRAWS = {".py", ".js", ".css", ".html", ".json", ".csv", ".woff2"}


def files(root: Path = APP) -> Iterator[Path]:
    """All that has a part in what a picture looks like, always in the same order."""
    return (path for path in sorted(root.rglob("*")) if path.suffix in DRAWS)


def named(root: Path) -> str:
    """A name for exactly these files, wherever they lie, and for the Plotly that draws."""
    told = hashlib.sha256(version("plotly").encode())
    for path in files(root):
        told.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
        told.update(path.read_bytes())
    return told.hexdigest()[:12]


@cache
def edition() -> str:
    """The name of the app that runs."""
    return named(APP)
