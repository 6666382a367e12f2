"""What a statement is part of: its card, the conversation around it, what else was said on its topics in these days."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.archive import Row, archive
from dashboard.exhibits.corrected import mended
from dashboard.exhibits.links import Link, address, card_links
from dashboard.figures.theme import Theme
from dashboard.parts.card import statement_card
from dashboard.parts.thread import relied_on, steps, thread_of, unanswered
from dashboard.queries import cards as asks
from dashboard.queries.sources import sources
from dashboard.queries.statements import also_said
from dashboard.readings.prose import as_day, counted, items, listed, number, span, text
from dashboard.readings.wording import lowered
from dashboard.selection import Selection

Card = Callable[[Theme], str]
DAYS, MOST = 10, 8
HEADING = "Also said on this topic in these days, not recorded as an answer"


def conversation(db: Database, selection: Selection, catalogue: Catalogue, statement_id: str) -> Card | None:
    """The statement with its sources and doubts, its thread both ways, and its surroundings; None if there is none."""
    held = archive(db)
    row = held.row(statement_id)
    if row is None:
        return None
    told, link = held.conversation(row), card_links(selection, catalogue)
    doubts = asks.doubts(db, "statements", statement_id).frame
    found = sources(db, items(row["source_ids"])).frame
    was = mended(db, selection, catalogue, "statement", statement_id)
    around = surroundings(db, catalogue, row, link)

    def card(theme: Theme) -> str:
        opened = f"{statement_card(row, theme, doubts=doubts, link=link, corrected=was)}{relied_on(found, theme)}"
        if len(told) < 2:
            alone = '<p class="g-note">No answer to it is recorded here, nor what it might answer.</p>'
            return f"{opened}{alone}{around(theme)}"
        return f"{steps(told, statement_id, link)}{opened}{thread_of(told, theme, link, statement_id)}{around(theme)}"

    return card


def surroundings(db: Database, catalogue: Catalogue, row: Row, link: Link) -> Card:
    """What else was said on its topics in the days that follow, nearest to it first; the rest a link away."""
    others = also_said(db, row["statement_id"], DAYS).rows
    held = archive(db)
    found = held.rows_at(held.places([other["statement_id"] for other in others[:MOST]]))
    first = as_day(row["said_on"])
    if not found or first is None:
        return lambda _theme: ""
    last = min(first + dt.timedelta(DAYS), catalogue.covered_until)
    rule = rule_of(row, catalogue, len(others), first, last)
    narrowed: dict[str, Any] = {"since": first, "until": last, "topics": tuple(items(row["topics"])), "sort": "oldest"}
    everything = address(replace(Selection("statements"), **narrowed), catalogue)
    words = f"All on {topic_words(row, catalogue)} in these days"
    rest = f'<p><a href="{escape(everything, quote=True)}">{escape(words)}</a></p>' if len(others) > len(found) else ""
    return lambda theme: unanswered(found, HEADING, rule, rest, theme, link)


def topic_words(row: Row, catalogue: Catalogue) -> str:
    """Its topics in a sentence."""
    return " or ".join(lowered(name) for name in catalogue.names("topic", items(row["topics"])))


def rule_of(row: Row, catalogue: Catalogue, count: int, first: dt.date, last: dt.date) -> str:
    """Which statements these are, and in what order."""
    whom = listed([text(row["speaker"]), text(row["actor"])])
    shown = f", {number(MOST)} of them here" if count > MOST else ""
    topics = topic_words(row, catalogue)
    return (
        f"{counted(count, 'statement')} on {topics}, {span(first, last)}, outside this conversation"
        f"{shown}: first those that speak of {whom.replace(' and ', ' or ')}."
    )
