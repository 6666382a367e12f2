"""The front page as an exhibit: where things stand, what changed last, how much was collected."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from html import escape
from urllib.parse import urlencode

from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import WIDTH, Draw, Exhibit
from dashboard.exhibits.pledges import on_day
from dashboard.figures.atlas import europe_shape
from dashboard.figures.overview import density, status_bar
from dashboard.figures.theme import Theme
from dashboard.parts.collected import by_month
from dashboard.parts.key import map_key
from dashboard.parts.moves import moves
from dashboard.parts.talk import talk
from dashboard.queries import overview as asks
from dashboard.readings.overview import later_changes, reading_density
from dashboard.readings.wording import Row, on_what
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection

BAR, MAP = 640, 330
MAP_WIDTH = round(MAP / europe_shape(True))
CHANGED = "What changed last"
BAR_SAID = "One bar: how many states hold which position."
LOUDEST = "The loudest conversation of the last 90 days"


def overview(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Positions of the as-of day on a small map and a bar; the ten latest moves; the months of the collection."""
    standing = on_day(db, selection, catalogue)
    latest, months = asks.latest_moves(db, selection, catalogue), asks.months(db)
    loudest = asks.loudest(db, selection, catalogue)
    kind = selection.kind_shown(catalogue)
    later = later_changes(asks.later_changes(db, selection, catalogue), selection.day(catalogue), asks.LISTED)
    link = ledger_link(selection, catalogue)
    collected = reading_density(months.frame, catalogue.dense_from, catalogue.dense_until)
    positions = standing.table
    met = {*positions["status"], *latest.frame["old_status"], *latest.frame["new_status"]}
    return replace(
        standing,
        subject="overview",
        title=f"Where things stand on {on_what(kind, catalogue.label('position_kind', kind))}",
        asked=(*standing.asked, latest, loudest, months),
        draw=small(standing.draw) if standing.draw else None,
        slide=standing.slide,
        key_html=lambda theme: map_key(theme, records(positions), met, kind),
        aside_html=lambda theme: "".join(
            (
                f"<h2>{CHANGED}</h2>",
                moves(latest.frame, theme, link),
                later_link(later, selection, catalogue),
                talk(loudest.frame, theme, LOUDEST, talk_link),
            )
        ),
        more={
            "bar": lambda theme, width=WIDTH: status_bar(positions, theme, kind, min(width, BAR)),
            "density": lambda theme, width=WIDTH: density(months.frame, theme, width),
        },
        more_said={"bar": f"{BAR_SAID} {standing.reading}", "density": collected},
        more_html=lambda theme: by_month(months.rows, theme),
        notes=(*standing.notes, collected),
        height=MAP,
    )


def small(draw: Draw) -> Draw:
    """The map as high as the front page has room for, with its column for the countries beyond the frame.

    Narrower than such a map is wide, it is drawn as for a phone.
    """

    def drawn(theme: Theme, width: int = WIDTH) -> Figure:
        made = draw(theme, WIDTH if width >= MAP_WIDTH else width)
        made._layout["meta"] = {}
        return made

    return drawn


def later_link(later: str, selection: Selection, catalogue: Catalogue) -> str:
    """What came after the as-of day, leading to this page as of the last day covered."""
    if selection.day(catalogue) == catalogue.covered_until:
        return f'<p class="g-note">{escape(later)}</p>'
    asked = replace(selection, asof=catalogue.covered_until, focus=None).to_query(catalogue)
    return f'<p class="g-note"><a href="?{escape(urlencode(asked, doseq=True))}">{escape(later)}</a></p>'


def talk_link(kind: str, one: str) -> str:
    """The address of a speaker, or of a conversation with the statement that opened it."""
    return f"speaker?s={one}" if kind == "speaker" else f"statements?focus={one}"


def ledger_link(selection: Selection, catalogue: Catalogue) -> Callable[[Row], str]:
    """The address of the ledger on which a move is drawn, with the move in focus."""

    def link(row: Row) -> str:
        opened = Selection("pledges", kind=row["kind"], phase=row["phase"], shape="ledger", focus=row["pledge_id"])
        shown = replace(opened, asof=selection.asof)
        return f"pledges?{urlencode(shown.to_query(catalogue), doseq=True)}"

    return link


def month_of(first_day: str, catalogue: Catalogue) -> tuple[dt.date, dt.date]:
    """First and last day of a month that the data covers."""
    first = dt.date.fromisoformat(first_day)
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    return max(first, catalogue.covered_from), min(last, catalogue.covered_until)
