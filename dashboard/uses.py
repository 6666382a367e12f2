"""Which keys of the address each page, in each of its shapes, has a use for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.address import CARDS, KEYS, PUBLISHED
from dashboard.catalogue import Catalogue
from dashboard.choices import OPTIONS
from dashboard.readings.prose import listed, plural

if TYPE_CHECKING:
    from dashboard.selection import Selection

NAMES = {key.field: key.name for key in KEYS}


@dataclass(frozen=True)
class Filter:
    """One filter: the field it sets, how it is asked (day, kind, phase, one, many, text), its words and vocabulary."""

    field: str
    asks: str
    label: str
    vocabulary: str = ""
    placeholder: str = ""


KIND = Filter("kind", "kind", "Kind of position", "position_kind")
PHASE = Filter("phase", "phase", "Debate", "phase")
ASOF = Filter("asof", "day", "As of")
SINCE = Filter("since", "day", "From")
UNTIL = Filter("until", "day", "Until")
COUNTRIES = Filter("countries", "many", "Countries and organisations", "place", "All")
BLOCS = Filter("blocs", "many", "Groups", "bloc", "Any group")
SPEAKERS = Filter("speakers", "many", "Speakers", "speaker", "Anybody")
TOPICS = Filter("topics", "many", "Topics", "topic", "All topics")
CATEGORIES = Filter("categories", "many", "Kinds of event", "event_category", "All kinds")
STATUSES = Filter("statuses", "many", "Position", "pledge_status", "Any position")
CONDITIONS = Filter("conditions", "many", "Conditions", "condition", "Any condition")
BASES = Filter("bases", "many", "Whose word", "basis", "Anyone’s")
TEXT = Filter("text", "text", "Words", "", "In the summary or a name")
SEARCH = Filter("text", "text", "Words", "", "Search all that was said")
EVENTS = Filter("events", "many", "Events", "event", "Any event")
ASOF2 = Filter("asof2", "day", "Compared with")
ALSO = Filter("also", "many", "Beside it", "position_kind", "No other kind")
FRAMEWORKS = Filter("frameworks", "many", "Framework", "framework", "Any framework")
STANDINGS = Filter("standings", "many", "Sources", "standing", "Any source")
TONES = Filter("tones", "many", "Tone", "tone", "Any tone")
QUOTED = Filter("quoted", "many", "Quoted", "quote_form", "With or without a quote")
OFFERS = Filter("offers", "many", "Kinds", "contribution_kind", "All kinds")
KIEL = Filter("kiel", "one", "Aid figures", "kiel_release")
MEASURE = Filter("measure", "one", "Measure", "measure")
TARGET = Filter("target", "maybe", "Path from the focus to", "actor", "Nobody")
DONORS = Filter("countries", "many", "Highlighted", "place", "Nobody")

WHOSE = (COUNTRIES, BLOCS)
POSITION = (FRAMEWORKS, STATUSES, CONDITIONS, BASES, SPEAKERS, TEXT)
PAGES: dict[str, tuple[Filter, ...]] = {
    "overview": (KIND, PHASE, ASOF),
    "timeline": (SINCE, UNTIL, *WHOSE, SPEAKERS, TOPICS, CATEGORIES, EVENTS, TEXT),
    "pledges": (KIND, PHASE, ASOF, *WHOSE, *POSITION),
    "network": (SINCE, UNTIL, *WHOSE, TOPICS, TARGET),
    "statements": (SEARCH, SINCE, UNTIL, *WHOSE, SPEAKERS, TOPICS, TONES, EVENTS, STANDINGS, QUOTED),
    "country": (COUNTRIES, ASOF),
    "speaker": (SPEAKERS,),
    "event": (EVENTS, ASOF),
    "data": (),
}
SHAPED: dict[str, tuple[Filter, ...]] = {
    "ledger": (KIND, PHASE, ALSO, SINCE, UNTIL, *WHOSE, *POSITION),
    "compare": (KIND, PHASE, ASOF2, ASOF, *WHOSE, *POSITION),
    "conditions": (KIND, PHASE, ASOF, *WHOSE, CONDITIONS),
    "conditions/all": (ASOF, *WHOSE, CONDITIONS),
    "contributions/totals": (KIEL, MEASURE, DONORS, BLOCS),
    "contributions/months": (DONORS, BLOCS),
    "contributions/agreements": (SINCE, UNTIL, *WHOSE, TEXT),
    "contributions/items": (OFFERS, FRAMEWORKS, SINCE, UNTIL, *WHOSE, TEXT),
}

# What a page has a use for without asking it in the sidebar; days stand in every address.
EVERYWHERE = ("since", "until", "asof", "focus", "shape", "form", "release")
BESIDES: dict[str, tuple[str, ...]] = {
    "overview": tuple(asked.field for asked in (*WHOSE, *POSITION)),
    "timeline": ("pins",),
    "statements": ("at",),
    "pledges/contributions/totals": ("highlights",),
    "pledges/contributions/months": ("highlights",),
    "pledges/contributions/items": ("at",),
    "data/codebook": ("relation",),
}

# Lists of profiles, as long as none is chosen: what leaves rows of a list out.
LISTS: dict[str, tuple[Filter, ...]] = {"speaker": (SPEAKERS, COUNTRIES), "event": (EVENTS, COUNTRIES)}


def filters_of(selection: "Selection") -> tuple[Filter, ...]:
    """The filters that this page, in this shape, has use for."""
    shape = selection.shape_shown()
    if selection.page in LISTS and not getattr(selection, LISTS[selection.page][0].field):
        return LISTS[selection.page]
    return SHAPED.get(selection.variant()) or SHAPED.get(shape) or PAGES.get(selection.page, ())


def settings_of(selection: "Selection") -> tuple[str, ...]:
    """The settings that this shape, as it is set, has use for."""
    shape = OPTIONS.get((selection.page, selection.shape_shown()), ())
    return OPTIONS.get((selection.page, selection.variant()), shape)


def known(selection: "Selection") -> tuple[str, ...]:
    """The keys of the address that this page, in this shape, has a use for."""
    page, variant = selection.page, selection.variant()
    besides = (*BESIDES.get(page, ()), *BESIDES.get(f"{page}/{variant}", ()))
    asked = (one.field for one in filters_of(selection))
    return names({*EVERYWHERE, *asked, *settings_of(selection), *besides})


def known_on(page: str) -> tuple[str, ...]:
    """The keys that a page has a use for in any of its shapes."""
    return names({*EVERYWHERE, *ever_asked(page)})


def ever_asked(page: str) -> Iterator[str]:
    """The fields that a page asks or takes in any of its shapes, but for those that all have."""
    shapes = PUBLISHED[page]
    for filters in (PAGES.get(page, ()), LISTS.get(page, ())):
        yield from (one.field for one in filters)
    for shape, filters in SHAPED.items():
        if shape.partition("/")[0] in shapes and page == "pledges":
            yield from (one.field for one in filters)
    for (of, _), settings in OPTIONS.items():
        yield from settings if of == page else ()
    for place, fields in BESIDES.items():
        yield from fields if place.partition("/")[0] == page else ()


def names(fields: set[str]) -> tuple[str, ...]:
    """The keys of some fields, in the order of the address."""
    return tuple(key.name for key in KEYS if key.field in fields)


def used(selection: "Selection", catalogue: Catalogue) -> dict[str, list[str]]:
    """The address without what this page, in this shape, has no use for: links between pages carry that along."""
    keys = known(selection)
    return {name: texts for name, texts in selection.to_query(catalogue).items() if name in keys}


def unused(selection: "Selection") -> tuple[str, ...]:
    """Says which filters of the selection make no difference to what is shown."""
    keys = known(selection)
    labels = {one.field: one.label for filters in (*SHAPED.values(), *PAGES.values()) for one in filters}
    said = [f"“{labels[field]}”" for field, _ in selection.given() if field in labels and NAMES[field] not in keys]
    told = f"{listed(said)} {plural(len(said), 'makes', 'make')} no difference to this view"
    return (told,) if said and selection.page not in CARDS else ()
