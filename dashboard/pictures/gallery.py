"""Pictures on request: a finished one from the shelf, one under way from whoever asked first, else a new one."""

import threading
from collections.abc import Callable
from concurrent.futures import Future

from dashboard.pictures.shelf import Shelf
from dashboard.pictures.shot import Shot
from dashboard.pictures.studio import STUDIO, Studio

Key = tuple[str, ...]
Finish = Callable[[bytes], bytes]


class Gallery:
    """What hangs between those who ask for pictures and the studio that takes them."""

    def __init__(self, studio: Studio = STUDIO, shelf: Shelf | None = None) -> None:
        self.studio, self.shelf = studio, shelf or Shelf()
        self._under_way: dict[Key, Future[bytes]] = {}
        self._lock = threading.Lock()

    def picture(self, key: Key, shot: Shot, server: str, finish: Finish) -> Future[bytes]:
        """The picture of a release's view, `key` names both; `finish` is what is done to it once it is taken."""
        with self._lock:
            under_way = self._under_way.get(key)
            if under_way is not None:
                return under_way
            made = Future[bytes]()
            made.set_running_or_notify_cancel()  # shared: one reader who leaves doesn't end it for the others
            known = self.shelf.get(key)
            if known is None:
                self._under_way[key] = made
        if known is not None:
            made.set_result(known)
        else:
            self._take(key, shot, server, finish, made)
        return made

    def _take(self, key: Key, shot: Shot, server: str, finish: Finish, made: Future[bytes]) -> None:
        """Have a new picture taken, finish and keep it."""

        def on_taken(taken: Future[bytes]) -> None:
            try:
                picture = self.shelf.keep(key, finish(taken.result()))
            except BaseException as error:
                self._forget(key)
                made.set_exception(error)
            else:
                self._forget(key)
                made.set_result(picture)

        self.studio.picture(shot, server).add_done_callback(on_taken)

    def _forget(self, key: Key) -> None:
        with self._lock:
            self._under_way.pop(key, None)


GALLERY = Gallery()
