"""Positions over time as strips of HTML: what stood when, fading until it was said again; each stretch a link."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from html import escape

import pandas as pd

from dashboard.figures.ledgermarks import pieces
from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.strips import Row, strips
from dashboard.figures.theme import Theme
from dashboard.figures.thinned import thinned
from dashboard.parts.chips import hidden
from dashboard.parts.ledgerkey import strips_key
from dashboard.readings.prose import as_day, short_date, text
from dashboard.readings.wording import in_strip, is_counted
from dashboard.readings.wording import rows as records

LEAST_WORDS, MOST_STRETCHES = 9.0, 150
NOTHING = '<span class="g-none">nothing on record</span>'
LATE = 88  # per cent of the width from which on words stand before their line


def position_strips(
    changes: pd.DataFrame,
    lanes: Sequence[str],
    theme: Theme,
    since: date,
    until: date,
    dense: tuple[date, date],
    href: Callable[[str], str],
) -> str:
    """Strips of one pledger, one per kind and phase, from relation ``position_changes`` with ``strip`` (its name).

    Every one of the ``lanes`` has its row, though nothing be on record. Drawn from `since` to `until`; the time outside
    `dense` is hatched. ``href(pledge_id)`` leads to the words behind.
    """
    if changes.empty:
        return ""
    named = changes.assign(pledger_id=changes["strip"], pledger=changes["strip"])
    sheet = Sheet(theme, since, until, {}, dense)
    found: dict[str, list[Row]] = {}
    thin = thinned(records(strips(named, until)), MOST_STRETCHES)
    for row in thin.periods:
        found.setdefault(row["pledger_id"], []).append(row)
    drawn = "".join(_lane(name, found.get(name, []), sheet, href) for name in lanes)
    note = "".join(f'<p class="g-note">{escape(words)}</p>' for words in thin.note())
    axis = f'<div class="g-axis" aria-hidden="true">{"".join(_ticks(sheet))}</div>'
    key = strips_key(thin.periods, theme, bool(sheet.thin_spans()))
    return f'<div class="g-strips">{drawn}{axis}</div>{key}{note}'


def _lane(name: str, periods: list[Row], sheet: Sheet, href: Callable[[str], str]) -> str:
    drawn = "".join(_stretches(row, sheet, href) for row in periods) or NOTHING
    thin = "".join(
        f'<span class="g-thin" style="{_place(first, last, sheet)}"></span>' for first, last in sheet.thin_spans()
    )
    label = f'<span class="g-lane-name">{escape(name)}</span>'
    return f'<div class="g-lane">{label}<div class="g-track">{drawn}{thin}</div></div>'


def _stretches(row: Row, sheet: Sheet, href: Callable[[str], str]) -> str:
    told = list(pieces(row, sheet))
    if not told:
        return ""
    status, words = text(row["status"]), in_strip(text(row["status"]), text(row["kind"]))
    hollow = "" if is_counted(row) else " g-open-strip"
    shades = "".join(
        f'<span class="g-shade g-shade-{escape(status, quote=True)}{hollow}" '
        f'style="{_place(piece.starts_on, piece.ends_on, sheet)};--share:{100 * piece.share:.0f}%"></span>'
        for piece in told
    )
    first, last = told[0].starts_on, told[-1].ends_on
    wide = 100 * (last - first).days / sheet.days
    shown = f'<span aria-hidden="true">{escape(words if wide >= LEAST_WORDS else text(row["letter"]))}</span>'
    title = f"{words}, from {short_date(row['starts_on'])}"
    return (
        f'{shades}<a class="g-period" style="{_place(first, last, sheet)}" title="{escape(title, quote=True)}" '
        f'href="{escape(href(row["pledge_id"]), quote=True)}">{shown}{hidden(title)}</a>'
    )


def _place(first: date, last: date, sheet: Sheet) -> str:
    left = 100 * (first - sheet.since).days / sheet.days
    return f"left:{left:.2f}%;width:{max(100 * (last - first).days / sheet.days, 0.4):.2f}%"


def _ticks(sheet: Sheet) -> Iterator[str]:
    """The years, or the quarters where the span is short."""
    step = 12 if sheet.days > 900 else 6 if sheet.days > 420 else 3
    month = date(sheet.since.year, 1, 1)
    while month <= sheet.until:
        if month >= sheet.since - timedelta(days=1):
            left = 100 * (month - sheet.since).days / sheet.days
            words = str(month.year) if month.month == 1 else short_date(month).split(" ", 1)[1]
            turned = ' class="g-end"' if left > LATE else ""
            yield f'<span{turned} style="left:{left:.2f}%">{words}</span>'
        month = date(month.year + (month.month + step - 1) // 12, (month.month + step - 1) % 12 + 1, 1)


def first_day(changes: pd.DataFrame, earliest: date) -> date:
    """Where strips start: the first of the month of the first change, or the first day covered."""
    day = as_day(changes["announced_on"].min()) if len(changes) else None
    return max(earliest, day.replace(day=1)) if day else earliest
