"""Pieces that the sentences of several pages share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.names import the
from dashboard.readings.wording import lowered, on_what

if TYPE_CHECKING:
    from dashboard.selection import Selection

MOST_NAMES = 4


_most = ContextVar("most names", default=0)


@contextmanager
def naming(most: int) -> Iterator[None]:
    """Sentences that name so many before they count the rest: for where there is room."""
    before = _most.set(most)
    try:
        yield
    finally:
        _most.reset(before)


def joined(names: Sequence[str], last: str = "and", few: int = 0) -> str:
    """Names as text, with `and` or `or`; beyond a few the rest is counted, `few` where those are told."""
    most = _most.get() or few or MOST_NAMES
    if len(names) > most:
        return f"{', '.join(names[: most - 1])} and {len(names) - most + 1:,} more"
    return f" {last} ".join(part for part in (", ".join(names[:-1]), names[-1] if names else "") if part)


def phase_words(selection: "Selection", catalogue: Catalogue) -> str:
    """Which debate the positions belong to."""
    return lowered(catalogue.label("phase", selection.phase_shown(catalogue)))


def subject(selection: "Selection", catalogue: Catalogue) -> str:
    """What the positions are on."""
    kind = selection.kind_shown(catalogue)
    return f"Positions on {on_what(kind, catalogue.label('position_kind', kind))}"


def places(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The countries, organisations and groups chosen, as they stand within a sentence."""
    return [
        the(name) for name in catalogue.names("place", selection.countries) + catalogue.names("bloc", selection.blocs)
    ]


def whose(selection: "Selection", catalogue: Catalogue) -> str:
    """Of whom, and by which speakers; empty when nobody is chosen."""
    of = joined(places(selection, catalogue))
    by = joined(catalogue.names("speaker", selection.speakers))
    return (f" of {of}" if of else "") + (f" by {by}" if by else "")


def about(selection: "Selection", catalogue: Catalogue) -> str:
    """On which topics; empty when none is chosen."""
    topics = joined([lowered(name) for name in catalogue.names("topic", selection.topics)], "or")
    return f" on {topics}" if topics else ""


def mentioning(selection: "Selection") -> str:
    """The text that rows must hold."""
    return f"mentioning {quoted(selection.text)}" if selection.text else ""


def quoted(words: str) -> str:
    """Words looked for in quotation marks; phrases keep their own."""
    marks = iter("“”" * len(words))
    phrased = "".join(next(marks) if letter == '"' else letter for letter in words)
    phrased += "”" * (phrased.count("“") - phrased.count("”"))
    return phrased if "“" in phrased else f"“{phrased}”"
