"""What stands under a published view and proves it: how much is shown, whose word, which days, where it is found."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
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
from dashboard.published.room import lines, sizes_of
from dashboard.readings.prose import counted, long_date

FEW = 2
LEDGER = "ledger"
OWN_DAYS = ("contributions", "compare")
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
    On a canvas the address is short enough to be typed, or the words send to the code, which holds the whole of it.
    """
    told = in_words(days)
    if canvas and has_own_days(exhibit):
        told = "" if canvas.has_sentence else exhibit.sentence
        if told and place.address:  # else the citation says it
            exhibit = replace(exhibit, notes=(f"{told}.", *exhibit.notes))
    if canvas and canvas.form == "card":
        return f'<div class="proof">{line(on_card(exhibit, sources, release, place, told, canvas))}</div>'
    if canvas and canvas.proof == "compact":
        return compact(exhibit, sources, release, place, told, canvas)
    if canvas and canvas.form == "tall":
        return narrow(exhibit, sources, release, place, canvas)
    if is_embedded:
        return strip(exhibit, sources, release, place, "" if has_own_days(exhibit) else told)
    said = proof(exhibit.shown, exhibit.total, exhibit.unit, sources, release, exhibit.notes)
    found = (place.named if canvas else place.address) or citation(exhibit, release, place.link, place.asked)
    address = f'<p class="address">{opened(place)} <span>{escape(found)}</span></p>'
    return f'<div class="proof">{said}{address}</div>{code(place.address) if place.address else ""}'


def has_own_days(exhibit: Exhibit) -> bool:
    """Whether its days aren't those of the selection: aid by its releases, agreements, two days, an event.

    Its sentence says which, and stands in the proof where it doesn't stand above.
    """
    return exhibit.shape in OWN_DAYS or exhibit.subject == "event"


def on_card(
    exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place, told: str, canvas: Canvas
) -> Sequence[str]:
    """Where the view is found, as many sources by name as have room, days if they don't stand above, release.

    In one line below a chart, in two where there is none.
    """
    days, named = "" if canvas.has_sentence else told, place.short or place.site or NAME
    shorter = [(named, one, days, f"release {release['release']}") for one in fewer(sources)]
    across, size = canvas.across - 2 * canvas.pad, sizes_of(canvas).foot
    fit = (one for one in shorter if lines(" · ".join(filter(None, one)), size, across) <= (1 if exhibit.draw else 2))
    return next(fit, shorter[-1])


def compact(
    exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place, told: str, canvas: Canvas
) -> str:
    """Sources, days `told` in words, and where the view is found; else the release."""
    plain = (publishers(sources, FEW), told, f"{NAME}, release {release['release']}")
    if not place.address:
        return f'<div class="proof">{line(plain)}</div>'
    shorter = [(one, told, named) for named in place.ways for one in fewer(sources)]
    return f'<div class="proof">{line(fitting(shorter, plain, exhibit, canvas, ""))}</div>{code(place.address)}'


def narrow(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place, canvas: Canvas) -> str:
    """The whole proof in few words: notes, rows, sources, how far the data is dense, where all of it is found."""
    told = "".join(f'<p class="g-note">{escape(note)}</p>' for note in exhibit.notes)
    plain = brief(exhibit, sources, release)
    if not place.address:
        return f'<div class="proof">{told}{line(plain)}</div>'
    shorter = [brief(exhibit, sources, release, named, few) for named in place.ways for few in (FEW, 1, 0)]
    facts = fitting(shorter, plain, exhibit, canvas, " ".join(exhibit.notes))
    return f'<div class="proof">{told}{line(facts)}</div>{code(place.address)}'


def fewer(sources: pd.DataFrame) -> Sequence[str]:
    """The publishers, ever fewer of them by name."""
    return publishers(sources, FEW), publishers(sources, 1), counted(len(sources), "source")


def fitting(
    shorter: Sequence[Sequence[str]], plain: Sequence[str], exhibit: Exhibit, canvas: Canvas, notes: str
) -> Sequence[str]:
    """The first of ever shorter facts that take hardly more lines beside a code than the `plain` ones without it.

    That is one more at most, and none in the compact proof of a ledger, whose strip it would cost.
    """
    across, sizes = canvas.across - 2 * canvas.pad, sizes_of(canvas)
    costs_strip = exhibit.shape == LEDGER and canvas.proof == "compact"
    most = lines(f"{notes} {' · '.join(plain)}", sizes.foot, across) + (not costs_strip)
    beside = across - sizes.code
    fit = (one for one in shorter if lines(f"{notes} {' · '.join(one)}", sizes.foot, beside) <= most)
    return next(fit, shorter[-1])


def brief(
    exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], found: str = "", few: int = FEW
) -> Sequence[str]:
    """The facts of a narrow proof; where the view is `found` if it is anywhere, else whose work it is."""
    named = found or f"{AUTHOR} ({release['recorded_on']:%Y}), {NAME}"
    return (
        rows_shown(exhibit.shown, exhibit.total, exhibit.unit),
        publishers(sources, few) if few else counted(len(sources), "source"),
        f"{'data ' if few else ''}dense to {long_date(release['dense_until_on'])}",
        named,
        f"release {release['release']}",
    )


def line(facts: Sequence[str]) -> str:
    """Facts beside each other, everything escaped."""
    return f'<p class="g-proof">{" · ".join(map(told_of, filter(None, facts)))}</p>'


def told_of(fact: str) -> str:
    """A fact; an address to be typed, and a release, stand in one line where there is room for them."""
    is_one_word = ("/" in fact and " " not in fact) or "release " in fact
    return f"<span{' class=way' if is_one_word else ''}>{escape(fact)}</span>"


def strip(exhibit: Exhibit, sources: pd.DataFrame, release: Mapping[str, Any], place: Place, told: str) -> str:
    """What stays in sight at the edge of a frame in another page: rows, sources, days `told`, release, the address."""
    rows = rows_shown(exhibit.shown, exhibit.total, exhibit.unit)
    facts = (rows, publishers(sources, FEW), told, f"release {release['release']}")
    line = " · ".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    return f'<div class="proof"><p class="g-proof">{line} · {opened(place, place.short)}</p></div>'


def beside(exhibit: Exhibit, release: Mapping[str, Any]) -> str:
    """What the strip of a frame has no room for: the notes, and how far the data is dense."""
    told = (*exhibit.notes, f"Data dense to {long_date(release['dense_until_on'])}.")
    return "".join(f'<p class="g-note">{escape(note)}</p>' for note in told)


def opened(place: Place, words: str = "") -> str:
    """The way into the app."""
    return f'<a class="open" href="{escape(place.path)}" target="_top">{escape(words) or f"Open in {NAME}"}</a>'


def in_words(days: Sequence[dt.date]) -> str:
    """``as of 13 March 2026``, or the first and the last day."""
    return " – ".join(map(long_date, days)) if len(days) > 1 else "".join(f"as of {long_date(day)}" for day in days)


def code(address: str) -> str:
    """The address as a QR code, dark on light in either theme, for no camera reads it otherwise."""
    made = segno.make(address, error="l", micro=False, boost_error=False)
    drawn = made.svg_inline(border=2, dark=INK, light=PAPER, omitsize=True)
    return f'<div class="code" role="img" aria-label="The address as a QR code">{drawn}</div>'
