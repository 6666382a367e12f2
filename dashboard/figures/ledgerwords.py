"""Words of the ledger: in the strips as many as fit, above it the events and what coverage is thin."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard.figures.canvas import Canvas, Mark, folded, mark_of
from dashboard.figures.ledgermarks import Sheet, is_visible, pieces, shade
from dashboard.figures.strips import Row
from dashboard.figures.theme import readable
from dashboard.readings.prose import as_day, long_date, short_date, text
from dashboard.readings.wording import condition_words, in_strip, is_counted, why_not_counted
from dashboard.readings.wording import rows as records

_LETTER_PX = 5.7
_UNCONDITIONAL = ("declined", "withdrawn")

Gap = tuple[date, float, list[str], list[str]]


def words(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """Status and conditions inside the strip, as many words as fit before the next dot."""
    placed = [(row, at, said) for row in periods for at, said in _wording(row, sheet)]
    return [
        mark_of(
            "scatter",
            name="words",
            mode="text",
            x=[at.isoformat() for _, at, _ in placed],
            y=[sheet.places[row["pledger_id"]] for row, *_ in placed],
            text=["\u2004\u2005" + folded(said, 200) for *_, said in placed],
            textposition="middle right",
            textfont={"size": sheet.theme.px(11.5), "color": [_word_ink(row, at, sheet) for row, at, _ in placed]},
            hoverinfo="skip",
        )
    ]


def _wording(row: Row, sheet: Sheet) -> list[tuple[date, str]]:
    """The status once, in the first gap with room; the conditions there, and again wherever they changed."""
    if not is_visible(row, sheet):
        return []
    placed: list[tuple[date, str]] = []
    gaps = _gaps(row, sheet)
    for at, room, conditions, added in gaps:
        choices = _news(row, added) if placed else _choices(row, conditions)
        if fitting := next((said for said in choices if len(said) * _LETTER_PX <= room), None):
            placed.append((at, fitting))
    return placed or _letter(row, gaps)


def _gaps(row: Row, sheet: Sheet) -> list[Gap]:
    """Stretches between dots: start, room in pixels, the conditions named then, and those that are new there."""
    said = [(row["starts_on"], row["conditions"])]
    for day, _, changed, conditions in row["restated"]:
        said.append((day, conditions if changed else said[-1][1]))
    stops = [*(day for day, _ in said[1:]), row["ends_on"]]
    found: list[Gap] = []
    known: list[str] = []
    for (day, conditions), stop in zip(said, stops, strict=True):
        left, right = max(day, sheet.since), min(stop, sheet.until)
        added = [code for code in conditions if code not in known]
        known = conditions
        if left < right:
            found.append((left, sheet.pixels((right - left).days) - 16, conditions, added))
    return found


def _letter(row: Row, gaps: list[Gap]) -> list[tuple[date, str]]:
    return next(([(at, row["letter"])] for at, room, *_ in gaps if room >= _LETTER_PX), [])


def _choices(row: Row, conditions: list[str]) -> list[str]:
    status = in_strip(row["status"], row["kind"])
    why = why_not_counted(row["counted_as"])
    said = f"{status}, {why}" if why else status
    link = ": " if row["status"] == "conditional" and not why else " · hangs on "
    hangs = [] if row["status"] in _UNCONDITIONAL else [condition_words(conditions, most) for most in (None, 3, 2, 1)]
    return [*(f"{said}{link}{words}" for words in hangs if words), said, status]


def _news(row: Row, added: list[str]) -> list[str]:
    """What a later word added to the conditions, as short as it must be."""
    if not added or row["status"] in _UNCONDITIONAL:
        return []
    return [f"+ {condition_words(added, most)}" for most in (None, 2, 1)]


def _word_ink(row: Row, at: date, sheet: Sheet) -> str:
    if not is_counted(row):
        return sheet.theme.ink
    here = [piece for piece in pieces(row, sheet) if piece.starts_on <= at < piece.ends_on]
    return readable(shade(here[0], sheet.theme)) if here else sheet.theme.ink


def veil(canvas: Canvas, dense: tuple[Any, Any], sheet: Sheet) -> None:
    """Veil and name the time outside the span of dense coverage."""
    first, last = as_day(dense[0]), as_day(dense[1])
    spans = [(sheet.since, first)] if first and first > sheet.since else []
    spans += [(last, sheet.until)] if last and last < sheet.until else []
    for left, right in spans:
        canvas.shape(
            type="rect",
            x0=left.isoformat(),
            x1=right.isoformat(),
            y0=0,
            y1=1,
            yref="paper",
            fillcolor=sheet.theme.veil,
            opacity=0.5,
            line={"width": 0},
            layer="above",
        )
        if sheet.pixels((right - left).days) > 80:
            _head(canvas, sheet, left, "thin coverage", 0, sheet.theme.muted, italic=True)


def event_rules(canvas: Canvas, rules: pd.DataFrame, sheet: Sheet) -> None:
    """A dashed line at each event, named above; names step up where they would touch."""
    heads: list[tuple[float, int]] = []
    for row in records(rules.sort_values("starts_on")):
        day = as_day(row["starts_on"])
        if day is None or not sheet.since <= day <= sheet.until:
            continue
        name = f"{text(row.get('label')) or text(row.get('place')) or text(row['title'])[:24]}, {short_date(day)}"
        at = sheet.pixels((day - sheet.since).days)
        level = next(step for step in range(9) if all(at > end or used != step for end, used in heads))
        heads.append((at + len(name) * 6.4 + 10, level))
        line = {"color": sheet.theme.ink, "width": 1, "dash": "dot"}
        at_day = {"x0": day.isoformat(), "x1": day.isoformat(), "xref": "x", "y0": 0, "y1": 1, "yref": "paper"}
        canvas.shape(type="line", line=line, layer="below", **at_day)
        _head(canvas, sheet, day, name, level, sheet.theme.ink)
    canvas.add(_rule_heads(rules, sheet))


def _head(canvas: Canvas, sheet: Sheet, day: date, words: str, level: int, colour: str, italic: bool = False) -> None:
    canvas.note(
        x=day.isoformat(),
        xanchor="left",
        xshift=3,
        y=1,
        yref="paper",
        yanchor="bottom",
        yshift=2 + 16 * level,
        text=f"<i>{folded(words)}</i>" if italic else folded(words),
        font={"size": sheet.theme.px(12), "color": colour},
    )


def _rule_heads(rules: pd.DataFrame, sheet: Sheet) -> Mark:
    rows = [row for row in records(rules) if sheet.since <= (as_day(row["starts_on"]) or date.min) <= sheet.until]
    return mark_of(
        "scatter",
        name="events",
        mode="markers",
        x=[str(as_day(row["starts_on"])) for row in rows],
        y=[-0.65] * len(rows),
        marker={"symbol": "triangle-down", "size": sheet.theme.px(9), "color": sheet.theme.ink},
        customdata=[[row["event_id"]] for row in rows],
        hovertext=[f"<b>{folded(row['title'])}</b><br>{long_date(row['starts_on'])}" for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )
