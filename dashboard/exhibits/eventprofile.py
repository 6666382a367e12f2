"""The profile of an event, section by section: what the app, the published page and the brief show."""

from functools import partial
from urllib.parse import urlencode

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.exhibits.eventrecord import WARTIME, Record
from dashboard.exhibits.links import Link, address, place_links, profile_links, row_links
from dashboard.figures.theme import Theme
from dashboard.parts import event as parts
from dashboard.parts import eventtalk
from dashboard.parts.contested import contested
from dashboard.parts.corrected import corrections
from dashboard.parts.eventconditions import hanging
from dashboard.parts.eventstood import ENOUGH, by_position
from dashboard.parts.evidence import source_list
from dashboard.parts.profile import Section, profile
from dashboard.readings.prose import long_date, text
from dashboard.readings.wording import Row
from dashboard.selection import Selection

ASIDE = ("talk", "outside", "topic")
MOST_SOURCES = 30


def is_long(record: Record) -> bool:
    """Whether a table of all participants is too long for a picture."""
    return len(record.rows["participants"]) > ENOUGH + 1


def body(
    record: Record,
    listed: pd.DataFrame,
    selection: Selection,
    catalogue: Catalogue,
    theme: Theme,
    is_slide: bool = False,
) -> str:
    """The profile as HTML: the facts, what each had on record, on a slide by position, and the conversation beside."""
    link = profile_links(selection, catalogue)
    subject = "ground troops" + (" during the war" if record.phase == WARTIME else " after the fighting")
    lead = parts.head(
        record.event, record.numbers(), record.rows["participants"], len(record.on_troops()), subject, link
    )
    printed = f"/view/event?{urlencode(selection.to_link(catalogue), doseq=True)}"
    told = [
        *positions(record, selection, catalogue, is_slide),
        *talk(record, link, catalogue),
        *against(record, selection, catalogue),
        ("sources", "Sources", [source_list(listed, MOST_SOURCES, rank=3)]),
    ]
    return profile(theme.name, printed, told, lead, ASIDE)


def positions(record: Record, selection: Selection, catalogue: Catalogue, is_slide: bool) -> list[Section]:
    """What was on record and on which conditions, what was pledged there, and what changed since."""
    link, href = profile_links(selection, catalogue), row_links(selection, catalogue)
    labels, held = catalogue.labels["position_kind"], record.held()
    day, pledged = long_date(record.event["starts_on"]), record.rows["pledged"]
    papers = [row for row in pledged if text(row["instrument"]) not in ("", "none", "decision")]
    named = record.rows["participants"]
    matrix = parts.on_record(named, held, labels, link, href) if named and not is_slide else ""
    stood = by_position(named, held, labels, link) if is_slide else matrix
    return [
        ("record", f"What each had on record by {day}", [stood]),
        ("conditions", f"What their positions hung on by {day}", [hanging(record.hanging(), link)]),
        ("pledged", "Positions and pledges made there", [parts.pledged(pledged, link, href)]),
        ("papers", "Documents and agreements", [parts.documents(papers, record.rows["package"], link, href)]),
        ("moved", f"Positions changed since, up to {long_date(selection.day(catalogue))}",
         [parts.moved(record.changed(), link, href, compared(record, selection, catalogue))]),
    ]  # fmt: skip


def talk(record: Record, link: Link, catalogue: Catalogue) -> list[Section]:
    """What was said there and answered, by others about it, and elsewhere on the same topic."""
    said = record.rows["said"]
    same = [row for row in record.rows["answers"] if row["how"] == "same_topic"]
    return [
        ("talk", "What was said, and answered", [eventtalk.talk(said, link)]),
        ("outside", "Said about it by those who took no part", [eventtalk.from_outside(said, link)]),
        ("topic", "Also said on this in these days", [eventtalk.same_topic(same, link, catalogue.labels["topic"])]),
    ]


def against(record: Record, selection: Selection, catalogue: Catalogue) -> list[Section]:
    """What contradicts: whom outlets name, whatever else is contested, what was corrected."""
    link, href = profile_links(selection, catalogue), row_links(selection, catalogue)
    return [
        ("against", "Named or read against their own word", [parts.against(record.against(), link, href)]),
        ("doubts", "What is contested or uncertain", [contested(others(record), partial(to_doubted, href, link))]),
        ("corrected", "What was corrected", [corrections(record.rows["corrected"], place_links(selection, catalogue))]),
    ]


def others(record: Record) -> list[Row]:
    """Doubts that the table of contested statuses doesn't show."""
    shown = {row["doubt_id"] for row in record.against()}
    return [row for row in record.rows["doubts"] if row["doubt_id"] not in shown]


def to_doubted(href: parts.Href, link: Link, row: Row) -> str:
    """Where the row that a doubt is about is read."""
    if row["table_name"] == "statements":
        return link("statement", row["row_id"])
    if row["table_name"] == "pledges":
        return href({**row, "pledge_id": row["row_id"], "kind": row["on_kind"]})
    return ""


def compared(record: Record, selection: Selection, catalogue: Catalogue) -> str:
    """The two days beside each other: the event's and the as-of day."""
    day = pd.Timestamp(record.event["starts_on"]).date()
    return address(Selection("pledges", shape="compare", asof2=day, asof=selection.asof, phase=record.phase), catalogue)
