"""Many decks at once: a few are made, some wait, the rest are told to come again; nobody's picture waits for all."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from starlette.datastructures import QueryParams
from starlette.requests import Request

from dashboard.database import Database
from dashboard.routes.desk import Desk, TooManyDecks, desk
from dashboard.routes.question import question
from dashboard.routes.slides import file_of
from tests.apart import run


async def made(place: Desk, views: int, seen: Counter[str], most: Counter[str]) -> None:
    """A deck of some views, each of whose pictures takes a few turns of the loop."""

    async def counted(kind: str) -> None:
        seen[kind] += 1
        most[kind] = max(most[kind], seen[kind])
        for _ in range(3):
            await asyncio.sleep(0)

    async def picture() -> None:
        async with place.picture:
            await counted("pictures")
            seen["pictures"] -= 1

    async with place.deck():
        await counted("decks")
        await asyncio.gather(*(picture() for _ in range(views)))
        seen["decks"] -= 1


def test_five_decks_of_twenty_views_take_two_pictures_at_a_time() -> None:
    async def all_of_them() -> Counter[str]:
        place, seen, most = Desk(), Counter[str](), Counter[str]()
        await asyncio.gather(*(made(place, 20, seen, most) for _ in range(5)))
        assert place.held == 0
        return most

    assert run(all_of_them()) == {"decks": 2, "pictures": 2}


def test_who_comes_when_many_wait_comes_again_later() -> None:
    async def crowded() -> list[bool]:
        place = Desk(most=3)
        ends = await asyncio.gather(*(made(place, 1, Counter(), Counter()) for _ in range(5)), return_exceptions=True)
        return [isinstance(end, TooManyDecks) for end in ends]

    assert run(crowded()) == [False, False, False, True, True]


@pytest.mark.parametrize(("accept", "words"), [("*/*", b'"error"'), ("text/html", b"Not just now")])
def test_the_answer_says_when(tiny_database: Path, accept: str, words: bytes) -> None:
    db = Database(tiny_database)
    asked = question(db, "pledges", QueryParams(""), besides=())
    request = Request({"type": "http", "headers": [(b"accept", accept.encode())]})

    async def refused() -> tuple[int, bytes]:
        desk().held = desk().most
        answer = await file_of([asked], request)
        return answer.status_code, bytes(answer.body)

    status, body = run(refused())
    assert status == 503
    assert words in body
    assert b"Try again in a minute" in body
