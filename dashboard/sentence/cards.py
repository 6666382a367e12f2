"""A single statement, or the conversation that it belongs to, in words; who said it is told by the exhibit."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue

if TYPE_CHECKING:
    from dashboard.selection import Selection


def quote(_selection: "Selection", _catalogue: Catalogue) -> str:
    """One statement."""
    return "A statement, who made it, and where it is on record"


def conversation(_selection: "Selection", _catalogue: Catalogue) -> str:
    """A statement and those that answer it."""
    return "A conversation: what was said, and what was answered"
