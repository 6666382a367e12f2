"""A speaker as an exhibit, or the list of all."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from urllib.parse import urlencode

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import Count, Exhibit
from dashboard.exhibits.few import each
from dashboard.exhibits.links import address, place_links, profile_links
from dashboard.exhibits.rows import COUNTS, doubt_words, source_ids, with_actors
from dashboard.figures.activity import activity
from dashboard.figures.theme import Theme
from dashboard.parts import speaker as parts
from dashboard.parts.contested import contested
from dashboard.parts.corrected import corrections
from dashboard.parts.evidence import source_list
from dashboard.parts.index import speaker_index
from dashboard.parts.profile import profile
from dashboard.queries import speaker as asks
from dashboard.queries import speakerlist
from dashboard.queries.corrected import corrected
from dashboard.queries.sources import sources
from dashboard.readings.prose import counted
from dashboard.readings.speaker import reading_speaker
from dashboard.readings.wording import Row
from dashboard.selection import Selection

MOST_SOURCES = 20
SLIDE = ("activity", "tones", "latest")
NOBODYS = "No office recorded"
EVERYONE = {
    "name": "Name",
    "office": "Last office",
    "actor": "For",
    "statements": "Statements",
    "last_said_on": "Last said",
}
WORDS = {"said_on": "Day", "speaker": "Speaker", "office": "Office", "actor": "For", "summary": "What was said"}
GIVEN = {"said_on": "Day", "summary": "In short", "reply_to_speaker": "Answers", "answers": "Answered"}
DRAWN = {"said_on": "Day", "speaker": "Speaker", "summary": "In short"}
COLUMNS = {
    "said_on": "Day",
    "office": "Office",
    "actor": "For",
    "event_title": "Event",
    "place": "Place",
    "act": "Act",
    "summary": "In short",
    "quote": "Quote",
    "reply_to_speaker": "Answers",
    "answers": "Answered",
    "doubt_label": "Doubts",
    "sources": "Sources",
}


def speaker(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The speaker chosen; all of them where none is."""
    if not selection.speakers:
        return everyone(db, selection, catalogue)
    one = selection.speakers[0]
    said, offices, months, tones, talked, doubts = (
        asks.of(db, sql, one) for sql in (asks.SAID, asks.OFFICES, asks.MONTHS, asks.TONES, asks.TALKED, asks.DOUBTS)
    )
    frame, mended = said.frame, corrected(db, "speaker", [one])
    relied = source_ids(frame["source_ids"])
    record = (said, offices, months, tones, talked, doubts, mended)
    return Exhibit(
        subject="speaker",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=catalogue.label("speaker", one),
        sentence=selection.sentence(catalogue),
        reading=reading_speaker(catalogue.label("speaker", one), frame, talked.rows),
        table=frame.assign(doubt_label=frame["doubts"].map(doubt_words)),
        columns=COLUMNS,
        shown=len(frame),
        total=len(frame),
        unit="statements",
        source_ids=relied,
        asked=record,
        draw=None,
        apart=partial(activity, months.rows) if len(frame) else None,
        body_html=partial(body, db, record, relied, selection, catalogue),
        slide_html=partial(body, db, record, relied, selection, catalogue, is_slide=True),
        counts=lambda: counts(said, asks.of(db, asks.REPLIES, one), talked.rows),
        notes=(COUNTS,),
        hint=f"No statement of {catalogue.label('speaker', one)} is recorded.",
    )


def everyone(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """All speakers, by whom they spoke for last."""
    asked, link = (selection.countries, NOBODYS), profile_links(selection, catalogue)
    groups = speakerlist.groups(db, *asked).rows
    sizes = {row["heading"]: int(row["size"]) for row in groups}
    spoke, statements = (sum(int(row[name]) for row in groups) for name in ("spoke", "statements"))
    found = speakerlist.first(db, *asked, each(list(sizes.values()))).rows
    return Exhibit(
        subject="speaker",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title="Speakers",
        sentence=selection.sentence(catalogue),
        reading=f"{counted(spoke, 'person', 'people')} spoke in {counted(statements, 'statement')}. "
        "Choose one in the filter, or follow a name.",
        table=lambda: listed(speakerlist.everyone(db), selection),
        columns=EVERYONE,
        shown=sum(sizes.values()),
        total=len(catalogue.labels["speaker"]),
        unit="speakers",
        source_ids=lambda: speakerlist.relied_on(db, *asked),
        asked=lambda: (speakerlist.everyone(db),),
        draw=None,
        body_html=lambda theme: speaker_index(found, sizes, theme, link),
        counts=lambda: counts_of_all(speakerlist.everyone(db), selection, asks.words(db)),
        notes=(COUNTS,),
        hint="Nobody is recorded who spoke for those chosen. Choose others.",
    )


def listed(asked: Asked, selection: Selection) -> pd.DataFrame:
    """The speakers who ever spoke for those chosen."""
    return with_actors(asked.frame, selection.countries)


def counts_of_all(asked: Asked, selection: Selection, words: Asked) -> tuple[Count, ...]:
    """The people who spoke, and all that they said; near them, those of whom no statement is recorded."""
    frame = listed(asked, selection)
    spoke = frame[frame["statements"] > 0]
    silent = asked.frame.drop(index=spoke.index)
    has_spoken = silent["statements"] > 0
    silent = silent.assign(
        why=has_spoken.map({True: "never spoke for those chosen", False: "no statement is recorded"})
    )
    by_them = words.frame["speaker_id"].isin(spoke["speaker_id"])
    said, others = (
        words.frame[by_them],
        words.frame[~by_them].assign(why="by somebody who never spoke for those chosen"),
    )
    return (
        Count(counted(len(spoke), "person", "people"), spoke, silent, EVERYONE, asked),
        Count(counted(len(said), "statement"), said, others, WORDS, words),
    )


def body(
    db: Database,
    record: tuple[Asked, ...],
    relied: tuple[str, ...],
    selection: Selection,
    catalogue: Catalogue,
    theme: Theme,
    is_slide: bool = False,
) -> str:
    """The profile as HTML; on a slide what is drawn comes first, the latest words beside it."""
    said, offices, months, tones, talked, doubts, mended = record
    one, link = selection.speakers[0], profile_links(selection, catalogue)
    cards = said.rows
    drew = sorted((card for card in cards if card["answers"]), key=lambda card: -int(card["answers"]))
    most = drew[: parts.MOST_ANSWERED]
    replies = asks.answers(db, [card["statement_id"] for card in most]).rows if most else []
    everything = address(Selection("statements", speakers=(one,)), catalogue)
    sections = [
        ("latest", "Latest words", parts.latest(cards, link, everything)),
        ("answered", "Most answered", parts.answered(most, replies, link)),
        ("offices", "Offices", parts.offices(offices.rows, link)),
        ("activity", "Statements by month", parts.months(months.rows, partial(month_link, one, catalogue))),
        ("topics", "Topics", parts.topics(topics(cards, one, catalogue))),
        ("tones", "Tone toward others", parts.tones(tones.rows, link)),
        ("talks", "Conversations", parts.talks(talked.rows, link)),
        (
            "doubts",
            "What is contested or uncertain",
            contested(doubts.rows, lambda row: link("statement", row["row_id"])),
        ),
        ("corrected", "What was corrected", corrections(mended.rows, place_links(selection, catalogue))),
        ("sources", "Sources", source_list(sources(db, relied).frame, MOST_SOURCES, rank=3)),
    ]
    if is_slide:
        sections.sort(key=lambda one: SLIDE.index(one[0]) if one[0] in SLIDE else len(SLIDE))
    printed = f"/view/speaker?{urlencode(selection.to_link(catalogue), doseq=True)}"
    return profile(
        theme.name,
        printed,
        [(name, title, [column]) for name, title, column in sections],
        parts.lead(offices.rows, link),
        ("latest",) if is_slide else (),
    )


def month_link(one: str, catalogue: Catalogue, row: Row) -> str:
    """A month of the speaker on the timeline."""
    first = row["month_starts_on"].date()
    last = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - dt.timedelta(days=1)
    since, until = max(first, catalogue.covered_from), min(last, catalogue.covered_until)
    return address(Selection("timeline", since=since, until=until, speakers=(one,)), catalogue)


def topics(cards: Sequence[Row], one: str, catalogue: Catalogue) -> list[tuple[str, str, int]]:
    """Topics with how many statements touch them, each with the way to these."""
    counts = Counter(topic for card in cards for topic in card["topics"])
    return [
        (
            address(Selection("statements", speakers=(one,), topics=(code,)), catalogue),
            catalogue.label("topic", code),
            n,
        )
        for code, n in counts.most_common()
    ]


def counts(said: Asked, replies: Asked, talked: Sequence[Row]) -> tuple[Count, ...]:
    """All that was said; what was answered; the answers given; what was exchanged with whom most was."""
    frame: pd.DataFrame = said.frame
    answering, drew = frame["reply_to_id"].notna(), frame["answers"] > 0
    told = [
        Count(counted(len(frame), "statement"), frame, frame.head(0).assign(why=""), GIVEN, said),
        parted(f"{int(drew.sum())} answered", said, drew, "no answer to it is recorded", GIVEN),
        parted(
            f"{counted(int(answering.sum()), 'answer')} to others",
            said,
            answering,
            "answers nothing that is recorded",
            GIVEN,
        ),
    ]
    if talked:
        other, name = talked[0]["other_id"], talked[0]["other"]
        to, by = frame["reply_to_speaker_id"] == other, replies.frame["speaker_id"] == other
        told += [
            parted(
                f"{counted(int(to.sum()), 'answer')} to {name}", said, to, "answers somebody else, or nobody", GIVEN
            ),
            parted(f"{counted(int(by.sum()), 'answer')} by {name}", replies, by, "an answer by somebody else", DRAWN),
        ]
    return tuple(told)


def parted(words: str, asked: Asked, is_counted: "pd.Series[bool]", why: str, columns: Mapping[str, str]) -> Count:
    """The rows counted; near them all others, each for the same reason."""
    rows = asked.frame
    return Count(words, rows[is_counted], rows[~is_counted].assign(why=why), columns, asked)
