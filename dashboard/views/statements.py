"""Statements: a search among all that was said."""

from dashboard.components.exhibit import framed
from dashboard.components.markup import markup
from dashboard.desk import Desk
from dashboard.exhibits.statements import statements as statements_exhibit


def statements(desk: Desk) -> None:
    """The statements of the selection; where there are none, what would find some."""
    exhibit = statements_exhibit(desk.db, desk.selection, desk.catalogue)
    framed(desk, exhibit, {})
    if exhibit.is_empty:
        markup(exhibit.body_html(desk.theme))
