"""A picture brought back: which view it shows, and whether the data behind it have changed since."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.address import problem
from dashboard.database import Database, DatabaseError
from dashboard.pictures.memory import LARGEST, SIGNATURE, Remembered, remembered
from dashboard.published.table import as_csv
from dashboard.routes.question import question

NOT_OURS = (
    "This picture wasn’t made here, or it has forgotten where it comes from. A picture saved here remembers its view "
    "as long as the file itself isn’t changed: a screenshot, a crop or a copy out of a chat or a slide doesn’t."
)
NO_PICTURE = "This is no PNG. Pictures saved here as PNG can be opened again; an SVG, a PDF or a photograph can’t."
LONGEST = 18  # digits of a length; one with more is larger anyway
TOO_LARGE = f"This file is larger than {LARGEST // 1024**2} MB. Pictures saved here are far smaller."


def reopened(db: Database) -> Callable[[Request], Awaitable[Response]]:
    """The view of a picture sent as the request's body: 200 with its address; 413, 415, 422 with a friendly no."""

    async def endpoint(request: Request) -> Response:
        data = await body(request)
        if data is None:
            return no(TOO_LARGE, 413)
        if not data.startswith(SIGNATURE):
            return no(NO_PICTURE, 415)
        found = remembered(data)
        if found is None:
            return no(NOT_OURS, 422)
        try:
            return JSONResponse(await run_in_threadpool(told, db, found), headers=FRESH)
        except DatabaseError as error:
            return no(str(error), 503)

    return endpoint


async def body(request: Request) -> bytes | None:
    """What was sent; None as soon as it is too large."""
    declared = request.headers.get("content-length", "0").lstrip("0") or "0"
    if re.fullmatch(r"\d+", declared, re.ASCII) and int(declared[:LONGEST]) > LARGEST:
        return None
    data = bytearray()
    async for part in request.stream():
        data += part
        if len(data) > LARGEST:
            return None
    return bytes(data)


def told(db: Database, found: Remembered) -> dict[str, Any]:
    """Where the view is, in which words, and what has changed since the picture was made."""
    asked = question(db, found.page, QueryParams(list(pairs(found))), besides=("release",))
    exhibit, served = asked.exhibit(), asked.catalogue.release
    problems = [problem(one) for one in asked.notices]
    has_changed = found.release != served and (bool(problems) or digest(exhibit.table) != found.rows)
    return {
        "address": found.address,
        "release": found.release,
        "is_same_release": found.release == served,
        "has_changed": has_changed,
        "words": f"{exhibit.title}. {exhibit.sentence}",
        "said": said(found, served, has_changed, problems),
        "problems": problems,
    }


def said(found: Remembered, served: str, has_changed: bool, problems: list[str]) -> str:
    """Whether what is seen now is what the picture shows, in words for the reader."""
    if found.release == served:
        gone = "The picture asks for something that isn’t known here."
        return gone if problems else "The picture was made from the data that you see."
    if not has_changed:
        same = f"The rows behind it are the same in {served}, which you see."
        return f"The picture was made from release {found.release}. {same}"
    how = "have changed" if found.rows or problems else "may have changed"
    return f"The rows behind this picture {how} since: it was made from release {found.release}, you see {served}."


def pairs(found: Remembered) -> list[tuple[str, str]]:
    """The keys of the view, each with its values."""
    return [(name, value) for name, values in found.query.items() for value in values]


def digest(table: pd.DataFrame) -> str:
    """A short name of the rows behind a view: another name, other rows."""
    return hashlib.sha256(as_csv(table).encode()).hexdigest()[:16]


def no(words: str, status: int) -> Response:
    """A friendly no."""
    return JSONResponse({"error": words}, status, headers=FRESH)


FRESH = {"Cache-Control": "no-store"}
