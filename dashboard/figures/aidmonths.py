"""Allocations by month of one release: a panel per donor, stacked by part, each month or the running total."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.aidpaint import part_colour, part_line, part_names
from dashboard.figures.canvas import Canvas, Mark, folded, mark_of, nothing_to_show
from dashboard.figures.theme import Theme
from dashboard.readings.aid import donor_words
from dashboard.readings.wording import Row, rows

MOST = 6
ALONE, PANEL, HEAD, FOOT = 360, 150, 34, 30
_NARROW = 560
_LETTER_PX = 6.4


def months(
    months: pd.DataFrame, totals: pd.DataFrame, theme: Theme, pace: str = "running", width: int = 1060
) -> go.Figure:
    """Months of query ``months`` in billions of euros, for at most ``MOST`` donors, in their order.

    ``totals`` are every donor's totals of the same release: amount and ranks stand above each panel. Each panel has a
    scale of its own. ``pace``: "running" or "monthly". ``customdata[0]`` is the donor, [1] the month's first day.
    """
    donors = list(dict.fromkeys(months["actor_id"]))[:MOST]
    if not donors:
        return nothing_to_show(theme, "No month is on record for this selection.", 260)
    tall = ALONE if len(donors) == 1 else PANEL
    height = (tall + HEAD) * len(donors) + FOOT
    canvas = Canvas(theme, height=height)
    named = {row["actor_id"]: row for row in rows(totals)}
    days = span_of_months(months)
    for place, donor in enumerate(donors):
        bottom = 1 - (place + 1) * (tall + HEAD) / (height - FOOT)
        panel = filled(months[months["actor_id"] == donor], days, pace)
        axis = "" if place == 0 else str(place + 1)
        canvas.add_all(_bars(panel, donor, axis, theme))
        top = bottom + tall / (height - FOOT)
        _title(canvas, named.get(donor), str(panel.attrs["donor"]), top, width)
        canvas.arrange(**_axes(axis, place == len(donors) - 1, max(bottom, 0.0), top, days, theme))
    canvas.arrange(barmode="stack", bargap=0.16, margin={"l": 44, "r": 6, "t": 0, "b": FOOT})
    return canvas.figure()


def span_of_months(months: pd.DataFrame) -> list[pd.Timestamp]:
    """Every month from the first to the last on record."""
    starts = pd.to_datetime(months["month_starts_on"])
    return list(pd.date_range(starts.min(), starts.max(), freq="MS"))


def filled(own: pd.DataFrame, days: Sequence[pd.Timestamp], pace: str) -> pd.DataFrame:
    """A donor's parts for every month: a month without a row is one in which nothing was allocated."""
    parts = own.assign(month_starts_on=pd.to_datetime(own["month_starts_on"])).set_index("month_starts_on")
    every = parts[[*part_names()]].reindex(list(days), fill_value=0.0)
    every.attrs["donor"] = str(own["donor"].iloc[0])
    if pace != "running":
        return every
    running = every.cumsum()
    running.attrs["donor"] = every.attrs["donor"]
    return running


def _bars(panel: pd.DataFrame, donor: str, axis: str, theme: Theme) -> list[Mark]:
    days = [str(day.date()) for day in panel.index]
    head = f"<b>{folded(panel.attrs['donor'])}</b>, %{{x|%B %Y}}"
    return [
        mark_of(
            "bar",
            name=word,
            x=days,
            y=[round(float(value), 4) for value in panel[part]],
            xaxis="x",
            yaxis=f"y{axis}",
            marker={"color": part_colour(theme, part), "line": {"color": part_line(theme), "width": 0.4}},
            customdata=[[donor, day] for day in days],
            hovertemplate=f"{head}<br>{word}: €%{{y:.3f}} bn<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
        for part, word in part_names().items()
    ]


def _title(canvas: Canvas, row: Row | None, name: str, top: float, width: int) -> None:
    """The donor, its total and where it ranks: above the panel, in two lines where one has no room."""
    words = donor_words(row) if row else ""
    gap = "<br>" if width < _NARROW and (len(name) + len(words)) * _LETTER_PX > width else "  "
    said = f"<b>{folded(name)}</b>{gap}<span style='color:{canvas.theme.muted}'>{folded(words, 400)}</span>"
    canvas.note(
        text=said, xref="paper", yref="paper", x=0, y=top, xanchor="left", yanchor="bottom", align="left",
        font={"size": canvas.theme.px(14 if width >= _NARROW else 12.5), "color": canvas.theme.ink},
    )  # fmt: skip


def _axes(
    axis: str, is_last: bool, bottom: float, top: float, days: Sequence[pd.Timestamp], theme: Theme
) -> dict[str, dict[str, object]]:
    plain = {"color": theme.muted, "size": theme.px(12)}
    upright = {
        "domain": [bottom, top], "anchor": "x", "fixedrange": True, "gridcolor": theme.hairline, "zeroline": False,
        "nticks": 4, "rangemode": "tozero", "tickprefix": "€", "ticksuffix": " bn", "tickfont": plain,
        "automargin": True,
    }  # fmt: skip
    if not is_last:
        return {f"yaxis{axis}": upright}
    start, end = days[0] - pd.Timedelta(days=18), days[-1] + pd.Timedelta(days=18)
    level = {
        "type": "date", "anchor": f"y{axis}", "range": [str(start.date()), str(end.date())], "fixedrange": True,
        "showgrid": False, "dtick": "M12", "tick0": "2022-01-01", "tickformat": "%Y", "tickfont": plain,
    }  # fmt: skip
    return {f"yaxis{axis}": upright, "xaxis": level}
