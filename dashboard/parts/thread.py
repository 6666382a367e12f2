"""A conversation as an indented thread, oldest first: each answer under what it answers. HTML, everything escaped."""

from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.card import Link, linked, no_link, office, quote
from dashboard.readings.prose import counted, short_date, text
from dashboard.readings.wording import Row, rows

DEEPEST = 6


def thread(cards: pd.DataFrame, theme: Theme, link: Link = no_link, focus: str | None = None) -> str:
    """Rows of ``statement_cards`` with ``depth`` and ``path`` of relation ``conversation``; ``focus`` is marked.

    Nested lists carry the order for a screen reader; deeper than six levels the indent stops growing.
    """
    if cards.empty:
        return ""
    ordered = rows(cards.sort_values("path"))
    answers = sum(int(row["depth"]) > 0 for row in ordered)
    body, level = [], 0
    for row in ordered:
        depth = int(row["depth"])
        body.append("<ul>" * (depth - level) if depth > level else "</ul>" * (level - depth))
        body.append(_turn(row, link, focus))
        level = depth
    heading = f"<h3>What was said, and answered <small>{counted(answers, 'answer')}</small></h3>"
    return f'<section class="g-thread theme-{theme.name}">{heading}<ul>{"".join(body)}{"</ul>" * level}</ul></section>'


def _turn(row: Row, link: Link, focus: str | None) -> str:
    who = linked(link, "statement", row.get("statement_id"), text(row.get("speaker")))
    when = escape(short_date(row.get("said_on"), row.get("date_precision")))
    depth = min(int(row["depth"]), DEEPEST)
    here = ' aria-current="true"' if focus and row.get("statement_id") == focus else ""
    head = f"<p class='g-who'><b>{who}</b> <small>{office(row)}, {when}</small></p>"
    return f'<li class="g-turn g-deep-{depth}"{here}>{head}<p>{escape(text(row.get("summary")))}</p>{quote(row)}</li>'
