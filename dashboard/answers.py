"""Answers of a build with their questions, kept for whoever asks the same again."""

import threading
from collections import OrderedDict
from typing import Any, NamedTuple

import pandas as pd

from dashboard.records import records

MOST_CELLS = 500_000  # at a hundred bytes or two each, with the rows made of them


class Asked(NamedTuple):
    """An answer with the question: rows, the SQL that was run, and its named parameters.

    The frame is every reader's who asks the same: it is read, never written to.
    """

    frame: pd.DataFrame
    sql: str
    parameters: dict[str, Any]

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The rows as plain dicts, column → value."""
        return records(self.frame)


class Answers:
    """The latest answers of a build, shared between readers, `most` cells at most; the longest unused go first."""

    def __init__(self, most: int = MOST_CELLS) -> None:
        self.most, self.cells = most, 0
        self._kept = OrderedDict[tuple[str, str], Asked]()
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str]) -> Asked | None:
        """The answer, if it is still there."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key]

    def keep(self, key: tuple[str, str], asked: Asked) -> Asked:
        """Keep an answer, one that isn't too large by itself, and hand it on."""
        size = asked.frame.size + len(key[1])
        with self._lock:
            if key not in self._kept and size <= self.most / 10:
                self._kept[key] = asked
                self.cells += size
            while self.cells > self.most:
                (_, words), gone = self._kept.popitem(last=False)
                self.cells -= gone.frame.size + len(words)
        return asked
