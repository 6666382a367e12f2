"""Keys of timeline, network and matrix: marks drawn as on the chart, each with its word. HTML with inline SVG."""

from html import escape

from dashboard.figures.acts import ACTS, act_colour
from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import DASH, LETTER, TONES

_SHAPES = {
    "circle": '<circle cx="8" cy="8" r="5.5"/>',
    "square": '<rect x="3" y="3" width="10" height="10"/>',
    "triangle-down": '<path d="M1.5 4h13L8 13.5z"/>',
    "diamond": '<path d="M8 1l7 7-7 7-7-7z"/>',
}
_DASHES = {"solid": "", "dot": "2 3", "dash": "7 4", "dashdot": "8 3 2 3"}


def acts_key(theme: Theme, is_counted: bool = False) -> str:
    """What the marks of the timeline do; with ``is_counted`` columns count statements by week or month."""
    acts = "".join(
        f"<li>{_shape(act.symbol, act_colour(i, theme))} {escape(act.word)}</li>" for i, act in enumerate(ACTS)
    )
    line = f"<li>{_line(theme.ink, '', True)} from an answer to what it answers</li>"
    doubt = "<li><b class='g-doubt'>?</b> contested or uncertain</li>"
    soft = f"<li>{_soft(theme)} day not certain</li>"
    height = "<li>height: number of statements</li>" if is_counted else soft
    return _list(acts + line + height + doubt, theme, "How to read the timeline")


def tones_key(theme: Theme, is_matrix: bool = False) -> str:
    """Tones with letter, colour and dash, and what width and arrow mean; for the matrix what a box means."""
    shown = TONES[:4] if is_matrix else TONES
    told = "".join(f"<li>{_tone(tone, theme, is_matrix)} <b>{LETTER[tone]}</b> {tone}</li>" for tone in shown)
    mixed = "<li><b>M</b> mixed: praise and blame each above a quarter</li>" if is_matrix else ""
    rules = (
        ("row speaks of column", "area of a box: statements", "fewer than three: no letter, not ranked")
        if is_matrix
        else ("arrow: from speaker to spoken of", "width and number: statements", "fewer than three: thin, not ranked")
    )
    nodes = "" if is_matrix else _nodes(theme)
    return _list(told + mixed + "".join(f"<li>{rule}</li>" for rule in rules) + nodes, theme, "How to read the tones")


def _nodes(theme: Theme) -> str:
    """What the marks of actors are: organisations lighter, persons hollow."""
    lighter = _shape("circle", mix(theme.ink, theme.paper, 0.5))
    hollow = (
        '<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">'
        f'<rect x="4" y="4" width="8" height="8" fill="none" stroke="{theme.ink}" stroke-width="1.5"/></svg>'
    )
    return f"<li>{lighter} organisation</li><li>{hollow} person without an office then</li>"


def _tone(tone: str, theme: Theme, is_matrix: bool) -> str:
    colour = theme.tone[tone]
    return _shape("square", colour) if is_matrix else _line(colour, _DASHES[DASH[tone]], False)


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
