"""How much somebody said, month by month; thin months pale."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.figures.canvas import Canvas, mark_of, nothing_to_show
from dashboard.figures.theme import Theme, mix
from dashboard.readings.prose import MONTHS, as_day, counted
from dashboard.readings.wording import Row

_HEIGHT, _PALE = 260, 0.45


def activity(months: Sequence[Row], theme: Theme, width: int = 1060) -> go.Figure:
    """Bars of `statements` per month (relation ``coverage_by_month``) from the first with any.

    ``customdata[0]`` is the month's first day.
    """
    spoken = [place for place, row in enumerate(months) if row["statements"]]
    if not spoken:
        return nothing_to_show(theme, "No statement is recorded.", _HEIGHT)
    shown = months[spoken[0] :]
    colour, days = theme.quad["verbal_cooperation"], [str(as_day(row["month_starts_on"])) for row in shown]
    canvas = Canvas(theme, height=_HEIGHT)
    canvas.add(
        mark_of(
            "bar",
            name="statements",
            x=days,
            y=[int(row["statements"]) for row in shown],
            marker={
                "color": [colour if row["is_dense"] else mix(colour, theme.paper, _PALE) for row in shown],
                "line": {"width": 0},
            },
            customdata=[[day] for day in days],
            hovertext=[_said(row) for row in shown],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )
    font = {"color": theme.muted, "size": theme.px(13)}
    canvas.arrange(
        bargap=0.18,
        margin={"l": 40, "r": 8, "t": 28, "b": 36},
        xaxis={
            "type": "date",
            "showgrid": False,
            "fixedrange": True,
            "tickfont": font,
            "nticks": max(3, width // 90),
        },
        yaxis={
            "gridcolor": theme.hairline,
            "zeroline": False,
            "fixedrange": True,
            "tickfont": font,
            "rangemode": "tozero",
            "tickformat": "d",
            "nticks": 5,
        },
    )
    words = "Statements by month" + ("" if all(row["is_dense"] for row in shown) else "; paler: thin coverage")
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4}
    canvas.note(text=words, font=font, **place)
    return canvas.figure()


def _said(row: Row) -> str:
    day = as_day(row["month_starts_on"])
    month = f"{MONTHS[day.month - 1]} {day.year}" if day else ""
    thin = "" if row["is_dense"] else "<br><i>Thin coverage: chief events only</i>"
    return f"<b>{month}</b><br>{counted(int(row['statements']), 'statement')}{thin}"
