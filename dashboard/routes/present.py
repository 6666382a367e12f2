"""A view on the whole screen, to be stepped through: the page that a presenter opens."""

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.catalogue import Catalogue
from dashboard.database import Database, DatabaseError
from dashboard.exhibits.walk import alone, said, walk
from dashboard.published.canvas import Unfit, canvas_of
from dashboard.published.plain import no_database, refused
from dashboard.published.present import SIZE, Presented, Step, present
from dashboard.routes.question import Question, is_page, question
from dashboard.routes.view import FRESH, OURS, THEMES, unchosen, unknown
from dashboard.selection import Selection

LOOKS = ("proof", "title")


def routes(db: Database) -> list[BaseRoute]:
    """What answers under ``/present``, in the order in which it is tried."""
    return [
        Route("/present/{page}", presenting(db), methods=["GET"]),
        Route("/present/{rest:path}", unknown, methods=["GET"]),
    ]


def presenting(db: Database) -> Callable[[Request], Response]:
    """The page with its steps; 400 on a look that can't be, 404 where there is no view, 503 without a database."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["page"]
        if not is_page(name):
            return unknown(request)
        try:
            asked = question(db, name, request.query_params, besides=OURS)
            if asked.lacks_focus:
                return unchosen(asked)
            return HTMLResponse(present(presented(asked, request)), headers=FRESH)
        except Unfit as problem:
            return refused(str(problem))
        except DatabaseError as error:
            return no_database(error.heading, str(error))

    return endpoint


def presented(asked: Question, request: Request) -> Presented:
    """All that the page needs: its steps, where it begins, how it looks. `Unfit` on a look that can't be."""
    look = {name: request.query_params[name] for name in LOOKS if name in request.query_params}
    canvas_of({**look, "size": SIZE})
    found = walk(asked.db, asked.selection, asked.catalogue)
    theme = request.query_params.get("theme", "")
    return Presented(
        page=asked.page,
        sentence=asked.selection.sentence(asked.catalogue),
        steps=[step(one, asked.catalogue) for one in found.steps],
        at=found.at,
        one=found.one,
        theme=theme if theme in THEMES else "",
        look=urlencode(look),
        notices=asked.told,
    )


def step(selection: Selection, catalogue: Catalogue) -> Step:
    """A step's address, what it shows in words, and where that is seen."""
    seen = alone(selection)
    here, there = (urlencode(one.to_link(catalogue), doseq=True) for one in (selection, seen))
    return Step(here, said(selection, catalogue), f"{seen.page}?{there}")
