"""What one slide says: a view's title, its sentence, its picture or its first rows, and what its speaker reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.citing.meta import citation
from dashboard.decks.plainly import plain
from dashboard.exhibits.exhibit import Exhibit
from dashboard.parts.proof import publishers, rows_shown
from dashboard.published.grid import cell
from dashboard.published.links import Place
from dashboard.readings.names import page_title
from dashboard.readings.prose import counted, long_date, sentence, text
from dashboard.readings.wording import Row
from dashboard.records import records

MOST_SOURCES = 60
MOST_ROWS, MOST_COLUMNS = 8, 5
Release = Mapping[str, Any]


@dataclass(frozen=True)
class Slide:
    """A view on one slide.

    `picture` is a PNG without the title; where it is None, `missing` says why, and `heads` and `rows` stand in its
    place. `notes` are the speaker's, line by line; `address` leads to the view, empty where nothing does.
    """

    title: str
    caption: str
    reading: str
    picture: bytes | None
    missing: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str]
    address: str


def slide(
    exhibit: Exhibit, sources: pd.DataFrame, release: Release, place: Place, picture: bytes | None, missing: str = ""
) -> Slide:
    """The slide of an exhibit; `sources` are the rows of query ``sources`` that it relies on."""
    heads, rows = first_rows(exhibit)
    return Slide(
        title=exhibit.title,
        caption=sentence(exhibit.sentence),
        reading=exhibit.reading,
        picture=picture,
        missing="" if picture else missing,
        heads=heads,
        rows=rows,
        notes=notes(exhibit, sources, release, place),
        address=place.address,
    )


def first_rows(exhibit: Exhibit) -> tuple[list[str], list[list[str]]]:
    """Headings and cells of the first rows: the first columns that a reader sees and that of the most words."""
    frame = exhibit.table.head(MOST_ROWS)
    words = {name: [cell(one) for one in frame[name]] for name in exhibit.columns if name in frame}
    held = [name for name, cells in words.items() if 2 * sum(map(bool, cells)) > len(cells)]
    longest = max(held, key=lambda name: len("".join(words[name])), default="")
    few = held[:MOST_COLUMNS] if longest in held[:MOST_COLUMNS] else [*held[: MOST_COLUMNS - 1], longest]
    names = [name for name in few if name]
    rows = [[cell(one) for one in row] for row in frame[names].itertuples(index=False)] if names else []
    return [exhibit.columns[name] for name in names], rows


def notes(exhibit: Exhibit, sources: pd.DataFrame, release: Release, place: Place) -> list[str]:
    """What the speaker reads: title, selection, reading, what to bear in mind, address, release, sources."""
    return [
        exhibit.title,
        sentence(exhibit.sentence),
        exhibit.reading,
        *exhibit.notes,
        f"Shown: {rows_shown(exhibit.shown, exhibit.total, exhibit.unit)}.",
        *([f"Open it: {place.address}"] if place.address else []),
        f"Release: {release['release']}",
        f"Cite it: {citation(exhibit, release, place.link, place.asked)}",
        *sourced(records(sources)),
    ]


def sourced(rows: Sequence[Row]) -> list[str]:
    """The sources, newest first, those beyond some counted."""
    if not rows:
        return ["No sources."]
    rest = len(rows) - MOST_SOURCES
    more = [f"and {counted(rest, 'more source')}, listed under “Sources” of the view."] if rest > 0 else []
    return [f"{counted(len(rows), 'source')}:", *(source_line(row) for row in rows[:MOST_SOURCES]), *more]


def source_line(row: Row) -> str:
    """Publisher: title. Day. Address. Where it is weak, why."""
    title = page_title(text(row["title"])) or "page without a title"
    day = long_date(row["published_on"]) or "undated"
    weak = f" (weak: {text(row['weak_because'])})" if text(row["weak_because"]) else ""
    return f"{text(row['publisher'])}: {title.rstrip('.')}. {day}. {text(row['url'])}{weak}"


def relied_on(sources: pd.DataFrame) -> str:
    """How many pages, and whose."""
    named = publishers(sources, 10)
    return plain(f"{named[:1].upper()}{named[1:]}.")
