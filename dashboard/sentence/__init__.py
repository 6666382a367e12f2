"""A selection in words. The same sentence is subtitle, alternative text, caption and file name."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.sentence.cards import conversation, quote
from dashboard.sentence.data import data
from dashboard.sentence.network import network
from dashboard.sentence.overview import overview
from dashboard.sentence.pledges import pledges
from dashboard.sentence.profiles import country, event, speaker
from dashboard.sentence.statements import statements
from dashboard.sentence.timeline import timeline
from dashboard.sentence.words import phase_words

if TYPE_CHECKING:
    from dashboard.selection import Selection

__all__ = ["phase_words", "sentence_of"]

PAGES: dict[str, Callable[["Selection", Catalogue], str]] = {
    "overview": overview,
    "timeline": timeline,
    "pledges": pledges,
    "network": network,
    "statements": statements,
    "country": country,
    "speaker": speaker,
    "event": event,
    "data": data,
    "quote": quote,
    "conversation": conversation,
}


def sentence_of(selection: "Selection", catalogue: Catalogue) -> str:
    """What the page shows under this selection, in one line."""
    return PAGES[selection.page](selection, catalogue)
