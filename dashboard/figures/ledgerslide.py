"""Which strips a ledger of a given height has room for: those that moved most; the others are told in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from dashboard.figures.labels import text_width
from dashboard.figures.ledgerrows import Head, Order, heads, moves
from dashboard.figures.strips import Row
from dashboard.figures.theme import Theme
from dashboard.readings.prose import listed, text
from dashboard.readings.wording import in_strip, is_counted

# Type of 11 pixels needs so much from one strip to the next; a heading as much as one and a half.
LOW = 11.6
_HEAD = 1.45
_SIZE, _LINE, _MOST_LINES = 11.2, 14.6, 2
_CODE = 68  # what a code beside the words takes of a narrow slide
# A slide as wide as this has room for two columns.
TWO = 900

Rows = Mapping[str, list[Row]]
Heads = Mapping[str, list[Head]]


@dataclass(frozen=True)
class Kept:
    """The strips drawn, column by column and in order, the headings above some, and in words those not drawn."""

    columns: tuple[tuple[str, ...], ...]
    heads: Heads
    left_out: str = ""


def kept_within(rows: Rows, order: Order, theme: Theme, room: float, width: int, is_plain: bool = False) -> Kept:
    """All strips where `room` pixels suffice, in one column or in two, with headings or without; else some of them.

    Those are the ones that moved most. `width` is the slide's, on which two columns may have room; where it `is_plain`
    the others are counted alone.
    """
    bare = order if order.panels else replace(order, sort="name" if order.sort == "position" else order.sort)
    order = bare if len(rows) == 1 else order  # a strip alone says what it is
    named, plain = heads(dict(rows), order, theme), heads(dict(rows), bare, theme)
    most = 2 if width >= TWO else 1
    for count in range(1, most + 1):
        for headed in (named, plain):
            columns = divided(tuple(rows), headed, count, room)
            if max(_high(column, headed) for column in columns) <= room:
                return Kept(columns, continued(columns, headed))
    return _chosen(rows, bare, theme, room, width, most, is_plain)


def _chosen(rows: Rows, order: Order, theme: Theme, room: float, width: int, count: int, is_plain: bool) -> Kept:
    """Those that moved most, or last, as many as have room beside the words about the others."""
    across = width if count > 1 else width - _CODE
    ranked = sorted(rows, key=lambda strip: (-moves(rows[strip], order.since), -_last_said(rows[strip])))
    found = Kept((tuple(ranked[:1]),), {})
    for most in range(1, len(rows)):
        chosen = set(ranked[:most])
        rest = [rows[strip][-1] for strip in rows if strip not in chosen]
        words = told(rest, len(rows))
        if text_width(words, _SIZE) > _MOST_LINES * across:
            words = told(rest, len(rows), is_brief=True)
        words = words.partition(". ")[0] if is_plain else words
        own = uncounted(heads({strip: rows[strip] for strip in rows if strip in chosen}, order, theme))
        strips = tuple(strip for strip in rows if strip in chosen)
        columns = divided(strips, own, count)
        left = room - _LINE * ceil(text_width(words, _SIZE) / across)
        if max(_high(column, own) for column in columns) > left:
            break
        found = Kept(columns, continued(columns, own), words)
    return found


def uncounted(headed: Heads) -> Heads:
    """Headings without their numbers, where not all that they count is drawn."""
    return {strip: [replace(head, count=0) for head in found] for strip, found in headed.items()}


def divided(strips: Sequence[str], headed: Heads, count: int, room: float = 0) -> tuple[tuple[str, ...], ...]:
    """The strips as so many columns, one or two, as low as can be; above a heading where `room` allows that."""
    if count == 1 or len(strips) < count:
        return (tuple(strips),)
    high = {at: max(_high(strips[:at], headed), _high(strips[at:], headed)) for at in range(1, len(strips))}
    whole = [at for at in high if strips[at] in headed and high[at] <= room]
    at = min(whole or high, key=high.__getitem__)
    return tuple(strips[:at]), tuple(strips[at:])


def continued(columns: Sequence[Sequence[str]], headed: Heads) -> Heads:
    """The headings, and again above a column that begins below one: without the number, which stands with the first."""
    found = {strip: list(named) for strip, named in headed.items()}
    for before, column in pairwise(columns):
        last = next((headed[strip][-1:] for strip in reversed(before) if strip in headed), [])
        if last and column[0] not in headed:
            found[column[0]] = [replace(last[0], count=0, words=f"{last[0].words}, continued")]
    return found


def _high(strips: Sequence[str], headed: Heads) -> float:
    """How high strips and their headings are at their lowest, in pixels; a column's first is always counted one."""
    is_headed = any(headed.values())
    named = sum(len(headed.get(strip, ())) for strip in strips) + (is_headed and strips[0] not in headed)
    return (len(strips) + named * _HEAD) * LOW


def _last_said(periods: Sequence[Row]) -> int:
    """The day of the last move, as a number."""
    return int(periods[-1]["starts_on"].toordinal())


def told(ends: Sequence[Row], count: int, is_brief: bool = False) -> str:
    """``38 of 40 strips, those that moved most or last. Not drawn: Poland (declined); India (not counted).``

    In brief how many of each: ``… Not drawn: 1 declined and 1 not counted.``
    """
    groups: dict[str, list[str]] = {}
    for row in ends:
        words = in_strip(row["status"], text(row["kind"])) if is_counted(row) else "not counted"
        groups.setdefault(words, []).append(text(row["pledger"]))
    start = f"{count - len(ends)} of {count} strips, those that moved most or last. Not drawn"
    if is_brief:
        return f"{start}: {listed(f'{len(names)} {words}' for words, names in groups.items())}."
    said = "; ".join(f"{listed(names)} ({words})" for words, names in groups.items())
    return f"{start}: {said}." if ends else ""
