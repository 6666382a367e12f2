"""Where decks are made: a few at once, their pictures among those of other readers, the rest told to come again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from weakref import WeakKeyDictionary

DECKS, PICTURES, MOST = 2, 2, 8


class TooManyDecks(Exception):  # noqa: N818 - named for what is the case
    """More decks are asked for than can be made soon."""


class Desk:
    """Has room for so many decks and so many of their pictures at once, and for `most` decks that wait or are made."""

    def __init__(self, decks: int = DECKS, pictures: int = PICTURES, most: int = MOST) -> None:
        self.most, self.held = most, 0
        self._decks, self._pictures = asyncio.Semaphore(decks), asyncio.Semaphore(pictures)

    @asynccontextmanager
    async def deck(self) -> AsyncIterator[None]:
        """A place for one deck; raises TooManyDecks where too many wait."""
        if self.held >= self.most:
            raise TooManyDecks
        self.held += 1
        try:
            async with self._decks:
                yield
        finally:
            self.held -= 1

    @property
    def picture(self) -> asyncio.Semaphore:
        """A place for a picture of one of the decks, to be entered."""
        return self._pictures


_DESKS = WeakKeyDictionary[asyncio.AbstractEventLoop, Desk]()


def desk() -> Desk:
    """The one of the server that runs here."""
    return _DESKS.setdefault(asyncio.get_running_loop(), Desk())
