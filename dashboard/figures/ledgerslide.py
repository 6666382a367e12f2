"""Which strips a ledger of a given height has room for: those that moved most; the others are told in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from dashboard.figures.labels import text_width
from dashboard.figures.ledgerrows import Order, heads, moves
from dashboard.figures.strips import Row
from dashboard.figures.theme import Theme
from dashboard.readings.prose import listed, text
from dashboard.readings.wording import in_strip, is_counted

# Type of 11 pixels needs so much from one strip to the next; a heading as much as one and a half.
LOW = 11.9
_HEAD = 1.45
_SIZE, _LINE, _MOST_LINES = 11.2, 14.6, 3


@dataclass(frozen=True)
class Kept:
    """The strips drawn, in their order and under which headings, and in words those that aren't drawn."""

    strips: tuple[str, ...]
    order: Order
    left_out: str


def kept_within(rows: Mapping[str, list[Row]], order: Order, theme: Theme, room: float, width: int) -> Kept:
    """All strips with headings where `room` pixels suffice, all without, or those that moved most without."""
    if _high(rows, order, theme) <= room:
        return Kept(tuple(rows), order, "")
    bare = order if order.panels else replace(order, sort="name" if order.sort == "position" else order.sort)
    if _high(rows, bare, theme) <= room:
        return Kept(tuple(rows), bare, "")
    spoken = text_width(told([strip[-1] for strip in rows.values()]), _SIZE) / width * (1 - room / LOW / len(rows))
    is_brief = spoken > _MOST_LINES
    left = room - _LINE * (2 if is_brief else ceil(spoken + 0.5))
    ranked = sorted(rows, key=lambda strip: (-moves(rows[strip], order.since), -_last_said(rows[strip])))
    chosen = set(ranked[:1])
    for most in range(min(len(rows), int(left / LOW)), 1, -1):
        found = set(ranked[:most])
        if _high({strip: own for strip, own in rows.items() if strip in found}, bare, theme) <= left:
            chosen = found
            break
    return Kept(
        tuple(strip for strip in rows if strip in chosen),
        bare,
        told([rows[strip][-1] for strip in rows if strip not in chosen], is_brief),
    )


def _high(rows: Mapping[str, list[Row]], order: Order, theme: Theme) -> float:
    """How high strips and their headings are at their lowest, in pixels."""
    named = sum(len(found) for found in heads(dict(rows), order, theme).values())
    return (len(rows) + named * _HEAD) * LOW


def _last_said(periods: Sequence[Row]) -> int:
    """The day of the last move, as a number."""
    return int(periods[-1]["starts_on"].toordinal())


def told(ends: Sequence[Row], is_brief: bool = False) -> str:
    """``And 3 more, which moved less or earlier. Declined: Poland and Romania; not counted: India.``

    In brief how many of each: ``And 3 more, which moved less or earlier: 2 declined and 1 not counted.``
    """
    groups: dict[str, list[str]] = {}
    for row in ends:
        words = in_strip(row["status"], text(row["kind"])) if is_counted(row) else "not counted"
        groups.setdefault(words, []).append(text(row["pledger"]))
    start = f"And {len(ends)} more, which moved less or earlier"
    if is_brief:
        return f"{start}: {listed(f'{len(names)} {words}' for words, names in groups.items())}."
    said = "; ".join(f"{words}: {listed(names)}" for words, names in groups.items())
    return f"{start}. {said[:1].upper()}{said[1:]}." if ends else ""


def without(periods: Sequence[Row], kept: Kept) -> list[dict[str, Any]]:
    """The periods of the strips that are drawn."""
    return [row for row in periods if row["strip"] in set(kept.strips)]
