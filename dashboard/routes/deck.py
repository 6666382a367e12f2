"""Decks and briefs: views as slides, a deck as a page that its address makes, a profile as a document."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.address import CARDS, problem
from dashboard.citing.address import root
from dashboard.database import Database, DatabaseError
from dashboard.decks.page import Pin, page
from dashboard.decks.views import MOST, address, pasted
from dashboard.exhibits.headline import headline
from dashboard.pictures.chrome import HOW, find, missing
from dashboard.published.plain import no_database, not_found, plain
from dashboard.routes.looks import question_of
from dashboard.routes.question import Question, is_page, question
from dashboard.routes.slides import file_of
from dashboard.routes.sql import PAGES
from dashboard.routes.view import place
from dashboard.uses import unused

READ = ("country", "speaker", "event", *CARDS)
FRESH = {"Cache-Control": "no-cache"}
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Understood:
    """The views of a deck's address that are understood, and what isn't: (the view as it was written, why)."""

    asked: Sequence[Question]
    problems: Sequence[tuple[str, str]]
    moved: Sequence[str] = ()

    def told(self) -> list[str]:
        """The problems and what has changed, in words."""
        return [*(f"Left out: {view}. {why}." for view, why in self.problems), *self.moved]


def routes(db: Database) -> list[BaseRoute]:
    """A deck's page and file."""
    return [
        Route("/deck", deck_page(db), methods=["GET"]),
        Route("/deck.pptx", deck_file(db), methods=["GET"]),
        Route("/deck/{page}.pptx", view_file(db), methods=["GET"]),
        Route("/deck/{rest:path}", unknown, methods=["GET"]),
        Route("/deck.pptx/{rest:path}", unknown, methods=["GET"]),
    ]


def deck_page(db: Database) -> Callable[[Request], Response]:
    """The page: 200, or 400 with the same page where a view isn't understood; leads to the deck's plain address."""

    def endpoint(request: Request) -> Response:
        adding = request.query_params.get("add", "")
        views = [adding] if adding else views_of(request)
        try:
            found = understood(db, views[:MOST], request)
            release = str(db.release()["release"])
        except DatabaseError as error:
            return no_database(error.heading, str(error))
        pins = [pinned(one, request) for one in found.asked]
        written = [pin.view for pin in pins]
        strange = strange_in(request, "add")
        if not (adding or strange or found.told()) and len(views) <= MOST and written != views:
            return RedirectResponse(address(written), 302)
        told = [*found.told(), *(f"A deck’s address has views alone: {name} is left out." for name in strange)]
        told += [f"A deck holds {MOST} views at most: these are the first."] * (len(views) > MOST)
        lacking = "" if find() else f"{missing()} The file has tables in their place. {HOW}"
        html = page(pins, release, PAGES, told, written[0] if adding and written else "", lacking)
        return HTMLResponse(html, 400 if found.problems or len(views) > MOST else 200, headers=FRESH)

    return endpoint


def views_of(request: Request) -> list[str]:
    """The views of a deck's address, in order; a field left empty is none."""
    return [view for view in request.query_params.getlist("view") if view.strip()]


def strange_in(request: Request, *known: str) -> list[str]:
    """Keys that a deck's address doesn't have, but for those `known` beside its views."""
    return sorted({*request.query_params} - {"view", *known})


def understood(db: Database, views: Sequence[str], request: Request) -> Understood:
    """The question behind each view; a view with a filter that nothing knows would show another than was pinned."""
    asked, problems, moved = list[Question](), list[tuple[str, str]](), dict[str, None]()
    ours = {request.url.netloc, urlsplit(root()).netloc}
    for view in views:
        read = pasted(view, ours)
        if not is_page(read.page):
            problems.append((view, "This is no address of a view"))
            continue
        query = QueryParams(list(read.pairs))
        one = question(db, read.page, query, besides=("release",))
        if one.notices:
            problems.append((view, "; ".join(problem(notice) for notice in one.notices)))
            continue
        made = query.get("release", one.catalogue.release)
        if made != one.catalogue.release:
            moved[f"This link was made with release {made}; the slides are made with {one.catalogue.release}."] = None
        moved |= dict.fromkeys(f"{said}: {view}." for said in unused(one.selection))
        asked.append(one)
    return Understood(asked, problems, list(moved))


def pinned(asked: Question, request: Request) -> Pin:
    """A view as it stands on the page of a deck."""
    is_one = asked.page in READ  # of these the headline is but a name
    title = "" if is_one else headline(asked.selection, asked.catalogue)
    title = title or asked.exhibit().title
    return Pin(place(asked, request), title, asked.selection.sentence(asked.catalogue))


def deck_file(db: Database) -> Endpoint:
    """The PPTX of a deck: 400 with the list of what wasn't understood, 503 without a database."""

    async def endpoint(request: Request) -> Response:
        views = views_of(request)
        if not views or len(views) > MOST:
            return refused(request, f"A deck has 1 to {MOST} views: /deck.pptx?view=…&view=…", [])
        strange = strange_in(request)
        if strange:
            return refused(request, f"A deck’s address has views alone: not {', '.join(strange)}", [])
        try:
            found = await run_in_threadpool(understood, db, views, request)
            if found.problems:
                return refused(request, "Views not understood", found.problems)
            return await file_of(found.asked, request)
        except DatabaseError as error:
            return unready(request, error)

    return endpoint


def view_file(db: Database) -> Endpoint:
    """The PPTX of one view by its own keys: 400 on what isn't understood, 404 for an unknown one, 503."""

    async def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if not is_page(page):
            return await unknown(request)
        try:
            asked = await run_in_threadpool(question_of, db, page, request)
            return asked if isinstance(asked, Response) else await file_of([asked], request)
        except DatabaseError as error:
            return unready(request, error)

    return endpoint


def refused(request: Request, error: str, problems: Sequence[tuple[str, str]]) -> Response:
    """400: for programs with the list of what wasn't understood, for readers in words."""
    if "text/html" in request.headers.get("accept", ""):
        return plain("That can’t be made", " ".join([f"{error}.", *(f"{view}: {why}." for view, why in problems)]), 400)
    listed = [{"view": view, "problem": why} for view, why in problems]
    return JSONResponse({"error": error, **({"problems": listed} if listed else {})}, 400)


def unready(request: Request, error: DatabaseError) -> Response:
    """503: what is missing, and which command makes it."""
    if "text/html" in request.headers.get("accept", ""):
        return no_database(error.heading, str(error))
    return JSONResponse({"error": f"{error} Run “make build” (or “python -m etl build”)."}, 503)


async def unknown(_request: Request) -> Response:
    """404 for what nothing knows."""
    return not_found("There is nothing at this address.")
