"""Runs of the app take turns: Python computes one thing at a time, whoever asks.

Of fifty runs at once each would wait for all others, and what sends their answers for every one of them: it gets the
interpreter among the last. Two at a time use the moments in which the database works.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Semaphore

AT_ONCE = 2
_TURNS = Semaphore(AT_ONCE)


@contextmanager
def turn() -> Iterator[None]:
    """What is done within, in this thread, is one of `AT_ONCE` at most; whoever comes later waits."""
    with _TURNS:
        yield
