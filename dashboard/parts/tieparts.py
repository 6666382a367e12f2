"""Small parts of the network in HTML: bands of tone, steps from window to window, the strongest ties as a list."""

import datetime as dt
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from dashboard.figures.theme import Theme
from dashboard.figures.ties import LETTER, TONES
from dashboard.readings.prose import counted, span, text
from dashboard.readings.wording import Row

BANDS = TONES[:4]

Open = Callable[[str], str]
Days = tuple[dt.date, dt.date]
Shift = Callable[[Days], str]


class Windows(NamedTuple):
    """The days shown, and those before and after them, as long as they; None where nothing is covered."""

    here: Days
    before: Days | None
    after: Days | None


def bands(tie: Row, width: float) -> str:
    """The composition of a tie's tone as a bar of so many pixels; its words stand beside it."""
    parts = [(tone, width * int(tie[tone]) / int(tie["statements"])) for tone in BANDS if tie[tone]]
    told = "".join(f'<i class="g-band-{tone}" style="width:{round(part, 1)}px"></i>' for tone, part in parts)
    return f'<span class="g-tonebar" aria-hidden="true">{told}</span>'


def tie_words(tie: Row) -> str:
    """``Russia on France: 12 statements, hostile: 3 critical and 9 hostile``; few are said not to be ranked."""
    parts = ", ".join(f"{tie[tone]} {tone}" for tone in BANDS if tie[tone])
    few = "; fewer than three: not ranked" if int(tie["statements"]) < 3 else f", {tie['tone']}"
    return f"{tie['source']} on {tie['target']}: {counted(int(tie['statements']), 'statement')}{few}: {parts}"


def within(table: str, label: str, theme: Theme) -> str:
    """A table that scrolls within its place, by keys too; edges beyond which it goes on are shaded."""
    return (
        f'<div class="g-within theme-{theme.name}" tabindex="0" role="region" aria-label="{escape(label, quote=True)}">'
        f'<div class="g-far"><div class="g-far g-down">{table}<i></i></div><i></i></div></div>'
    )


def windows_line(windows: Windows, shift: Shift, theme: Theme) -> str:
    """The days shown, with links to as many days before and after; nothing where there are none."""
    if not (windows.before or windows.after):
        return ""
    before = f'<a href="{_address(shift, windows.before)}">◀ {span(*windows.before)}</a>' if windows.before else ""
    after = f'<a href="{_address(shift, windows.after)}">{span(*windows.after)} ▶</a>' if windows.after else ""
    here = f"<b>{span(*windows.here)}</b>"
    return (
        f'<nav class="g-windows theme-{theme.name}" aria-label="The same number of days before and after">'
        f"{before}{here}{after}</nav>"
    )


def _address(shift: Shift, days: Days) -> str:
    return escape(shift(days), quote=True)


def strongest_list(ties: Sequence[Row], opens: Open, theme: Theme) -> str:
    """The strongest ranked ties as links, for a screen too small for the drawing; seen there alone."""
    told = "".join(f"<li>{_strong(tie, opens)}</li>" for tie in ties)
    return f'<ol class="g-strongest theme-{theme.name}" aria-label="Strongest ties">{told}</ol>' if told else ""


def _strong(tie: Row, opens: Open) -> str:
    """Who on whom, the bands, the letter and number, as one link."""
    href = escape(opens(f"{tie['source_id']}>{tie['target_id']}"), quote=True)
    names = f"<span>{escape(text(tie['source']))} on {escape(text(tie['target']))}</span>"
    return f'<a href="{href}">{names}{bands(tie, 56)}<span>{LETTER[tie["tone"]]} {tie["statements"]}</span></a>'
