"""Small buttons in groups that lead to other windows and other items of the same view. HTML, everything escaped."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from dashboard.figures.theme import Theme


class Step(NamedTuple):
    """A button: its few words, all it means, where it leads, and whether we are there already."""

    words: str
    said: str
    href: str
    is_current: bool = False


def steps_bar(groups: Sequence[tuple[str, Sequence[Step]]], theme: Theme) -> str:
    """Groups of steps in one row, each under its name for who can't see that they belong together."""
    told = "".join(_group(name, steps) for name, steps in groups if steps)
    return f'<nav class="g-datebar theme-{theme.name}" aria-label="Dates">{told}</nav>' if told else ""


def _group(name: str, steps: Sequence[Step]) -> str:
    label = escape(name, quote=True)
    return f'<span class="g-dategroup" role="group" aria-label="{label}">{"".join(map(_button, steps))}</span>'


def _button(step: Step) -> str:
    said = escape(step.said, quote=True)
    if step.is_current:
        return f'<b aria-current="true" title="{said}">{escape(step.words)}</b>'
    return f'<a href="{escape(step.href, quote=True)}" title="{said}" aria-label="{said}">{escape(step.words)}</a>'
