"""Who speaks of whom as a table of boxes: area = statements, bands = tone, with the number and the tone's letter.

Rows speak of columns. A table of links, so that it is read, printed and walked through without a drawing.
"""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.figures.ties import LETTER
from dashboard.parts.tieparts import Open, bands, tie_words, within
from dashboard.readings.prose import plural
from dashboard.readings.wording import Row

Cells = Mapping[tuple[str, str], Row]

_WIDEST, _NARROWEST = 40.0, 5.0
_RANKED = 3


def matrix(
    actors: Sequence[tuple[str, str]],
    cells: Cells,
    left_out: int,
    opens: Open,
    profile: Open,
    theme: Theme,
    focus: str = "",
) -> str:
    """The boxes of ``cells`` (by ids of both ends) for ``actors`` (id, name) in their order.

    ``opens`` gives the address of a tie, ``profile`` that of an actor; ``focus`` is an actor or a tie;
    ``left_out`` counts the actors that aren't shown.
    """
    most = max((int(row["statements"]) for row in cells.values()), default=1)
    heads = "".join(_column(actor, name, profile, focus) for actor, name in actors)
    lines = "".join(_line(actor, name, actors, cells, most, opens, profile, focus) for actor, name in actors)
    rest = plural(
        left_out, "more speaks or is spoken of; the table has it", "more speak or are spoken of; the table has them"
    )
    more = f'<p class="g-note">{left_out} {rest}.</p>' if left_out else ""
    head = f'<thead><tr><th scope="col">row speaks of column</th>{heads}</tr></thead>'
    table = f'<table class="g-matrix">{head}<tbody>{lines}</tbody></table>'
    return within(table, "Who speaks of whom", theme) + more


def _column(actor: str, name: str, profile: Open, focus: str) -> str:
    chosen = ' class="g-column"' if actor == focus else ""
    return f'<th scope="col"{chosen}><span>{_named(actor, name, profile)}</span></th>'


def _named(actor: str, name: str, profile: Open) -> str:
    return f'<a href="{escape(profile(actor), quote=True)}">{escape(name)}</a>'


def _line(
    actor: str,
    name: str,
    actors: Sequence[tuple[str, str]],
    cells: Cells,
    most: int,
    opens: Open,
    profile: Open,
    focus: str,
) -> str:
    current = ' aria-current="true"' if actor == focus else ""
    boxes = "".join(_cell(actor, other, cells.get((actor, other)), most, opens, focus) for other, _ in actors)
    return f'<tr{current}><th scope="row">{_named(actor, name, profile)}</th>{boxes}</tr>'


def _cell(source: str, target: str, tie: Row | None, most: int, opens: Open, focus: str) -> str:
    tie_id = f"{source}>{target}"
    kind = "g-self" if source == target else "g-picked" if tie_id == focus else "g-column" if target == focus else ""
    if tie is None:
        return f'<td class="{kind}"></td>' if kind else "<td></td>"
    words, count = escape(tie_words(tie), quote=True), int(tie["statements"])
    number = f"{LETTER[tie['tone']]} {count}" if count >= _RANKED else f'<span class="g-few">{count}</span>'
    box = bands(tie, max(_NARROWEST, _WIDEST * count / most) if count < most else _WIDEST)
    return (
        f'<td class="{kind}"><a href="{escape(opens(tie_id), quote=True)}" aria-label="{words}" title="{words}">'
        f"{box}<span>{number}</span></a></td>"
    )
