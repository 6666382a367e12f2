"""`make bench`: how fast views repaint and open, beside bare Plotly; and parts such as ETL and pictures."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Database, location
from dashboard.queries.catalogue import catalogue as catalogue_of
from tests.bench.acts import acts, address
from tests.bench.budgets import Measured, lines
from tests.bench.floor import EMPTY, Floor
from tests.bench.parts import PARTS
from tests.bench.reader import Reader, browser
from tests.bench.report import Result, over, table, write
from tests.e2e.conftest import served

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "data" / "build" / "bench.json"
WARM_UP, OPENINGS = 3, 3


def views() -> list[tuple[str, str]]:
    """Every page of the app in each of its shapes."""
    return [(page, shape) for page, shapes in SHAPES.items() for shape in shapes]


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    named = f"pages, page/shape such as pledges/ledger, or parts: views, {', '.join(PARTS)}; all if none is named"
    parser.add_argument("names", nargs="*", help=named)
    parser.add_argument("--changes", type=int, default=24, help="changes of a filter per view")
    parser.add_argument("--server", help="the address of an app that is served already")
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON goes")
    return parser.parse_args(given)


@contextmanager
def server(given: str | None) -> Iterator[str]:
    """The app to measure: the one that is served already, or our own on a free port."""
    if given:
        yield given.rstrip("/")
        return
    with tempfile.TemporaryDirectory() as folder, served(location(), Path(folder) / "output.txt") as url:
        yield url


def measure(opened: Browser, url: str, view: tuple[str, str], changes: int, catalogue: Catalogue) -> Result:
    """One view: opened cold and warm, its filters changed, its charts drawn on a bare page."""
    page, shape = view
    where = address(page, shape, catalogue)
    result = Result(f"{page}/{shape}")
    reader, floor = Reader(opened), Floor(opened, url)
    result.cold = reader.open(url + where)
    first = reader.chart()
    for _ in range(OPENINGS + 1):
        result.bare.append(floor.open(first or EMPTY))
        result.warm.append(reader.open(url + where))
    del result.bare[0], result.warm[0]  # each with a cold cache of what it compiles
    floor.close()
    floor = Floor(opened, url)
    for number, act in enumerate(islice(acts(page, shape, catalogue), WARM_UP + changes)):
        result.acts += 1
        change, chart = reader.change(act), reader.chart()
        drawn = floor.draw(chart) if chart else None
        if number >= WARM_UP and change:
            result.changes.append(change)
            result.floors += [drawn] if drawn is not None and change.drawing is not None else []
    reader.close()
    floor.close()
    return result


def chosen(names: Sequence[str]) -> tuple[list[tuple[str, str]], list[str]]:
    """The views and the parts that are asked for; raises SystemExit for a name that is neither."""
    every = views()
    known = {"views", *PARTS, *(page for page, _ in every), *map("/".join, every)}
    if strange := set(names) - known:
        raise SystemExit(f"No view and no part: {', '.join(sorted(strange))}")
    is_all = not names or "views" in names
    return (
        [view for view in every if is_all or {view[0], "/".join(view)} & set(names)],
        [part for part in PARTS if not names or part in names],
    )


def main(given: Sequence[str]) -> int:
    """Measure what is asked for, print the tables, write the JSON; 1 where something is over its budget."""
    asked = arguments(given)
    pages, parts = chosen(asked.names)
    catalogue = catalogue_of(Database())
    results, told = [], list[Measured]()
    began = os.getloadavg()[0]
    with server(asked.server) as url, browser() as opened:
        for view in pages:
            results.append(measure(opened, url, view, asked.changes, catalogue))
            sys.stderr.write(f"{results[-1].summary()}\n")
        for part in parts:
            told += PARTS[part](opened, url, catalogue)
    about = {"release": catalogue.release, "machine": platform.platform(), "cores": os.cpu_count()}
    load = {"load_before": began, "load_after": os.getloadavg()[0]}
    sys.stdout.write("\n\n".join([*([table(results)] if results else []), *(["\n".join(lines(told))] if told else [])]))
    write(results, about | load | {"parts": [one.as_dict() for one in told]}, asked.out)
    sys.stdout.write(f"\n\nLoad average {began:.1f} to {os.getloadavg()[0]:.1f}. Every measurement: {asked.out}\n")
    return int(is_over(results, told))


def is_over(results: Sequence[Result], told: Sequence[Measured]) -> bool:
    """Whether a view or a part is over a budget."""
    return any(over(one.summary()) for one in results) or any(one.is_over for one in told)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
