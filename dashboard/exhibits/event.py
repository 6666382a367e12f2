"""An event as an exhibit, or the list of all."""

from functools import partial

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.eventcounts import counts
from dashboard.exhibits.eventprofile import body, is_long
from dashboard.exhibits.eventrecord import Record, ask
from dashboard.exhibits.eventsquares import drawn
from dashboard.exhibits.exhibit import Count, Exhibit, nothing
from dashboard.exhibits.few import each
from dashboard.exhibits.links import profile_links
from dashboard.exhibits.rows import coverage_notes, doubt_words, source_ids, with_actors
from dashboard.parts.index import event_index
from dashboard.queries import eventlist as asks
from dashboard.queries.sources import sources
from dashboard.readings.event import reading_event
from dashboard.readings.prose import as_day, counted, items, span
from dashboard.readings.wording import Row
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
    count = 1 + sum(len(part) for part in parts_of(record))
    relied = source_ids(
        [record.event["source_ids"], *record.said.frame["source_ids"], *record.pledged.frame["source_ids"]]
    )
    troops = record.on_troops()
    listed = sources(db, relied).frame
    return Exhibit(
        subject="event",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=str(record.event["title"]),
        sentence=selection.sentence(catalogue),
        reading=reading_event(record.event, record.numbers(), record.states(), troops, record.rows["answers"]),
        table=lambda: table(record),
        columns=COLUMNS,
        shown=count,
        total=count,
        unit="rows on this event",
        source_ids=source_ids([relied, *(row["source_ids"] for row in record.held())]),
        asked=record.asked(),
        draw=None,
        apart=partial(drawn, record, catalogue.labels["position_kind"]) if parts_of(record)[0] else None,
        body_html=partial(body, record, listed, selection, catalogue),
        slide_html=partial(body, record, listed, selection, catalogue, is_slide=True) if is_long(record) else nothing,
        counts=partial(counts, record),
        notes=(
            *coverage_notes(catalogue, as_day(record.event["starts_on"])),
            COUNTS,
        ),
    )


def everything(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All events, month by month."""
    chosen, link = selection.countries, profile_links(selection, catalogue)
    months = asks.months(db, chosen).rows
    sizes = {row["month"]: int(row["size"]) for row in months}
    found = asks.first(db, chosen, each(list(sizes.values()))).rows
    days = (months[0]["first_on"], months[-1]["last_on"]) if months else (None, None)
    count = sum(sizes.values())
    return Exhibit(
        subject="event",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title="Events",
        sentence=selection.sentence(catalogue),
        reading=f"{counted(count, 'event')}, {span(*days)}. Choose one in the filter, or follow a title.",
        table=lambda: with_actors(asks.everything(db).frame, chosen).drop(columns="month"),
        columns=EVERYTHING,
        shown=count,
        total=len(catalogue.labels["event"]),
        unit="events",
        source_ids=lambda: asks.relied_on(db, chosen),
        asked=lambda: (asks.everything(db),),
        draw=None,
        body_html=lambda theme: event_index(found, sizes, theme, link),
        counts=lambda: counts_of_all(asks.everything(db), selection),
        notes=(COUNTS,),
        hint="No event is recorded at which any of those chosen took part, spoke or pledged. Choose others.",
    )


def counts_of_all(asked: Asked, selection: Selection) -> tuple[Count, ...]:
    """The events listed; near them those at which none of the countries chosen had a part."""
    frame = with_actors(asked.frame, selection.countries)
    others = asked.frame.drop(index=frame.index).assign(why="none of those chosen took part, spoke or pledged there")
    return (Count(counted(len(frame), "event"), frame, others, EVERYTHING, asked),)


def parts_of(record: Record) -> tuple[list[Row], ...]:
    """What each participant had on record, who had nothing, what was pledged there, what was said."""
    told, held = record.rows, record.held()
    known = {row["pledger_id"] for row in held}
    silent = [row for row in told["participants"] if row["actor_id"] not in known]
    return held, silent, told["pledged"], told["said"]


def table(record: Record) -> pd.DataFrame:
    """The event, what each participant had on record, what was pledged and said: one row each, as downloaded."""
    held, silent, pledged, said = parts_of(record)
    rows = [
        {**record.event, "what": "Event", "day": record.event["starts_on"], "who": record.event["title"]},
        *(of_pledge(row, "On record on the first day") for row in held),
        *(
            {**row, "what": "No position on record", "who": row["label"], "pledger_id": row["actor_id"]}
            for row in silent
        ),
        *(of_pledge(row, "Pledged there") for row in pledged),
        *({**row, "what": said_how(row), "day": row["said_on"], "who": row["actor"]} for row in said),
    ]
    names = list(dict.fromkeys([*COLUMNS, *KEPT]))
    made = [{name: row.get(name) for name in names} | labels_of(row) for row in rows]
    return pd.DataFrame(made, columns=names).assign(day=lambda frame: pd.to_datetime(frame["day"]))


def of_pledge(row: Row, what: str) -> Row:
    """A pledge as a row of the table."""
    return {**row, "what": what, "day": row["announced_on"], "who": row["pledger"]}


def labels_of(row: Row) -> dict[str, object]:
    """Doubts in words, and how many sources."""
    return {"doubt_label": doubt_words(row.get("doubts")), "sources": len(items(row.get("source_ids")))}


def said_how(row: Row) -> str:
    """What a statement is to the event."""
    if not row["is_filed"]:
        return "Answer"
    return "Said there" if row["took_part"] else "Filed under it"
