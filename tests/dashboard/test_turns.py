"""Runs take turns: a few at once, the next when one has ended, however it ended."""

from queue import Queue
from threading import Barrier, Event, Thread

import pytest

from dashboard.turns import AT_ONCE, turn


def test_no_more_than_a_few_run_at_once_and_all_get_their_turn() -> None:
    running, most, ended = set[int](), Queue[int](), Queue[int]()
    first, go_on = Barrier(AT_ONCE + 1), Event()

    def run(number: int) -> None:
        with turn():
            running.add(number)
            most.put(len(running))
            if number < AT_ONCE:
                first.wait(timeout=10)
                go_on.wait(timeout=10)
            running.discard(number)
        ended.put(number)

    early = [Thread(target=run, args=(number,)) for number in range(AT_ONCE)]
    late = [Thread(target=run, args=(number,)) for number in range(AT_ONCE, 9)]
    for thread in early:
        thread.start()
    first.wait(timeout=10)
    for thread in late:
        thread.start()
    assert ended.empty()
    go_on.set()
    for thread in [*early, *late]:
        thread.join(timeout=10)
    assert sorted(ended.get_nowait() for _ in range(9)) == list(range(9))
    assert max(most.get_nowait() for _ in range(9)) <= AT_ONCE


def test_a_run_that_fails_leaves_its_turn_to_the_next() -> None:
    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="no"), turn():
            raise ValueError("no")
