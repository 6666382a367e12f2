"""Starts that aren't certain: a strip that began by a day at the latest opens to the left, one about a day is soft."""

from datetime import datetime, timedelta
from typing import Any

from dashboard.figures.canvas import Mark, mark_of
from dashboard.figures.ledgersheet import DAY_MS, WIDE, Sheet, is_visible
from dashboard.figures.strips import Row
from dashboard.readings.prose import text
from dashboard.readings.wording import is_counted

# Shares of the strip's colour before its start, from the start to the left, each so many pixels wide.
_FADES = {"by": (0.7, 0.52, 0.36, 0.22, 0.12), "about": (0.5, 0.2)}
_SIGNS = {"by": "‹", "about": "~"}
_STEP_PX, _SIGN_PX = 4.0, 14.0


def is_soft(row: Row, sheet: Sheet) -> bool:
    """Whether the start of a period is drawn and isn't certain."""
    return text(row["date_precision"]) in _FADES and row["starts_on"] > sheet.since and is_visible(row, sheet)


def tails(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """The colour of a strip running out to the left of an uncertain start, and the sign that names why."""
    rows = [row for row in periods if is_soft(row, sheet)]
    signed = one_each(rows, sheet)
    step = _STEP_PX / max(sheet.pixels(1), 0.01) * DAY_MS
    drawn = [(row, index, share) for row in rows for index, share in enumerate(_FADES[row["date_precision"]])]
    return [
        mark_of(
            "bar",
            name="open starts",
            orientation="h",
            base=[_before(row, (index + 1) * step) for row, index, _ in drawn],
            x=[step] * len(drawn),
            y=[sheet.places[row["strip"]] for row, *_ in drawn],
            width=WIDE,
            marker={"color": [_colour(row, share, sheet) for row, _, share in drawn], "line": {"width": 0}},
            hoverinfo="skip",
        ),
        mark_of(
            "scatter",
            name="uncertain starts",
            mode="text",
            x=[sheet.since.isoformat() if at_edge(row, sheet) else _tail(row, step) for row in signed],
            y=[sheet.places[row["strip"]] for row in signed],
            text=[_SIGNS[row["date_precision"]] for row in signed],
            textposition=["middle right" if at_edge(row, sheet) else "middle left" for row in signed],
            textfont={"size": 15, "color": [sheet.theme.status_word[row["status"]] for row in signed]},
            hoverinfo="skip",
        ),
    ]


def at_edge(row: Row, sheet: Sheet) -> bool:
    """Whether the sign before a start would stand beyond the strips, on its name: then it stands on the tail."""
    wide = len(_FADES[row["date_precision"]]) * _STEP_PX + _SIGN_PX
    return sheet.pixels((row["starts_on"] - sheet.since).days) < wide


def _tail(row: Row, step: float) -> str:
    return _before(row, len(_FADES[row["date_precision"]]) * step)


def one_each(rows: list[Row], sheet: Sheet) -> list[Row]:
    """The periods whose sign is written: of starts that lie so near that their signs would look like one, the first."""
    kept: list[Row] = []
    for row in sorted(rows, key=lambda each: (each["strip"], each["starts_on"])):
        last = kept[-1] if kept and kept[-1]["strip"] == row["strip"] else None
        if not last or sheet.pixels((row["starts_on"] - last["starts_on"]).days) >= _SIGN_PX:
            kept.append(row)
    return kept


def open_frames(periods: list[Row], sheet: Sheet) -> list[dict[str, Any]]:
    """The frame of a period without its left side."""
    rows = [row for row in periods if is_soft(row, sheet)]
    return [
        {
            "type": "path",
            "path": _three_sides(row, sheet),
            "line": {
                "color": sheet.theme.status_outline[row["status"]],
                "width": 0.9 if is_counted(row) else 1.8,
            },
            "name": "open start",
        }
        for row in rows
    ]


def _three_sides(row: Row, sheet: Sheet) -> str:
    at, half = sheet.places[row["strip"]], WIDE / 2
    left, right = row["starts_on"].isoformat(), min(row["ends_on"], sheet.until).isoformat()
    return f"M {left},{at - half} L {right},{at - half} L {right},{at + half} L {left},{at + half}"


def _before(row: Row, milliseconds: float) -> str:
    """So many milliseconds before the start of a period, as the date axis writes it."""
    start = datetime.combine(row["starts_on"], datetime.min.time())
    return (start - timedelta(milliseconds=milliseconds)).isoformat(timespec="minutes")


def _colour(row: Row, share: float, sheet: Sheet) -> str:
    """See-through: what stood before shows below it."""
    fill = sheet.theme.status[row["status"]] if is_counted(row) else sheet.theme.status_outline[row["status"]]
    red, green, blue = (int(fill[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{share})"
