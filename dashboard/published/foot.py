"""What stands under a published view and proves it: how much is shown, whose word, which days, where it is found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import segno

from dashboard.citing.dataset import AUTHOR
from dashboard.citing.meta import citation
from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.proof import proof, publishers, rows_shown
from dashboard.published.canvas import Canvas
from dashboard.published.links import Place
from dashboard.published.room import TALL, lines
from dashboard.readings.prose import counted, long_date

FEW = 2
NAME = "Guarantees"
INK, PAPER = "#1b1c1e", "#fdfcfa"


def foot(
    exhibit: Exhibit,
    sources: pd.DataFrame,
    release: Mapping[str, Any],
    place: Place,
    days: Sequence[dt.date],
    canvas: Canvas | None = None,
    is_embedded: bool = False,
) -> str:
    """The proof as HTML: in full, or on a canvas that asks for `compact` in a line; embedded, a strip with its link.

    Where the view has an address that leads to it from elsewhere, that stands there with its code; else a citation.
    A canvas names the page alone where it is short of room: the code holds the whole address.
    """
    if canvas and canvas.form == "card":
        facts = (place.short or NAME, counted(len(sources), "source"), f"release {release['release']}")
        return f'<div class="proof">{line(facts)}</div>'
    if canvas and canvas.proof == "compact":
        facts = (publishers(sources, FEW), in_words(days), place.short or f"{NAME}, release {release['release']}")
        return f'<div class="proof">{line(facts)}</div>{code(place.address) if place.address else ""}'
    if canvas and canvas.form == "tall":
        return narrow(exhibit, sources, release, place, canvas)
    if is_embedded:
        return strip(exhibit, sources, release, place)
    said = proof(exhibit.shown, exhibit.total, exhibit.unit, sources, release, exhibit.notes)
    found = place.address or citation(exhibit, release, place.link, place.asked)
    address = f'<p class="address">{opened(place)} <span>{escape(found)}</span></p>'
    return f'<div class="proof">{said}{address}</div>{code(place.address) if place.address else ""}'


def narrow(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place, canvas: Canvas) -> str:
    """The whole proof in few words: notes, rows, sources, how far the data is dense, where all of it is found.

    Beside a code it takes no more lines than without one: fewer publishers are named, then none.
    """
    told = "".join(f'<p class="g-note">{escape(note)}</p>' for note in exhibit.notes)
    facts = brief(exhibit, sources, release, place.short)
    if not place.address:
        return f'<div class="proof">{told}{line(facts)}</div>'
    across, notes = canvas.across - 2 * canvas.pad, " ".join(exhibit.notes)
    shorter = [brief(exhibit, sources, release, place.short, few) for few in (FEW, 1, 0)]
    most = lines(f"{notes} {' · '.join(brief(exhibit, sources, release))}", TALL.foot, across)
    beside = across - TALL.code
    fit = (one for one in shorter if lines(f"{notes} {' · '.join(one)}", TALL.foot, beside) <= most)
    return f'<div class="proof">{told}{line(next(fit, shorter[-1]))}</div>{code(place.address)}'


def brief(
    exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], short: str = "", few: int = FEW
) -> Sequence[str]:
    """The facts of a narrow proof; the page's `short` address where there is one, else whose work it is."""
    named = short or f"{AUTHOR} ({release['recorded_on']:%Y}), {NAME}"
    return (
        rows_shown(exhibit.shown, exhibit.total, exhibit.unit),
        publishers(sources, few) if few else counted(len(sources), "source"),
        f"{'data ' if few else ''}dense to {long_date(release['dense_until_on'])}",
        named,
        f"release {release['release']}",
    )


def line(facts: Sequence[str]) -> str:
    """Facts beside each other, everything escaped."""
    return f'<p class="g-proof">{" · ".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)}</p>'


def strip(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place) -> str:
    """What stays in sight at the edge of a frame in another page: rows, sources, release, the way to all of it."""
    rows = rows_shown(exhibit.shown, exhibit.total, exhibit.unit)
    facts = (rows, publishers(sources, FEW), f"release {release['release']}")
    line = " · ".join(f"<span>{escape(fact)}</span>" for fact in facts)
    return f'<div class="proof"><p class="g-proof">{line} · {opened(place)}</p></div>'


def beside(exhibit: Exhibit, release: Mapping[str, Any]) -> str:
    """What the strip of a frame has no room for: the notes, and how far the data is dense."""
    told = (*exhibit.notes, f"Data dense to {long_date(release['dense_until_on'])}.")
    return "".join(f'<p class="g-note">{escape(note)}</p>' for note in told)


def opened(place: Place) -> str:
    """The way into the app."""
    return f'<a class="open" href="{escape(place.path)}" target="_top">Open in {NAME}</a>'


def in_words(days: Sequence[dt.date]) -> str:
    """``as of 13 March 2026``, or the first and the last day."""
    return " – ".join(map(long_date, days)) if len(days) > 1 else "".join(f"as of {long_date(day)}" for day in days)


def code(address: str) -> str:
    """The address as a QR code, dark on light in either theme, for no camera reads it otherwise."""
    made = segno.make(address, error="l", micro=False, boost_error=False)
    drawn = made.svg_inline(border=2, dark=INK, light=PAPER, omitsize=True)
    return f'<div class="code" role="img" aria-label="The address as a QR code">{drawn}</div>'
