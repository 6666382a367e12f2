"""How a view's figure is drawn for a place on a canvas, and written into a page."""

import re
from collections.abc import Sequence

from plotly.graph_objects import Figure

from dashboard.exhibits.exhibit import WIDTH, Draw, Exhibit
from dashboard.figures.theme import Theme, theme


def on_canvas(exhibit: Exhibit, width: int, height: int, is_card: bool = False) -> Draw:
    """Draws for a width and, where the exhibit can, for no more than a height; as the picture of a link has it."""
    draw, across = exhibit.draw, width
    slide = exhibit.card if is_card and exhibit.card else exhibit.slide

    def drawn(theme: Theme, width: int = width) -> Figure:  # noqa: ARG001
        return slide(theme, across, height) if slide else draw(theme, across) if draw else Figure()

    return drawn


def figures(draw: Draw, themes: Sequence[str], width: int = WIDTH) -> str:
    """The figure per theme, drawn for a width, as JSON that may stand in a script element."""
    text = ",".join(f'"{name}":{draw(theme(name), width).to_json()}' for name in themes)
    return re.sub(r"<(?=[/!s])", r"\\u003c", "{" + text + "}", flags=re.IGNORECASE)
