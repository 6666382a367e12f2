"""`make growth`: the app on 1, 10 and 100 times some thousand statements; build, pages and memory beside budgets."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from tests.bench.budgets import Measured, lines
from tests.e2e.visits import ROOT
from tests.growth.payload import Cost
from tests.growth.repaints import repaints
from tests.growth.sizes import built, looked_at, per_reader

T = TypeVar("T")
OUT = ROOT / "data" / "build" / "growth.json"
FLAT, TWICE, USABLE, PER_READER = 1.5, 2.0, 1000.0, 5.0
PER_ROW = 4 / 1000  # megabytes that a build may take for each row, beside what the smallest takes
HUGE = 1000


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.growth", description=__doc__)
    parser.add_argument("times", nargs="*", type=int, default=[1, 10, 100], help="sizes, the smallest first")
    parser.add_argument("--folder", type=Path, help="keep the worlds in this folder, and use those that lie there")
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON goes")
    return parser.parse_args(given)


def alone(work: Callable[..., T], *given: Any) -> T:
    """What the work gives, done in a process of its own, whose memory is only the work's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *given).result()


def measure(folder: Path, times: int) -> dict[str, Any]:
    """One size."""
    folder.mkdir(parents=True, exist_ok=True)
    known, database = folder / "built.json", folder / "world.duckdb"
    if not (known.exists() and database.exists()):
        known.write_text(json.dumps(alone(built, folder, times)), encoding="utf-8")
    made = json.loads(known.read_text(encoding="utf-8"))
    pages, held = alone(looked_at, database)
    sys.stderr.write(f"{times} times: {made['rows']:,} rows\n")
    waits, reader = alone(repaints, database, folder), per_reader(database, folder)
    return {"times": times, "built": made, "pages": pages, "resident": held, "waits": waits, "reader": reader}


def told(found: Mapping[str, Any], first: Mapping[str, Any]) -> list[Measured]:
    """One size beside the smallest, with what is allowed."""
    made, was, times = found["built"], first["built"], found["times"]
    name = f"{times}×"
    per_row = (made["check"] + made["build"]) / made["rows"]
    was_per_row = (was["check"] + was["build"]) / was["rows"]
    rates = [
        Measured(f"{name} rows", made["rows"]),
        Measured(f"{name} rows checked and built per second of the processor", round(1 / per_row)),
        Measured(f"{name} build: seconds per row, of the smallest's", round(per_row / was_per_row, 2), 1.5),
        Measured(f"{name} build: memory, MB", round(made["peak"]), round(was["peak"] + PER_ROW * made["rows"])),
        Measured(f"{name} all pages: memory of the process, MB", round(found["resident"])),
        Measured(f"{name} memory per reader, MB", round(found["reader"], 2), PER_READER),
    ]
    before = {one.view: one for one in first["pages"]}
    pages = [one for page in found["pages"] for one in of_page(name, page, before[page.view])]
    return rates + pages + [waited(name, view, found, first) for view in found["waits"]]


def of_page(name: str, page: Cost, before: Cost) -> list[Measured]:
    """A view's weight, and the server's part of a change."""
    return [
        Measured(f"{name} {page.view}: kB", round(page.size / 1000, 1), round(FLAT * before.size / 1000, 1)),
        Measured(f"{name} {page.view}: a change, seconds of the processor", round(page.seconds, 3)),
    ]


def waited(name: str, view: str, found: Mapping[str, Any], first: Mapping[str, Any]) -> Measured:
    """How long a reader waits after a change, beside how long with the fewest rows."""
    slowest = USABLE if found["times"] >= HUGE else TWICE * first["waits"][view]
    return Measured(f"{name} {view}: from a change to its last repaint, ms", found["waits"][view], round(slowest, 1))


def main(given: Sequence[str]) -> int:
    """Measure the sizes asked for, print and write what was found; 1 where something is over its budget."""
    asked = arguments(given)
    with tempfile.TemporaryDirectory() as spare:
        folder = (asked.folder or Path(spare)).resolve()
        assert not folder.is_relative_to(ROOT / "data"), "invented rows never lie among the data"
        found = [measure(folder / f"times{times}", times) for times in asked.times]
    rows = [one for size in found for one in told(size, found[0])]
    load = os.getloadavg()[0]
    sys.stdout.write("\n".join(lines(rows)) + f"\n\nLoad average {load:.1f}.\n")
    sizes = [size | {"pages": [asdict(page) for page in size["pages"]]} for size in found]
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    told_all = {"load": load, "measured": [one.as_dict() for one in rows], "sizes": sizes}
    asked.out.write_text(json.dumps(told_all, indent=1) + "\n", encoding="utf-8")
    return int(any(one.is_over for one in rows))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
