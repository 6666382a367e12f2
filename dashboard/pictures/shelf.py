"""Finished pictures, the longest unused going first when the room is full."""

import threading
from collections import OrderedDict

ROOM = 64 * 1024 * 1024


class Shelf:
    """Holds at most `room` bytes; safe to share between threads."""

    def __init__(self, room: int = ROOM) -> None:
        self.room, self.held = room, 0
        self._kept = OrderedDict[tuple[str, ...], bytes]()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, ...]) -> bytes | None:
        """The picture, if it is still there."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def keep(self, key: tuple[str, ...], picture: bytes) -> bytes:
        """Keep a picture, one that leaves room for others, and hand it on."""
        with self._lock:
            if key not in self._kept and len(picture) <= self.room / 4:
                self._kept[key] = picture
                self.held += len(picture)
            while self.held > self.room:
                self.held -= len(self._kept.popitem(last=False)[1])
        return picture
