"""Every ending of a view by its name: what makes it, what it is, what it may be told besides the view's own keys."""

from collections.abc import Callable
from dataclasses import dataclass

from dashboard.endings.figure import as_plotly
from dashboard.endings.notebook import as_notebook
from dashboard.endings.parquet import as_parquet
from dashboard.endings.records import as_json
from dashboard.endings.references import SUFFIXES, TYPES, as_references
from dashboard.endings.script import as_sql
from dashboard.endings.shown import Shown
from dashboard.endings.workbook import as_xlsx
from dashboard.published.table import as_csv


@dataclass(frozen=True)
class Ending:
    """One ending: `make` gives None where the view has no such thing; `besides` names the ending's own keys.

    `is_saved` is true for what a browser saves rather than shows.
    """

    name: str
    title: str
    make: Callable[[Shown], bytes | None]
    media_type: str
    besides: tuple[str, ...] = ()
    is_saved: bool = True

    def type_of(self, shown: Shown) -> str:
        """The media type of the answer."""
        return TYPES[shown.style] if self.name == "cite" else self.media_type

    def suffix_of(self, shown: Shown) -> str:
        """What the file's name ends with."""
        return SUFFIXES[shown.style] if self.name == "cite" else self.name


def csv(shown: Shown) -> bytes:
    """The rows as CSV."""
    return as_csv(shown.exhibit.table).encode()


WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CITED, DRAWN = ("style", "accessed"), ("theme", "width")
ENDINGS = {
    ending.name: ending
    for ending in (
        Ending("csv", "The rows as text (UTF-8), for scripts", csv, "text/csv; charset=utf-8"),
        Ending("json", "The rows with what their columns mean", as_json, "application/json", is_saved=False),
        Ending("parquet", "The rows with their types", as_parquet, "application/vnd.apache.parquet"),
        Ending("xlsx", "The rows as a workbook, for spreadsheets", as_xlsx, WORKBOOK),
        Ending("sql", "What was asked of the database", as_sql, "application/sql; charset=utf-8"),
        Ending("cite", "A reference to the view or the row in focus", as_references, TYPES["apa"], CITED, False),
        Ending("ipynb", "A notebook that asks and draws it again", as_notebook, "application/x-ipynb+json"),
        Ending("plotly.json", "The figure itself", as_plotly, "application/json", DRAWN, False),
    )
}
