"""What is drawn of a view, and how: its figures, their keys, the lists beside them; made to fit a canvas."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plotly.graph_objects import Figure

from dashboard.exhibits.exhibit import WIDTH, Draw, Exhibit
from dashboard.figures.atlas import europe_shape
from dashboard.figures.theme import Theme, theme
from dashboard.published import card
from dashboard.published.canvas import ASIDE, GAP, LISTED, MAPPED, SHARE, Canvas
from dashboard.published.counted import MARKED, as_drawn, as_marked, hangs_on_width
from dashboard.published.room import chart_height
from dashboard.published.spare import Spare, listed, spared

CODED = '<div class="code"'
BY_LETTER = '<section class="g-answers theme'  # the list beside a map names all who have a position, with its letter
ROUNDS = 3  # until the names of those without a letter leave no one more without
WORLD = "natural earth"  # a projection that is wider than high
CLICKED = ": click to list"  # nothing is listed here
NONE = "{}"


@dataclass(frozen=True)
class Plan:
    """The figures per theme as JSON, keys and asides per theme, what few strips leave room for, and the title.

    `aside` is how wide the list beside a map is, where that isn't as wide as any other; `high` the height of a chart
    that makes use of less than its share.
    """

    keys: Sequence[str] = ()
    asides: Sequence[str] = ()
    figures: str = NONE
    spare: Spare = Spare()
    title: str = ""
    aside: int = 0
    high: int = 0

    @property
    def is_drawn(self) -> bool:
        """Whether there is a figure."""
        return self.figures != NONE


def planned(
    exhibit: Exhibit, looks: Sequence[Theme], canvas: Canvas | None, words: tuple[str, str], behind: Callable[[], str]
) -> Plan:
    """How a view is drawn in each theme; `words` are reading and proof, `behind` makes those of the last change."""
    if exhibit.is_table:
        return Plan()
    is_card = bool(canvas and canvas.form == "card")
    asides = [] if is_card else [exhibit.aside_html(look) for look in looks]
    is_listed = bool(canvas) and any(BY_LETTER in one for one in asides)
    keys = [
        exhibit.card_html(look) or exhibit.key_html(look) if is_card else key(exhibit, look, not canvas, is_listed)
        for look in looks
    ]
    if not exhibit.draw:
        return Plan(keys, asides)
    if not canvas:
        return Plan(keys, asides, figures(exhibit.draw, [look.name for look in looks]))
    return on_slide(exhibit, looks, canvas, words, Plan(keys, asides), behind)


def on_slide(
    exhibit: Exhibit,
    looks: Sequence[Theme],
    canvas: Canvas,
    words: tuple[str, str],
    plan: Plan,
    behind: Callable[[], str],
) -> Plan:
    """The figures for their place on a canvas, and the keys that fit them."""
    (reading, proof), beside_it, keys = words, any(plan.asides), plan.keys
    across = canvas.chart_width(beside_it)
    title = exhibit.title
    if exhibit.titles or any(map(hangs_on_width, keys)):
        layout = on_canvas(exhibit, across, round(canvas.down))(looks[0])._layout
        keys = [as_drawn(one, layout) for one in keys]
        title = exhibit.titles.get((layout.get("meta") or {}).get("columns", ""), title)
    is_listed = any(BY_LETTER in one for one in plan.asides)
    asides, width = plan.asides, 0
    if canvas.form == "card":
        room = chart_height(canvas, exhibit, "", "", proof, False)
        layout = on_canvas(exhibit, across, round(canvas.down))(looks[0])._layout
        keys, asides, width = card.placed(
            keys, reading, canvas, layout, chart_height(canvas, exhibit, "", "", proof, False)
        )
    told = (reading, "".join(keys[:1]), proof)
    drawing, left = fitted(exhibit, canvas, looks[0], told, beside_it, is_listed)
    is_tall = canvas.form == "tall" and beside_it
    high = int((drawing(looks[0])._layout.get("meta") or {}).get("most", 0)) if is_tall else 0
    if left and not is_listed and canvas.form != "card":
        keys = [said + exhibit.unlettered_html(look, left) for said, look in zip(keys, looks, strict=False)]
    if any(MARKED in one for one in keys):
        layout = drawing(looks[0])._layout
        keys = [as_marked(one, layout) for one in keys]
    spare = Spare()
    if exhibit.shape == "ledger":
        room = chart_height(canvas, exhibit, reading, "".join(keys[:1]), proof, CODED in proof)
        spare = spared(drawing(looks[0])._layout, room, across, behind)
        if spare.times > 1:
            drawing = on_canvas(exhibit, round(across / spare.times), round(room / spare.times))
    if exhibit.shape == "lanes" and canvas.form != "card":
        room = chart_height(canvas, exhibit, reading, "".join(keys[:1]), proof, CODED in proof)
        drawn = drawing(looks[0])._layout.get("height", room)
        spare = Spare(html=listed(exhibit, drawn, room, across))
    made = figures(drawing, [look.name for look in looks])
    if is_listed and WORLD not in made:
        width = beside_map(canvas, chart_height(canvas, exhibit, *told, CODED in proof))
    return Plan(keys, asides, made, spare, title, width, high)


def beside_map(canvas: Canvas, height: int) -> int:
    """How wide a list beside a map of that height may be, so that nothing between them is left empty; 0 below one."""
    if canvas.form != "wide":
        return 0
    free = canvas.chart_width(False) - GAP - math.ceil(height / europe_shape())
    return min(max(ASIDE, free), round(canvas.across / 2))


def key(exhibit: Exhibit, look: Theme, is_fluid: bool = False, is_listed: bool = False) -> str:
    """How to read the chart; and what its frame leaves out, unless the page finds it drawn or a list has all.

    Where the width of the chart is the reader's, the page finds there whose letter has no room, and shows those.
    """
    if is_listed:
        return exhibit.key_html(look).replace(CLICKED, "")
    unlettered = exhibit.unlettered_html(look, None) if is_fluid else ""
    outside = exhibit.outside_html(look) + unlettered if exhibit.draw else ""
    return exhibit.key_html(look).replace(CLICKED, "") + outside


def fitted(
    exhibit: Exhibit, canvas: Canvas, look: Theme, words: tuple[str, str, str], beside_it: bool, is_listed: bool = False
) -> tuple[Draw, Sequence[str]]:
    """How the exhibit is drawn on a canvas, and whose letters have no room there: named in the key, which lowers it.

    `words` are the reading, the key without those names, and the proof.
    """
    reading, told, proof = words
    left: Sequence[str] = ()
    for _ in range(ROUNDS):
        share = LISTED if is_listed else MAPPED if exhibit.shape == "compare" else SHARE
        is_told = is_listed or canvas.form == "card"
        named = told if is_told else told + exhibit.unlettered_html(look, left)
        room = chart_height(canvas, exhibit, reading, named, proof, CODED in proof)
        drawing = on_canvas(exhibit, canvas.chart_width(beside_it), canvas.chart_share(room, beside_it, share))
        before, left = left, (drawing(look)._layout.get("meta") or {}).get("unlettered", ())
        if not told or len(left) <= len(before):
            break
    return drawing, left if told else ()


def on_canvas(exhibit: Exhibit, width: int, height: int) -> Draw:
    """Draws for a width and, where the exhibit can, for no more than a height."""
    draw, slide, across = exhibit.draw, exhibit.slide, width

    def drawn(theme: Theme, width: int = width) -> Figure:  # noqa: ARG001
        return slide(theme, across, height) if slide else draw(theme, across) if draw else Figure()

    return drawn


def figures(draw: Draw, themes: Sequence[str], width: int = WIDTH) -> str:
    """The figure per theme, drawn for a width, as JSON that may stand in a script element."""
    text = ",".join(f'"{name}":{draw(theme(name), width).to_json()}' for name in themes)
    return re.sub(r"<(?=[/!s])", r"\\u003c", "{" + text + "}", flags=re.IGNORECASE)
