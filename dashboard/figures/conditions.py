"""What promises hang on: a bar per condition, solid where named now, paler where earlier, hollow where not binding."""

from collections.abc import Sequence

import plotly.graph_objects as go

from dashboard.figures.canvas import Canvas, Mark, folded, mark_of, nothing_to_show
from dashboard.figures.sheet import least_width
from dashboard.figures.theme import Theme, mix, readable
from dashboard.readings.conditions import Bar, kind_words
from dashboard.readings.prose import counted, short_date, text
from dashboard.readings.wording import Row

ROW, TOP, BOTTOM = 30, 8, 30
GAP = 0.008
_FADED = 0.3
_NARROW = 560
_LONG = 16


def conditions(bars: Sequence[Bar], theme: Theme, focus: str | None = None, width: int = 690) -> go.Figure:
    """Bars of ``readings.conditions.bars``, top to bottom; ``customdata[0]`` is the condition, or the alternatives.

    A condition that is counted among alternatives stands under them, indented. ``focus`` is drawn full, the rest fade.
    """
    if not bars:
        return nothing_to_show(theme, "No condition is on record.", 260)
    canvas = Canvas(theme, height=TOP + BOTTOM + ROW * len(bars))
    most = max(len(bar.named) for bar in bars) * (1 + GAP)
    is_narrow = width < _NARROW
    canvas.add(_now(bars, theme, focus), _earlier(bars, theme, focus), _unbound(bars, theme, focus))
    canvas.arrange(
        meta=least_width(width) | {"marks": occurring(bars)},
        barmode="overlay",
        bargap=0.28,
        margin={"l": 150 if is_narrow else 176, "r": 8, "t": TOP, "b": BOTTOM},
        xaxis={"range": [0, most * 1.03], "fixedrange": True, "showgrid": True, "gridcolor": theme.hairline,
               "zeroline": False, "dtick": 1 if most < 9 else 5, "tickfont": {"color": theme.muted}},
        yaxis={"range": [len(bars) - 0.5, -0.5], "fixedrange": True, "showgrid": False, "zeroline": False,
               "tickvals": list(range(len(bars))), "ticktext": [_label(bar, theme) for bar in bars],
               "ticks": "outside", "ticklen": 6, "tickcolor": "rgba(0,0,0,0)"},
    )  # fmt: skip
    return canvas.figure()


def occurring(bars: Sequence[Bar]) -> list[str]:
    """Which parts occur in the bars: the key of a picture has these alone."""
    parts = {"now": [bar.now for bar in bars], "earlier": [bar.earlier for bar in bars]}
    parts["unbound"] = [bar.unbound for bar in bars]
    return [name for name, found in parts.items() if any(found)]


def _label(bar: Bar, theme: Theme) -> str:
    words = folded(bar.label, 40)
    return f'<span style="color:{theme.muted}">· {words[:1].lower() + words[1:]}</span>' if bar.part_of else words


def _now(bars: Sequence[Bar], theme: Theme, focus: str | None) -> Mark:
    return _segment(
        "named in the current row", bars, [bar.now for bar in bars], [0.0] * len(bars), theme.accent, None, theme, focus
    )


def _earlier(bars: Sequence[Bar], theme: Theme, focus: str | None) -> Mark:
    pale = mix(theme.accent, theme.paper, 0.3)
    bases = [float(len(bar.now)) for bar in bars]
    return _segment(
        "named earlier, never withdrawn", bars, [bar.earlier for bar in bars], bases, pale, theme.accent, theme, focus
    )


def _unbound(bars: Sequence[Bar], theme: Theme, focus: str | None) -> Mark:
    gap = GAP * max(len(bar.named) for bar in bars)
    bases = [bar.total + (gap if bar.total else 0.0) for bar in bars]
    name = "named only by voices that don’t bind"
    return _segment(name, bars, [bar.unbound for bar in bars], bases, theme.paper, theme.muted, theme, focus)


def _segment(
    name: str,
    bars: Sequence[Bar],
    told: Sequence[Sequence[Row]],
    bases: Sequence[float],
    fill: str,
    line: str | None,
    theme: Theme,
    focus: str | None,
) -> Mark:
    drawn = [index for index, own in enumerate(told) if own]
    strengths = [_strength(bars[index], focus) for index in drawn]
    return mark_of(
        "bar",
        name=name,
        orientation="h",
        x=[len(told[index]) for index in drawn],
        y=drawn,
        base=[bases[index] for index in drawn],
        width=[0.46 if bars[index].part_of else 0.74 for index in drawn],
        text=[f"<b>{len(told[index])}</b>" for index in drawn],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"size": theme.px(13), "color": [readable(mix(fill, theme.paper, one)) for one in strengths]},
        marker={
            "color": [mix(fill, theme.paper, one) for one in strengths],
            "line": {"color": [mix(line or fill, theme.paper, one) for one in strengths], "width": 1.4 if line else 0},
        },
        customdata=[[bars[index].code] for index in drawn],
        hovertext=[_hover(bars[index], name, told[index]) for index in drawn],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _strength(bar: Bar, focus: str | None) -> float:
    return 1.0 if focus in (None, "", bar.code, bar.part_of) else _FADED


def _hover(bar: Bar, name: str, told: Sequence[Row]) -> str:
    head = f"<b>{folded(bar.label)}</b><br>{counted(len(told), 'promise')}, {folded(name)}"
    lines = [folded(f"{text(row['pledger'])}: {kind_words(row)}, {short_date(row['last_named_on'])}") for row in told]
    more = [f"and {len(lines) - _LONG} more"] if len(lines) > _LONG else []
    return "<br>".join([head, *lines[:_LONG], *more])
