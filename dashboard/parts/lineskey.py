"""Key of the timeline: marks drawn as on the chart, each with its word. HTML with inline SVG."""

from html import escape

from dashboard.figures.acts import ACTS, act_colour
from dashboard.figures.theme import Theme, mix

_WIDE = 640
_SHORT = {
    "from an answer to what it answers": "answers",
    "one without room for its name": "unnamed",
    "event that lasts": "lasting",
    "more around that day": "more",
    "contested or uncertain": "in doubt",
}
_SHAPES = {
    "circle": '<circle cx="8" cy="8" r="5.5"/>',
    "square": '<rect x="3" y="3" width="10" height="10"/>',
    "triangle-down": '<path d="M1.5 4h13L8 13.5z"/>',
    "diamond": '<path d="M8 1l7 7-7 7-7-7z"/>',
}


def acts_key(theme: Theme, counted_from: int = 0, is_facing: bool = False, is_short: bool = False) -> str:
    """What the marks of the timeline do; in pictures up to ``counted_from`` pixels wide, columns count them instead.

    With ``is_facing`` two actors face each other, and dark lines are answers between them; ``is_short``: in few words.
    """
    is_both = 0 < counted_from < _WIDE
    drawn = [_act(i, theme, counted_from, is_both) for i in range(len(ACTS))]
    acts = "".join(_entry(act.word, f"{mark} {escape(act.word)}") for act, mark in zip(ACTS, drawn, strict=True))
    between = "answers between the two; pale: their own side" if is_facing else "from an answer to what it answers"
    marks = {
        "answer": f"{_line(theme.ink, '', True)} {between}",
        "event": f"{_tick(theme)} event",
        "unnamed": f"{_tick(theme, is_small=True)} one without room for its name",
        "lasting": f"{_lasting(theme)} event that lasts",
        "soft": f"{_soft(theme)} day not certain",
        "more": f"{_chip(theme)} more around that day: click to list",
    }
    where = _where("g-wide", counted_from)
    single = "".join(_entry(name, mark, where) for name, mark in marks.items())
    columns = f"{_columns(theme)} how many in a week or month: click to list"
    counted = f"<li{_where('g-narrow', counted_from)}>{columns}</li>" if counted_from else ""
    doubt = _entry("doubt", '<b class="g-doubt">?</b> contested or uncertain')
    doubts = _entry("doubts", '<b class="g-doubt">?5</b> so many of them', _where("g-narrow", counted_from))
    body = acts + single + counted + doubt + (doubts if counted_from else "")
    for whole, short in _SHORT.items() if is_short else ():
        body = body.replace(whole, short)
    return _list(body, theme, "How to read the timeline")


def _act(act: int, theme: Theme, counted_from: int, is_both: bool) -> str:
    """The mark of an act where items are drawn one by one, a piece of its column where they are counted."""
    shape, piece = act_shape(act, theme), _piece(act, theme)
    if is_both:
        return f'<span class="g-wide">{shape}</span><span class="g-narrow">{piece}</span>'
    return piece if counted_from else shape


def _piece(act: int, theme: Theme) -> str:
    """A piece of a column, in the colour and with the hatch that it has there."""
    colour = act_colour(act, theme)
    hatch = ("", "", "M2 13L13 2M2 8L8 2M7 13l6-6", "M2 13L13 2M2 8L8 2M7 13l6-6M2 2l11 11M2 7l6 6M7 2l6 6")[act]
    lines = f'<path d="{hatch}" stroke="{mix(colour, theme.paper, 0.3)}"/>' if hatch else ""
    return (
        '<svg width="15" height="16" viewBox="0 0 15 16" aria-hidden="true">'
        f'<path d="M2 2h11v11H2z" fill="{colour}"/>{lines}</svg>'
    )


def _entry(name: str, words: str, where: str = "") -> str:
    """An entry under the name of its mark, by which a picture drops those that it doesn't draw."""
    return f'<li data-mark="{name}"{where}>{words}</li>'


def _where(name: str, counted_from: int) -> str:
    """The class of what only a wide, or only a narrow screen shows; none where all screens show the same."""
    return f' class="{name}"' if 0 < counted_from < _WIDE else ""


def _columns(theme: Theme) -> str:
    return (
        '<svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">'
        f'<path d="M1 15v-5h4v5zM7 15V3h4v12zM13 15V8h4v7z" fill="{theme.muted}"/></svg>'
    )


def act_shape(act: int, theme: Theme) -> str:
    """The mark of an act."""
    return _shape(ACTS[act].symbol, act_colour(act, theme))


def _tick(theme: Theme, is_small: bool = False) -> str:
    path, width = ("M4 5v6", 1.8) if is_small else ("M4 2v12", 3)
    return (
        '<svg width="8" height="16" viewBox="0 0 8 16" aria-hidden="true">'
        f'<path d="{path}" stroke="{theme.ink}" stroke-width="{width}"/></svg>'
    )


def _lasting(theme: Theme) -> str:
    return (
        '<svg width="24" height="16" viewBox="0 0 24 16" aria-hidden="true">'
        f'<path d="M4 2v12" stroke="{theme.ink}" stroke-width="3"/>'
        f'<path d="M4 12.5h20" stroke="{theme.ink}" stroke-width="3" opacity="0.7"/></svg>'
    )


def _chip(theme: Theme) -> str:
    return (
        '<svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true">'
        f'<rect x="1.5" y="1" width="17" height="14" fill="{theme.surface}" stroke="{theme.muted}"/>'
        f'<text x="10" y="12" font-size="10" text-anchor="middle" fill="{theme.ink}">+3</text></svg>'
    )


def _shape(symbol: str, colour: str) -> str:
    return f'<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="{colour}">{_SHAPES[symbol]}</svg>'


def _line(colour: str, dash: str, is_arrow: bool) -> str:
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    head = f'<path d="M28 8l-8-4v8z" fill="{colour}"/>' if is_arrow else ""
    width = 1.7 if is_arrow else 3
    return (
        '<svg width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">'
        f'<path d="M0 8h{22 if is_arrow else 28}" stroke="{colour}" stroke-width="{width}"{dashes}/>{head}</svg>'
    )


def _soft(theme: Theme) -> str:
    return (
        '<svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">'
        f'<rect y="4" width="26" height="8" fill="{theme.muted}" opacity="0.25"/>'
        f'<circle cx="13" cy="8" r="4.5" fill="{theme.tone["neutral"]}"/></svg>'
    )


def _list(body: str, theme: Theme, label: str) -> str:
    return f'<ul class="g-key theme-{theme.name}" aria-label="{escape(label, quote=True)}">{body}</ul>'
