"""The key of network and matrix: each tone with letter, colour and hatching or dash, and what the marks mean."""

from collections.abc import Collection, Mapping
from html import escape

from dashboard.figures.theme import Theme, mix
from dashboard.figures.ties import LETTER, TONES

_DASHES = {"supportive": "", "neutral": "2 2.5", "critical": "6 4", "hostile": "9 1.6 1.6 1.6", "mixed": "7 3 2 3"}
BOXES = {
    "row": "row speaks of column",
    "length": "length of a box: statements",
    "unranked": "fewer than three: no letter, not ranked",
}
ARROWS = {
    "arrow": "from speaker to spoken of",
    "ranked": "more statements; the number says how many",
    "unranked": "fewer than three, not ranked",
}
FEWER = {"arrow": "speaks of", "ranked": "statements", "unranked": "under 3"}
FEWER_BOXES = {"length": "longer: more", "unranked": "no letter: under 3"}
OCCUR = {"ranked", "unranked", "country", "organisation", "person"}
_DRAWING = '<svg width="{width}" height="16" viewBox="0 0 {width} 16" aria-hidden="true">{marks}</svg>'


def tones_key(
    theme: Theme, is_matrix: bool = False, found: Collection[str] | None = None, is_short: bool = False
) -> str:
    """Tones with letter, colour and dash, and what width and arrow mean; for the matrix what a box means.

    ``found`` are the marks that occur: ``ranked`` and ``unranked`` ties, ``mixed`` ones, kinds of actors; by default
    all. In the matrix only ranked ties have letters. A mark's entry is named by ``data-mark``, by which a picture drops
    those that it doesn't draw; `is_short` is in few words.
    """
    is_mixed = found is None or "mixed" in found
    tones = TONES if is_mixed and not is_matrix else [tone for tone in TONES if tone != "mixed"]
    letters = LETTER if not is_matrix or found is None or "ranked" in found else {}
    named = {tone: f"<b>{letters[tone]}</b> {tone}" if letters else tone for tone in tones}
    told = "".join(f"<li>{_tone(tone, theme, is_matrix)} {named[tone]}</li>" for tone in tones)
    blend = "" if is_short else ": praise and blame each above a quarter"
    mixed = f"<li><b>M</b> mixed{blend}</li>" if is_matrix and is_mixed and letters else ""
    marks = (
        (BOXES | FEWER_BOXES if is_short else BOXES)
        if is_matrix
        else {**_arrows(theme, FEWER if is_short else ARROWS), **_nodes(theme)}
    )
    shown = {mark: words for mark, words in marks.items() if found is None or mark in found or mark not in OCCUR}
    marked = {mark: f' data-mark="{mark}"' if mark in OCCUR else "" for mark in shown}
    body = told + mixed + "".join(f"<li{marked[mark]}>{words}</li>" for mark, words in shown.items())
    return (
        f'<ul class="g-key theme-{theme.name}" aria-label="{escape("How to read the tones", quote=True)}">{body}</ul>'
    )


def _arrows(theme: Theme, told: Mapping[str, str]) -> dict[str, str]:
    """How a tie is drawn: its head at whom it speaks of, wider the more statements there are, thin below three."""
    ink = theme.muted
    shaft, head = f'<path d="M0 8h20" stroke="{ink}" stroke-width="2.6"/>', f'<path d="M28 8l-9-4.5v9z" fill="{ink}"/>'
    widths = "".join(
        f'<path d="M{x} 8h8" stroke="{ink}" stroke-width="{w}"/>' for x, w in ((0, 2.6), (9, 5.2), (18, 9.5))
    )
    thin = f'<path d="M0 8h26" stroke="{ink}" stroke-width="1"/>'
    marks = {"arrow": shaft + head, "ranked": widths, "unranked": thin}
    return {name: f"{_DRAWING.format(width=28, marks=marks[name])} {words}" for name, words in told.items()}


def _nodes(theme: Theme) -> dict[str, str]:
    """What the marks of actors are: countries dark, organisations lighter, persons hollow."""
    dark = f'<circle cx="8" cy="8" r="5.5" fill="{mix(theme.ink, theme.paper, 0.85)}"/>'
    lighter = f'<circle cx="8" cy="8" r="5.5" fill="{mix(theme.ink, theme.paper, 0.5)}"/>'
    hollow = f'<rect x="4" y="4" width="8" height="8" fill="none" stroke="{theme.ink}" stroke-width="1.5"/>'
    marks = {"country": dark, "organisation": lighter, "person": hollow}
    return {word: f"{_DRAWING.format(width=16, marks=mark)} {word}" for word, mark in marks.items()}


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
