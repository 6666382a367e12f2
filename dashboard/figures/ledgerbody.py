"""What a ledger is put together from: its strips and headings, each at its place, and the axis of its names."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dashboard.figures import ledgerframes, ledgermarks, ledgerstarts, ledgerwords
from dashboard.figures.canvas import Canvas
from dashboard.figures.labels import text_width
from dashboard.figures.ledgerheads import Gaps
from dashboard.figures.ledgerrows import Head
from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.strips import Row
from dashboard.figures.theme import Theme, halo

LEFT, RIGHT, LINE = 112, 10, 17
ROOMY = 34  # pixels from strip to strip at most, where a picture has more room than they need
HALF = 9  # pixels from the middle of a heading to what may cross it
STANDOFF = 5  # pixels from a name to its strip
FREE = 0.6  # above the first heading: the heads of events stand there
# Words are placed for a little less than the width there is.
CAUTIOUS = 0.94
_MARKUP = re.compile("<[^>]*>")


class Places(NamedTuple):
    """The height of each strip and of each heading, counted in strips from the top, and how deep all of it is."""

    strips: dict[str, float]
    heads: list[tuple[float, Head]]
    depth: float


def marks(periods: list[Row], sheet: Sheet, depth: float, focus: str | None, is_plain: bool = False) -> Canvas:
    """The strips with all that stands in and on them; ``is_plain``: without what was said again or beside."""
    canvas = Canvas(sheet.theme)
    canvas.add_all(ledgermarks.segments(periods, sheet))
    canvas.add_all(ledgerstarts.tails(periods, sheet))
    canvas.add_all(ledgermarks.outlines(periods, sheet))
    canvas.add_all(ledgermarks.veil(depth, sheet))
    if not is_plain:
        canvas.add_all(ledgermarks.said_again(periods, sheet))
        canvas.add_all(ledgermarks.remarks(periods, sheet))
    canvas.add_all(ledgerwords.words(periods, sheet))
    for shape in (
        *ledgerwords.tints(sheet),
        *ledgerstarts.open_frames(periods, sheet),
        *ledgerframes.previous(periods, sheet),
        *ledgerframes.focused(periods, sheet, focus),
    ):
        canvas.shape(**shape)
    return canvas


def places(rows: Sequence[str], headings: Mapping[str, list[Head]], name: float = 0.0) -> Places:
    """Where strips stand, each below its headings; ``name`` is the room for a name above each strip."""
    strips: dict[str, float] = {}
    placed: list[tuple[float, Head]] = []
    at = 0.0
    for index, strip in enumerate(rows):
        for head in headings.get(strip, []):
            at += 0.8 if head.is_panel else 0.4 if index else FREE
            placed.append((at, head))
            at += 1.15 if head.is_panel else 1
        at += name
        strips[strip] = at
        at += 1
    return Places(strips, placed, at)


def headings(canvas: Canvas, placed: list[tuple[float, Head]], sheet: Sheet, left: int) -> None:
    """The words above some strips, from the left edge, and how many strips they are."""
    for at, head in placed:
        canvas.note(
            x=0,
            xref="paper",
            xanchor="left",
            xshift=-left,
            y=at - 0.12 if sheet.is_tight else at + 0.1,
            yref="y",
            bgcolor=None if sheet.is_tight else sheet.theme.paper,  # where strips are low it would cover a name
            borderpad=0,
            text=f"<b>{head.words}</b>{f' · {head.count}' if head.count else ''}",
            font={
                "size": sheet.theme.px(_size(head, sheet)),
                "color": head.colour,
                "shadow": halo(sheet.theme) if _wide(head, sheet) > left else "none",  # over the lines of months
            },
        )


def gaps(placed: list[tuple[float, Head]], span: list[float], sheet: Sheet, left: int, pitch: float) -> Gaps:
    """Where lines down a ledger, its strips ``pitch`` pixels apart when it is shown, are open for its headings."""
    half = HALF / max(pitch, sheet.high)
    return Gaps(
        span[0], span[1], [(at - 0.12 - half, at - 0.12 + half, _wide(head, sheet) - left) for at, head in placed]
    )


def _wide(head: Head, sheet: Sheet) -> float:
    said = f"{head.words} · {head.count}" if head.count else head.words
    return text_width(_MARKUP.sub("", said), sheet.theme.px(_size(head, sheet)), True)


def _size(head: Head, sheet: Sheet) -> int:
    return 16 if head.is_panel else 12 if sheet.is_tight else 14


def left_of(names: dict[str, str], least: int, theme: Theme) -> int:
    """Pixels beside the strips, as many as the longest name needs."""
    return round(max(least, max(width_of(name, theme) for name in names.values()) + 12))


def width_of(name: str, theme: Theme) -> float:
    """How wide the name of a strip is, in pixels."""
    return text_width(_MARKUP.sub("", name), theme.px(13))


def names_axis(names: dict[str, str], is_narrow: bool, span: list[float], sheet: Sheet) -> dict[str, Any]:
    """The axis of strips, with their names where there is room beside them."""
    return {
        "range": span,
        "showticklabels": not is_narrow,
        "fixedrange": True,
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "ticks": "outside",
        "ticklen": STANDOFF,
        "tickcolor": "rgba(0,0,0,0)",
        "tickvals": [sheet.places[strip] for strip in names],
        "ticktext": list(names.values()),
        "tickfont": {"size": sheet.theme.px(13 if sheet.high >= 18 else 12), "color": sheet.theme.ink},
    }


def every(sheet: Sheet, is_narrow: bool) -> int:
    """Months from one tick to the next, as few as have room for their words."""
    least = 38 if is_narrow else 56
    return next((step for step in (1, 2, 3, 6) if sheet.pixels(30.4 * step) >= least), 12)
