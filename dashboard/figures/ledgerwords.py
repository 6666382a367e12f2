"""Words of the ledger: in the strips as many as fit; and the tint of time in which coverage is thin."""

from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple

from dashboard.figures.canvas import Mark, folded, mark_of
from dashboard.figures.ledgerframes import edges as frame_edges
from dashboard.figures.ledgermarks import VEIL, Piece, pieces, shade
from dashboard.figures.ledgersheet import Sheet, is_visible
from dashboard.figures.ledgerspots import spots
from dashboard.figures.strips import Row, said_days
from dashboard.figures.theme import contrast, mix, readable
from dashboard.readings.prose import short_date
from dashboard.readings.wording import condition_words, in_strip, is_counted, why_not_counted

_LETTER_PX = 5.7
_LEGIBLE, _EASY = 3.5, 4.5  # contrast at which words may go on, at which they begin if they can
_LEAST_PX = 60
_UNCONDITIONAL = ("declined", "withdrawn")

Ground = tuple[date, date, str]


class Gap(NamedTuple):
    """A stretch between dots: its start, where its words begin, room in pixels, the conditions named then, those new
    there, ink, doubt."""

    at: date
    place: str
    room: float
    conditions: list[str]
    added: list[str]
    ink: str
    is_doubted: bool


def words(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """Status and conditions inside the strip, as many words as fit before the next dot; a question mark for doubt."""
    placed = [(row, *one) for row in periods for one in _wording(row, sheet)]
    return [
        mark_of(
            "scatter",
            name="words",
            mode="text",
            x=[at for _, at, *_ in placed],
            y=[sheet.places[row["strip"]] for row, *_ in placed],
            text=["\u2004\u2005" + said for *_, said, _ in placed],
            textposition="middle right",
            textfont={"size": sheet.theme.px(sheet.words), "color": [ink for *_, ink in placed]},
            hoverinfo="skip",
        )
    ]


def _wording(row: Row, sheet: Sheet) -> list[tuple[str, str, str]]:
    """The status once, in the first gap with room; the conditions there, and again wherever they changed.

    Where, words and their colour. A word in doubt has its question mark even where nothing else has room.
    """
    if not is_visible(row, sheet):
        return []
    gaps = _gaps(row, sheet)
    placed: dict[date, str] = {}
    for gap in gaps:
        choices = _news(row, gap.added) if placed else _choices(row, gap.conditions, _dated(row, sheet))
        room = gap.room - (2 * _LETTER_PX if gap.is_doubted else 0)
        if fitting := next((said for said in choices if len(said) * _LETTER_PX <= room), None):
            placed[gap.at] = fitting
    if not placed:
        placed = {gap.at: row["letter"] for gap in [gap for gap in gaps if gap.room >= _LETTER_PX][:1]}
    return [
        (gap.place, _marked(placed.get(gap.at, ""), gap.is_doubted), gap.ink)
        for gap in gaps
        if gap.at in placed or (gap.is_doubted and gap.room >= _LETTER_PX)
    ]


def _marked(said: str, is_doubted: bool) -> str:
    return " ".join(part for part in ("<b>?</b>" if is_doubted else "", folded(said, 200)) if part)


def _gaps(row: Row, sheet: Sheet) -> list[Gap]:
    """Stretches between dots, each as far as words in one colour can be read on it."""
    said = [(row["starts_on"], row["pledge_id"], row["conditions"])]
    for day, pledge_id, changed, conditions in row["restated"]:
        said.append((day, pledge_id, conditions if changed else said[-1][2]))
    stops = [*(day for day, *_ in said[1:]), row["ends_on"]]
    grounds = [(piece.starts_on, piece.ends_on, _ground(piece, sheet)) for piece in pieces(row, sheet)]
    edges, marked = frame_edges(row), spots([row], sheet)
    asides = [day for day, *_ in row["remarks"]]
    found: list[Gap] = []
    known: list[str] = []
    for (day, pledge_id, conditions), stop in zip(said, stops, strict=True):
        left = _easy(row, day, min(stop, sheet.until), grounds, sheet)
        ink, until = _legible(row, left, grounds, sheet)
        right = min(stop, sheet.until, until, *(aside for aside in asides if aside > left))
        added = [code for code in conditions if code not in known]
        known = conditions
        if left < right:
            is_doubted = bool(row["said_doubts"].get(pledge_id))
            place = marked.get(pledge_id, "") if left == day else ""
            found += _parts(
                Gap(left, place or left.isoformat(), 0, conditions, added, ink, is_doubted), right, edges, sheet
            )
    return found


def _parts(gap: Gap, right: date, edges: list[date], sheet: Sheet) -> list[Gap]:
    """A stretch up to a day, in parts between the edges of dashed frames; its doubt stands in the first with room."""
    cuts = [gap.at, *(edge for edge in edges if gap.at < edge < right), right]
    parts: list[Gap] = []
    for at, end in pairwise(cuts):
        is_open = gap.is_doubted and not any(part.is_doubted and part.room >= _LETTER_PX for part in parts)
        place = at.isoformat() if parts else gap.place
        room = sheet.pixels((end - at).days) - 16
        parts.append(gap._replace(at=at, place=place, room=room, added=[] if parts else gap.added, is_doubted=is_open))
    return parts


def _easy(row: Row, said: date, stop: date, grounds: list[Ground], sheet: Sheet) -> date:
    """The day on which words begin; of what was said before the window, on the first shade that has room for them."""
    if said >= sheet.since:
        return said
    for start, end, ground in grounds:
        at = max(start, sheet.since)
        _, until = _legible(row, at, grounds, sheet)
        has_room = end > at and sheet.pixels((min(stop, until) - at).days) >= _LEAST_PX
        if has_room and (not is_counted(row) or contrast(readable(ground), ground) >= _EASY):
            return at
    return sheet.since


def _legible(row: Row, at: date, grounds: list[Ground], sheet: Sheet) -> tuple[str, date]:
    """The colour of words that begin on a day, and the day from which the strip has faded too far for them."""
    here = next((ground for start, end, ground in grounds if start <= at < end), None)
    if here is None or not is_counted(row):
        return sheet.theme.ink, date.max
    ink = readable(here)
    later = (start for start, _, ground in grounds if start > at and contrast(ink, ground) < _LEGIBLE)
    return ink, next(later, date.max)


def _ground(piece: Piece, sheet: Sheet) -> str:
    """The colour that words in a stretch stand on."""
    fill = shade(piece, sheet.theme)
    return mix(sheet.theme.veil, fill, VEIL) if sheet.is_thin(piece.starts_on) else fill


def _dated(row: Row, sheet: Sheet) -> str:
    """When it was last said before the window opens, where it stands from before: ``, said Feb 2022``."""
    before = [day for day, _ in said_days(row) if day < sheet.since]
    return f", said {short_date(before[-1]).split(' ', 1)[1]}" if before else ""


def _choices(row: Row, conditions: list[str], dated: str) -> list[str]:
    status = in_strip(row["status"], row["kind"])
    why = why_not_counted(row["counted_as"])
    said = f"{status}, {why}" if why else status
    link = ": " if row["status"] == "conditional" and not why else " · hangs on "
    hangs = [] if row["status"] in _UNCONDITIONAL else [condition_words(conditions, most) for most in (None, 3, 2, 1)]
    said_when = [f"{said}{dated}", f"{status}{dated}"] if dated else []
    return [*(f"{said}{dated}{link}{words}" for words in hangs if words), *said_when, said, status]


def _news(row: Row, added: list[str]) -> list[str]:
    """What a later word added to the conditions, as short as it must be."""
    if not added or row["status"] in _UNCONDITIONAL:
        return []
    return [f"+ {condition_words(added, most)}" for most in (None, 2, 1)]


def tints(sheet: Sheet) -> list[dict[str, Any]]:
    """Thin stretches tinted below everything, so that where nothing stands doesn't pass for silence."""
    look = {"fillcolor": mix(sheet.theme.doubt, sheet.theme.paper, 0.06), "line": {"width": 0}, "layer": "below"}
    return [
        {"type": "rect", "x0": left.isoformat(), "x1": right.isoformat(), "y0": 0, "y1": 1, "yref": "paper", **look}
        for left, right in sheet.thin_spans()
    ]
