"""What the server writes to a connection goes out when it is written."""

import socket
import weakref

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
