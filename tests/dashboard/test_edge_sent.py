"""What the server sends goes out when it is written; what a page begins with is asked for early, and nothing else."""

import socket
import weakref

import pytest

from dashboard import head, packing
from dashboard.edge import send_at_once


class Thing:
    """What a test lets go."""


def test_what_a_connection_is_given_leaves_at_once() -> None:
    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        send_at_once()
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_what_stands_for_a_thing_that_is_gone_is_passed_over() -> None:
    thing = Thing()
    kept = weakref.proxy(thing)
    del thing
    send_at_once()
    assert type(kept) is weakref.ProxyType


@pytest.mark.parametrize(
    ("page", "shape", "is_early"),
    [
        ("pledges", "ledger", True),
        ("overview", "", True),
        ("statements", "", False),
        ("network", "", True),
        ("network", "matrix", False),
        ("network", "actors", False),
    ],
)
def test_a_page_of_charts_asks_early_for_what_draws_them(page: str, shape: str, is_early: bool) -> None:
    asked = f'href="./plotly/{packing.plotly_name()}"'
    assert (asked in head.index(page, shape=shape).decode()) == is_early
