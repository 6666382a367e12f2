"""The profile of one country or two, section by section: what the app, the published page and the brief show."""

from collections.abc import Callable, Mapping
from functools import partial
from html import escape
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.countryrecord import MOST_DOUBTS, Record, Told
from dashboard.exhibits.countrystrips import strips
from dashboard.exhibits.links import Link, address, place_links, profile_links, row_links
from dashboard.figures.theme import Theme
from dashboard.parts import country as parts
from dashboard.parts import dealings
from dashboard.parts.contested import contested
from dashboard.parts.corrected import corrected_list, corrections
from dashboard.parts.evidence import source_list
from dashboard.parts.profile import profile
from dashboard.queries.sources import sources
from dashboard.readings.names import the
from dashboard.readings.wording import Row
from dashboard.selection import Selection

MOST_SOURCES = 30
SUBJECT = "ground troops after the fighting"


def body(
    db: Database,
    record: Record,
    actors: tuple[str, ...],
    selection: Selection,
    catalogue: Catalogue,
    theme: Theme,
) -> str:
    """The profile as HTML; two actors stand beside each other, section by section."""
    told, listed = record.told, sources(db, record.relied_on).frame
    columns = [column(told, record, actor, selection, catalogue, theme) for actor in actors]
    named = [(name, title, [one[name] for one in columns]) for name, title in TITLES.items()]
    printed = f"/view/country?{urlencode(selection.to_link(catalogue), doseq=True)}"
    sections = [*named, ("sources", "Sources", [source_list(listed, MOST_SOURCES, rank=3)])]
    return profile(theme.name, printed, sections, lead(told, actors, selection, catalogue))


TITLES = {
    "positions": "Where it stands, kind by kind",
    "strips": "Positions over time",
    "changes": "What changed last",
    "conditions": "What its positions hang on",
    "offers": "Contributions and agreements",
    "by": "Said last for it",
    "about": "Said last about it by others",
    "doubts": "What is contested or uncertain",
    "corrected": "What was corrected",
    "events": "Events",
    "votes": "Votes in the UN General Assembly",
    "groups": "Groups",
}


def lead(told: Told, actors: tuple[str, ...], selection: Selection, catalogue: Catalogue) -> str:
    """The headline of each, beside each other."""
    link = profile_links(selection, catalogue)
    heads = "".join(
        headline(told, actor, link, selection, catalogue, len(actors) > 1)
        + f"{parts.others(told.of('standing', actor))}</div>"
        for actor in actors
    )
    return f'<div class="g-columns{" g-lead-two" if len(actors) > 1 else ""}">{heads}</div>'


def headline(told: Told, actor: str, link: Link, selection: Selection, catalogue: Catalogue, is_named: bool) -> str:
    """The open column of one: where it stands on ground troops; under its name where that isn't the page's title."""
    name = catalogue.label("place", actor)
    stands = told.on_troops(actor)
    said = parts.headline(stands, SUBJECT, link, selection.day(catalogue))
    pledge = stands["pledge_id"] if stands else None
    mended = [{**row, "told_of": pledge} for row in told.of("corrected", actor) if row["row_id"] == pledge]
    was = corrected_list(mended, place_links(selection, catalogue))
    return f'<div class="g-column">{f"<h2>{escape(name)}</h2>" if is_named else ""}{said}{was}'


def column(
    told: Told, record: Record, actor: str, selection: Selection, catalogue: Catalogue, theme: Theme
) -> dict[str, str]:
    """Every section of one actor by its anchor; empty where nothing is on record."""
    link, href = profile_links(selection, catalogue), row_links(selection, catalogue)
    name, day = catalogue.label("place", actor), selection.day(catalogue)
    by, about = ([row for row in told.of("said", actor) if row["how"] == how] for how in ("by", "about"))
    moves = [row for row in told.of("changes", actor) if row["change"] != "restated"]
    offers = [row for row in told.of("pledged", actor) if row["what"] == "Contribution" and row["is_shown"]]
    unbound = [row for row in told.of("pledged", actor) if row["is_counting"] is False and row["is_shown"]]
    here = Selection("timeline", since=catalogue.covered_from, until=day, countries=(actor,))
    return {
        "positions": parts.positions(told.of("standing", actor), link, href) + parts.unbound(unbound, link, href),
        "strips": strips(record, actor, selection, catalogue, theme),
        "changes": parts.changes(moves, link, href),
        "conditions": parts.hanging(told.of("conditions", actor)),
        "doubts": doubts(told, actor, selection, catalogue),
        "corrected": corrections(told.of("corrected", actor), place_links(selection, catalogue)),
        "offers": dealings.aid(told.of("aid", actor), day)
        + dealings.offers(offers, link, href, all_offers(actor, catalogue)),
        "by": dealings.said(by, link, all_said(actor, catalogue), "All"),
        "about": dealings.said(about, link, of_whom(actor, catalogue), f"Who speaks of {the(name)}:"),
        "events": dealings.events(told.of("events", actor), link, address(here, catalogue)),
        "votes": dealings.votes(told.of("votes", actor)),
        "groups": dealings.memberships(told.of("memberships", actor)),
    }


DOUBTED = {
    0: "About positions that stand",
    1: "About earlier positions",
    2: "About contributions",
    3: "About statements made for it",
    4: "About groups, votes and figures",
}


def doubts(told: Told, actor: str, selection: Selection, catalogue: Catalogue) -> str:
    """All that is contested or uncertain, by what it is about."""
    href = partial(to_doubted, told.pledges(), row_links(selection, catalogue), profile_links(selection, catalogue))
    of_it = told.of("doubts", actor)
    lists = (
        (title, contested([row for row in of_it if row["turn"] == turn], href, MOST_DOUBTS))
        for turn, title in DOUBTED.items()
    )
    return "".join(f"<h3>{title}</h3>{body}" for title, body in lists if body)


def to_doubted(pledges: Mapping[str, Row], href: Callable[[Row], str], link: Link, row: Row) -> str:
    """Where the row that a doubt is about is read."""
    if row["row_id"] in pledges:
        return href(pledges[row["row_id"]])
    return link("statement", row["row_id"]) if row["table_name"] == "statements" else ""


def all_offers(actor: str, catalogue: Catalogue) -> str:
    """The list of what it announced."""
    return address(Selection("pledges", shape="contributions", part="items", countries=(actor,)), catalogue)


def all_said(actor: str, catalogue: Catalogue) -> str:
    """Every statement made for it."""
    return address(Selection("statements", countries=(actor,)), catalogue)


def of_whom(actor: str, catalogue: Catalogue) -> str:
    """The network around it, over everything covered."""
    asked = Selection("network", focus=actor, since=catalogue.covered_from, until=catalogue.covered_until)
    return address(asked, catalogue)
