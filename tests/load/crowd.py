"""Many readers at once, each with an act every few seconds; what each waited for, what went wrong, what it cost."""

import asyncio
import datetime as dt
import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import parse_qsl, urlencode, urlsplit

import psutil

from tests.load.client import PAGES, Client, ReaderError, Seen

PLACES = ("FRA", "DEU", "GBR", "POL", "USA", "RUS", "UKR", "ITA", "CAN", "EST")
FROM, DAYS = dt.date(2025, 3, 1), 420
MEGA = 1 << 20


@dataclass
class Tally:
    """What a crowd met: the pages seen, the faults."""

    seen: list[Seen] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def percentile(self, share: float) -> float:
        """Seconds of a rerun that `share` of all don't exceed."""
        ordered = sorted(one.seconds for one in self.seen)
        return ordered[max(math.ceil(share * len(ordered)) - 1, 0)] if ordered else math.nan


def acts(dice: Random, seen: Seen | None) -> str:
    """What a reader does next: now and then opens a page anew, changes a filter, or else follows a link."""
    if seen is None or not seen.links or dice.random() < 0.1:
        return dice.choice(PAGES)
    if dice.random() < 0.5:
        return dice.choice(seen.links)
    parts = urlsplit(seen.address)
    query = dict(parse_qsl(parts.query)) | changed(dice)
    return f"{parts.path}?{urlencode(query)}"


def changed(dice: Random) -> dict[str, str]:
    """One filter more: another day, or another country."""
    day = (FROM + dt.timedelta(dice.randrange(DAYS))).isoformat()
    return dice.choice([{"asof": day}, {"until": day}, {"c": dice.choice(PLACES)}])


async def visit(client: Client, tally: Tally, dice: Random, until: float, pause: float) -> None:
    """One reader until the time is over: an act every `pause` seconds, or at once after a slow one."""
    await asyncio.sleep(dice.uniform(0, pause))
    seen: Seen | None = None
    while (began := time.monotonic()) < until:
        address = acts(dice, seen)
        try:
            seen = await client.ask(address)
            tally.seen.append(seen)
        except ReaderError as fault:
            tally.faults.append(str(fault))
            await client.close()
            seen = None
        await asyncio.sleep(max(pause - (time.monotonic() - began), 0))


async def crowd(url: str, readers: int, seconds: float, pause: float = 4.0, seed: int = 1) -> Tally:
    """`readers` at once for some seconds. They all are there to the end, and leave together."""
    tally, until = Tally(), time.monotonic() + seconds
    clients = [Client(url) for _ in range(readers)]
    await asyncio.gather(
        *(visit(client, tally, Random(seed * 1000 + at), until, pause) for at, client in enumerate(clients))
    )
    await asyncio.gather(*(client.close() for client in clients))
    return tally


async def warm(url: str) -> None:
    """One reader through every page, twice, so that what the server keeps for all is there."""
    client = Client(url)
    for page in PAGES * 2:
        await client.ask(page)
    await client.close()


async def held_by(url: str, server: psutil.Process, readers: int) -> float:
    """Megabytes that the server holds more per reader, with so many who have each opened every page."""
    await warm(url)
    before = memory(server)
    clients = [Client(url) for _ in range(readers)]
    for client in clients:
        for page in PAGES:
            await client.ask(page)
    held = memory(server) - before
    await asyncio.gather(*(client.close() for client in clients))
    return held / readers


async def growth(url: str, server: psutil.Process, reruns: int) -> float:
    """Megabytes that one reader's reruns leave behind, once everything asked was asked before, and often enough.

    In the first few hundred reruns what is kept for all readers, and the room between it, still finds its size.
    """
    asked = [f"{page}?{urlencode(query)}" for page in PAGES for query in ({}, *rounds())]
    client = Client(url)
    for at in range(max(2 * len(asked), reruns // 2)):
        await client.ask(asked[at % len(asked)])
    before = memory(server)
    for at in range(reruns):
        await client.ask(asked[at % len(asked)])
    left = memory(server) - before
    await client.close()
    return left


def rounds() -> Iterator[dict[str, str]]:
    """The same few changes of a filter, over and over."""
    dice = Random(7)
    yield from (changed(dice) for _ in range(5))


def memory(server: psutil.Process) -> float:
    """Megabytes that the process holds in memory by itself."""
    return float(server.memory_full_info().uss) / MEGA


def server_of(url: str, mine: Sequence[psutil.Process] | None = None) -> psutil.Process:
    """The server's process: the child of ours that listens on the port of the address."""
    port = urlsplit(url).port
    children = psutil.Process().children(recursive=True) if mine is None else mine
    return next(one for one in children if any(at.laddr.port == port for at in one.net_connections("inet")))
