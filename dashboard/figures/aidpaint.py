"""Colours of aid by part: military, financial, humanitarian; full for who is highlighted, grey for the others."""

from collections.abc import Iterable

from dashboard.figures.canvas import Mark
from dashboard.figures.theme import Theme, mix
from dashboard.readings.aid import PARTS

_SHARES = {"military_eur_bn": 1.0, "financial_eur_bn": 0.55, "humanitarian_eur_bn": 0.24}
WHOLE = "total_eur_bn"
OTHERS = "not highlighted"


def part_colour(theme: Theme, part: str, is_muted: bool = False) -> str:
    """The fill of a part, or of a whole that is given without parts."""
    share = _SHARES.get(part, 1.0)
    if is_muted:
        return mix(theme.muted, theme.paper, 0.55 * share)
    return mix(theme.status["delivered"], theme.paper, share)


def part_line(theme: Theme, is_muted: bool = False) -> str:
    """The outline that makes a light part visible."""
    return mix(theme.muted, theme.paper, 0.6) if is_muted else theme.status["delivered"]


def part_names() -> dict[str, str]:
    """Column → its part as a word, in the order in which they are stacked."""
    return {column: word.capitalize() for column, word in PARTS.items()}


def occurring(bars: Iterable[Mark], along: str) -> list[str]:
    """The parts of which any bar has some, by the names of their traces: the key of a picture has these alone."""
    return list(dict.fromkeys(bar["name"] for bar in bars if bar["type"] == "bar" and any(bar[along])))
