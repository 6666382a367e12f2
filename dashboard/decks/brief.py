"""A country or an event as a brief: its blocks from the records of its profile, its sources, what the page says."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.citing.meta import citation
from dashboard.database import Database
from dashboard.decks.blocks import BULLET, NOTE, Block, Heading, Line, Run, bold, joined, outlined, quiet, said
from dashboard.decks.countrybrief import country
from dashboard.decks.eventbrief import event
from dashboard.exhibits import countryrecord, eventrecord
from dashboard.exhibits.exhibit import Exhibit
from dashboard.published.links import Place
from dashboard.queries.sources import sources
from dashboard.readings.names import page_title
from dashboard.readings.prose import counted, long_date, sentence, short_date, text
from dashboard.readings.wording import Row
from dashboard.records import records
from dashboard.selection import Selection

MOST_SOURCES = 60
CHOSEN = {"country": "countries", "event": "events"}


@dataclass(frozen=True)
class Brief:
    """Title and subtitle, the blocks, what stands at the head and the foot of each page, and the day it is of.

    `picture` is a PNG below the subtitle, where there is one; `seen` is what it shows, in words.
    """

    title: str
    subtitle: str
    blocks: Sequence[Block]
    head: str
    foot: str
    made_on: dt.date
    picture: bytes | None = None
    seen: str = ""


def brief(db: Database, selection: Selection, catalogue: Catalogue, exhibit: Exhibit, place: Place) -> Brief:
    """The brief of what the exhibit of page "country" or "event" shows, where one is chosen."""
    release = db.release()
    day = f"as of {long_date(selection.day(catalogue))}"
    return Brief(
        title=exhibit.title,
        subtitle=sentence(exhibit.sentence),
        blocks=outlined(
            [
                Line(said(exhibit.reading)),
                *body(db, selection, catalogue),
                *relied_on(records(sources(db, exhibit.source_ids).frame)),
                *closing(exhibit, release, place),
            ]
        ),
        head=f"Guarantees · {day} · release {release['release']}",
        foot=place.address or citation(exhibit, release, place.link, place.asked),
        made_on=release["recorded_on"],
    )


def body(db: Database, selection: Selection, catalogue: Catalogue) -> list[Block]:
    """The sections of the profile."""
    if selection.page == "event":
        return event(eventrecord.ask(db, selection, catalogue), selection, catalogue)
    actors = selection.countries[:2]
    return country(countryrecord.ask(db, actors, selection, catalogue), actors, selection, catalogue)


def relied_on(rows: Sequence[Row]) -> list[Block]:
    """The list of sources, newest first within those that are sound and those that are weak."""
    ordered = sorted(rows, key=lambda row: row.get("is_weak") is True)
    left = len(ordered) - MOST_SOURCES
    rest: list[Block] = [Line(quiet(f"And {counted(left, 'more source')} in the table of the profile."))]
    listed: list[Block] = [Line(source(row), BULLET) for row in ordered[:MOST_SOURCES]]
    return [
        Heading("Sources"),
        Line(quiet(f"{counted(len(ordered), 'source')}.")),
        *listed,
        *(rest if left > 0 else []),
    ]


def source(row: Row) -> list[Run]:
    """Publisher, title as a link, day, standing, language; where it is weak, why."""
    title = page_title(text(row["title"])) or "page without a title"
    notes = [
        short_date(row["published_on"]) or "undated",
        text(row["standing"]).lower(),
        f"text of {text(row['original_house'])}" if text(row["original_house"]) else "",
        text(row["language"]) if text(row["language"]) != "English" else "",
        f"weak: {text(row['weak_because'])}" if text(row["weak_because"]) else "",
    ]
    link = [Run(title, href=text(row["url"]))]
    return joined([bold(f"{text(row['publisher'])}:"), link, quiet(f"({' · '.join(note for note in notes if note)})")])


def closing(exhibit: Exhibit, release: Mapping[str, Any], place: Place) -> list[Block]:
    """How to read it, and how to cite it."""
    notes: list[Block] = [Line(quiet(note), NOTE) for note in exhibit.notes]
    cited = Line(said(citation(exhibit, release, place.link, place.asked)))
    return [Heading("How to read and cite this"), *notes, cited]
