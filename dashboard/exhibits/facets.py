"""How many statements each further choice would leave, under all the other filters; each with its address."""

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.exhibits.tally import Tally
from dashboard.parts.facets import Choice, Month, Offer
from dashboard.readings.prose import MONTHS
from dashboard.selection import KEYS, Selection

Query = Mapping[str, Sequence[str]]
KEY = {key.field: key.name for key in KEYS}
PROFILE = {"country": KEY["countries"], "speaker": KEY["speakers"], "event": KEY["events"]}
MOST_SEEN, MOST_FOLDED = 8, 22


@dataclass(frozen=True)
class Facet:
    """A filter that can be set from here: its heading, where its words come from."""

    field: str
    heading: str
    vocabulary: str


FACETS = (
    Facet("speakers", "Speaker", "speaker"),
    Facet("countries", "Speaking for", "place"),
    Facet("topics", "Topic", "topic"),
    Facet("tones", "Tone toward others", "tone"),
    Facet("standings", "Source", "standing"),
    Facet("quoted", "Quote", "quote_form"),
)


def href(query: Query, **changes: Sequence[str] | None) -> str:
    """The address of the same view with keys changed; None or nothing takes a key off."""
    changed = {name: texts for name, texts in {**query, **changes}.items() if texts}
    return f"?{urlencode(changed, doseq=True)}"


def card_link(query: Query, selection: Selection) -> Callable[[str, str], str]:
    """Addresses from a card in a list: profiles, as of the same day; a statement beside the same list."""
    day = {"asof": [selection.asof.isoformat()]} if selection.asof else {}

    def link(kind: str, one: str) -> str:
        if kind == "statement":
            return href(query, focus=[one])
        return f"{kind}{href(day, **{PROFILE[kind]: [one]})}"

    return link


def offers(counts: Mapping[str, Tally], selection: Selection, catalogue: Catalogue, query: Query) -> tuple[Offer, ...]:
    """The facets of statements; `counts` are how many each value of a facet has under all the other filters."""
    return tuple(offer(facet, counts[facet.field], selection, catalogue, query) for facet in FACETS)


def offer(facet: Facet, counts: Tally, selection: Selection, catalogue: Catalogue, query: Query) -> Offer:
    """One facet: chosen values first, however few hold them."""
    chosen: tuple[str, ...] = getattr(selection, facet.field)
    held = {code: counts.get(code, 0) for code in chosen}
    first = {**held, **counts.most(MOST_SEEN + MOST_FOLDED, but=chosen)}
    told = [
        Choice(
            catalogue.label(facet.vocabulary, code),
            count,
            code in chosen,
            href(query, **{KEY[facet.field]: toggled(chosen, code), "at": None, "focus": None}),
        )
        for code, count in islice(first.items(), MOST_SEEN + MOST_FOLDED)
    ]
    seen = max(MOST_SEEN, len(chosen))
    unheld = sum(not count for count in held.values())
    return Offer(facet.heading, tuple(told[:seen]), tuple(told[seen:]), len(counts) + unheld - len(told))


def toggled(chosen: Sequence[str], code: str) -> list[str]:
    """The values with one put on, or taken off."""
    return [value for value in chosen if value != code] if code in chosen else [*chosen, code]


def months(told: Mapping[str, int], query: Query, catalogue: Catalogue) -> tuple[Month, ...]:
    """The months from the first to the last, those without statements as well; each leads to its days.

    `told` are the months that have statements, as `2025-09`, with how many.
    """
    counts = Counter({(int(month[:4]), int(month[5:])): count for month, count in told.items()})
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    spanned = range(first[0] * 12 + first[1] - 1, last[0] * 12 + last[1])
    return tuple(month(at // 12, at % 12 + 1, counts, query, catalogue) for at in spanned)


def month(year: int, number: int, counts: Mapping[tuple[int, int], int], query: Query, catalogue: Catalogue) -> Month:
    """One month; its address names the days of it that the data covers."""
    since = max(dt.date(year, number, 1), catalogue.covered_from)
    until = min(dt.date(year, number, calendar.monthrange(year, number)[1]), catalogue.covered_until)
    days = {"from": [since.isoformat()], "until": [until.isoformat()]}
    address = href({**query, **days}, at=None, focus=None)
    return Month(f"{MONTHS[number - 1]} {year}", year, counts[year, number], address)
