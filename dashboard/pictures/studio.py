"""One browser, kept warm in a thread of its own: pictures queue for its few tabs, readers never wait for them."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

from choreographer import Browser
from choreographer.browser_async import Tab

from dashboard.pictures.chrome import HOW, find, missing, opened
from dashboard.pictures.shot import NotTaken, Shot, take

AT_ONCE, MOST_WAITING = 2, 40
PATIENCE, FAREWELL = 10, 12
IDLE = 900  # seconds without a picture after which the browser's memory is given back
MOST_PER_TAB = 50  # pictures from one tab before a fresh one takes its place
T = TypeVar("T")


class NoChrome(NotTaken):
    """There is no Chrome on this machine."""


class TooMany(NotTaken):
    """More pictures are asked for than can be taken soon."""


class Studio:
    """Takes pictures, a few at once; starts its browser when first asked, and again when it has died."""

    def __init__(self, most_waiting: int = MOST_WAITING, patience: float = PATIENCE, idle: float = IDLE) -> None:
        self.most_waiting, self.patience, self.idle = most_waiting, patience, idle
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None

    def picture(self, shot: Shot, server: str) -> Future[bytes]:
        """The picture, some time soon; fails with `NotTaken`, its message in words for the reader."""
        return self._run(self._queued(shot, server))

    def warm(self) -> Future[None]:
        """Start the browser, so that the next picture needn't wait for it."""
        return self._run(self._ready())

    def close(self) -> None:
        """End the browser and the thread; a later picture starts both again."""
        with self._lock:
            loop, thread, self._loop, self._thread = self._loop, self._thread, None, None
        if loop is None or thread is None:
            return
        with contextlib.suppress(Exception):
            asyncio.run_coroutine_threadsafe(self._leave(), loop).result(FAREWELL)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(FAREWELL)

    def _run(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Do something in the thread, which starts when it is first needed."""
        with self._lock:
            if self._loop is None:
                self._loop, self._waiting = asyncio.new_event_loop(), 0
                self._browser: Browser | None = None
                self._free: list[tuple[Tab, int]] = []
                self._rest: asyncio.TimerHandle | None = None
                self._gate, self._opening = asyncio.Semaphore(AT_ONCE), asyncio.Lock()
                self._thread = threading.Thread(target=self._loop.run_forever, name="pictures", daemon=True)
                self._thread.start()
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    async def _queued(self, shot: Shot, server: str) -> bytes:
        """The picture, when it is its turn."""
        if self._waiting >= self.most_waiting:
            raise TooMany("Many pictures are being taken just now. Try again in half a minute.")
        self._waiting += 1
        try:
            async with self._gate:
                return await self._taken(shot, server)
        finally:
            self._waiting -= 1
            self._stay()

    async def _taken(self, shot: Shot, server: str) -> bytes:
        """The picture within the time allowed; where the browser has died, by a new one."""
        for is_last in (False, True):
            browser = await self._opened()
            try:
                async with asyncio.timeout(self.patience), self._tab(browser) as tab:
                    return await take(tab, shot, server)
            except NotTaken:
                raise
            except TimeoutError as error:
                raise NotTaken(f"The picture took longer than {self.patience:g} seconds.") from error
            except Exception as error:
                await self._leave(browser)
                if is_last:
                    raise NotTaken("The browser that takes the pictures has failed.") from error
        raise AssertionError

    @contextlib.asynccontextmanager
    async def _tab(self, browser: Browser) -> AsyncIterator[Tab]:
        """A tab for one picture; kept for the next one unless something went wrong in it."""
        tab, taken = self._free.pop() if self._free else (await browser.create_tab("about:blank", window=True), 0)
        is_kept = False
        try:
            yield tab
            is_kept = browser is self._browser and taken + 1 < MOST_PER_TAB
        finally:
            if is_kept:
                self._free.append((tab, taken + 1))
            else:
                with contextlib.suppress(Exception):
                    await asyncio.wait_for(tab.close(), 2)

    def _stay(self) -> None:
        """Keep the browser until nobody has asked for a while, counted from now."""
        if self._rest:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(self.idle, self._go)

    def _go(self) -> None:
        """Let the browser rest, unless somebody waits for it."""
        if self._waiting == 0:
            self._going = asyncio.ensure_future(self._leave())

    async def _ready(self) -> None:
        await self._opened()
        self._stay()

    async def _opened(self) -> Browser:
        """The browser, started if it doesn't run."""
        async with self._opening:
            if self._browser is not None and self._browser.subprocess.poll() is not None:
                await self._leave(self._browser)
            if self._browser is None:
                program = find()
                if program is None:
                    raise NoChrome(f"{missing()} {HOW}")
                try:
                    self._browser = await opened(program)
                except Exception as error:
                    raise NotTaken("The browser that takes the pictures doesn’t start.") from error
            return self._browser

    async def _leave(self, browser: Browser | None = None) -> None:
        """Let the browser go, however it is; another one that runs by now stays."""
        if self._browser is None or browser not in (None, self._browser):
            return
        browser, self._browser, self._free = self._browser, None, []
        with contextlib.suppress(Exception):
            await browser.close()


STUDIO = Studio()
