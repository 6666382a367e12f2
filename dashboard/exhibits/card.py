"""The card of what is in focus: a position, a statement, an event, or the statements behind a tie."""

from collections.abc import Callable
from dataclasses import replace
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.figures.theme import Theme
from dashboard.parts.card import event_card, statement_card, statement_list
from dashboard.parts.evidence import doubt_list, source_list
from dashboard.parts.position import position_card
from dashboard.queries import cards as asks
from dashboard.queries.sources import sources
from dashboard.readings.prose import counted, items, long_date, text
from dashboard.selection import Selection

Card = Callable[[Theme], str]
Row = dict[str, Any]
MOST_SAID = 40


def card(db: Database, selection: Selection, catalogue: Catalogue, table: pd.DataFrame) -> Card | None:
    """The card of the selection's focus as HTML per theme; None where nothing is in focus.

    `table` are the rows on screen: a tie or a node takes its statements from them.
    """
    focus = selection.focus or ""
    if not focus:
        return None
    if focus in catalogue.labels["event"]:
        return of_event(db, selection, catalogue, focus)
    if focus in catalogue.row_ids:
        return of_statement(db, selection, catalogue, focus) or of_pledge(db, selection, catalogue, focus)
    if selection.page == "network":
        return of_ties(db, selection, catalogue, focus, table)
    return of_pledger(db, selection, catalogue, focus)


def of_event(db: Database, selection: Selection, catalogue: Catalogue, row_id: str) -> Card:
    """What happened, who took part, what is doubted, on which pages it rests."""
    row = asks.event(db, row_id).rows[0]
    doubts, found = asks.doubts(db, "events", row_id).frame, sources(db, items(row["source_ids"])).frame
    link = links(selection, catalogue)
    return lambda theme: event_card(row, theme, doubts, found, link)


def of_statement(db: Database, selection: Selection, catalogue: Catalogue, row_id: str) -> Card | None:
    """Who said what, what it answers and what answered it; None if there is no such statement."""
    rows = asks.statement(db, row_id).rows
    if not rows:
        return None
    row = rows[0]
    answered = asks.statement(db, row["reply_to_id"]).rows if text(row["reply_to_id"]) else []
    answers, doubts = asks.answers(db, row_id).frame, asks.doubts(db, "statements", row_id).frame
    found, link = sources(db, items(row["source_ids"])).frame, links(selection, catalogue)
    return lambda theme: statement_card(row, theme, answered[0] if answered else None, answers, doubts, found, link)


def of_pledge(db: Database, selection: Selection, catalogue: Catalogue, row_id: str) -> Card:
    """The position that a pledge made, as it stood on its own day."""
    told = asks.pledge(db, row_id).rows[0]
    stood = asks.standing(db, row_id, told["announced_on"], told["phase"]).rows if text(told["phase"]) else []
    aside = {"counted_as": "counted" if told["is_counting"] else "not_binding"}
    return position(db, selection, catalogue, stood[0] if stood else told | aside, told["announced_on"])


def of_pledger(db: Database, selection: Selection, catalogue: Catalogue, pledger_id: str) -> Card:
    """Where a pledger stands on the as-of day; says so where there is no record."""
    kind, phase = selection.kind_shown(catalogue), selection.phase_shown(catalogue)
    day = selection.window(catalogue)[1] if selection.is_over_time else selection.day(catalogue)
    rows = asks.standing_of(db, pledger_id, day, kind, phase).rows
    if rows:
        return position(db, selection, catalogue, rows[0], day)
    name = catalogue.label("actor", pledger_id)
    said = f"No position of {name} on this is on record by {long_date(day)}. No record is not “declined”."
    return lambda theme: (
        f'<article class="g-card theme-{theme.name}"><h3>{escape(name)}</h3><p>{escape(said)}</p></article>'
    )


def position(db: Database, selection: Selection, catalogue: Catalogue, row: Row, day: object) -> Card:
    """A position as of a day with what it hangs on, its doubts, its sources, and a way to the words behind it."""
    earlier = asks.earlier_conditions(db, row, day).rows if text(row["phase"]) else []
    doubts, found = asks.doubts(db, "pledges", row["pledge_id"]).frame, sources(db, items(row["source_ids"])).frame
    link = links(selection, catalogue)
    href = link("statement", text(row["statement_id"])) if text(row["statement_id"]) else ""
    return lambda theme: (
        f'{position_card(row, theme, href, earlier)}<div class="g-card theme-{theme.name}">'
        f"{doubt_list(doubts)}{source_list(found)}</div>"
    )


def of_ties(db: Database, selection: Selection, catalogue: Catalogue, focus: str, table: pd.DataFrame) -> Card:
    """The statements behind a tie; or all in which one side speaks of others, then those in which it is spoken of."""
    source, tie, target = focus.partition(">")
    name = catalogue.label("actor", source)
    spoke, spoken_of = table["source_id"] == source, table["target_id"] == source
    if tie:
        parts = [(f"{name} on {catalogue.label('actor', target)}", spoke & (table["target_id"] == target))]
    else:
        parts = [(f"{name} on others", spoke), (f"Others on {name}", spoken_of)]
    lists = [said(db, title, table[chosen]) for title, chosen in parts]
    link = links(selection, catalogue)
    return lambda theme: "".join(statement_list(rows, theme, link, title) for title, rows in lists)


def said(db: Database, title: str, ties: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """The statements of ties, newest first, under how many there are."""
    ids = list(dict.fromkeys(one for cell in ties["statement_ids"] for one in items(cell)))
    latest = f", the latest {MOST_SAID}" if len(ids) > MOST_SAID else ""
    return f"{title}: {counted(len(ids), 'statement') if ids else 'nothing in this window'}{latest}", asks.said(
        db, ids
    ).frame


def links(selection: Selection, catalogue: Catalogue) -> Callable[[str, str], str]:
    """Addresses from within a card: the same view with another focus, or what a person or country said."""

    def link(kind: str, one: str) -> str:
        if kind in ("event", "statement"):
            return f"?{urlencode(replace(selection, focus=one).to_query(catalogue), doseq=True)}"
        asked = Selection("timeline", since=selection.since, until=selection.until)
        whose = replace(asked, speakers=(one,)) if kind == "speaker" else replace(asked, countries=(one,))
        return f"timeline?{urlencode(whose.to_query(catalogue), doseq=True)}"

    return link
