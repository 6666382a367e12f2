"""The slides of a deck from the questions of its views: their pictures, then the file."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dashboard.citing.address import full, path_of
from dashboard.citing.meta import citation
from dashboard.decks.closing import closing
from dashboard.decks.naming import subject_of, title_of
from dashboard.decks.presentation import Deck, presentation
from dashboard.decks.slide import Slide, slide
from dashboard.decks.views import address
from dashboard.exhibits.exhibit import Exhibit
from dashboard.pictures.gallery import GALLERY
from dashboard.pictures.shot import NotTaken
from dashboard.pictures.studio import NoChrome
from dashboard.published.plain import plain
from dashboard.queries.sources import sources
from dashboard.routes.desk import TooManyDecks, desk
from dashboard.routes.looks import LOOKS
from dashboard.routes.picture import order_of, own_address, taken
from dashboard.routes.question import Question
from dashboard.routes.view import days, place

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
SLIDE = LOOKS | {"size": "1920x900", "proof": "compact", "title": "none", "theme": "light"}
TRIES = 2
FINE = 2  # so many pixels of a picture on each of its layout’s: sharp on a large screen, and on paper
BUSY = "Many decks are being made just now. Try again in a minute."
NO_PORT = "Pictures need a server that listens on a port of its own."


@dataclass(frozen=True)
class Answered:
    """A question, its answer, and what that relies on."""

    asked: Question
    exhibit: Exhibit
    sources: pd.DataFrame


async def file_of(asked: Sequence[Question], request: Request) -> Response:
    """The PPTX of some views; a header says how many of its slides lack their picture."""
    try:
        async with desk().deck():
            made = await gathered(asked, request)
            body = await run_in_threadpool(presentation, made)
    except TooManyDecks:
        return busy(request)
    catalogue = asked[0].catalogue
    single = asked[0].selection.file_stem(catalogue)
    name = single if len(asked) == 1 else f"guarantees-deck-{len(asked)}-slides-{catalogue.release}"
    headers = {
        "Cache-Control": "no-cache",
        "Content-Disposition": f'attachment; filename="{name}.pptx"',
        "X-Release": catalogue.release,
        "X-Without-Picture": str(sum(one.picture is None for one in made.slides)),
    }
    return Response(body, media_type=PPTX, headers=headers)


async def gathered(asked: Sequence[Question], request: Request) -> Deck:
    """The deck with all its pictures."""
    answers = await run_in_threadpool(lambda: [answered(one) for one in asked])
    pictures = await asyncio.gather(*(pictured(one.asked, request, desk().picture) for one in answers))
    return await run_in_threadpool(deck_of, answers, pictures, request)


def busy(request: Request) -> Response:
    """503: many decks are being made; when to come again."""
    if "text/html" in request.headers.get("accept", ""):
        return plain("Not just now", BUSY, 503)
    return JSONResponse({"error": BUSY}, 503, headers={"Retry-After": "60"})


def answered(asked: Question) -> Answered:
    """The answer to a question, the same that the app shows."""
    exhibit = asked.exhibit()
    return Answered(asked, exhibit, sources(asked.db, exhibit.source_ids).frame)


async def pictured(
    asked: Question, request: Request, gate: asyncio.Semaphore, looks: dict[str, str] = SLIDE
) -> bytes | str:
    """The picture of a view, by default for a slide; taken once more where it failed; or why there is none."""
    server = own_address(request)
    if server is None:
        return NO_PORT
    order = await run_in_threadpool(order_of, asked, "png", looks, server, FINE)
    why = ""
    async with gate:
        for _ in range(TRIES):
            try:
                return GALLERY.shelf.get(order.key) or await taken(order, GALLERY)
            except NoChrome as error:
                return str(error)
            except NotTaken as error:
                why = str(error)
    return why


def deck_of(answers: Sequence[Answered], pictures: Sequence[bytes | str], request: Request) -> Deck:
    """The deck, its words and pictures together."""
    first = answers[0].asked
    release, asked = first.db.release(), str(request.base_url)
    slides = [slide_of(one, picture, request) for one, picture in zip(answers, pictures, strict=True)]
    exhibits, relied = [one.exhibit for one in answers], pd.concat([one.sources for one in answers])
    views = [path_of(one.asked.page, one.asked.selection.to_link(one.asked.catalogue)) for one in answers]
    link = full(f"/{address(views)}", asked)
    return Deck(
        title=title_of(exhibits),
        subject=subject_of([days(one.asked) for one in answers], str(release["release"])),
        slides=slides,
        points=closing(exhibits, relied.drop_duplicates("source_id"), release, link, asked),
        notes=[cited(one, request) for one in answers],
        made_on=release["recorded_on"],
    )


def slide_of(one: Answered, picture: bytes | str, request: Request) -> Slide:
    """A view's slide."""
    taken_now, missing = (None, picture) if isinstance(picture, str) else (picture, "")
    at = place(one.asked, request)
    return slide(one.exhibit, one.sources, one.asked.db.release(), at, taken_now, missing)


def cited(one: Answered, request: Request) -> str:
    """A view as a reference."""
    at = place(one.asked, request)
    return citation(one.exhibit, one.asked.db.release(), at.link, at.asked)
