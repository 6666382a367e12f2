"""The app itself, on its server: readers ask while databases are built, swapped, harmed; every answer is whole."""

import asyncio
import json
import random
import socket
import threading
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosedError
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.conftest import ROOT, World
from tests.e2e.visits import served
from tests.faults.conftest import renamed
from tests.faults.harm import HARMS, Releases, bound, etl, held_for_writing
from tests.load.crowd import crowd

ASKED = ("/api/statements.csv", "/api/pledges.json", "/api/timeline.csv", "/view/timeline", "/part/sources/pledges")
READERS = 20


class Told(NamedTuple):
    """An answer: address, status, body."""

    path: str
    status: int
    body: bytes


def ask(url: str, path: str) -> Told:
    """What the server answers."""
    try:
        with urllib.request.urlopen(url + path, timeout=60) as answer:
            return Told(path, answer.status, answer.read())
    except urllib.error.HTTPError as error:
        return Told(path, error.code, error.read())


def answers(url: str) -> set[Told]:
    """What is told now under every address, the same twice."""
    found = {ask(url, path) for path in ASKED}
    assert found == {ask(url, path) for path in ASKED}
    return found


@contextmanager
def reading(url: str) -> Iterator[list["Future[Counter[Told]]"]]:
    """Readers, who ask on and on; each tells in the end what it got."""
    over = threading.Event()

    def read(number: int) -> Counter[Told]:
        chance, got = random.Random(number), Counter[Told]()
        while not over.is_set():
            got[ask(url, chance.choice(ASKED))] += 1
        return got

    with ThreadPoolExecutor(READERS) as pool:
        try:
            yield [pool.submit(read, number) for number in range(READERS)]
        finally:
            over.set()


def ready(url: str) -> dict[str, object]:
    """What the server says of its readiness, with the status."""
    told = ask(url, "/readyz")
    found: dict[str, object] = json.loads(told.body)
    return {"code": told.status, **found}


@pytest.fixture
def place(tmp_path: Path, releases: Releases) -> Path:
    return releases.put(releases.old, tmp_path / "served" / "guarantees.duckdb")


def test_readers_of_a_running_app_get_one_release_or_the_other(
    releases: Releases, place: Path, tiny_data: World, tmp_path: Path, rounds: int
) -> None:
    log = tmp_path / "output.txt"
    with served(place, log, before=bound) as url:
        old = answers(url)
        releases.put(releases.new, place)
        new = answers(url)
        assert {told.status for told in old | new} == {200}
        assert len(old - new) >= 3, "most answers tell the releases apart"
        with reading(url) as readers:
            for turn in range(max(4, rounds // 2)):
                releases.put(releases.old if turn % 2 == 0 else releases.new, place)
                assert ask(url, ASKED[0]) in old | new
            for world in (tiny_data, renamed(tiny_data)):
                assert etl("build", "--data", world.folder, "--out", place).returncode == 0
        got = sum((reader.result() for reader in readers), Counter[Told]())
        assert set(got) <= old | new, {told.status for told in set(got) - old - new}
        assert len({told.path for told in got}) == len(ASKED)
        assert answers(url) == new
        harmed(releases, place, url, old, new)
        closed(releases, place, url, old, new)
        assert ask(url, "/healthz") == Told("/healthz", 200, b'{"status":"ok"}')
    for line in log.read_text().splitlines():
        assert "Traceback" not in line
        assert '"level": "error"' not in line


def harmed(releases: Releases, place: Path, url: str, old: set[Told], new: set[Told]) -> None:
    """Every harm, and after each the other release: the app serves what it served, then what is whole."""
    for turn, harm in enumerate(HARMS):
        before, after = (new, old) if turn % 2 == 0 else (old, new)
        HARMS[harm](place, random.Random(turn))
        assert answers(url) == before, harm
        told = ready(url)
        assert told["code"] == 200
        assert "guarantees.duckdb" in str(told["not_loaded"])
        assert str(place.parent) not in str(told)
        releases.put(releases.old if turn % 2 == 0 else releases.new, place)
        assert answers(url) == after, harm
        assert "not_loaded" not in ready(url)


def closed(releases: Releases, place: Path, url: str, old: set[Told], new: set[Told]) -> None:
    """Held by another process, then not to be read: the app serves what it served, then what is put in its place."""
    before = answers(url)
    with held_for_writing(place):
        assert answers(url) == before
    releases.put(releases.old, place)
    place.chmod(0)
    assert answers(url) == before
    assert "permission denied" in str(ready(url)["not_loaded"])
    place.chmod(0o600)
    assert answers(url) == old
    releases.put(releases.new, place)
    assert answers(url) == new


def test_pages_come_whole_and_of_one_release_while_builds_are_swapped_in(
    releases: Releases, place: Path, tiny_data: World, tmp_path: Path, rounds: int
) -> None:
    log, both = tmp_path / "output.txt", (releases.new, releases.old)
    with served(place, log) as url, ThreadPoolExecutor(1) as beside:
        met = beside.submit(asyncio.run, crowd(url, READERS, seconds=5 + rounds, pause=1.0))
        for release in cycle(both):
            if met.done():
                break
            releases.put(release, place)
            assert etl("build", "--data", tiny_data.folder, "--out", place).returncode == 0
        tally = met.result()
    assert tally.faults == []
    assert {len(page.releases) for page in tally.seen} == {1}
    assert len({name for page in tally.seen for name in page.releases}) == len(both)
    assert "Traceback" not in log.read_text()


def test_an_app_that_starts_on_a_harmed_database_says_why_and_heals(
    releases: Releases, place: Path, tmp_path: Path
) -> None:
    HARMS["truncated"](place, random.Random(1))
    with served(place, tmp_path / "output.txt") as url:
        told = ready(url)
        assert (told["code"], told["status"]) == (503, "not ready")
        assert "no finished build" in str(told["reason"])
        for path in ("/api/statements.csv", "/view/timeline", "/sql"):
            answer = ask(url, path)
            assert answer.status == 503
            assert b"Traceback" not in answer.body
            assert str(place.parent).encode() not in answer.body
        assert ask(url, "/healthz").status == 200
        releases.put(releases.new, place)
        assert ask(url, "/view/timeline").status == 200
        assert ready(url)["code"] == 200
    assert "Traceback" not in (tmp_path / "output.txt").read_text()


def test_a_malformed_request_is_refused_and_the_log_stays_json(place: Path, tmp_path: Path) -> None:
    log = tmp_path / "output.txt"
    with served(place, log) as url:
        at = urlsplit(url)
        with socket.create_connection((at.hostname, at.port), 20) as strange:
            strange.sendall(b"GET / HTTP/1.1\r\nHost: app\r\nAccept-Language: \x00\xff\r\n\r\n")
            assert strange.recv(1000).startswith(b"HTTP/1.1 400")
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert [(line["level"], line["event"]) for line in told] == [
        ("info", "a release is served"),
        ("warning", "Invalid HTTP request received."),
    ]
    assert told[0]["release"]


def test_a_websocket_tells_neither_where_the_app_lies_nor_what_it_runs_on(place: Path, tmp_path: Path) -> None:
    with served(place, tmp_path / "output.txt") as url:
        address, spoken = f"{url.replace('http', 'ws')}/_stcore/stream", [Subprotocol("streamlit")]
        with connect(address, subprotocols=spoken, max_size=None) as opened:
            opened.send(BackMsg(rerun_script=ClientState(page_name="pledges")).SerializeToString())
            told = list(received(opened))
    assert str(ROOT).encode() not in b"".join(told)
    begun = next(
        message.new_session for data in told if (message := ForwardMsg.FromString(data)).HasField("new_session")
    )
    assert begun.main_script_path == "frame.py"
    assert not begun.initialize.environment_info.python_version
    assert not begun.initialize.environment_info.server_os
    assert not any(value for _, value in begun.initialize.user_info.ListFields())


def received(opened: ClientConnection) -> Iterator[bytes]:
    """All messages of a run."""
    while True:
        yield (data := bytes(opened.recv(decode=False)))
        if ForwardMsg.FromString(data).HasField("script_finished"):
            return


def test_text_over_the_websocket_ends_it_and_is_no_error(place: Path, tmp_path: Path) -> None:
    log = tmp_path / "output.txt"
    with served(place, log) as url:
        with connect(f"{url.replace('http', 'ws')}/_stcore/stream", subprotocols=[Subprotocol("streamlit")]) as opened:
            opened.send("<x-ill>")
            with pytest.raises(ConnectionClosedError) as ended:
                list(opened)
        assert ended.value.rcvd
        assert ended.value.rcvd.code == 1003
        assert ask(url, "/view/timeline").status == 200
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["event"] for line in told] == ["a release is served"]
