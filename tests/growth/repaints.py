"""How long a reader of a world waits after changing a filter, in a browser, until the last of it is painted."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page

from dashboard.address import SHAPES
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.queries.catalogue import catalogue as catalogue_of
from tests.bench.acts import Act, acts, address
from tests.bench.reader import Reader, browser
from tests.e2e.visits import served

UNTOUCHED = ("data",)  # pages without filters
WARM_UP, CHANGES = 3, 9
WORDS = (
    *("soldiers", "ceasefire", "soldiers ceasefire", "troops", "peace", "war", "guarant*", "ships", "ceasefire peace"),
    *("soldiers | peace", "troops ceasefire", "border"),
)


def repaints(database: Path, folder: Path) -> dict[str, float]:
    """Milliseconds from a change to its last repaint, the median of several, by view."""
    catalogue = catalogue_of(Database(database))
    with served(database, folder / "output.txt") as url, browser() as opened:
        filtered = {f"{page}/{shape}": waited(opened, url, page, shape, catalogue) for page, shape in views()}
        return filtered | {"statements/list, words": searched(opened, url)}


def views() -> Iterator[tuple[str, str]]:
    """Every page that has filters, in each of its shapes."""
    return ((page, shape) for page, shapes in SHAPES.items() if page not in UNTOUCHED for shape in shapes)


def searched(opened: Browser, url: str) -> float:
    """The median of searches, each for words that nobody has asked for yet."""
    reader = Reader(opened)
    reader.open(f"{url}/statements")
    told = [reader.change(for_words(words)) for words in WORDS]
    reader.close()
    return median(change.painted for change in told[WARM_UP:] if change)


def for_words(words: str) -> Act:
    """Words typed into the field, and taken over with Enter."""
    return Act(lambda page: field(page).fill(words), lambda page: page.keyboard.press("Enter"))


def field(page: Page) -> Locator:
    """Where words are searched."""
    return page.get_by_role("searchbox", name="Words")


def waited(opened: Browser, url: str, page: str, shape: str, catalogue: Catalogue) -> float:
    """The median of one view, of the changes that it answered."""
    reader = Reader(opened)
    reader.open(url + address(page, shape, catalogue))
    told = [reader.change(act) for act in islice(acts(page, shape, catalogue), WARM_UP + CHANGES)]
    reader.close()
    return median(change.painted for change in told[WARM_UP:] if change)
