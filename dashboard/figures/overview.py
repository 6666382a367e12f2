"""The front page: one bar for where things stand, one strip for how much was collected per month."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.canvas import Canvas, Mark, folded, mark_of, nothing_to_show
from dashboard.figures.theme import STATUS_LETTER, Theme, mix
from dashboard.readings.prose import MONTHS, as_day, counted, listed
from dashboard.readings.wording import ORDER, Row, heading, in_strip, is_counted, is_state, rows

_SERIES = (("statements", "statement"), ("events", "event"), ("pledges", "pledge"))
_NOT_COUNTED = "not counted"
_LETTER_PX = 7.4
_NARROW = 480


def status_bar(positions: pd.DataFrame, theme: Theme, kind: str = "ground_troops", width: int = 650) -> go.Figure:
    """One bar of the states of relation ``positions_on`` by status, those that aren't counted hollow at its end.

    ``customdata[0]`` is the status, or ``not counted``; letter and number stand in each part, words where ``width``
    has room for them.
    """
    states = [row for row in rows(positions) if is_state(row["pledger_id"])]
    if not states:
        return nothing_to_show(theme, "No position is on record.", 72)
    canvas = Canvas(theme, height=72)
    for status in (*ORDER, _NOT_COUNTED):
        chosen = [row for row in states if _class_of(row) == status]
        if chosen:
            canvas.add(_part(status, chosen, kind, width * len(chosen) / len(states), theme))
    canvas.arrange(
        barmode="stack",
        uniformtext={"mode": "show", "minsize": 11},
        xaxis={"visible": False, "range": [0, len(states)], "fixedrange": True},
        yaxis={"visible": False, "fixedrange": True},
    )
    return canvas.figure()


def density(months: pd.DataFrame, theme: Theme, width: int = 1060) -> go.Figure:
    """Rows collected per month (relation ``coverage_by_month``): statements, events, pledges; thin months pale.

    ``customdata[0]`` is the month's first day. The counts measure this collection, not diplomacy.
    """
    if months.empty:
        return nothing_to_show(theme, "No month is covered.", 110)
    canvas = Canvas(theme, height=110)
    colours = {"statements": theme.quad["verbal_cooperation"], "events": theme.muted, "pledges": theme.status["signed"]}
    found = rows(months)
    for name, singular in _SERIES:
        canvas.add(_months(name, singular, found, colours[name], theme))
    canvas.arrange(
        barmode="stack",
        bargap=0.18,
        margin={"l": 34, "r": 4, "t": 24, "b": 34},
        xaxis={"type": "date", "fixedrange": True, "showgrid": False, "dtick": "M12", "tickformat": "%Y",
               "tick0": "2022-01-01", "tickfont": {"color": theme.muted, "size": theme.px(12)}},
        yaxis={"fixedrange": True, "gridcolor": theme.hairline, "nticks": 3, "zeroline": False,
               "tickfont": {"color": theme.muted, "size": theme.px(12)}},
    )  # fmt: skip
    _names(canvas, colours, theme, width < _NARROW)
    _thin(canvas, found, theme, width < _NARROW)
    return canvas.figure()


def _class_of(row: Row) -> str:
    return str(row["status"]) if is_counted(row) else _NOT_COUNTED


def _part(status: str, chosen: list[dict[str, Any]], kind: str, room: float, theme: Theme) -> Mark:
    hollow = status == _NOT_COUNTED
    instruments = {str(row["instrument"]) for row in chosen}
    title = "Not counted" if hollow else heading(status, kind, instruments)
    fill = theme.land if hollow else theme.status[status]
    return mark_of(
        "bar",
        name=title,
        orientation="h",
        x=[len(chosen)],
        y=[""],
        text=[_said(status, len(chosen), kind, room)],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": theme.px(14), "color": theme.ink if hollow else theme.status_ink[status]},
        marker={
            "color": fill,
            "line": {"color": theme.muted if hollow else theme.status_outline[status], "width": 1.5 if hollow else 0.8},
            "pattern": {"shape": "/" if status == "withdrawn" else ""},
        },
        customdata=[[status]],
        hovertext=[f"<b>{len(chosen)} · {title}</b><br>{folded(listed([row['pledger'] for row in chosen]))}"],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _said(status: str, count: int, kind: str, room: float) -> str:
    """Letter and number, and below them the words where the part is wide enough."""
    letter = STATUS_LETTER.get(status, "")
    gap = "<br>" if room < 4 * _LETTER_PX else " "
    top = f"<b>{letter}</b>{gap}{count}" if letter else f"<b>{count}</b>"
    words = in_strip(status, kind)
    return f"{top}<br>{words}" if room >= len(words) * _LETTER_PX else top


def _months(name: str, singular: str, found: list[dict[str, Any]], colour: str, theme: Theme) -> Mark:
    return mark_of(
        "bar",
        name=name,
        x=[str(as_day(row["month_starts_on"])) for row in found],
        y=[int(row[name]) for row in found],
        marker={
            "color": [colour if row["is_dense"] else mix(colour, theme.paper, 0.45) for row in found],
            "line": {"width": 0},
        },
        customdata=[[str(as_day(row["month_starts_on"]))] for row in found],
        hovertext=[f"<b>{_month(row)}</b><br>{counted(int(row[name]), singular)}{_thinly(row)}" for row in found],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _month(row: Row) -> str:
    day = as_day(row["month_starts_on"])
    return f"{MONTHS[day.month - 1]} {day.year}" if day else ""


def _thinly(row: Row) -> str:
    return "" if row["is_dense"] else "<br><i>Thin coverage: chief events only</i>"


def _names(canvas: Canvas, colours: dict[str, str], theme: Theme, is_narrow: bool) -> None:
    words = "   ".join(
        f'<span style="color:{colours[name]}">■</span> <span style="color:{theme.muted}">{name}</span>'
        for name, _ in _SERIES
    )
    canvas.note(
        text=words if is_narrow else f'{words}   <span style="color:{theme.muted}">per month</span>',
        x=0, xref="paper", xanchor="left", y=1, yref="paper", yanchor="bottom", yshift=3,
        font={"size": theme.px(12.5)},
    )  # fmt: skip


def _thin(canvas: Canvas, found: list[dict[str, Any]], theme: Theme, is_narrow: bool) -> None:
    """Names the longest stretch of thin months."""
    thin = [row for row in found if not row["is_dense"]]
    if not thin:
        return
    canvas.note(
        text="<i>paler: thin</i>" if is_narrow else "<i>paler: thin coverage</i>",
        x=1, xref="paper", xanchor="right", y=1, yref="paper", yanchor="bottom", yshift=3,
        font={"size": theme.px(12.5), "color": theme.muted},
    )  # fmt: skip
