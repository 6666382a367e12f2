"""Two processes behind a real nginx with the configuration of docs/: readers stay, one dies, its readers come back.

Run by name, as `make balance` does: `python -m pytest tests/balance/balance.py`.
"""

import asyncio
import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest
from playwright.sync_api import Browser, expect

from tests.apart import run
from tests.balance.nginx import balanced
from tests.e2e.visits import PATIENCE, READY, browser, served
from tests.load.client import Client, ReaderError
from tests.load.crowd import server_of

__all__ = ["browser"]
READERS = 12
LEDGER = "pledges?shape=ledger"


@dataclass
class Farm:
    """Two processes and their balancer."""

    url: str
    processes: tuple[psutil.Process, psutil.Process]

    def kill(self, at: int) -> None:
        """End one at once, as a crash does."""
        self.processes[at].kill()
        self.processes[at].wait(timeout=20)

    def sockets(self, at: int) -> int:
        """How many sockets of readers the process holds: each comes from nginx and stays open."""
        port = next(one.laddr.port for one in self.processes[at].net_connections("inet") if one.status == "LISTEN")
        held = self.processes[at].net_connections("inet")
        return sum(one.status == "ESTABLISHED" and one.laddr.port == port for one in held)


@contextmanager
def farm(database: Path, folder: Path) -> Iterator[Farm]:
    """Two processes that serve the same file, behind nginx."""
    with ExitStack() as opened:
        urls = [opened.enter_context(served(database, folder / f"output{at}.txt")) for at in (0, 1)]
        ports = [int(urlsplit(url).port or 0) for url in urls]
        url = opened.enter_context(balanced(folder, ports))
        first, second = (server_of(url) for url in urls)
        yield Farm(url, (first, second))


@pytest.fixture
def two(tiny_database: Path, tmp_path: Path) -> Iterator[Farm]:
    """A farm of a test's own: it may kill one of the two."""
    with farm(tiny_database, tmp_path) as made:
        yield made


def seat(url: str) -> str:
    """The cookie that a first visit is given."""
    with urllib.request.urlopen(f"{url}/", timeout=20) as answer:
        cookie: str = answer.headers["Set-Cookie"]
    name, _, value = cookie.partition(";")[0].partition("=")
    assert (name, len(value)) == ("guarantees_seat", 32)
    assert "HttpOnly" in cookie
    return f"{name}={value}"


def test_a_seat_is_given_once_and_kept(two: Farm) -> None:
    given = seat(two.url)
    again = urllib.request.Request(f"{two.url}/", headers={"Cookie": given})
    with urllib.request.urlopen(again, timeout=20) as answer:
        assert answer.headers["Set-Cookie"] is None
        assert "<title>" in answer.read().decode()


def test_what_is_kept_for_all_brings_nobody_a_seat(two: Farm) -> None:
    with urllib.request.urlopen(f"{two.url}/", timeout=20) as answer:
        assert "private" in ", ".join(answer.headers.get_all("Cache-Control"))
        files = re.findall(r'(?:src|href)="(?:\./|/)?((?:app/)?static/[^"]+)"', answer.read().decode())
    assert files
    for name in [*files, "readyz", "api/statements.csv"]:
        with urllib.request.urlopen(f"{two.url}/{name}", timeout=20) as answer:
            kept = answer.headers.get_all("Cache-Control")
            assert answer.headers["Set-Cookie"] is None, (name, kept)
            assert "public" in kept[0] or name not in files, name


def test_a_process_without_a_database_is_left_alone(tiny_database: Path, tmp_path: Path) -> None:
    with (
        served(tiny_database, tmp_path / "whole.txt") as whole,
        served(tmp_path / "none.duckdb", tmp_path / "none.txt") as bare,
        balanced(tmp_path, [int(urlsplit(url).port or 0) for url in (bare, whole)]) as url,
    ):
        with pytest.raises(urllib.error.HTTPError, match="503"):
            urllib.request.urlopen(f"{bare}/view/pledges", timeout=20)
        for place in ("view/pledges", "readyz", "api/pledges.csv", "part/why/pledges") * 6:
            with urllib.request.urlopen(f"{url}/{place}", timeout=20) as answer:
                assert answer.status == 200


def test_both_are_well_and_serve_the_same_release(two: Farm) -> None:
    said = []
    for _ in range(8):
        with urllib.request.urlopen(f"{two.url}/readyz", timeout=20) as answer:
            said.append(json.load(answer)["release"])
    assert len(set(said)) == 1


async def all_ask(clients: list[Client], address: str) -> list[str]:
    """Everybody asks for a page; the faults that were met."""
    answers = await asyncio.gather(*(one.ask(address) for one in clients), return_exceptions=True)
    return [str(one) for one in answers if isinstance(one, BaseException)]


def test_readers_are_spread_and_those_of_a_dead_process_come_back(two: Farm) -> None:
    async def visit() -> None:
        clients = [Client(two.url, {"Cookie": seat(two.url)}) for _ in range(READERS)]
        assert await all_ask(clients, LEDGER) == []
        spread = [two.sockets(at) for at in (0, 1)]
        assert min(spread) >= 1, spread
        assert sum(spread) == READERS
        two.kill(0)
        faults = await all_ask(clients, "timeline")
        assert len(faults) == spread[0], faults
        lost = [one for one in clients if one.is_lost()]
        assert len(lost) == spread[0]
        for one in lost:
            await one.close()
        assert await all_ask(clients, LEDGER) == []
        assert two.sockets(1) == READERS
        await asyncio.gather(*(one.close() for one in clients))

    run(visit())


def test_a_page_asked_for_while_one_is_dead_comes_from_the_other(two: Farm) -> None:
    two.kill(1)
    for _ in range(8):
        with urllib.request.urlopen(f"{two.url}/view/pledges?shape=ledger", timeout=20) as answer:
            assert answer.status == 200


def test_a_browser_whose_process_dies_finds_its_view_again(two: Farm, browser: Browser) -> None:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{two.url}/{LEDGER}")
    expect(page.locator(READY)).to_be_visible()
    heading = page.locator("h1").first.inner_text()
    mine = 0 if two.sockets(0) else 1
    with page.expect_websocket():
        two.kill(mine)
    expect(page.locator(READY)).to_be_visible()
    expect(page.locator("h1").first).to_have_text(heading)
    assert page.url.endswith(LEDGER)
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    expect(page.locator("h1").first).not_to_have_text(heading)
    assert two.sockets(1 - mine) >= 1
    context.close()


def test_without_a_reader_there_is_no_socket(two: Farm) -> None:
    assert [two.sockets(at) for at in (0, 1)] == [0, 0]
    with pytest.raises(ReaderError):
        run(Client(two.url).ask("nowhere"))
