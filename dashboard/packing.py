"""Static files, compressed once: at their smallest by `python -m dashboard.packing`, else quickly, on first use."""

import functools
import gzip
import hashlib
import importlib.util
import re
import sys
from pathlib import Path

import brotli

PACKED = {".js", ".mjs", ".css", ".json", ".svg", ".html", ".txt", ".map"}
QUICK, BEST = 8, 11
SMALLEST = 1000


def package(name: str) -> Path:
    """The folder of an installed package, found without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"The package {name} is not installed.")
    return Path(found.origin).parent


STREAMLIT = package("streamlit") / "static"
PLOTLY = package("plotly") / "package_data" / "plotly.min.js"
OURS = Path(__file__).resolve().parent / "static"


def store() -> Path:
    """Where set-up leaves compressed files: in the environment, with the packages they belong to."""
    return Path(sys.prefix) / "share" / "guarantees" / "packed"


@functools.lru_cache(maxsize=1)
def plotly_name() -> str:
    """The name that Plotly is served under; another version has another name."""
    return f"plotly-{digest(PLOTLY.read_bytes())[:10]}.min.js"


def digest(content: bytes) -> str:
    """The content's own name, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def is_packed(path: Path) -> bool:
    """Whether the file is worth compressing; typefaces and pictures are so already."""
    return path.suffix in PACKED and path.stat().st_size >= SMALLEST


def content(path: Path, accepted: str) -> tuple[bytes, str]:
    """The file's bytes in the best encoding that the `Accept-Encoding` header allows, and that encoding's name."""
    if is_packed(path):
        for encoding in ("br", "gzip"):
            if re.search(rf"\b{encoding}\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))", accepted):
                return packed(path, encoding), encoding
    return path.read_bytes(), ""


def packed(path: Path, encoding: str) -> bytes:
    """The compressed file: at its smallest where that has been made, by now or since the last question."""
    changed = path.stat().st_mtime_ns
    best = store() / f"{own_name(path, changed)}.br"
    if encoding == "br" and best.is_file():
        return best.read_bytes()
    return quickly(path, changed, encoding)


@functools.lru_cache(maxsize=600)
def own_name(path: Path, _changed: int) -> str:
    """The digest of a file's content; kept until the file changes."""
    return digest(path.read_bytes())


@functools.lru_cache(maxsize=600)
def quickly(path: Path, _changed: int, encoding: str) -> bytes:
    """The file compressed in a moment; kept until the file changes."""
    raw = path.read_bytes()
    return gzip.compress(raw, 6, mtime=0) if encoding == "gzip" else bytes(brotli.compress(raw, quality=QUICK))


def first_visit() -> list[Path]:
    """The files that weigh most on a first visit: the frame, Plotly, the data grid, the outlines; lightest first."""
    index = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    chunks = STREAMLIT / "static" / "js"
    asked = [STREAMLIT / place for place in re.findall(r'"\./(static/[^"]+)"', index)]
    heavy = [*chunks.glob("DataFrame.*.js"), PLOTLY]
    ours = [path for path in OURS.rglob("*") if path.is_file()]
    found = [path for path in dict.fromkeys([*asked, *ours, *heavy]) if path.is_file() and is_packed(path)]
    return sorted(found, key=lambda path: path.stat().st_size)


def pack(paths: list[Path], folder: Path) -> int:
    """Write each file at its smallest into `folder`, if it isn't there; the number written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for path in paths:
        target = folder / f"{own_name(path, path.stat().st_mtime_ns)}.br"
        if not target.exists():
            part = target.with_suffix(".part")
            part.write_bytes(brotli.compress(path.read_bytes(), quality=BEST))
            part.replace(target)
            written += 1
    return written


if __name__ == "__main__":
    pack(first_visit(), store())
