"""A view as a page of its own, without the app around it: for embedding, showing and printing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.address import CARDS
from dashboard.database import Database, DatabaseError
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.headline import opened
from dashboard.exhibits.quote import CHOOSE
from dashboard.published.canvas import Canvas, Unfit, canvas_of
from dashboard.published.drawing import figures
from dashboard.published.links import Place
from dashboard.published.page import Setting, page
from dashboard.published.plain import no_database, not_found, refused
from dashboard.published.spare import calm
from dashboard.queries.sources import sources
from dashboard.routes.question import Question, is_page, question
from dashboard.routes.sparing import behind, named, ways
from dashboard.routes.widths import WORDS, width_of

THEMES = ("light", "dark")
FRESH = {"Cache-Control": "no-cache"}
FOCUS = '<h2 class="g-unseen">In focus</h2>'
OURS = ("theme", "present", "embed", "embed_options", "size", "proof", "title", "width")
Answer = Callable[[Question, Request], Response]


def routes(db: Database) -> list[BaseRoute]:
    """What answers under ``/view``, in the order in which it is tried."""
    return [
        Route("/view/{page}.html", view(db, file), methods=["GET"]),
        Route("/view/{page}.json", view(db, redrawn), methods=["GET"]),
        Route("/view/{page}", view(db, published), methods=["GET"]),
        Route("/view/{rest:path}", unknown, methods=["GET"]),
    ]


def view(db: Database, answer: Answer) -> Callable[[Request], Response]:
    """A view in one of its forms; 400 on a look that can't be, 404 where there is none, 503 without a database."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["page"]
        if not is_page(name):
            return unknown(request)
        try:
            return answer(question(db, name, request.query_params, besides=OURS), request)
        except Unfit as problem:
            return refused(str(problem))
        except DatabaseError as error:
            return no_database(error.heading, str(error))

    return endpoint


def published(asked: Question, request: Request) -> Response:
    """The page of an answered question; light or dark if asked for, else as the reader's device prefers."""
    canvas = canvas_of(request.query_params)
    themes = themes_of(request) if canvas is None else themes_of(request)[:1]
    is_embedded = request.query_params.get("embed") in ("1", "true")
    setting = Setting(themes, place(asked, request), canvas=canvas, is_embedded=is_embedded)
    return HTMLResponse(html(asked, setting), 404 if asked.lacks_focus else 200, headers=FRESH)


def file(asked: Question, request: Request) -> Response:
    """The page as one file that opens without a server, to be saved."""
    if asked.lacks_focus:
        return unchosen(asked)
    name = asked.selection.file_stem(asked.catalogue)
    headers = FRESH | {"Content-Disposition": f'attachment; filename="{name}.html"'}
    return HTMLResponse(html(asked, Setting(themes_of(request), place(asked, request), is_file=True)), headers=headers)


def unchosen(asked: Question) -> Response:
    """404 for a card of which nobody said, or not rightly, which statement it is of."""
    return not_found(" ".join([*(f"{said}." for said in asked.notices), CHOOSE]))


def html(asked: Question, setting: Setting) -> str:
    """The page with what only the question knows."""
    exhibit = on_canvas(asked, asked.exhibit(), setting.canvas) if setting.canvas else with_card(asked, asked.exhibit())
    relied_on = sources(asked.db, exhibit.source_ids).frame
    told = None if asked.page in CARDS else opened(asked.db, asked.selection, asked.catalogue)
    whole = replace(setting, days=days(asked), notices=asked.told, opened=told, behind=partial(behind, asked, exhibit))
    return page(exhibit, relied_on, asked.db.release(), whole)


def on_canvas(asked: Question, exhibit: Exhibit, canvas: Canvas) -> Exhibit:
    """The exhibit as it stands on a canvas: all that was chosen by name; where it is empty, with what isn't."""
    exhibit = named(asked, exhibit, canvas)
    return calm(exhibit, ways(asked, exhibit)) if exhibit.is_empty and not asked.lacks_focus else exhibit


def redrawn(asked: Question, request: Request) -> Response:
    """The view's figures drawn for another `width`, by theme: a page asks for them once it knows how wide it is."""
    width = width_of(request.query_params.get("width", ""))
    if width is None:
        raise Unfit(f"A width is needed, {WORDS}.")
    draw = asked.exhibit().draw
    made = figures(draw, themes_of(request), width) if draw else "{}"
    return Response(made, media_type="application/json", headers=FRESH)


def themes_of(request: Request) -> tuple[str, ...]:
    """The theme asked for, else both."""
    asked = request.query_params.get("theme", "")
    return (asked,) if asked in THEMES else THEMES


def place(asked: Question, request: Request) -> Place:
    """Where the view is found."""
    selection, catalogue = asked.selection, asked.catalogue
    return Place(asked.page, selection.to_link(catalogue), str(request.base_url), selection.to_type(catalogue))


def days(asked: Question) -> tuple[dt.date, ...]:
    """The as-of day, or the first and the last day of what the view is about."""
    selection, catalogue = asked.selection, asked.catalogue
    if asked.page in CARDS:
        return ()
    is_over_time = selection.is_over_time and asked.page != "country"  # a country's is told as of a day
    return selection.window(catalogue) if is_over_time else (selection.day(catalogue),)


def with_card(asked: Question, exhibit: Exhibit) -> Exhibit:
    """The exhibit with the card of what is in focus before the list beside it, as a page has no place to open it."""
    if asked.page in ("statements", *CARDS) or not asked.selection.focus:
        return exhibit
    opened = card(asked.db, asked.selection, asked.catalogue, exhibit.table)
    if opened is None:
        return exhibit
    return replace(exhibit, aside_html=lambda theme: FOCUS + opened(theme) + exhibit.aside_html(theme))


def unknown(_request: Request) -> Response:
    """404 for a view that nothing knows."""
    return not_found("There is no such view.")
