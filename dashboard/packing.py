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
QUICK, BEST = 5, 11
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
                return packed(path, path.stat().st_mtime_ns, encoding), encoding
    return path.read_bytes(), ""


@functools.lru_cache(maxsize=600)
def packed(path: Path, _changed: int, encoding: str) -> bytes:
    """The compressed file; kept until the file changes."""
    raw = path.read_bytes()
    if encoding == "gzip":
        return gzip.compress(raw, 6, mtime=0)
    best = store() / f"{digest(raw)}.br"
    if best.is_file():
        return best.read_bytes()
    return bytes(brotli.compress(raw, quality=QUICK))


def first_visit() -> list[Path]:
    """The files that a first visit asks for: the frame, Plotly, the data grid, the outlines."""
    index = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    asked = [STREAMLIT / place for place in re.findall(r'"\./(static/[^"]+)"', index)]
    chunks = [path for path in sorted((STREAMLIT / "static" / "js").glob("*.js")) if path.stat().st_size < 200_000]
    heavy = [
        *(STREAMLIT / "static" / "js").glob("PlotlyChart.*.js"),
        *(STREAMLIT / "static" / "js").glob("DataFrame.*.js"),
    ]
    ours = [path for path in sorted(OURS.rglob("*")) if path.is_file()]
    return [
        path for path in dict.fromkeys([*asked, *heavy, *chunks, *ours, PLOTLY]) if path.is_file() and is_packed(path)
    ]


def pack(paths: list[Path], folder: Path) -> int:
    """Write each file at its smallest into `folder`, if it isn't there; the number written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for path in paths:
        raw = path.read_bytes()
        target = folder / f"{digest(raw)}.br"
        if not target.exists():
            part = target.with_suffix(".part")
            part.write_bytes(brotli.compress(raw, quality=BEST))
            part.replace(target)
            written += 1
    return written


if __name__ == "__main__":
    pack(first_visit(), store())
