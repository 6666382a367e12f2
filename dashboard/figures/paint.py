"""How a position is painted on the map: solid, lighter with age, or hollow where it isn't counted."""

from typing import NamedTuple

from dashboard.figures.theme import Theme
from dashboard.readings.wording import Row, is_counted

FORMS = ("said within 180 days", "older", "not counted")
_LIGHT_FILLS = ("conditional", "open", "undecided")


class Paint(NamedTuple):
    """Fill, outline, its width in pixels, and the colour of a letter on the fill."""

    fill: str
    line: str
    width: float
    letter: str


def form(row: Row) -> str:
    """Which of ``FORMS`` the position is drawn in."""
    if not is_counted(row):
        return FORMS[2]
    return FORMS[1] if bool(row.get("is_aged")) else FORMS[0]


def paint(row: Row, theme: Theme) -> Paint:
    """How a position is painted: solid, lighter, or hollow with the status as outline."""
    status = row["status"]
    outline = theme.status_outline[status]
    if form(row) == FORMS[2]:
        return Paint(theme.land, outline, 1.8, theme.ink)
    if form(row) == FORMS[1]:
        return Paint(theme.aged(status), outline, 1.2, theme.ink)
    line = outline if status in _LIGHT_FILLS else theme.paper
    return Paint(theme.status[status], line, 0.8, theme.status_ink[status])
