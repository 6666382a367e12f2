"""Statements: a search among all that was said."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.statements import statements as statements_exhibit


def statements(desk: Desk) -> None:
    """The statements of the selection; where there are none, what would find some."""
    framed(desk, statements_exhibit(desk.db, desk.selection, desk.catalogue), {})
