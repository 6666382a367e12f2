"""Above every chart: ready-made selections, each active filter as a chip that can be taken off, and the way back."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from dashboard.bar.links import blank, changed, link
from dashboard.bar.menu import menu
from dashboard.catalogue import Catalogue
from dashboard.presets import offers
from dashboard.readings.prose import short_date
from dashboard.selection import Selection
from dashboard.sentence.words import quoted
from dashboard.uses import TARGET, Filter, filters_of

MOST, LONGEST = 12, 34


@dataclass(frozen=True)
class Chip:
    """One active filter: its words, and the field and value that it takes off."""

    words: str
    field: str
    without: Any


def chips(selection: Selection, catalogue: Catalogue) -> str:
    """The row; it keeps its place when no filter is active."""
    active = list(active_of(selection, catalogue))
    shown = "".join(chip_link(chip, selection, catalogue) for chip in active[:MOST])
    rest = len(active) - MOST
    more = f'<span class="g-muted">and {rest} more in the filters</span>' if rest > 0 else ""
    back = link(blank(selection, catalogue), "Reset", 'class="g-reset"') if active else ""
    return f'<div class="g-chips">{presets(selection, catalogue)}{shown}{more}{back}</div>'


def chip_link(chip: Chip, selection: Selection, catalogue: Catalogue) -> str:
    """One chip."""
    said = escape(f"Take off: {chip.words}", quote=True)
    href = changed(selection, catalogue, **{chip.field: chip.without})
    return link(href, f"{shortened(chip.words)} ✕", f'class="g-taken" title="{said}" aria-label="{said}"')


def presets(selection: Selection, catalogue: Catalogue) -> str:
    """Ready-made selections, in a menu: those that change what this page shows; nothing where none does."""
    honoured = {asked.field for asked in filters_of(selection)}
    offered = offers(honoured, catalogue)
    links = "".join(link(changed(selection, catalogue, **fields), words) for words, fields in offered.items())
    return menu("Presets", links) if offered else ""


def active_of(selection: Selection, catalogue: Catalogue) -> Iterator[Chip]:
    """A chip per value of each filter that isn't at its default, in the order of the filters."""
    for asked in filters_of(selection):
        value = getattr(selection, asked.field)
        if isinstance(value, tuple):
            for code in value:
                rest = tuple(other for other in value if other != code)
                yield Chip(catalogue.label(asked.vocabulary, code), asked.field, rest)
        elif value is not None:
            yield Chip(single(asked, value, catalogue), asked.field, None)


def single(asked: Filter, value: Any, catalogue: Catalogue) -> str:
    """The words of a filter with one value: a day, a kind, a text, where a path leads."""
    if asked.asks == "day":
        return f"{asked.label} {short_date(value)}"
    words = quoted(value) if asked.asks == "text" else catalogue.label(asked.vocabulary, value)
    return f"Path to {words}" if asked is TARGET else words


def shortened(words: str) -> str:
    """Words that fit on a chip."""
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
