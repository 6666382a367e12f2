"""The sidebar: the filters of a page, from the selection and back into it. The only module with filter widgets."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboard.catalogue import Catalogue
from dashboard.choices import LABELS, OPTIONS, Words, choices
from dashboard.desk import reset
from dashboard.selection import Selection


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


def asked_of(page: str) -> tuple[Filter, ...]:
    """Every filter that a page may ask in one of its shapes, each once."""
    shaped = [asked for filters in SHAPED.values() for asked in filters] if page == "pledges" else []
    return tuple({asked.field: asked for asked in (*PAGES[page], *LISTS.get(page, ()), *shaped)}.values())


def key(asked: Filter) -> str:
    """The widget's key."""
    return f"filter_{asked.field}"


def value(asked: Filter, selection: Selection, catalogue: Catalogue) -> Any:
    """What the widget shows for a selection: the default where nothing is chosen."""
    since, until = selection.window(catalogue)
    shown = {
        "kind": selection.kind_shown(catalogue),
        "phase": selection.phase_shown(catalogue),
        "asof": selection.day(catalogue),
        "since": since,
        "until": until,
        "asof2": selection.earlier_day(catalogue),
        "text": selection.text or "",
        "kiel": selection.kiel or catalogue.default_of("kiel_release"),
        "measure": selection.measure or catalogue.default_of("measure"),
        "target": selection.target,
    }
    return shown[asked.field] if asked.field in shown else list(getattr(selection, asked.field))


def fill(selection: Selection, catalogue: Catalogue) -> None:
    """Put a selection into the widgets, before they are made."""
    for asked in asked_of(selection.page):
        st.session_state[key(asked)] = value(asked, selection, catalogue)
    for name in LABELS:
        st.session_state[option_key(name)] = selection.option(name)


def filters(selection: Selection, catalogue: Catalogue) -> Selection:
    """Draw the page's filters in the sidebar; the selection as they and the settings stand."""
    for asked in asked_of(selection.page):
        st.session_state[key(asked)] = st.session_state.get(key(asked), value(asked, selection, catalogue))
    for name in settings_of(selection):
        st.session_state[option_key(name)] = st.session_state.get(option_key(name)) or selection.option(name)
        selection = replace(selection, **{name: st.session_state[option_key(name)]})
    with st.sidebar:
        for asked in filters_of(selection):
            chosen: Any = typed(asked) if asked in ABOVE else ask(asked, selection, catalogue)
            selection = replace(selection, **{asked.field: chosen})
        st.button("Reset", icon=":material/restart_alt:", type="tertiary", on_click=reset, args=(selection.page,))
    return ordered(selection)


def typed(asked: Filter) -> str | None:
    """What was typed into a field that is drawn above the rows."""
    return str(st.session_state[key(asked)]).strip() or None


def ask(asked: Filter, selection: Selection, catalogue: Catalogue) -> Any:
    """One widget; what it says now, as the selection's field."""
    if asked.asks == "day":
        first, last = catalogue.covered_from, catalogue.covered_until
        return st.date_input(asked.label, min_value=first, max_value=last, key=key(asked), format="DD/MM/YYYY")
    if asked.asks == "text":
        return st.text_input(asked.label, key=key(asked), placeholder=asked.placeholder, max_chars=100).strip() or None
    if asked.asks == "phase":
        return phase(asked, selection, catalogue)
    words = catalogue.labels.get(asked.vocabulary, {})
    if asked.asks in ("kind", "one"):
        return st.selectbox(asked.label, list(words), key=key(asked), format_func=words.__getitem__)
    if asked.asks == "maybe":
        return st.selectbox(
            asked.label, list(words), key=key(asked), format_func=words.__getitem__, placeholder=asked.placeholder
        )
    return tuple(
        st.multiselect(
            asked.label, list(words), key=key(asked), format_func=words.__getitem__, placeholder=asked.placeholder
        )
    )


def phase(asked: Filter, selection: Selection, catalogue: Catalogue) -> str:
    """The debates that this kind has rows in; a kind with one has nothing to ask."""
    kind = selection.kind_shown(catalogue)
    options = list(catalogue.kinds_phases.get(kind, ())) or [catalogue.default_phase(kind)]
    if st.session_state[key(asked)] not in options:
        st.session_state[key(asked)] = options[0]
    if len(options) == 1:
        return options[0]
    words = catalogue.labels.get("phase", {})
    chosen = st.segmented_control(
        asked.label, options, key=key(asked), format_func=lambda code: words.get(code, code), required=True
    )
    return chosen or options[0]


def ordered(selection: Selection) -> Selection:
    """The selection with its days in order; says so where they aren't."""
    since, until = selection.since, selection.until
    if since and until and since > until:
        st.sidebar.caption("“From” lies after “Until”: the usual days are shown.")
        return replace(selection, since=None, until=None)
    return selection


def option_key(name: str) -> str:
    """The key of a setting's widget."""
    return f"option_{name}"


def options(selection: Selection) -> None:
    """Draw the settings of the shape shown, beside its chart; `filters` reads them in the run that follows."""
    for asked in (asked for asked in filters_of(selection) if asked in ABOVE):
        above(asked)
    for name in settings_of(selection):
        st.session_state.setdefault(option_key(name), selection.option(name))
        setting(name, choices(selection.page, name))


def above(asked: Filter) -> None:
    """The words looked for, where the reader begins."""
    st.text_input(
        asked.label,
        key=key(asked),
        placeholder=asked.placeholder,
        max_chars=100,
        label_visibility="collapsed",
        icon=":material/search:",
        width=380,
    )


def setting(name: str, words: Words) -> None:
    """One setting: two words side by side, more in a list that says what it sets."""
    asked: dict[str, Any] = {"key": option_key(name), "label_visibility": "collapsed"}
    if len(words) == 2:
        st.segmented_control(LABELS[name], list(words), format_func=words.__getitem__, required=True, **asked)
    else:
        st.selectbox(
            LABELS[name], list(words), format_func=lambda code: f"{LABELS[name]}: {words[code]}", width=184, **asked
        )
