"""What an act does, in four kinds by CAMEO root, each with a word, a shape and a colour of its own."""

from functools import cache
from typing import Any, NamedTuple

from dashboard.figures.theme import Theme


class Act(NamedTuple):
    """A kind of act: its word, its Plotly symbol, the tone that lends its colour, and its mark's relative size."""

    word: str
    symbol: str
    tone: str
    scale: float


ACTS = (
    Act("comment", "circle", "neutral", 1.0),
    Act("offer or support", "square", "supportive", 0.95),
    Act("object", "triangle-down", "critical", 1.15),
    Act("threaten or sanction", "diamond", "hostile", 1.2),
)
_FIRST_ROOTS = (1, 3, 9, 13)


@cache
def act_of(cameo_code: Any) -> int:
    """Index into ``ACTS`` of a two-digit CAMEO root; an absent or unknown code is a comment."""
    try:
        root = int(cameo_code)
    except (TypeError, ValueError):
        return 0
    return max(sum(root >= first for first in _FIRST_ROOTS) - 1, 0)


def act_colour(index: int, theme: Theme) -> str:
    """Colour of an act's marks."""
    return theme.tone[ACTS[index].tone]
