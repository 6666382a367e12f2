"""The months of a ledger: the axis below its strips, and the same words above them."""

from datetime import date, timedelta
from typing import Any

from dashboard.figures.canvas import Mark, mark_of
from dashboard.figures.ledgersheet import Sheet
from dashboard.figures.theme import halo
from dashboard.readings.prose import MONTHS

_MONTH_PX = 14


def months(step: int, sheet: Sheet, edge: float, between: str = "<br>") -> list[tuple[date, str]]:
    """Days on which every so many months begin, and their words: the year at its first; none that the edge cuts.

    `between` stands between a month and its year: a line of its own, or a space.
    """
    days = [sheet.since + timedelta(days=i) for i in range(sheet.days + 1)]
    named: list[tuple[date, str]] = []
    years: set[int] = set()
    for day in days:
        left = sheet.pixels((day - sheet.since).days)
        if day.day != 1 or (day.month - 1) % step or min(left, sheet.across - left) + edge < _MONTH_PX:
            continue
        named.append((day, MONTHS[day.month - 1][:3] + (f"{between}{day.year}" if day.year not in years else "")))
        years.add(day.year)
    return named


def months_above(named: list[tuple[date, str]], y: float, sheet: Sheet) -> Mark:
    """The months once more above the strips, for whoever doesn't see the axis below."""
    return mark_of(
        "scatter",
        name="months",
        mode="text",
        x=[day.isoformat() for day, _ in named],
        y=[y] * len(named),
        text=[words for _, words in named],
        textposition="bottom center",
        textfont={
            "size": sheet.theme.px(11.5),
            "color": sheet.theme.muted,
            "shadow": ["none" if sheet.is_thin(day) else halo(sheet.theme) for day, _ in named],
        },
        hoverinfo="skip",
    )


def month_axis(named: list[tuple[date, str]], sheet: Sheet) -> dict[str, Any]:
    """The axis of days, with the months' words at its ticks."""
    theme = sheet.theme
    return {
        "type": "date",
        "range": [sheet.since.isoformat(), sheet.until.isoformat()],
        "fixedrange": True,
        "automargin": False,
        "showgrid": True,
        "gridcolor": theme.hairline,
        "tickvals": [day.isoformat() for day, _ in named],
        "tickangle": 0,
        "ticktext": [words for _, words in named],
        "tickcolor": theme.hairline,
        "tickfont": {"size": theme.px(13), "color": theme.muted},
        "zeroline": False,
    }
