"""A country or an event as a document to hand over."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.database import Database, DatabaseError
from dashboard.decks.brief import CHOSEN, brief
from dashboard.decks.paper import document
from dashboard.routes.deck import refused, unknown, unready
from dashboard.routes.desk import desk
from dashboard.routes.looks import question_of
from dashboard.routes.question import Question
from dashboard.routes.slides import SLIDE, pictured
from dashboard.routes.view import place

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PAPER = SLIDE | {"size": "960x900"}  # on a sheet as wide as its text, type as large as that
HOW = {"country": "Say which country or organisation: c=FRA", "event": "Say which event: e=…"}


def routes(db: Database) -> list[BaseRoute]:
    """What answers under ``/brief``."""
    return [
        Route("/brief/{page}.docx", brief_file(db), methods=["GET"]),
        Route("/brief/{rest:path}", unknown, methods=["GET"]),
    ]


def brief_file(db: Database) -> Callable[[Request], Awaitable[Response]]:
    """The DOCX: 400 on what isn't understood or where nothing is chosen, 404 for a page that has none, 503."""

    async def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if page not in CHOSEN:
            return JSONResponse({"error": "There is no such brief.", "known": list(CHOSEN)}, 404)
        try:
            asked = await run_in_threadpool(question_of, db, page, request)
            if isinstance(asked, Response):
                return asked
            if not getattr(asked.selection, CHOSEN[page]):
                return refused(request, HOW[page], [])
            return await made(asked, request)
        except DatabaseError as error:
            return unready(request, error)

    return endpoint


async def made(asked: Question, request: Request) -> Response:
    """The document of an answered question; of a country with the picture of its strips, where one can be taken."""
    exhibit = await run_in_threadpool(asked.exhibit)
    told = await run_in_threadpool(brief, asked.db, asked.selection, asked.catalogue, exhibit, place(asked, request))
    if asked.page == "country" and exhibit.apart:
        taken = await pictured(asked, request, desk().picture, PAPER)
        told = replace(told, picture=taken if isinstance(taken, bytes) else None, seen=exhibit.reading)
    body = await run_in_threadpool(document, told)
    name = asked.selection.file_stem(asked.catalogue).replace("guarantees-", "guarantees-brief-", 1)
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{name}.docx"',
        "X-Release": asked.catalogue.release,
    }
    return Response(body, media_type=DOCX, headers=headers)
