"""One contribution in focus: its card, and the sums that it shares with other rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.corrected import mended
from dashboard.exhibits.ways import ways
from dashboard.figures.theme import Theme
from dashboard.parts.offers import Shared, offer_card
from dashboard.queries import cards
from dashboard.queries import contributions as asks
from dashboard.queries.sources import sources
from dashboard.readings.prose import items as listed_items
from dashboard.readings.prose import short_date, text
from dashboard.readings.wording import lowered
from dashboard.selection import Selection

Row = Mapping[str, Any]


def card(db: Database, selection: Selection, catalogue: Catalogue, pledge_id: str) -> Callable[[Theme], str] | None:
    """What was announced, on whose word, of which money, what is doubted; None where the row is a position."""
    rows = asks.some(db, [pledge_id]).rows
    if not rows:
        return None
    row, sums = rows[0], asks.same_money(db).rows
    near = [one for found in sums for one in listed_items(found["pledge_ids"]) if pledge_id in found["pledge_ids"]]
    shared = shared_sums(sums, asks.some(db, near).rows if near else [])
    doubts, found = cards.doubts(db, "pledges", pledge_id).frame, sources(db, listed_items(row["source_ids"])).frame
    link, was = ways(selection, catalogue, ("pledge",)), mended(db, selection, catalogue, "pledge", pledge_id)
    return lambda theme: offer_card(row, theme, link, shared, doubts, found, was)


def shared_sums(sums: Sequence[Row], rows: Sequence[Row]) -> Shared:
    """Pledge → the sums that it shares, each with the other rows that name it in words."""
    found = {row["pledge_id"]: row for row in rows}
    shared: dict[str, list[tuple[str, list[tuple[str, str]]]]] = {}
    for row in sums:
        named = [one for one in listed_items(row["pledge_ids"]) if one in found]
        for pledge in named:
            others = [(other, row_words(found[other])) for other in named if other != pledge]
            shared.setdefault(pledge, []).append((text(row["label"]), others))
    return shared


def row_words(row: Row) -> str:
    """A contribution in a few words: ``weapons, 24 Aug 2025``."""
    return f"{lowered(text(row['kind_label']))}, {short_date(row['announced_on'])}"
