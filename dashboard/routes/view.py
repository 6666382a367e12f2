"""A view as a page of its own, without the app around it: for embedding, showing and printing."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.citing.address import checked, path_of, public_url
from dashboard.database import Database, DatabaseError
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.published.canvas import canvas_of
from dashboard.published.page import Setting, page
from dashboard.published.plain import no_database, not_found, refused
from dashboard.queries.sources import sources
from dashboard.routes.question import Question, is_page, question

OURS = ("theme", "present", "embed", "embed_options", "size", "proof", "title")
HERE = ("127.0.0.1", "localhost", "::1", "0.0.0.0")


def view(db: Database) -> Callable[[Request], Response]:
    """The published page of a view; 404 where there is none, 503 without a database."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["page"]
        if not is_page(name):
            return unknown(request)
        try:
            canvas_of(request.query_params)
        except ValueError as problem:
            return refused(str(problem))
        try:
            return published(question(db, name, request.query_params, besides=OURS), request)
        except DatabaseError as error:
            return no_database(str(error))

    return endpoint


def published(asked: Question, request: Request) -> Response:
    """The page of an answered question; light or dark if asked for, else as the reader's device prefers."""
    exhibit = with_card(asked, asked.exhibit())
    relied_on = sources(asked.db, exhibit.source_ids).frame
    theme, canvas = request.query_params.get("theme"), canvas_of(request.query_params)
    setting = Setting(
        themes=(theme,) if theme in ("light", "dark") else ("light",) if canvas else ("light", "dark"),
        path=path_of(asked.page, asked.selection.to_link(asked.catalogue)),
        base=base(request),
        days=days(asked),
        notices=asked.notices,
        canvas=canvas,
    )
    return HTMLResponse(page(exhibit, relied_on, asked.db.release(), setting), headers={"Cache-Control": "no-cache"})


def base(request: Request) -> str | None:
    """The address of this server for readers elsewhere; None where it is known on this machine alone."""
    asked = f"{request.url.scheme}://{request.url.netloc}"
    return public_url() or (None if request.url.hostname in HERE else checked(asked))


def days(asked: Question) -> tuple[dt.date, ...]:
    """The as-of day, or the first and the last day of what the view is about."""
    selection, catalogue = asked.selection, asked.catalogue
    return selection.window(catalogue) if selection.is_over_time else (selection.day(catalogue),)


def with_card(asked: Question, exhibit: Exhibit) -> Exhibit:
    """The exhibit with the card of what is in focus before the list beside it, as a page has no place to open it."""
    if asked.page == "statements" or not asked.selection.focus:
        return exhibit
    opened = card(asked.db, asked.selection, asked.catalogue, exhibit.table)
    if opened is None:
        return exhibit
    return replace(exhibit, aside_html=lambda theme: opened(theme) + exhibit.aside_html(theme))


def unknown(_request: Request) -> Response:
    """404 for a view that nothing knows."""
    return not_found("There is no such view.")
