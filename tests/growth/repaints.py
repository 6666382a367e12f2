"""How long a reader of a world waits after changing a filter, in a browser, until the last of it is painted."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.queries.catalogue import catalogue as catalogue_of
from tests.bench.acts import acts, address
from tests.bench.reader import Reader, browser
from tests.e2e.visits import served

UNTOUCHED = ("data",)  # pages without filters
WARM_UP, CHANGES = 3, 9


def repaints(database: Path, folder: Path) -> dict[str, float]:
    """Milliseconds from a change to its last repaint, the median of several, by view."""
    catalogue = catalogue_of(Database(database))
    with served(database, folder / "output.txt") as url, browser() as opened:
        return {f"{page}/{shape}": waited(opened, url, page, shape, catalogue) for page, shape in views()}


def views() -> Iterator[tuple[str, str]]:
    """Every page that has filters, in each of its shapes."""
    return ((page, shape) for page, shapes in SHAPES.items() if page not in UNTOUCHED for shape in shapes)


def waited(opened: Browser, url: str, page: str, shape: str, catalogue: Catalogue) -> float:
    """The median of one view, of the changes that it answered."""
    reader = Reader(opened)
    reader.open(url + address(page, shape, catalogue))
    told = [reader.change(act) for act in islice(acts(page, shape, catalogue), WARM_UP + CHANGES)]
    reader.close()
    return median(change.painted for change in told[WARM_UP:] if change)
