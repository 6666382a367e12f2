"""The key of network and matrix: each tone with letter, colour and hatching or dash, and what the marks mean."""

from html import escape

from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import LETTER, TONES

_DASHES = {"supportive": "", "neutral": "2 2.5", "critical": "6 4", "hostile": "9 1.6 1.6 1.6", "mixed": "7 3 2 3"}
_DRAWING = '<svg width="{width}" height="16" viewBox="0 0 {width} 16" aria-hidden="true">{marks}</svg>'


def tones_key(theme: Theme, is_matrix: bool = False) -> str:
    """Tones with letter, colour and dash, and what width and arrow mean; for the matrix what a box means."""
    shown = TONES[:4] if is_matrix else TONES
    told = "".join(f"<li>{_tone(tone, theme, is_matrix)} <b>{LETTER[tone]}</b> {tone}</li>" for tone in shown)
    mixed = "<li><b>M</b> mixed: praise and blame each above a quarter</li>" if is_matrix else ""
    rules = (
        ("row speaks of column", "length of a box: statements", "fewer than three: no letter, not ranked")
        if is_matrix
        else ("arrow: from speaker to spoken of", "width and number: statements", "fewer than three: thin, not ranked")
    )
    nodes = "" if is_matrix else _nodes(theme)
    body = told + mixed + "".join(f"<li>{rule}</li>" for rule in rules) + nodes
    return (
        f'<ul class="g-key theme-{theme.name}" aria-label="{escape("How to read the tones", quote=True)}">{body}</ul>'
    )


def _nodes(theme: Theme) -> str:
    """What the marks of actors are: organisations lighter, persons hollow."""
    lighter = f'<circle cx="8" cy="8" r="5.5" fill="{mix(theme.ink, theme.paper, 0.5)}"/>'
    hollow = f'<rect x="4" y="4" width="8" height="8" fill="none" stroke="{theme.ink}" stroke-width="1.5"/>'
    marks = ((lighter, "organisation"), (hollow, "person"))
    return "".join(f"<li>{_DRAWING.format(width=16, marks=mark)} {word}</li>" for mark, word in marks)


def _tone(tone: str, theme: Theme, is_matrix: bool) -> str:
    """A band as it is hatched, and the thin line's dash; mixed, which is bands of several tones, as a line alone."""
    colour = theme.tone[tone]
    line = f'<path d="M0 12.5h26" stroke="{colour}" stroke-width="1.6" stroke-dasharray="{_DASHES[tone]}"/>'
    if tone == "mixed":
        parts = ("supportive", "neutral", "critical", "hostile")
        bands = "".join(_band(part, theme.tone[part], theme, i * 6.5, 6.5) for i, part in enumerate(parts))
        return _DRAWING.format(width=26, marks=bands + line)
    band = _band(tone, colour, theme, 0, 26)
    return _DRAWING.format(width=26, marks=band if is_matrix else band + line)


def _band(tone: str, colour: str, theme: Theme, left: float, width: float) -> str:
    pale = mix(colour, theme.paper, 0.35)
    found = f'<rect x="{left}" y="3" width="{width}" height="6" fill="{colour}"/>'
    if tone == "neutral":
        dots = (left + 2 + i * 4 for i in range(int(width // 4)))
        return found + "".join(f'<circle cx="{x}" cy="6" r="0.9" fill="{theme.paper}"/>' for x in dots)
    steps = [left + i * 4 for i in range(int(width // 4) + 1)] if tone in ("critical", "hostile") else []
    rising = "".join(f"M{x} 9l{min(4.0, left + width - x)} -6" for x in steps)
    falling = "".join(f"M{x} 3l{min(4.0, left + width - x)} 6" for x in steps) if tone == "hostile" else ""
    return found + (f'<path d="{rising}{falling}" stroke="{pale}" stroke-width="0.9"/>' if steps else "")
