"""Views and rows of the collection as works that can be cited."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dashboard.citing.dataset import AUTHOR, TITLE, dataset
from dashboard.citing.names import Name, person
from dashboard.citing.work import Work
from dashboard.exhibits.exhibit import Exhibit
from dashboard.readings.prose import as_day, items, listed, text
from dashboard.readings.wording import lowered

Row = Mapping[str, Any]
DRAWN = {"map": "Map", "network": "Network diagram", "today": "Map"}
CHARTS = {*DRAWN, "lanes", "ledger", "compare", "conditions", "matrix"}  # drawn as soon as there is anything to draw
# A page that is read is no table, though its rows are one.
READ = {
    "conversation": "Conversation",
    "country": "Country profile",
    "speaker": "Profile of a speaker",
    "event": "Profile of an event",
}
UNKNOWN_LANGUAGE, OURS = "und", "en"


def view(exhibit: Exhibit, release: Row, url: str = "", accessed: dt.date | None = None) -> Work:
    """A view of the release: its title and selection in words, as part of the data set; the Data page is the data.

    A quote's page is cited as the statement.
    """
    row = quoted(exhibit)
    if row is not None:
        return statement(row, release, url, accessed)
    whole = dataset(release, url, accessed)
    if exhibit.subject == "data":
        return whole
    has_chart = exhibit.draw is not None or (exhibit.is_empty and exhibit.shape in CHARTS)
    is_drawn = has_chart and not exhibit.is_table
    read = "Table" if exhibit.is_table else READ.get(exhibit.subject, "Table")
    description = DRAWN.get(exhibit.shape, "Chart") if is_drawn else read
    return replace(
        whole,
        key=f"{whole.key}-{exhibit.subject}-{exhibit.shape}",
        kind="view" if not is_drawn else "map" if description == "Map" else "chart",
        title=named(exhibit.title, exhibit.sentence),
        description=description,
        container=TITLE,
        container_author=AUTHOR,
        abstract=exhibit.reading,
    )


def quoted(exhibit: Exhibit) -> Row | None:
    """The row of `statement_cards` that a quote's page is about; None on any other page."""
    if exhibit.subject != "quote" or exhibit.is_empty:
        return None
    rows, statement_id = exhibit.asked[0].frame, exhibit.table["statement_id"].iloc[0]
    found: Row = rows[rows["statement_id"] == statement_id].iloc[0].to_dict()
    return found


def named(title: str, sentence: str) -> str:
    """A view's title and its selection in words as one heading, nothing of which is said twice."""
    if title.casefold() in sentence.casefold() or not sentence:
        return sentence or title
    about, _, day = sentence.partition(", ")
    if title.startswith(about) and day.startswith("as of "):
        return f"{title}, {day}"
    head, _, tail = title.rpartition(": ")
    return f"{head if head and tail in sentence else title}: {sentence}"


def statement(row: Row, release: Row, url: str = "", accessed: dt.date | None = None) -> Work:
    """A statement, by a row of `statement_cards`: the speaker's, untitled, perhaps in translation."""
    of_row = part_of(release, url, accessed)
    return replace(
        of_row,
        key=f"guarantees-{row['statement_id']}",
        authors=(person(row["speaker"]),),
        description=said(row),
        issued=as_day(row["said_on"]),
        precision=text(row["date_precision"]),
        abstract=f"“{text(row['quote'])}”" if text(row["quote"]) else text(row["summary"]),
        language=language_of(row),
        translated_from=translated_from(row),
    )


def said(row: Row) -> str:
    """What stands for a statement's title: on what, and in which office."""
    topics = listed(lowered(label) for label in items(row["topic_labels"])[:3])
    on = f" on {topics}" if topics else ""
    office, actor = text(row["office"]), text(row["actor"])
    whose = f" ({actor})" if actor else ""
    return f"Statement{on}{f', as {office}{whose}' if office else ''}"


def language_of(row: Row) -> str:
    """The language of what is cited: of the quote as it stands here, else of our summary; empty where nobody says."""
    if not text(row["quote"]) or text(row["quote_form"]) == "translation":
        return OURS
    code = text(row["quote_language_code"])
    is_told = text(row["quote_form"]) == "original" or code == OURS
    return code if is_told and code != UNKNOWN_LANGUAGE else ""


def translated_from(row: Row) -> str:
    """The language that the quote of a statement is translated from; empty where it isn't, or nobody says."""
    if text(row["quote_form"]) != "translation":
        return ""
    is_known = text(row["quote_language_code"]) != UNKNOWN_LANGUAGE
    return text(row["quote_language"]) if is_known else "a language that the source doesn't name"


def pledge(row: Row, release: Row, url: str = "", accessed: dt.date | None = None) -> Work:
    """A position or a contribution, by a row of `pledge_cards`: the pledger's, untitled."""
    noun = "Position" if row["is_position"] else "Contribution"
    told = [f"{noun} on {lowered(row['kind_label'])}" if row["is_position"] else row["kind_label"], row["status_label"]]
    return replace(
        part_of(release, url, accessed),
        key=f"guarantees-{row['pledge_id']}",
        authors=(Name(row["pledger"]),),
        description=": ".join((told[0], lowered(told[1]))),
        issued=as_day(row["announced_on"]),
        precision=text(row["date_precision"]),
        abstract=text(row["summary"]),
    )


def event(row: Row, release: Row, url: str = "", accessed: dt.date | None = None) -> Work:
    """An event, by its row with the words for its category: our entry of it, under its title."""
    return replace(
        part_of(release, url, accessed),
        key=f"guarantees-{row['event_id']}",
        title=text(row["title"]),
        description=f"Event: {lowered(text(row['category_label']))}",
        issued=as_day(row["starts_on"]),
        precision=text(row["date_precision"]),
        abstract=text(row["summary"]),
    )


def part_of(release: Row, url: str, accessed: dt.date | None) -> Work:
    """A row of the release, still without what is its own."""
    whole = dataset(release, url, accessed)
    return replace(
        whole,
        kind="row",
        title="",
        is_year=False,
        container=TITLE,
        container_author=AUTHOR,
        language=OURS,
    )


def pages(rows: Sequence[Row]) -> list[Work]:
    """The pages that something rests on, by rows of `sources`: each its publisher's, many without a date."""
    return [
        Work(
            key=f"guarantees-source-{row['source_id']}",
            kind="page",
            authors=(Name(text(row["publisher"])),),
            title=text(row["title"]),
            description="" if text(row["title"]) else "Web page",
            issued=as_day(row["published_on"]),
            url=text(row["url"]),
            publisher=text(row["publisher"]),
        )
        for row in rows
    ]
