"""The release as files: its archive as `python -m etl export` left it beside the database, and each file within it."""

import hashlib
import mimetypes
import re
import zipfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.database import Database, DatabaseError
from dashboard.exhibits.releasefiles import is_whole
from dashboard.routes.api import OPEN
from dashboard.routes.kept import Kept, Shelf, is_known

ARCHIVE = re.compile(r"guarantees-([0-9a-z-]+)\.zip")
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".parquet": "application/vnd.apache.parquet",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".cff": "application/yaml; charset=utf-8",
    ".duckdb": "application/octet-stream",
}
SHELF = Shelf(16_000_000)


def routes(db: Database) -> list[BaseRoute]:
    """The archive, and its files by their names."""
    return [
        Route("/release/{name}", release(db), methods=["GET"]),
        Route("/release/{rest:path}", nothing, methods=["GET"]),
    ]


def release(db: Database) -> Callable[[Request], Response]:
    """The archive of the release that is served, whole or in part; a file of it; 404 where there is none."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["name"]
        try:
            served = str(db.release()["release"])
        except DatabaseError as error:
            return refused(str(error), 503)
        asked = ARCHIVE.fullmatch(name)
        if asked and asked[1] != served:
            return refused(f"Release {asked[1]} isn't served here, but release {served}.", 404, release=served)
        archive = db.path.with_name(f"guarantees-{served}.zip")
        if not archive.is_file():
            said = "The archive doesn't lie beside the database: “python -m etl export --out FOLDER” puts it there."
            return refused(said, 404, release=served)
        if not is_whole(archive):
            said = "The archive beside the database is damaged: “python -m etl export --out FOLDER” makes it anew."
            return refused(said, 503, release=served)
        return whole(request, archive, served) if asked else member(request, archive, served, name)

    return endpoint


def whole(request: Request, archive: Path, served: str) -> Response:
    """The archive itself, by ranges where they are asked for."""
    found = archive.stat()
    tag = f'"{served}-{digest(archive, found.st_mtime_ns, found.st_size)}"'
    headers = {**OPEN, "ETag": tag, "Cache-Control": "no-cache", "X-Release": served}
    if is_known(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return FileResponse(archive, media_type="application/zip", filename=archive.name, headers=headers)


@lru_cache(maxsize=4)
def digest(archive: Path, _changed: int, _size: int) -> str:
    """The start of a file's digest; kept until the file changes."""
    with archive.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()[:16]


def member(request: Request, archive: Path, served: str, name: str) -> Response:
    """One file of the archive, as it was written."""
    found = archive.stat()
    names = contents(archive, found.st_mtime_ns)
    if name not in names:
        return refused("There is no such file in this release.", 404, release=served, files=sorted(names))
    key = archive, found.st_mtime_ns, name
    return SHELF.get(key, lambda: read(archive, names[name], served)).answer(request)


@lru_cache(maxsize=4)
def contents(archive: Path, _changed: int) -> dict[str, str]:
    """The files of an archive by their own names; where two have one name, the first."""
    with zipfile.ZipFile(archive) as opened:
        return {name.rpartition("/")[2]: name for name in sorted(opened.namelist(), reverse=True)}


def read(archive: Path, name: str, served: str) -> Kept:
    """A file of the archive with its headers."""
    with zipfile.ZipFile(archive) as opened:
        body = opened.read(name)
    short = name.rpartition("/")[2]
    kind = TYPES.get(Path(short).suffix) or mimetypes.guess_type(short)[0] or "text/plain; charset=utf-8"
    headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{short}"', "X-Release": served}
    return Kept(body, served, {**OPEN, **headers})


def refused(said: str, status: int, **told: object) -> Response:
    """A refusal that says why."""
    return JSONResponse({"error": said, **told}, status, headers=OPEN)


def nothing(_request: Request) -> Response:
    """404 for an address below the release that nothing knows."""
    return refused("There is nothing at this address.", 404)
