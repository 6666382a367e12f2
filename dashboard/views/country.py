"""A country or organisation."""

from dashboard.components.exhibit import framed
from dashboard.desk import Desk
from dashboard.exhibits.country import country as country_exhibit


def country(desk: Desk) -> None:
    """All countries and organisations."""
    framed(desk, country_exhibit(desk.db, desk.selection, desk.catalogue), {})
