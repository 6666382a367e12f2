"""What a page of a world costs: time of the processor for its rows, figures and HTML, and how large these are."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import theme
from dashboard.queries.catalogue import catalogue as catalogue_of
from dashboard.queries.sources import sources
from dashboard.selection import Selection

Query = dict[str, list[str]]
# A profile with somebody in it, and a search.
MORE: dict[str, Query] = {
    "country": {"c": ["FRA"]},
    "speaker": {"s": ["alma-varenne"]},
    "event": {"e": ["2025-04-10-lakeside-conference"]},
    "statements": {"q": ["soldiers ceasefire"]},
}
DAYS = ("2026-03-01", "2026-01-15", "2025-11-20")
STANDS = ("overview", "country", "event", "pledges")
HTML = ("key_html", "aside_html", "body_html", "outside_html")


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor for a change of a filter; bytes of all figures, and of all HTML."""

    view: str
    seconds: float
    figures: int
    html: int

    @property
    def size(self) -> int:
        """Bytes of both."""
        return self.figures + self.html


def views() -> Iterator[tuple[str, str, Query]]:
    """Name, page and query of every page in every shape; profiles both as a list and with somebody in it."""
    for page, shapes in SHAPES.items():
        for shape in shapes:
            yield f"{page}/{shape}", page, {"shape": [shape]}
            if page in MORE:
                yield f"{page}/{shape}, {'&'.join(MORE[page])}", page, {"shape": [shape]} | MORE[page]


def shown(db: Database, catalogue: Catalogue, page: str, query: Query) -> Exhibit:
    """What a page shows at an address."""
    selection, _ = Selection.from_query(page, query, catalogue)
    return EXHIBITS[page](db, selection.canonical(catalogue), catalogue)


def weight(exhibit: Exhibit) -> tuple[int, int]:
    """Bytes of its figures as JSON, and of its HTML, in the light."""
    light = theme("light")
    draws = [*([exhibit.draw] if exhibit.draw else []), *exhibit.more.values()]
    figures = sum(len(draw(light).to_json()) for draw in draws)
    html = sum(len(getattr(exhibit, name)(light)) for name in HTML)
    return figures, html + len(exhibit.reading) + len(exhibit.sentence)


def changed(page: str, query: Query, day: str) -> Query:
    """The same with another day, which nobody has asked for yet."""
    is_day = page in STANDS and query["shape"] != ["ledger"]
    return query | {"asof" if is_day else "until": [day]}


def cost(db: Database, name: str, page: str, query: Query) -> Cost:
    """The dearest but one of several changes of a filter, on a page that was open already."""
    catalogue = catalogue_of(db)
    figures, html = weight(shown(db, catalogue, page, query))
    spent = []
    for day in DAYS:
        began = time.process_time()
        exhibit = shown(db, catalogue, page, changed(page, query, day))
        weight(exhibit)
        _ = sources(db, exhibit.source_ids).frame
        spent.append(time.process_time() - began)
    return Cost(name, sorted(spent)[len(spent) // 2], figures, html)


def costs(database: Path) -> list[Cost]:
    """Every view of a world."""
    db = Database(database)
    return [cost(db, *view) for view in views()]


def sizes(database: Path) -> dict[str, int]:
    """Bytes of every view of a world as it is first opened."""
    db = Database(database)
    return {name: sum(weight(shown(db, catalogue_of(db), page, query))) for name, page, query in views()}


def resident() -> float:
    """Megabytes of this process in memory."""
    return float(psutil.Process().memory_info().rss) / (1 << 20)
