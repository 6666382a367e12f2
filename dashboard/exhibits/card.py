"""The card of what is in focus: a position, a statement, an event, or the statements behind a tie."""

from collections.abc import Callable
from html import escape
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits import aid, conditions, offer
from dashboard.exhibits.conversation import conversation
from dashboard.exhibits.corrected import mended
from dashboard.exhibits.daylist import day_card
from dashboard.exhibits.drawn import before
from dashboard.exhibits.links import Link, card_links, ledger_link
from dashboard.exhibits.tiecard import ties_card
from dashboard.figures.theme import Theme
from dashboard.parts.card import event_card, linked, statement_card
from dashboard.parts.evidence import doubt_list, source_list
from dashboard.parts.position import position_card
from dashboard.queries import cards as asks
from dashboard.queries.pledges import counted
from dashboard.queries.sources import sources
from dashboard.readings.prose import items, long_date, text
from dashboard.selection import Selection

Card = Callable[[Theme], str]
Row = dict[str, Any]


def card(db: Database, selection: Selection, catalogue: Catalogue, table: pd.DataFrame) -> Card | None:
    """The card of the selection's focus as HTML per theme; None where nothing is in focus.

    `table` are the rows on screen: a tie or a node takes its statements from them.
    """
    focus = selection.focus or ""
    if not focus:
        return None
    if catalogue.is_list(focus) or (selection.page == "timeline" and focus in catalogue.labels["actor"]):
        return day_card(db, selection, catalogue, focus, table) if selection.page == "timeline" else None
    if catalogue.is_condition(focus):
        return conditions.card(db, selection, catalogue) if selection.page == "pledges" else None
    if selection.shape == "contributions" and focus in catalogue.labels["place"]:
        return aid.card(db, selection, catalogue)
    if focus in catalogue.labels["event"]:
        return of_event(db, selection, catalogue, focus)
    if selection.page == "statements" and (talk := conversation(db, selection, catalogue, focus)):
        return talk
    if focus in catalogue.row_ids:
        opened = of_statement(db, selection, catalogue, focus) or offer.card(db, selection, catalogue, focus)
        return opened or of_pledge(db, selection, catalogue, focus)
    if selection.page == "network":
        return ties_card(db, selection, catalogue, links(selection, catalogue))
    return of_pledger(db, selection, catalogue, focus)


def of_event(db: Database, selection: Selection, catalogue: Catalogue, row_id: str) -> Card:
    """What happened, who took part, what is doubted, on which pages it rests."""
    row = asks.event(db, row_id).rows[0]
    doubts, found = asks.doubts(db, "events", row_id).frame, sources(db, items(row["source_ids"])).frame
    link, was = links(selection, catalogue), mended(db, selection, catalogue, "event", row_id)
    return lambda theme: event_card(row, theme, doubts, found, link, was)


def of_statement(db: Database, selection: Selection, catalogue: Catalogue, row_id: str) -> Card | None:
    """Who said what, what it answers and what answered it; None if there is no such statement."""
    rows = asks.statement(db, row_id).rows
    if not rows:
        return None
    row = rows[0]
    answered = asks.statement(db, row["reply_to_id"]).rows if text(row["reply_to_id"]) else []
    answers, doubts = asks.answers(db, row_id).frame, asks.doubts(db, "statements", row_id).frame
    found, link = sources(db, items(row["source_ids"])).frame, links(selection, catalogue)
    held, before = asks.pledges(db, row_id).rows, answered[0] if answered else None
    was = mended(db, selection, catalogue, "statement", row_id)
    return lambda theme: statement_card(row, theme, before, answers, doubts, found, link, held, was)


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
    name, link = catalogue.label("actor", pledger_id), links(selection, catalogue)
    said = f"No position of {name} on this is on record by {long_date(day)}. No record is not “declined”."
    return lambda theme: (
        f'<article class="g-card theme-{theme.name}"><h3>{linked(link, "country", pledger_id, name)}</h3>'
        f"<p>{escape(said)}</p></article>"
    )


def position(db: Database, selection: Selection, catalogue: Catalogue, row: Row, day: object) -> Card:
    """A position as of a day with what it hangs on, its doubts, its sources, and a way to the words behind it."""
    earlier = asks.earlier_conditions(db, row, day).rows if text(row["phase"]) else []
    doubts, found = asks.doubts(db, "pledges", row["pledge_id"]).frame, sources(db, items(row["source_ids"])).frame
    was, link = mended(db, selection, catalogue, "pledge", row["pledge_id"]), links(selection, catalogue)
    href = link("statement", text(row["statement_id"])) if text(row["statement_id"]) else ""
    profile, ledger = link("country", text(row["pledger_id"])), ledger_link(row, catalogue)
    told = row | {"before": before(row, counted(db, row["kind"], text(row["phase"])))}
    return lambda theme: (
        f'{position_card(told, theme, href, earlier, profile, ledger)}<div class="g-card theme-{theme.name}">'
        f"{ways(row, link)}{doubt_list(doubts)}{was}{source_list(found)}</div>"
    )


def ways(row: Row, link: Link) -> str:
    """From a position to the profiles of whose it is, who said it and where."""
    found = (
        ("country", "pledger_id", text(row.get("pledger"))),
        ("speaker", "speaker_id", text(row.get("speaker"))),
        ("event", "event_id", "Where it was said" if text(row.get("event_id")) else ""),
    )
    told = [linked(link, kind, row.get(column), words) for kind, column, words in found if words]
    return f'<p class="g-onward">All about: {" · ".join(told)}</p>'


def links(selection: Selection, catalogue: Catalogue) -> Link:
    """Addresses from within a card: profiles of all that is named; another statement in the same view."""
    return card_links(selection, catalogue)
