"""The sidebar: the filters of a page, from the selection and back into it. The only module with filter widgets."""

from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from dashboard.catalogue import Catalogue
from dashboard.desk import reset
from dashboard.selection import Selection


@dataclass(frozen=True)
class Filter:
    """One filter: the field it sets, how it is asked (day, kind, phase, many, text), its words and vocabulary."""

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

PAGES: dict[str, tuple[Filter, ...]] = {
    "overview": (KIND, PHASE, ASOF),
    "timeline": (SINCE, UNTIL, COUNTRIES, BLOCS, SPEAKERS, TOPICS, CATEGORIES, TEXT),
    "pledges": (KIND, PHASE, ASOF, COUNTRIES, BLOCS, STATUSES, CONDITIONS, BASES, TEXT),
    "network": (SINCE, UNTIL, COUNTRIES, BLOCS, TOPICS),
}
LEDGER = (KIND, PHASE, SINCE, UNTIL, COUNTRIES, BLOCS, STATUSES, CONDITIONS, BASES, TEXT)


def filters_of(selection: Selection) -> tuple[Filter, ...]:
    """The filters that this page, in this shape, has use for."""
    return LEDGER if selection.shape_shown() in ("ledger", "rows") else PAGES[selection.page]


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
        "text": selection.text or "",
    }
    return shown[asked.field] if asked.field in shown else list(getattr(selection, asked.field))


def fill(selection: Selection, catalogue: Catalogue) -> None:
    """Put a selection into the widgets, before they are made."""
    for asked in {*LEDGER, *PAGES[selection.page]}:
        st.session_state[key(asked)] = value(asked, selection, catalogue)


def filters(selection: Selection, catalogue: Catalogue) -> Selection:
    """Draw the page's filters in the sidebar; the selection as they stand."""
    for asked in {*LEDGER, *PAGES[selection.page]}:
        st.session_state[key(asked)] = st.session_state.get(key(asked), value(asked, selection, catalogue))
    with st.sidebar:
        for asked in filters_of(selection):
            selection = replace(selection, **{asked.field: ask(asked, selection, catalogue)})
        st.button("Reset", icon=":material/restart_alt:", type="tertiary", on_click=reset, args=(selection.page,))
    return ordered(selection)


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
    if asked.asks == "kind":
        return st.selectbox(asked.label, list(words), key=key(asked), format_func=words.__getitem__)
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
