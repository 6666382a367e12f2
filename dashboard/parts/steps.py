"""Small buttons in groups that lead to other windows and other items of the same view. HTML, everything escaped."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from dashboard.figures.theme import Theme


class Step(NamedTuple):
    """A button: its few words, all it means, where it leads, whether we are there already, or somewhere as wide."""

    words: str
    said: str
    href: str
    is_current: bool = False
    is_alike: bool = False


def steps_bar(groups: Sequence[tuple[str, Sequence[Step]]], theme: Theme, lists: Sequence[Step] = ()) -> str:
    """Groups of steps in one row, each under its name for who can't see that they belong together.

    ``lists`` unfold below them: what the picture holds, lane by lane, for keyboard and thumb.
    """
    told = "".join(_group(name, steps) for name, steps in groups if steps)
    return f'<nav class="g-datebar theme-{theme.name}" aria-label="Dates">{told}{_lists(lists)}</nav>' if told else ""


def _lists(lists: Sequence[Step]) -> str:
    if not lists:
        return ""
    told = "".join(f"<li>{_button(step)}</li>" for step in lists)
    return f'<details class="g-lanelists"><summary>All lanes as lists</summary><ul>{told}</ul></details>'


def _group(name: str, steps: Sequence[Step]) -> str:
    label = escape(name, quote=True)
    return f'<span class="g-dategroup" role="group" aria-label="{label}">{"".join(map(_button, steps))}</span>'


def _button(step: Step) -> str:
    said = escape(step.said, quote=True)
    if step.is_current:
        return f'<b aria-current="true" title="{said}">{escape(step.words)}</b>'
    here = ' aria-current="true"' if step.is_alike else ""
    return (
        f'<a{here} href="{escape(step.href, quote=True)}" title="{said}" aria-label="{said}">{escape(step.words)}</a>'
    )
