"""Positions in words: on what, of whom, under which filters, when."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date, span
from dashboard.readings.wording import lowered, named_status
from dashboard.sentence.aid import AID
from dashboard.sentence.compare import compare
from dashboard.sentence.ledger import VOICES, ledger
from dashboard.sentence.words import joined, mentioning, phase_words, subject, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection

SETTINGS = {"voices": VOICES, "eu": {"members": "members of the EU coloured by its own position"}}


def pledges(selection: "Selection", catalogue: Catalogue) -> str:
    """Positions on a kind, by whom, under which filters, as of a day or over a span."""
    if selection.shape_shown() in AID:
        return AID[selection.shape_shown()](selection, catalogue)
    if selection.shape_shown() == "compare":
        return compare(selection, catalogue, position_filters(selection, catalogue))
    if selection.shape_shown() == "ledger":
        return ledger(selection, catalogue, position_filters(selection, catalogue))
    parts = [subject(selection, catalogue) + whose(selection, catalogue), *position_filters(selection, catalogue)]
    parts += [words[selection.option(name)] for name, words in SETTINGS.items() if selection.option(name) in words]
    when = (
        span(*selection.window(catalogue)) if selection.is_over_time else f"as of {long_date(selection.day(catalogue))}"
    )
    return ", ".join([parts[0], phase_words(selection, catalogue), *parts[1:], when])


def position_filters(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The filters on standing positions, each as a phrase."""
    kind, codes = selection.kind_shown(catalogue), selection.statuses
    stands = [named_status(one, catalogue.label("pledge_status", one), kind) for one in codes]
    phrases = (
        ("on the condition {}, named now or earlier", "condition", selection.conditions),
        ("on the word of {}", "basis", selection.bases),
        ("within {}", "framework", selection.frameworks),
    )
    quoted = {"condition": "“{}”"}
    said = [
        phrase.format(
            joined(
                [quoted.get(vocabulary, "{}").format(lowered(name)) for name in catalogue.names(vocabulary, codes)],
                "or",
            )
        )
        for phrase, vocabulary, codes in phrases
        if codes
    ]
    return [*filter(None, [joined(stands, "or")]), *said, *filter(None, [mentioning(selection)])]
