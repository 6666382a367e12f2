"""A view, a statement, a pledge or an event as an entry of a list of references, in the style that is asked for."""

from collections.abc import Callable, Sequence

from dashboard.citing import works
from dashboard.citing.address import full
from dashboard.citing.apa import apa
from dashboard.citing.bibtex import bibtex
from dashboard.citing.csl import csl
from dashboard.citing.dataset import OPEN
from dashboard.citing.ris import ris
from dashboard.citing.work import Work
from dashboard.endings.shown import Shown
from dashboard.queries.cards import event, pledge, statement
from dashboard.queries.sources import sources

STYLES: dict[str, Callable[[Sequence[Work]], str]] = {"apa": apa, "bibtex": bibtex, "ris": ris, "csl": csl}
TYPES = {
    "apa": "text/plain; charset=utf-8",
    "bibtex": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "csl": "application/vnd.citationstyles.csl+json",
}
SUFFIXES = {"apa": "txt", "bibtex": "bib", "ris": "ris", "csl": "json"}


def as_references(shown: Shown) -> bytes:
    """The references."""
    return STYLES[shown.style](cited(shown)).encode()


def cited(shown: Shown) -> list[Work]:
    """The row in focus and the pages it rests on; else the view, with its sources where the figures aren't ours.

    A conversation is cited as a whole, though its first statement is in focus.
    """
    url = full(shown.path, shown.asked)
    rows = [] if shown.exhibit.subject == "conversation" else row_in_focus(shown, url)
    if rows:
        return rows
    view = works.view(shown.exhibit, shown.release, url, shown.day)
    return [view] if shown.licence == OPEN else [view, *works.pages(shown.sources)]


def row_in_focus(shown: Shown, url: str) -> list[Work]:
    """The statement, pledge or event that the view focuses on, and its sources; nothing where it focuses on none."""
    focus = shown.selection.focus or ""
    if focus not in shown.catalogue.row_ids and focus not in shown.catalogue.labels["event"]:
        return []
    for ask, make in ((statement, works.statement), (pledge, works.pledge), (event, works.event)):
        found = ask(shown.db, focus).rows
        if found:
            relied_on = sources(shown.db, list(found[0]["source_ids"])).rows
            return [make(found[0], shown.release, url, shown.day), *works.pages(relied_on)]
    return []
