"""The keys of the aid figures, and the card of a donor: each release by itself, what is doubted, what it rests on."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from dashboard.figures.aidpaint import OTHERS, part_colour, part_line, part_names
from dashboard.figures.theme import Theme
from dashboard.parts.evidence import doubt_list, source_list
from dashboard.readings.aid import billions, place, share
from dashboard.readings.prose import is_missing, short_date, text
from dashboard.readings.wording import Row, lowered

ALONE = "Each release by itself: releases revise each other and count differently."


def aid_key(theme: Theme, with_parts: bool, with_others: bool, with_doubts: bool = False) -> str:
    """What the fills mean: the parts, who isn't highlighted, what is doubted."""
    line = part_line(theme)
    parts = [(part_colour(theme, part), line, word) for part, word in part_names().items()] if with_parts else []
    others = [(part_colour(theme, "", True), part_line(theme, True), OTHERS)] if with_others else []
    told = "".join(
        f'<li data-mark="{escape(word)}"><span class="g-swatch" style="background:{fill};border-color:{edge}"></span> '
        f"{escape(word)}</li>"
        for fill, edge, word in [*parts, *others]
    )
    doubt = '<li><b class="g-questioned">?</b> contested or revised</li>' if with_doubts else ""
    return f'<ul class="g-key theme-{theme.name}" aria-label="What the bars are made of">{told}{doubt}</ul>'


def donor_card(
    name: str,
    releases: Sequence[Row],
    theme: Theme,
    hrefs: Sequence[tuple[str, str]],
    doubts: pd.DataFrame,
    sources: pd.DataFrame,
    corrected: str = "",
) -> str:
    """A donor's figure in every release and measure, newest first: each by itself, for releases revise each other.

    `hrefs` are (address, words) of where to read on, `corrected` tells in HTML what was corrected.
    """
    ways = " · ".join(f'<a href="{escape(href, quote=True)}">{escape(words)}</a>' for href, words in hrefs)
    body = "".join(_release(row) for row in releases) or "<p>No figure is on record.</p>"
    return (
        f'<article class="g-card theme-{theme.name}"><header><h3>{escape(name)}</h3>'
        f'<p class="g-when">{ways}</p></header><p class="g-note">{escape(ALONE)}</p>'
        f'<ul class="g-releases">{body}</ul>{doubt_list(doubts)}{corrected}{source_list(sources)}</article>'
    )


def _release(row: Row) -> str:
    parts = [
        f"{lowered(word)} {billions(row[part])}" for part, word in part_names().items() if not is_missing(row[part])
    ]
    told = f" <small>{escape(', '.join(parts))}</small>" if parts else ""
    rank = f", {place(row, 'amount')} of {int(row['states'])} states" if place(row, "amount") else ""
    shares = ""
    if not is_missing(row["gdp_share_pct"]):
        by_share = f", {place(row, 'share')}" if place(row, "share") else ""
        shares = f"; {share(row['gdp_share_pct'])} of GDP{by_share}"
    measure = escape(text(row.get("measure_label")).lower())
    return (
        f"<li><b>Release {int(row['kiel_release'])}</b>, {measure}, to {escape(short_date(row['covers_until_on']))}: "
        f"{escape(billions(row['total_eur_bn']))}{escape(rank + shares)}{told}</li>"
    )
