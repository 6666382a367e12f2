"""The loudest recent conversation in a few lines: who opened it with what, who answered, the way to all of it."""

from collections.abc import Callable
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.readings.prose import counted, listed, number, short_date, text
from dashboard.readings.wording import rows

MOST = 5


def talk(cards: pd.DataFrame, theme: Theme, heading: str, link: Callable[[str, str], str]) -> str:
    """Rows of ``statement_cards`` of one conversation, the opening one first; ``link(kind, id)`` gives addresses."""
    if cards.empty:
        return ""
    first, *answers = rows(cards)
    names = listed(list(dict.fromkeys(text(row["speaker"]) for row in answers)), MOST)
    direct = sum(text(row["reply_to_id"]) == text(first["statement_id"]) for row in answers)
    others = f" and {number(len(answers) - direct)} to those" if len(answers) > direct else ""
    said = f"{counted(direct, 'answer')}{others}, by {names}" if answers else "No answer is recorded"
    who = anchor(link("speaker", text(first["speaker_id"])), text(first["speaker"]))
    when = escape(short_date(first["said_on"], first.get("date_precision")))
    opened = anchor(link("statement", text(first["statement_id"])), "Read the conversation")
    return (
        f'<section class="g-talk theme-{theme.name}"><h2>{escape(heading)}</h2>'
        f"<p><b>{who}</b> <small>{when}</small> {escape(text(first['summary']))}</p>"
        f'<p><small>{escape(said)}.</small> <span class="g-onward">{opened}</span></p></section>'
    )


def anchor(address: str, words: str) -> str:
    """A link of ours."""
    return f'<a href="{escape(address, quote=True)}">{escape(words)}</a>'
