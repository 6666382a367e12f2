"""Pictures and endings as `make bench` measures them: how long a reader waits, alone and while others ask as well."""

import datetime as dt
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from urllib.request import urlopen

from playwright.sync_api import Browser
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.catalogue import Catalogue
from dashboard.database import Database, location
from dashboard.endings.registry import ENDINGS
from dashboard.routes import routes
from tests.bench.budgets import Measured
from tests.bench.report import percentile

FIRST, NEXT, ENDING, PAGE = 3000, 1500, 100, 1500
LATER, AT_ONCE, COLD = 5, 10, 12
ASKED = (
    "overview?",
    "timeline?",
    "pledges?shape=map",
    "pledges?shape=ledger",
    "pledges?shape=compare",
    "network?",
    "statements?",
    "country?c=FRA",
    "speaker?s=vladimir-putin",
    "event?e=2025-09-04-paris-coalition-summit",
)


def fetched(address: str) -> float:
    """Milliseconds from the request to the last byte of the answer."""
    began = time.perf_counter()
    with urlopen(address, timeout=120) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def days(catalogue: Catalogue) -> Iterator[str]:
    """Keys of an address that nobody asked for yet: the same view up to one day after another."""
    for number in count(1):
        day = catalogue.dense_until - dt.timedelta(number)
        yield f"asof={day}&until={day}"


def pictures(_opened: Browser, url: str, catalogue: Catalogue) -> list[Measured]:
    """The first picture of a server, the next ones, ten at once, and what a page takes meanwhile."""
    asked = map(f"{url}/picture/pledges.png?".__add__, days(catalogue))
    first = fetched(next(asked))
    later = [fetched(next(asked)) for _ in range(LATER)]
    pages = map(f"{url}/view/pledges?shape=ledger&".__add__, days(catalogue))
    alone = [fetched(next(pages)) for _ in range(LATER)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        taken = [pool.submit(fetched, next(asked)) for _ in range(AT_ONCE)]
        meanwhile = list(until(lambda: all(one.done() for one in taken), pages))
    return [
        Measured("picture: the first, ms", round(first), FIRST),
        Measured("picture: the next ones, ms, longest", round(max(later)), NEXT),
        Measured(f"picture: {AT_ONCE} at once, ms, the last", round(max(one.result() for one in taken))),
        Measured("a page alone, ms, p50", percentile(alone, 0.5)),
        Measured(f"a page while {AT_ONCE} pictures are taken, ms, p50", percentile(meanwhile, 0.5)),
        Measured(f"a page while {AT_ONCE} pictures are taken, ms, longest", percentile(meanwhile, 1.0), PAGE),
    ]


def until(is_over: Callable[[], bool], pages: Iterator[str]) -> Iterator[float]:
    """Pages opened one after the other, at least one."""
    yield fetched(next(pages))
    while not is_over():
        yield fetched(next(pages))


def endings(_opened: Browser, _url: str, catalogue: Catalogue) -> list[Measured]:
    """Each ending of a sample of views under addresses that nobody asked for yet: ms of a processor for an answer.

    Answered in this process, whose time on all processors is counted: other programs don't change that.
    """
    client = TestClient(Starlette(routes=routes(Database(location()))), base_url="http://127.0.0.1")
    found, left = [], {asked: days(catalogue) for asked in ASKED}
    for name in ENDINGS:
        taken = []
        for asked in ASKED:
            page, _, query = asked.partition("?")
            if name == "plotly.json" and page == "statements":
                continue  # has no figure
            addresses = map(f"/api/{page}.{name}?{query}&".__add__, left[asked])
            spent(client, next(addresses))
            taken += [spent(client, next(addresses)) for _ in range(COLD)]
        found.append(Measured(f"{name} of a view, ms of a processor, p50", percentile(taken, 0.5)))
        found.append(Measured(f"{name} of a view, ms of a processor, p95", percentile(taken, 0.95), ENDING))
    return found


def spent(client: TestClient, address: str) -> float:
    """Milliseconds of a processor for an answer."""
    began = time.process_time()
    answer = client.get(address)
    done = time.process_time()
    answer.raise_for_status()
    return (done - began) * 1000
