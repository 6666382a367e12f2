"""The filters that each page asks, in each of its shapes: what they set, and what they show for a selection."""

from dataclasses import dataclass
from typing import Any

from dashboard.address import KEYS
from dashboard.catalogue import Catalogue
from dashboard.choices import OPTIONS
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

# Lists of profiles, as long as none is chosen: what leaves rows of a list out.
LISTS: dict[str, tuple[Filter, ...]] = {"speaker": (SPEAKERS, COUNTRIES), "event": (EVENTS, COUNTRIES)}

# What is asked above the rows rather than in the sidebar: a search begins with its words.
ABOVE = (SEARCH,)


def filters_of(selection: Selection) -> tuple[Filter, ...]:
    """The filters that this page, in this shape, has use for."""
    shape = selection.shape_shown()
    if selection.page in LISTS and not getattr(selection, LISTS[selection.page][0].field):
        return LISTS[selection.page]
    return SHAPED.get(selection.variant()) or SHAPED.get(shape) or PAGES[selection.page]


def settings_of(selection: Selection) -> tuple[str, ...]:
    """The settings that this shape, as it is set, has use for."""
    shape = OPTIONS.get((selection.page, selection.shape_shown()), ())
    return OPTIONS.get((selection.page, selection.variant()), shape)


def key_of(asked: Filter) -> str:
    """The key of the address that the filter sets."""
    return NAMES[asked.field]


def rail(selection: Selection, catalogue: Catalogue) -> list[dict[str, Any]]:
    """What the sidebar asks, ready for the browser: one entry per filter.

    ``name`` is the key of the address and ``given`` what stands there, ``values`` those chosen (code and words),
    ``unset`` the value for which the key is left out. Lists to pick from are named by their ``vocabulary``; short ones
    stand in ``options`` themselves.
    """
    shown = [asked for asked in filters_of(selection) if asked not in ABOVE]
    entries = [entry for one in shown if (entry := entry_of(one, selection, catalogue))]
    query = selection.to_query(catalogue)
    return [entry | {"given": query.get(entry["name"], [])} for entry in entries]


def entry_of(asked: Filter, selection: Selection, catalogue: Catalogue) -> dict[str, Any] | None:
    """One filter; None where the selection leaves nothing to ask."""
    entry = {"name": key_of(asked), "asks": asked.asks, "label": asked.label, "placeholder": asked.placeholder}
    if asked.asks == "text":
        return entry | {"values": [[selection.text or "", ""]]}
    if asked.asks == "day":
        return entry | day(asked, selection, catalogue)
    if asked.asks in ("kind", "one", "phase"):
        return few(entry, asked, selection, catalogue)
    chosen = getattr(selection, asked.field) or ()
    codes = chosen if isinstance(chosen, tuple) else (chosen,)
    values = [[code, catalogue.label(asked.vocabulary, code)] for code in codes]
    return entry | {"values": values, "vocabulary": asked.vocabulary}


def day(asked: Filter, selection: Selection, catalogue: Catalogue) -> dict[str, Any]:
    """A day within what the data covers."""
    since, until = selection.window(catalogue)
    shown = {
        "asof": selection.day(catalogue),
        "since": since,
        "until": until,
        "asof2": selection.earlier_day(catalogue),
    }
    covered = {"first": catalogue.covered_from.isoformat(), "last": catalogue.covered_until.isoformat()}
    return covered | {"values": [[shown[asked.field].isoformat(), ""]]}


def few(entry: dict[str, Any], asked: Filter, selection: Selection, catalogue: Catalogue) -> dict[str, Any] | None:
    """One of a few words, the first of which stands for the default; a kind with one debate has nothing to ask."""
    words = catalogue.labels.get(asked.vocabulary, {})
    chosen, unset = {
        "kind": (selection.kind_shown(catalogue), catalogue.default_kind()),
        "phase": (selection.phase_shown(catalogue), catalogue.default_phase(selection.kind_shown(catalogue))),
    }.get(asked.field, (getattr(selection, asked.field) or catalogue.default_of(asked.vocabulary), None))
    codes = catalogue.kinds_phases.get(selection.kind_shown(catalogue), ()) if asked.asks == "phase" else tuple(words)
    if len(codes) < 2:
        return None
    unset = unset or catalogue.default_of(asked.vocabulary)
    options = [[code, words.get(code, code)] for code in codes]
    return entry | {"values": [[chosen, ""]], "unset": unset, "options": options}
