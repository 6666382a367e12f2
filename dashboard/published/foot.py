"""What stands under a published view and proves it: how much is shown, whose word, which days, where it is found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import segno

from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.proof import proof, publishers
from dashboard.readings.prose import long_date

FEW = 2
INK, PAPER = "#1b1c1e", "#fdfcfa"


def foot(
    exhibit: Exhibit,
    sources: pd.DataFrame,
    release: Mapping[str, Any],
    path: str,
    base: str | None,
    days: Sequence[dt.date],
    extent: str | None,
) -> str:
    """The proof as HTML: in full, or on a canvas that asks for `compact` in a line.

    `base` is where the server is reached from elsewhere; without one a citation stands in place of address and code.
    """
    if extent == "compact":
        facts = (publishers(sources, FEW), in_words(days), f"release {release['release']}")
        line = " · ".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
        return f'<div class="proof"><p class="g-proof">{line} · {found_at(path, base, release)}</p></div>'
    said = proof(exhibit.shown, exhibit.total, exhibit.unit, sources, release, exhibit.notes)
    opened = f'<a class="open" href="{escape(path, quote=True)}" target="_top">Open in Guarantees</a>'
    return (
        f'<div class="proof">{said}<p class="address">{opened} {found_at(path, base, release)}</p></div>'
        f"{code(base + path) if base else ''}"
    )


def in_words(days: Sequence[dt.date]) -> str:
    """``as of 13 March 2026``, or the first and the last day."""
    return " – ".join(map(long_date, days)) if len(days) > 1 else "".join(f"as of {long_date(day)}" for day in days)


def found_at(path: str, base: str | None, release: Mapping[str, Any]) -> str:
    """The address of the view; the citation where there is none that leads here from elsewhere."""
    return f"<span>{escape((base + path) if base else citation(release))}</span>"


def citation(release: Mapping[str, Any]) -> str:
    """How the collection is cited in a line."""
    subject = "who promised, refused and said what about security guarantees for Ukraine"
    return f"Guarantees: {subject}. Release {release['release']}."


def code(address: str) -> str:
    """The address as a QR code, dark on light in either theme, for no camera reads it otherwise."""
    made = segno.make(address, error="l", micro=False, boost_error=False)
    drawn = made.svg_inline(border=2, dark=INK, light=PAPER, omitsize=True)
    return f'<div class="code" role="img" aria-label="The address as a QR code">{drawn}</div>'
