"""Aid by donor in one release and measure: a bar each, stacked by part where the release gives parts."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.aidpaint import OTHERS, WHOLE, occurring, part_colour, part_line, part_names
from dashboard.figures.canvas import Canvas, Mark, folded, mark_of, nothing_to_show
from dashboard.figures.sheet import least_width
from dashboard.figures.theme import Theme
from dashboard.readings.aid import billions, has_parts, place, share
from dashboard.readings.prose import is_missing
from dashboard.readings.wording import Row, is_doubted, rows

ROW, TOP, BOTTOM = 22, 6, 34
LEFT, LEFT_NARROW = 132, 112
_NARROW = 560
_WORDS = 128


def totals(
    totals: pd.DataFrame, theme: Theme, chosen: Sequence[str] = (), per: str = "amount", width: int = 1060
) -> go.Figure:
    """Donors of query ``totals``, largest first: by amount in billions of euros, or by share of GDP in per cent.

    `per` is "amount" or "gdp". Those ``chosen`` stand out, the others are grey; a donor without the figure isn't drawn.
    ``customdata[0]`` is the donor; its rank among states stands at the end of the bar.
    """
    column = "gdp_share_pct" if per == "gdp" else WHOLE
    found = sorted((row for row in rows(totals) if not is_missing(row[column])), key=lambda row: -row[column])
    if not found:
        return nothing_to_show(theme, "This release gives no such figure.", 260)
    parts = [*part_names()] if per != "gdp" and has_parts(totals) else [column]
    canvas = Canvas(theme, height=TOP + BOTTOM + ROW * len(found))
    for part in parts:
        canvas.add(_bars(part, found, theme, chosen))
    canvas.add(_ends(column, found, theme, chosen))
    is_parted = any(_muted(row, chosen) for row in found)
    room = max(width - (LEFT_NARROW if width < _NARROW else LEFT), 120)
    most = found[0][column] * room / max(room - _WORDS, 60)
    canvas.arrange(
        meta=least_width(width) | {"marks": occurring(canvas.traces, "x") + [OTHERS] * is_parted},
        barmode="stack",
        bargap=0.24,
        margin={"l": LEFT_NARROW if width < _NARROW else LEFT, "r": 4, "t": TOP, "b": BOTTOM},
        xaxis={"range": [0, most], "fixedrange": True, "gridcolor": theme.hairline, "zeroline": False,
               "nticks": 4 if width < _NARROW else 7,
               "tickfont": {"color": theme.muted}, "ticksuffix": "%" if per == "gdp" else " bn",
               "tickprefix": "" if per == "gdp" else "€"},
        yaxis={"range": [len(found) - 0.5, -0.5], "fixedrange": True, "showgrid": False, "zeroline": False,
               "tickvals": list(range(len(found))), "ticktext": [_name(row, theme, chosen) for row in found],
               "ticks": "outside", "ticklen": 5, "tickcolor": "rgba(0,0,0,0)"},
    )  # fmt: skip
    return canvas.figure()


def _muted(row: Row, chosen: Sequence[str]) -> bool:
    return bool(chosen) and row["actor_id"] not in chosen


def _name(row: Row, theme: Theme, chosen: Sequence[str]) -> str:
    name = folded(str(row["donor"]))
    if not chosen:
        return name
    return f'<span style="color:{theme.muted}">{name}</span>' if _muted(row, chosen) else f"<b>{name}</b>"


def _bars(part: str, found: Sequence[Row], theme: Theme, chosen: Sequence[str]) -> Mark:
    return mark_of(
        "bar",
        name=part_names().get(part, "Total"),
        orientation="h",
        x=[None if is_missing(row[part]) else float(row[part]) for row in found],
        y=list(range(len(found))),
        marker={
            "color": [part_colour(theme, part, _muted(row, chosen)) for row in found],
            "line": {"color": [part_line(theme, _muted(row, chosen)) for row in found], "width": 0.8},
        },
        customdata=[[row["actor_id"]] for row in found],
        hovertext=[donor_hover(row) for row in found],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _ends(column: str, found: Sequence[Row], theme: Theme, chosen: Sequence[str]) -> Mark:
    """The figure and the rank at the end of each bar."""
    return mark_of(
        "scatter",
        mode="text",
        x=[float(row[column]) for row in found],
        y=list(range(len(found))),
        text=[_end(column, row, theme, chosen) for row in found],
        textposition="middle right",
        textfont={"size": theme.px(13), "color": theme.ink},
        cliponaxis=False,
        hoverinfo="skip",
        customdata=[[row["actor_id"]] for row in found],
        unselected={"textfont": {"color": theme.ink}},
    )


def _end(column: str, row: Row, theme: Theme, chosen: Sequence[str]) -> str:
    value, rank = row[column], place(row, "share" if column == "gdp_share_pct" else "amount")
    said = share(value) if column == "gdp_share_pct" else billions(value).removesuffix(" billion") + " bn"
    doubt = f' <span style="color:{theme.doubt}"><b>?</b></span>' if is_doubted(row) else ""
    ranked = f" · {rank}" if rank else " · no state"
    strong = f"<b>{said}</b>" if chosen and not _muted(row, chosen) else said
    return f'  {strong}{doubt}<span style="color:{theme.muted}">{ranked}</span>'


def donor_hover(row: Row) -> str:
    """All that the release says of a donor."""
    parts = [f"{word}: {billions(row[part])}" for part, word in part_names().items() if not is_missing(row[part])]
    lines = [
        f"<b>{folded(str(row['donor']))}</b>",
        f"Total: {billions(row['total_eur_bn'])}{_among(row, 'amount', 'states')}",
        *parts,
        f"Share of GDP: {share(row['gdp_share_pct'])}{_among(row, 'share', 'states_with_share')}"
        if not is_missing(row["gdp_share_pct"])
        else "Share of GDP: not given in this release",
        *(["<i>? Contested or uncertain in part</i>"] if is_doubted(row) else []),
    ]
    return "<br>".join(lines)


def _among(row: Row, by: str, states: str) -> str:
    return f", {place(row, by)} of {int(row[states])} states" if place(row, by) else ""
