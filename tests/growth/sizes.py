"""A world of one size: how it is built, what all its pages cost, what a reader of it costs."""

import resource
import time
from pathlib import Path

from etl.build import build
from etl.check import check
from etl.problem import errors
from tests.apart import run
from tests.e2e.visits import served
from tests.growth.payload import Cost, costs, resident
from tests.growth.world import grow
from tests.load.crowd import held_by, server_of

EVERYTHING = 1 << 40  # as `--max-size` would say it


def built(folder: Path, times: int) -> dict[str, float]:
    """A world made, checked and built: rows, seconds of the processor for each, the most memory that it took."""
    grow(folder / "data", times)
    began = time.process_time()
    checked = check(folder / "data", EVERYTHING)
    assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)[:9]))
    after = time.process_time()
    build(checked, folder / "world.duckdb")
    rows = sum(len(table.rows) for table in checked.tables.values())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"rows": rows, "check": after - began, "build": time.process_time() - after, "peak": peak}


def looked_at(database: Path) -> tuple[list[Cost], float]:
    """Every page of a world; megabytes of the process that made them all."""
    found = costs(database)
    return found, resident()


def per_reader(database: Path, folder: Path) -> float:
    """Megabytes of the server per reader who has opened every page."""
    with served(database, folder / "output.txt") as url:
        return run(held_by(url, server_of(url), 8))
