"""The style sheet of the parts: shared rules, and the colours of both themes as variables."""

import hashlib
from functools import cache
from pathlib import Path

from dashboard.figures.theme import Theme, theme

_NAMES = (
    "style.css",
    "card.css",
    "paths.css",
    "aid.css",
    "timeline.css",
    "profile.css",
    "statements.css",
    "network.css",
    "quote.css",
    "pictures.css",
    "data.css",
    "print.css",
)
_SHEETS = tuple(Path(__file__).with_name(name) for name in _NAMES)


@cache
def style() -> str:
    """CSS for every part, light (``.theme-light``) and dark (``.theme-dark``); on paper all is light."""
    sheets = (sheet.read_text(encoding="utf-8") for sheet in _SHEETS)
    paper = variables(theme("light")).replace(".theme-light", ":root, .theme-light, .theme-dark", 1)
    rules = [variables(theme("light")), variables(theme("dark")), f"@media print {{ {paper} }}"]
    return "\n".join([*rules, *sheets])


@cache
def sheet() -> str:
    """The name of that style sheet as a file of its own, below ``part/style``: another content has another name."""
    return f"{hashlib.sha256(style().encode()).hexdigest()[:10]}.css"


def variables(drawn: Theme) -> str:
    """One rule that names the theme's colours: ``--g-ink``, ``--g-signed``, ``--g-signed-ink`` …"""
    plain = ("ink", "muted", "paper", "surface", "hairline", "land", "border", "accent", "doubt")
    pairs = {name: getattr(drawn, name) for name in plain}
    for status, fill in drawn.status.items():
        pairs[status] = fill
        pairs[f"{status}-ink"] = drawn.status_ink[status]
        pairs[f"{status}-line"] = drawn.status_outline[status]
        pairs[f"{status}-aged"] = drawn.aged(status)
    pairs["aged"] = drawn.aged("pledged")
    for tone, colour in drawn.tone.items():
        pairs[f"tone-{tone}"] = colour
    body = " ".join(f"--g-{name}: {value};" for name, value in pairs.items())
    return f".theme-{drawn.name} {{ {body} }}"
