"""A view's endings: the same question as the page's, answered as a table, a workbook, a reference, a notebook."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.address import KEYS, MOST_VALUES, PUBLISHED, cleaned, problem
from dashboard.citing.clock import retrieved_on
from dashboard.database import Database, DatabaseError
from dashboard.endings.references import STYLES
from dashboard.endings.registry import ENDINGS, Ending
from dashboard.endings.shown import Shown
from dashboard.routes.kept import Kept, Shelf
from dashboard.routes.question import is_page, question, repeated, unchosen
from dashboard.routes.right import right
from dashboard.routes.widths import WORDS, width_of

# Everything here is public and is answered without cookies: pages of other hosts may read it as anybody may.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Link, X-Release",
}
UNDRAWN = "No single figure is drawn in this view. What it shows is there as rows, workbook, picture and page."
THEMES = ("light", "dark")
WORDED = {key.name for key in KEYS if key.reads == "text"}
SHELF = Shelf()


class Refused(Exception):  # noqa: N818 – named for what is the case
    """A question that isn't answered, and why."""

    def __init__(self, status: int, **told: Any) -> None:
        super().__init__(told["error"])
        self.answer = JSONResponse(told, status, headers=OPEN)


def routes(db: Database) -> list[BaseRoute]:
    """A route for each ending."""
    longest_first = sorted(ENDINGS.values(), key=lambda ending: -len(ending.name))
    return [Route(f"/api/{{page}}.{one.name}", endpoint(db, one), methods=["GET"]) for one in longest_first]


def endpoint(db: Database, ending: Ending) -> Callable[[Request], Response]:
    """An ending: 200, 304 by ETag, 400 on what it can't honour, 404, 503 without a database."""

    def answered(request: Request) -> Response:
        try:
            return found(db, ending, request).answer(request)
        except Refused as refused:
            return refused.answer
        except DatabaseError as error:
            return JSONResponse({"error": str(error)}, 503, headers=OPEN)

    return answered


def found(db: Database, ending: Ending, request: Request) -> Kept:
    """The answer to a request, made once per release and address."""
    page, query = request.path_params["page"], request.query_params
    if not is_page(page):
        raise Refused(404, error="There is no such view.", pages=list(PUBLISHED), endings=list(ENDINGS))
    release = str(db.release()["release"])
    refuse(query, release)
    told = besides(query, ending)
    asked = str(request.base_url)
    key = db.path, release, page, ending.name, asked, tuple(query.multi_items()), tuple(sorted(told.items()))
    return SHELF.get(key, lambda: made(db, ending, page, query, asked, told))


def refuse(query: QueryParams, served: str) -> None:
    """400 for a release that isn't served here, and for values that can be none of any key."""
    if set(query.getlist("release")) - {served}:
        raise Refused(400, error="another release is served here", release=served)
    said = repeated(query)
    said += [f"“{name}” has more than {MOST_VALUES} values" for name in query if len(query.getlist(name)) > MOST_VALUES]
    exact = [(name, value) for name, value in query.multi_items() if name not in WORDED]
    said += [
        f"“{name}” has blanks or signs around or within its value" for name, value in exact if cleaned(value) != value
    ]
    if said:
        raise Refused(400, error="values not understood", problems=said)


def besides(query: QueryParams, ending: Ending) -> dict[str, Any]:
    """What an ending is told besides the view's own keys; 400 for a value that can't be."""
    read = {"style": style, "accessed": day, "theme": look, "width": width}
    told = {name: read[name](query.get(name)) for name in ending.besides}
    wrong = [f"“{str(query[name])[:40]}” is no {name}: {RIGHT[name]}" for name, value in told.items() if value is WRONG]
    if wrong:
        raise Refused(400, error="values not understood", problems=wrong)
    return {FIELDS.get(name, name): value for name, value in told.items()}


WRONG = object()
FIELDS = {"accessed": "day"}
RIGHT = {
    "style": f"it is one of {', '.join(STYLES)}",
    "accessed": "it is a day, written as 2025-09-04",
    "theme": f"it is one of {', '.join(THEMES)}",
    "width": f"it is {WORDS}",
}


def style(text: str | None) -> Any:
    """The style of a reference."""
    return "apa" if text is None else text if text in STYLES else WRONG


def day(text: str | None) -> Any:
    """The day of retrieval: the one given, else the server's."""
    if text is None:
        return retrieved_on()
    try:
        return dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else WRONG
    except ValueError:
        return WRONG


def look(text: str | None) -> Any:
    """Light or dark."""
    return "light" if text is None else text if text in THEMES else WRONG


def width(text: str | None) -> Any:
    """A width in pixels; none for the usual one."""
    if text is None:
        return None
    found = width_of(text)
    return WRONG if found is None else found


def made(db: Database, ending: Ending, page: str, query: QueryParams, address: str, told: Mapping[str, Any]) -> Kept:
    """The answer; a value that can't be honoured is an error here, for a dropped filter would give other rows."""
    asked = question(db, page, query, besides=("release", *ending.besides))  # refused unless it is this one
    if strange := asked.refused(ending.besides):
        raise Refused(400, **strange)
    if asked.notices:
        said = [problem(one) for one in asked.notices] + right(asked, query)
        raise Refused(400, error="values not understood", problems=said)
    if asked.lacks_focus:
        raise Refused(404, **unchosen(page))
    shown = Shown(asked.exhibit(), asked.selection, asked.catalogue, db, address, **told)
    body = ending.make(shown)
    if body is None:
        raise Refused(404, error=UNDRAWN, page=page, instead=instead(page, query, ending))
    name = f"{shown.stem}.{ending.suffix_of(shown)}"
    licence = {"Link": f'<{shown.licence.url}>; rel="license"'} if shown.licence.url else {}
    headers = {
        **OPEN,
        **licence,
        "Content-Type": ending.type_of(shown),
        "Content-Disposition": f'{"attachment" if ending.is_saved else "inline"}; filename="{name}"',
        "X-Release": asked.catalogue.release,
    }
    return Kept(body, asked.catalogue.release, headers)


def instead(page: str, query: QueryParams, ending: Ending) -> dict[str, str]:
    """Where a view is had that this ending doesn't give: its rows, a workbook, a picture, its page."""
    kept = QueryParams([(name, said) for name, said in query.multi_items() if name not in ending.besides])
    asked = f"?{kept}" if kept else ""
    ways = {"rows": f"/api/{page}.csv", "workbook": f"/api/{page}.xlsx", "picture": f"/picture/{page}.png"}
    return {name: f"{way}{asked}" for name, way in {**ways, "page": f"/view/{page}"}.items()}


def unknown(_request: Request) -> Response:
    """404 for an address of the API that nothing knows."""
    told = {"error": "There is nothing at this address.", "pages": list(PUBLISHED), "endings": list(ENDINGS)}
    return JSONResponse(told, 404, headers=OPEN)
