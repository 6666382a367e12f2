"""The filters that a page asks, ready for the browser: what they set, and what they show for a selection."""

from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.selection import Selection
from dashboard.uses import NAMES, SEARCH, Filter, filters_of

# What is asked above the rows rather than in the sidebar: a search begins with its words.
ABOVE = (SEARCH,)


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
