"""A view as a page of its own, without the app around it: for embedding, showing and printing."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dashboard.database import Database, DatabaseError
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.published.page import page
from dashboard.published.plain import no_database, not_found
from dashboard.queries.sources import sources
from dashboard.routes.question import Question, is_page, question

OURS = ("theme", "present", "embed", "embed_options")


def view(db: Database) -> Callable[[Request], Response]:
    """The published page of a view; 404 where there is none, 503 without a database."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["page"]
        if not is_page(name):
            return unknown(request)
        try:
            return published(question(db, name, request.query_params, besides=OURS), request)
        except DatabaseError as error:
            return no_database(str(error))

    return endpoint


def published(asked: Question, request: Request) -> Response:
    """The page of an answered question; light or dark if asked for, else as the reader's device prefers."""
    exhibit = with_card(asked, asked.exhibit())
    relied_on = sources(asked.db, exhibit.source_ids).frame
    theme = request.query_params.get("theme")
    themes = (theme,) if theme in ("light", "dark") else ("light", "dark")
    link = asked.selection.to_link(asked.catalogue)
    html = page(exhibit, relied_on, asked.db.release(), themes, link, asked.notices, request.url.netloc)
    return HTMLResponse(html, headers={"Cache-Control": "no-cache"})


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
