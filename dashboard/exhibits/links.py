"""Addresses of profiles, statements and lists: every mention of a name leads to the page about it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote_plus, urlencode

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import text
from dashboard.selection import Selection

PROFILES = {"country": "countries", "speaker": "speakers", "event": "events"}
Link = Callable[[str, str], str]
MARK = "ZZidZZ"


def address(selection: Selection, catalogue: Catalogue) -> str:
    """A page under a selection, relative to the page it is named on."""
    query = urlencode(selection.to_query(catalogue), doseq=True)
    return f"{'' if selection.page == 'overview' else selection.page}?{query}"


def to_profile(selection: Selection, catalogue: Catalogue, kind: str, one: str) -> str:
    """The profile of a country (or organisation), speaker or event, as of the same day."""
    asked: dict[str, Any] = {PROFILES[kind]: (one,)}
    return address(replace(Selection(kind, asof=selection.asof), **asked), catalogue)


def templated(make: Link) -> Link:
    """The same addresses, worked out once per kind: they differ in the id alone."""
    known: dict[str, str] = {}

    def link(kind: str, one: str) -> str:
        if not one:
            return ""
        if kind not in known:
            known[kind] = make(kind, MARK)
        return known[kind].replace(MARK, quote_plus(one))

    return link


def profile_links(selection: Selection, catalogue: Catalogue) -> Link:
    """Addresses from a profile: other profiles; a statement on the page where its conversation is read."""

    def link(kind: str, one: str) -> str:
        if kind == "statement":
            return address(Selection("statements", focus=one), catalogue)
        return to_profile(selection, catalogue, kind, one)

    return templated(link)


def card_links(selection: Selection, catalogue: Catalogue) -> Link:
    """Addresses from a card: profiles; a statement in the same view, or on its own page where this is a profile."""
    profiles = profile_links(selection, catalogue)

    def link(kind: str, one: str) -> str:
        if kind == "reader" and selection.page == "statements":
            return ""
        if kind == "statement" and selection.page not in PROFILES:
            return f"?{urlencode(replace(selection, focus=one).to_query(catalogue), doseq=True)}"
        return profiles("statement" if kind == "reader" else kind, one)

    return templated(link)


def place_links(selection: Selection, catalogue: Catalogue) -> Callable[[Mapping[str, Any]], str]:
    """Where a row with a `page` and `page_id` (relation `row_words`) is read; "" where the app has no place for it."""
    profiles, pledges = profile_links(selection, catalogue), row_links(selection, catalogue)
    aid = Selection("pledges", shape="contributions")

    def other(page: str, one: str) -> str:
        if page == "donor":
            return address(replace(aid, part="totals", focus=one), catalogue)
        if page == "months":
            return address(replace(aid, part="months", countries=(one,)), catalogue)
        if page == "codebook":
            return address(Selection("data", shape="codebook", relation=one), catalogue)
        return profiles(page, one)

    others = templated(other)

    def href(row: Mapping[str, Any]) -> str:
        return pledges(row) if row["page"] == "pledge" else others(text(row["page"]), text(row["page_id"]))

    return href


def ledger_link(row: Mapping[str, Any], catalogue: Catalogue) -> str:
    """Where all positions of a row's pledger of its kind and phase are drawn."""
    asked = Selection("pledges", kind=row["kind"], phase=text(row["phase"]) or None, shape="ledger")
    return address(replace(asked.canonical(catalogue), countries=(row["pledger_id"],)), catalogue)


def row_links(selection: Selection, catalogue: Catalogue) -> Callable[[Mapping[str, Any]], str]:
    """Where a pledge is read: the words behind it, the ledger on which it is drawn, or the list of offers."""
    statements = profile_links(selection, catalogue)

    def make(kind: str, one: str) -> str:
        kind, _, phase = kind.partition(" ")
        asked = Selection("pledges", kind=kind, phase=phase, shape="ledger", asof=selection.asof)
        if not phase:
            asked = Selection("pledges", shape="contributions", part="items")
        return address(replace(asked.canonical(catalogue), focus=one), catalogue)

    pledges = templated(make)

    def href(row: Mapping[str, Any]) -> str:
        said = statements("statement", text(row.get("statement_id")))
        return said or pledges(f"{row['kind']} {text(row.get('phase'))}", row["pledge_id"])

    return href
