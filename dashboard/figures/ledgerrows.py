"""The rows of the ledger: in which order strips stand, and under which headings."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dashboard.figures.strips import Row, by_pledger, place_of
from dashboard.figures.theme import Theme
from dashboard.readings.prose import as_day, text
from dashboard.readings.wording import heading, is_counted

OTHERS = "Others"


@dataclass(frozen=True)
class Order:
    """How strips are put in order: by position, name, last change or number of changes since a day.

    ``members`` of the group called ``group`` stand first; ``panels`` is the heading of each kind where there are
    several, in their order.
    """

    sort: str = "position"
    since: Any = None
    group: str = ""
    members: Collection[str] = ()
    panels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Head:
    """A heading above some strips: its words, how many strips stand under it, its colour, whether it opens a panel."""

    words: str
    count: int
    colour: str
    is_panel: bool = False


def arranged(periods: Sequence[Row], order: Order) -> list[Row]:
    """Periods (``figures.strips``, of one kind or several) in that order, with a strip for each kind of a pledger."""
    named = [row | {"strip": f"{row['kind']}:{row['pledger_id']}"} for row in periods]
    rows = by_pledger(named)
    kinds = [kind for kind, _ in order.panels]
    places = {
        strip: (_panel(own[-1], kinds), order.group != "" and own[-1]["pledger_id"] not in order.members)
        + _sort_key(own, order)
        for strip, own in rows.items()
    }
    return [row for strip in sorted(rows, key=places.__getitem__) for row in rows[strip]]


def _panel(row: Row, kinds: list[str]) -> int:
    return kinds.index(row["kind"]) if row["kind"] in kinds else 0


def _sort_key(periods: list[Row], order: Order) -> tuple[Any, ...]:
    last = periods[-1]
    return {
        "name": (),
        "last": (-last["starts_on"].toordinal(),),
        "changes": (-moves(periods, order.since),),
    }.get(order.sort, place_of(last)) + (str(last["pledger"]),)


def moves(periods: list[Row], since: Any = None) -> int:
    """How often a strip moved, from a day on: every counted period but the first."""
    start = as_day(since) or date.min
    counted = [row for row in periods if row["counted_as"] != "not_binding"]
    return sum(row["starts_on"] >= start for row in counted[1:])


def heads(rows: dict[str, list[Row]], order: Order, theme: Theme) -> dict[str, list[Head]]:
    """The headings above a strip, by the strip that they stand above."""
    ends = {strip: periods[-1] for strip, periods in rows.items()}
    signed = {text(row["instrument"]) for row in ends.values() if row["status"] == "signed"} - {""}
    found: dict[str, list[Head]] = {}
    for level in (_panel_head, _group_head, _status_head):
        named = [
            (strip, row["kind"] if order.panels else "", level(row, order, theme, signed))
            for strip, row in ends.items()
        ]
        shown = None
        for strip, panel, head in named:
            if head and (panel, head) != shown:
                alike = sum((panel, head) == other[1:] for other in named)
                found.setdefault(strip, []).append(replace(head, count=alike))
            shown = (panel, head)
    return found


def _panel_head(row: Row, order: Order, theme: Theme, _signed: set[str]) -> Head | None:
    words = dict(order.panels).get(row["kind"], "")
    return Head(words, 0, theme.ink, is_panel=True) if words else None


def _group_head(row: Row, order: Order, theme: Theme, _signed: set[str]) -> Head | None:
    if not order.group:
        return None
    is_member = row["pledger_id"] in order.members
    return Head(order.group if is_member else OTHERS, 0, theme.ink if is_member else theme.muted)


def _status_head(row: Row, order: Order, theme: Theme, signed: set[str]) -> Head | None:
    """Positions head their strips where these stand by position, and nothing else does."""
    if order.sort != "position" or order.panels or order.group:
        return None
    if not is_counted(row):
        return Head("Not counted", 0, theme.muted)
    return Head(heading(row["status"], row["kind"], signed), 0, theme.status_word[row["status"]])
