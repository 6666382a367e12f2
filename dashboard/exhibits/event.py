"""An event as an exhibit, or the list of all."""

from functools import partial

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.eventprofile import body
from dashboard.exhibits.eventrecord import Record, ask
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.links import profile_links
from dashboard.exhibits.rows import coverage_notes, doubt_words, source_ids
from dashboard.parts.index import event_index
from dashboard.queries import event as asks
from dashboard.queries.sources import sources
from dashboard.readings.event import reading_event
from dashboard.readings.prose import as_day, counted, items, long_date
from dashboard.selection import Selection

COUNTS = "Counts of statements measure this collection, not diplomacy. A number that a speaker gave is no list of rows."
EVERYTHING = {
    "starts_on": "Day",
    "title": "Event",
    "place": "Place",
    "category_label": "Category",
    "named": "States named",
    "participants_reported": "States reported",
    "statements": "Statements",
    "pledges": "Pledges",
    "answers": "Answers",
}
COLUMNS = {
    "what": "What",
    "day": "Day",
    "who": "Of",
    "kind_label": "On",
    "status_label": "Position",
    "condition": "On condition of",
    "speaker": "Said by",
    "office": "Office",
    "summary": "What was said",
    "quote": "Quote",
    "doubt_label": "Doubts",
    "sources": "Sources",
}
KEPT = (
    "event_id",
    "pledge_id",
    "statement_id",
    "pledger_id",
    "actor_id",
    "kind",
    "phase",
    "status",
    "counted_as",
    "conditions",
    "speaker_id",
    "reply_to_id",
    "count_said",
    "source_ids",
)


def event(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The event chosen; all of them where none is."""
    if not selection.events:
        return everything(db, selection, catalogue)
    record = ask(db, selection, catalogue)
    rows = table(record)
    relied = source_ids(
        [record.event["source_ids"], *record.said.frame["source_ids"], *record.pledged.frame["source_ids"]]
    )
    listed = sources(db, relied).frame
    return Exhibit(
        subject="event",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=str(record.event["title"]),
        sentence=selection.sentence(catalogue),
        reading=reading_event(record.event, record.numbers(), record.states(), record.on_troops(), record.answers.rows),
        table=rows,
        columns=COLUMNS,
        shown=len(rows),
        total=len(rows),
        unit="rows on this event",
        source_ids=source_ids([relied, *record.held()["source_ids"]]),
        asked=record.asked(),
        draw=None,
        body_html=partial(body, record, listed, selection, catalogue),
        counts=partial(counts, record),
        notes=(*coverage_notes(catalogue, as_day(record.event["starts_on"])), COUNTS),
    )


def everything(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All events, month by month."""
    asked, link = asks.everything(db), profile_links(selection, catalogue)
    frame = asked.frame
    return Exhibit(
        subject="event",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title="Events",
        sentence=selection.sentence(catalogue),
        reading=f"{counted(len(frame), 'event')} from {long_date(frame['starts_on'].min())} to "
        f"{long_date(frame['starts_on'].max())}. Choose one in the filter, or follow a title.",
        table=frame.drop(columns="month"),
        columns=EVERYTHING,
        shown=len(frame),
        total=len(frame),
        unit="events",
        source_ids=source_ids(frame["source_ids"]),
        asked=(asked,),
        draw=None,
        body_html=lambda theme: event_index(asked.rows, theme, link),
        notes=(COUNTS,),
        hint="No event is recorded.",
    )


def table(record: Record) -> pd.DataFrame:
    """The event, what each participant had on record, what was pledged and said: one row each, as downloaded."""
    one = pd.DataFrame([record.event]).assign(what="Event", day=record.event["starts_on"], who=record.event["title"])
    held = record.held().assign(what="On record on the first day")
    silent = record.participants.frame
    silent = silent[~silent["actor_id"].isin(held["pledger_id"])].assign(what="No position on record")
    parts = [
        one,
        held.assign(day=held["announced_on"], who=held["pledger"]),
        silent.assign(pledger_id=silent["actor_id"], who=silent["label"]),
        record.pledged.frame.assign(
            what="Pledged there", day=record.pledged.frame["announced_on"], who=record.pledged.frame["pledger"]
        ),
        record.said.frame.assign(
            what=said_how(record), day=record.said.frame["said_on"], who=record.said.frame["actor"]
        ),
    ]
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    return rows.reindex(columns=[*dict.fromkeys([*COLUMNS, *KEPT])]).assign(
        day=pd.to_datetime(rows["day"]),
        doubt_label=rows["doubts"].fillna(0).astype(int).map(doubt_words),
        sources=rows["source_ids"].map(lambda cell: len(items(cell))),
    )


def said_how(record: Record) -> list[str]:
    """What each statement is to the event."""
    return [
        ("Said there" if row["took_part"] else "Filed under it") if row["is_filed"] else "Answer"
        for row in record.said.rows
    ]


def counts(record: Record) -> tuple[Count, ...]:
    """The states that had a position on ground troops on record, beside those that hadn't; the moves since."""
    held, named = pd.DataFrame(record.on_troops()), pd.DataFrame(record.states())
    known = set(held["pledger_id"]) if len(held) else set()
    silent = named[~named["actor_id"].isin(known)] if len(named) else named
    moves = record.moved.frame
    moved = moves["change"] == "moved"
    return (
        Count(
            f"{len(held)} of {len(named)} with a position on ground troops",
            held,
            silent.assign(pledger=silent["label"] if len(silent) else "", why="no position on record by that day"),
            {"pledger": "Of", "status_label": "Position", "announced_on": "Since", "summary": "What was said"},
            record.standing,
        ),
        Count(
            f"{counted(int(moved.sum()), 'move')} since",
            moves[moved],
            moves[~moved].assign(why="a first record, or other conditions for the same position"),
            {"announced_on": "Day", "pledger": "Of", "old_status": "Before", "new_status": "After"},
            record.moved,
        ),
    )
