"""What `make bench` measures beside the views: the ETL, the queries, playing, and a change with a table open."""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database, location
from etl.build import build
from etl.check import check
from tests.bench.acts import acts, address
from tests.bench.budgets import Measured
from tests.bench.reader import Reader
from tests.bench.report import percentile
from tests.bench.serving import endings, pictures
from tests.e2e.visits import READY, ROOT
from tests.growth.payload import DAYS, changed, shown, views

PLAYED = ("pledges/map", "network/network")
FASTEST, LATE, OPEN_TABLE = "4", 100, 400
WARM_UP, PATIENCE = 2, 120_000


def etl(*_given: object) -> list[Measured]:
    """The real tables checked and built: rows per second."""
    began = time.perf_counter()
    checked = check(ROOT / "data")
    read = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        build(checked, Path(folder) / "bench.duckdb")
    done = time.perf_counter()
    rows = sum(len(table.rows) for table in checked.tables.values())
    return [
        Measured("ETL: rows", rows),
        Measured("ETL: rows checked per second", round(rows / (read - began))),
        Measured("ETL: rows checked and built per second", round(rows / (done - began))),
    ]


class Timed(Database):
    """A database that notes how long each question took, those answered from memory as well."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.spent: list[float] = []

    def ask(self, sql: str, **parameters: Any) -> Asked:
        """The same answer, and the milliseconds noted."""
        began = time.perf_counter()
        asked = super().ask(sql, **parameters)
        self.spent.append((time.perf_counter() - began) * 1000)
        return asked


def queries(_opened: Browser, _url: str, catalogue: Catalogue) -> list[Measured]:
    """For each exhibit the milliseconds of its questions when a filter changes, and of the longest of them."""
    db, found = Timed(location()), []
    for name, page, query in views():
        sums, longest = [], 0.0
        shown(db, catalogue, page, query)
        for day in DAYS:
            db.spent.clear()
            shown(db, catalogue, page, changed(page, query, day))
            sums.append(sum(db.spent))
            longest = max([longest, *db.spent])
        told = f"queries of {name}, ms (longest {longest:.1f}, {len(db.spent)} questions)"
        found.append(Measured(told, round(statistics.median(sums), 1)))
    return found


def play(opened: Browser, url: str, catalogue: Catalogue) -> list[Measured]:
    """How far from its time each day of a film is on screen, at the fastest pace; what the server heard meanwhile."""
    return [one for view in PLAYED for one in played(opened, url, view, catalogue)]


def played(opened: Browser, url: str, view: str, catalogue: Catalogue) -> list[Measured]:
    """One film from its first day to its last."""
    sent = list[int]()
    reader = Reader(opened)
    page = reader.page
    page.emulate_media(reduced_motion="no-preference")
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(len(frame))))
    name, shape = view.split("/")
    reader.open(url + address(name, shape, catalogue))
    control = page.locator(".g-play")
    control.get_by_role("button", name=FASTEST, exact=True).click()
    control.get_by_role("slider").fill("0")
    page.wait_for_load_state("networkidle")
    expect(page.locator(READY)).to_be_visible()
    before = len(sent)
    control.get_by_role("button", name="Play", exact=True).click()
    expect(control.get_by_role("button", name="Pause", exact=True)).to_be_visible()
    expect(control.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=PATIENCE)
    late: list[float] = [abs(ms) for ms in control.evaluate("node => node.control.late")]
    messages = len(sent) - before - 1  # the last one says on which day the reader came to rest
    reader.close()
    return [
        Measured(f"playing {view}: days on screen", len(late)),
        Measured(f"playing {view}: ms from its time, p50", percentile(late, 0.5)),
        Measured(f"playing {view}: ms from its time, p95", percentile(late, 0.95)),
        Measured(f"playing {view}: ms from its time, the day farthest from it", percentile(late, 1), LATE),
        Measured(f"playing {view}: messages to the server", max(messages, 0), 0),
    ]


def tables(opened: Browser, url: str, catalogue: Catalogue, changes: int = 12) -> list[Measured]:
    """A filter changed while the rows stand in the place of the chart: ms to the last repaint."""
    found = []
    for page, shape in ((page, shape) for page, shapes in SHAPES.items() if page != "data" for shape in shapes):
        view = f"{page}/{shape}"
        reader = Reader(opened)
        reader.open(f"{url}{address(page, shape, catalogue)}&as=table")
        taken = [reader.change(act) for act in islice(acts(page, shape, catalogue), WARM_UP + changes)]
        times = [one.painted for one in taken[WARM_UP:] if one]
        reader.close()
        found.append(Measured(f"change of {view} with its table open, ms, p50", percentile(times, 0.5), OPEN_TABLE))
        found.append(Measured(f"change of {view} with its table open, ms, p95", percentile(times, 0.95)))
        sys.stderr.write(f"{view} as a table: {len(times)} changes\n")
    return found


PARTS: dict[str, Callable[[Browser, str, Catalogue], Sequence[Measured]]] = {
    "etl": etl,
    "queries": queries,
    "play": play,
    "tables": tables,
    "pictures": pictures,
    "endings": endings,
}
