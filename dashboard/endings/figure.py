"""A view's figure as Plotly reads it."""

from plotly.io.json import to_json_plotly

from dashboard.endings.shown import Shown
from dashboard.exhibits.exhibit import WIDTH
from dashboard.figures.theme import theme


def as_plotly(shown: Shown) -> bytes | None:
    """The figure as JSON; None where the view has none."""
    draw = shown.exhibit.figure
    if draw is None:
        return None
    figure = draw(theme(shown.theme), width=shown.width or WIDTH)
    # On its page the figure has no title of its own, nor room for one: so its words go with it as data.
    figure.update_layout(meta={**(figure.layout.meta or {}), **said(shown)})
    return str(to_json_plotly(figure, pretty=False)).encode()


def said(shown: Shown) -> dict[str, str]:
    """What the figure shows, for who meets it without its page."""
    exhibit = shown.exhibit
    told = {"title": exhibit.title, "sentence": exhibit.sentence, "reading": exhibit.reading}
    return {**told, "release": str(shown.release["release"]), "address": shown.address, "citation": shown.citation}
