"""`make load`: fifty readers and a few browsers click through the app for two minutes, beside budgets."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

import psutil

from dashboard.database import location
from tests.apart import run
from tests.bench.budgets import Measured, lines
from tests.e2e.visits import ROOT, served
from tests.load.browsers import Browsed, browse
from tests.load.crowd import Tally, crowd, growth, held_by, memory, server_of, warm

OUT = ROOT / "data" / "build" / "load.json"


def arguments(given: Sequence[str]) -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], "crowd", "memory", "reruns"], help="all if none is named")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--browsers", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--pause", type=float, default=4, help="seconds from one act of a reader to the next")
    parser.add_argument("--reruns", type=int, default=1000)
    parser.add_argument("--out", type=Path, default=OUT, help="where the JSON goes")
    return parser.parse_args(given)


@contextmanager
def server() -> Iterator[tuple[str, psutil.Process, Path]]:
    """The app on the database that lies there: its address, its process, its log."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "output.txt"
        with served(location(), log) as url:
            yield url, server_of(url), log


def of_crowd(asked: argparse.Namespace) -> list[Measured]:
    """Readers and browsers at once: faults, waiting, traces in the server's log.

    Browsers are led from another process: beside them in one, who measures the readers would be late.
    """
    with server() as (url, process, log), ProcessPoolExecutor(1, get_context("spawn")) as pool:
        run(warm(url))
        process.cpu_percent()
        watched = pool.submit(browse, url, asked.browsers, asked.seconds, asked.pause)
        tally: Tally = run(crowd(url, asked.readers, asked.seconds, asked.pause))
        busy, browsed, held = process.cpu_percent(), watched.result(), memory(process)
        traces = log.read_text(encoding="utf-8").count("Traceback")
    for fault in [*tally.faults, *browsed.faults]:
        sys.stderr.write(f"{fault}\n")
    return told(tally, browsed, traces, busy, held)


def told(tally: Tally, browsed: Browsed, traces: int, busy: float, held: float) -> list[Measured]:
    """What a crowd met, with what is allowed."""
    return [
        Measured("pages asked for by readers", len(tally.seen)),
        Measured("pages opened in browsers", browsed.pages),
        Measured("faults that they met", len(tally.faults) + len(browsed.faults), 0),
        Measured("tracebacks in the log", traces, 0),
        Measured("rerun p50, s", round(tally.percentile(0.5), 3)),
        Measured("rerun p95, s", round(tally.percentile(0.95), 3), 0.5),
        Measured("rerun, the longest, s", round(tally.percentile(1), 3)),
        Measured("server's cores busy, %", round(busy)),
        Measured("server's memory at the end, MB", round(held)),
    ]


def of_memory(asked: argparse.Namespace) -> list[Measured]:
    """What a reader costs who has opened every page."""
    with server() as (url, process, _):
        return [Measured("memory per reader, MB", round(run(held_by(url, process, min(asked.readers, 20))), 2), 5)]


def of_reruns(asked: argparse.Namespace) -> list[Measured]:
    """What a reader's reruns leave behind."""
    with server() as (url, process, _):
        left = run(growth(url, process, asked.reruns))
    return [Measured(f"left by {asked.reruns:,} reruns of one reader, MB", round(left, 1), 10)]


PARTS = {"crowd": of_crowd, "memory": of_memory, "reruns": of_reruns}


def main(given: Sequence[str]) -> int:
    """Measure what was asked for, print it, write it; 1 where something is over its budget."""
    asked = arguments(given)
    before = os.getloadavg()[0]
    found = [one for name, part in PARTS.items() if not asked.parts or name in asked.parts for one in part(asked)]
    about = {"cores": os.cpu_count(), "load_before": before, "load_after": os.getloadavg()[0]}
    sys.stdout.write(
        "\n".join(lines(found)) + f"\n\nLoad average before {before:.1f}, after {os.getloadavg()[0]:.1f}.\n"
    )
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    told = {**about, "measured": [one.as_dict() for one in found]}
    asked.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return int(any(one.is_over for one in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
