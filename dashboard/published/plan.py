"""What is drawn of a view, and how: its figures, their keys, the lists beside them; made to fit a canvas."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dashboard.exhibits.exhibit import Draw, Exhibit
from dashboard.figures.atlas import COLUMNED, europe_shape
from dashboard.figures.theme import Theme
from dashboard.parts.signskey import signs_key
from dashboard.published import card
from dashboard.published.canvas import ASIDE, GAP, LISTED, MAPPED, SHARE, Canvas
from dashboard.published.counted import FOLDED, as_drawn, as_marked, hangs_on_width
from dashboard.published.drawing import figures, on_canvas
from dashboard.published.room import chart_height
from dashboard.published.spare import Spare, listed, spared
from dashboard.readings.prose import counted

CODED = '<div class="code"'
BY_LETTER = '<section class="g-answers theme'  # the list beside a map names all who have a position, with its letter
ROUNDS = 3  # until the names of those without a letter leave no one more without
WORLD = "natural earth"  # a projection that is wider than high
CLICKED = ": click to list"  # nothing is listed here
NONE = "{}"
Layout = Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """The figures per theme as JSON, keys and asides per theme, what few strips leave room for, the title, and the
    reading where the figure leaves out what it would tell of.

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
    reading: str = ""

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
    keys = [key(exhibit, look, not canvas, is_listed, is_card) for look in looks]
    if canvas and asides:
        keys = [f"{one}{signs_key(look, aside, one)}" for one, look, aside in zip(keys, looks, asides, strict=True)]
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
    if canvas.form == "card":
        keys = [one.replace(FOLDED, "") for one in keys]  # the names of its lanes say it
        return on_card(exhibit, looks, canvas, words, replace(plan, keys=keys, title=title))
    is_listed = any(BY_LETTER in one for one in plan.asides)
    told = (reading, "".join(keys[:1]), proof)
    drawing, left = fitted(exhibit, canvas, looks[0], told, beside_it, is_listed)
    layout = drawing(looks[0])._layout
    high = int((layout.get("meta") or {}).get("most", 0)) if canvas.form == "tall" and beside_it else 0
    if left and not is_listed:
        keys = [said + without_letter(exhibit, look, left) for said, look in zip(keys, looks, strict=False)]
    keys = [as_marked(one, layout) for one in keys]
    if plan.asides:
        seen = zip(keys, looks, plan.asides, strict=True)
        keys = [f"{one}{signs_key(look, aside, one)}" for one, look, aside in seen]
    room = chart_height(canvas, exhibit, reading, "".join(keys[:1]), proof, CODED in proof)
    spare = Spare()
    if exhibit.shape == "ledger":
        drawing, spare = larger(exhibit, drawing, spared(layout, room, across, behind), across, room)
    if exhibit.shape == "lanes":
        spare = Spare(html=listed(exhibit, layout.get("height", room), room, across))
    made = figures(drawing, [look.name for look in looks])
    is_beside = beside_it and (card.is_map_of_europe(layout) or (is_listed and WORLD not in made))
    has_column = layout.get("geo", {}).get("lonaxis") == COLUMNED["lonaxis"]
    height = chart_height(canvas, exhibit, *told, CODED in proof)
    width = beside_map(canvas, height, has_column) if is_beside else 0
    return Plan(keys, plan.asides, made, spare, title, width, high, (layout.get("meta") or {}).get("reading", ""))


def on_card(exhibit: Exhibit, looks: Sequence[Theme], canvas: Canvas, words: tuple[str, str], plan: Plan) -> Plan:
    """The same for the picture of a link: key and words beside a map of Europe, above any other chart the key alone."""
    (reading, proof), across, names = words, canvas.chart_width(False), [look.name for look in looks]

    def fitted_to(keys: Sequence[str]) -> tuple[int, Draw, Layout, Sequence[str]]:
        room = chart_height(canvas, exhibit, "", "".join(keys[:1]), proof, False)
        drawing = on_canvas(exhibit, across, room, is_card=True)
        layout = drawing(looks[0])._layout
        return room, drawing, layout, [as_marked(one, layout) for one in plan.keys]

    room, drawing, layout, keys = fitted_to(())
    if card.is_map_of_europe(layout):
        wide = card.beside_map(canvas, room)
        meta = layout.get("meta") or {}
        left = len(set(meta.get("unlettered", ())) - set(meta.get("unsigned", ())))
        asides = [card.column(one, (exhibit.brief, reading), wide, room, left) for one in keys]
        return replace(plan, keys=(), asides=asides, figures=figures(drawing, names), aside=wide)
    room, drawing, layout, keys = fitted_to(plan.keys)
    larger_one = fitted_to(keys)
    if card.lines_of(larger_one[3], across) <= card.lines_of(keys, across):
        room, drawing, layout, keys = larger_one
    spare = Spare()
    if exhibit.shape == "ledger":
        drawing, spare = larger(exhibit, drawing, spared(layout, room, across, str), across, room, is_card=True)
    return replace(plan, keys=keys, figures=figures(drawing, names), spare=spare)


def larger(
    exhibit: Exhibit, drawing: Draw, spare: Spare, across: int, room: int, is_card: bool = False
) -> tuple[Draw, Spare]:
    """Few strips drawn for less room than there is, which is then scaled up to it."""
    if spare.times <= 1:
        return drawing, spare
    return on_canvas(exhibit, round(across / spare.times), round(room / spare.times), is_card), spare


def beside_map(canvas: Canvas, height: int, has_column: bool) -> int:
    """How wide a list beside a map of that height may be, so that nothing between them is left empty; 0 below one."""
    if canvas.form != "wide":
        return 0
    free = canvas.chart_width(False) - GAP - math.ceil(height / europe_shape(has_column))
    return min(max(ASIDE, free), round(canvas.across / 2))


def key(exhibit: Exhibit, look: Theme, is_fluid: bool = False, is_listed: bool = False, is_card: bool = False) -> str:
    """How to read the chart; and what its frame leaves out, unless the page finds it drawn or a list has all.

    Where the width of the chart is the reader's, the page finds there whose letter has no room, and shows those.
    """
    told = ((is_card and exhibit.card_html(look)) or exhibit.key_html(look)).replace(CLICKED, "")
    if is_listed or is_card:
        return told
    unlettered = exhibit.unlettered_html(look, None) if is_fluid else ""
    return told + (exhibit.outside_html(look) + unlettered if exhibit.draw else "")


def without_letter(exhibit: Exhibit, look: Theme, left: Sequence[str]) -> str:
    """Those whose letters a map has no room for: by name, and how many more, whom the list beside it names."""
    named = exhibit.unlettered_html(look, left)
    rest = len(left) - named.count("data-actor=")
    if named or not rest:
        return named.replace("</ul>", f"<li>and {rest} in the list</li></ul>") if rest else named
    words = f"<strong>No room on the map:</strong> {counted(rest, 'letter')}, in the list"
    return f'<ul class="g-key g-lacking theme-{look.name}"><li>{words}</li></ul>'


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
        named = told if is_listed else told + without_letter(exhibit, look, left)
        room = chart_height(canvas, exhibit, reading, named, proof, CODED in proof)
        drawing = on_canvas(exhibit, canvas.chart_width(beside_it), canvas.chart_share(room, beside_it, share))
        before, left = left, (drawing(look)._layout.get("meta") or {}).get("unlettered", ())
        if not told or len(left) <= len(before):
            break
    return drawing, left if told else ()
