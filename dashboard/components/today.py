"""The charts of the overview: how many hold which position, where, how much each month holds; where a click leads."""

from dashboard.components.bridge import go
from dashboard.components.exhibit import GAP, PHONE, later
from dashboard.components.figure import figure
from dashboard.components.markup import markup
from dashboard.desk import Desk
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.overview import month_of

COLUMNS = (12, 8)
MAP = "Map: which position each state holds, by colour and letter."


def bar(desk: Desk, exhibit: Exhibit) -> None:
    """How many hold which position."""
    drawn = exhibit.more["bar"](desk.theme, room(desk.width, 0))
    later(desk, figure, drawn, "overview_bar", exhibit.more_said["bar"], clicked=lambda data: status(desk, data))


def chart(desk: Desk, exhibit: Exhibit) -> None:
    """The map with what it leaves out, where there is one, and the key of both."""
    if exhibit.draw:
        drawn = exhibit.draw(desk.theme, room(desk.width, 0))
        later(desk, figure, drawn, "overview_map", f"{MAP} {exhibit.reading}", exhibit.height)
        markup(exhibit.left_out(drawn, desk.theme))
    markup(exhibit.key_html(desk.theme))


def density(desk: Desk, exhibit: Exhibit) -> None:
    """The months of the collection; one that is clicked leads to its days. As a table where rows are asked for."""
    if exhibit.is_table:
        markup(exhibit.more_html(desk.theme))
        return
    markup("<h2>How much was collected</h2>")
    drawn = exhibit.more["density"](desk.theme, room(desk.width, 1))
    later(desk, figure, drawn, "overview_density", exhibit.more_said["density"], clicked=lambda data: month(desk, data))


def room(width: int, column: int) -> int:
    """The pixels of one of the two columns; on a phone each has the whole width."""
    return width if width < PHONE else round((width - GAP) * COLUMNS[column] / sum(COLUMNS))


def status(desk: Desk, data: list[str]) -> None:
    """A part of the bar leads to its positions; what isn't counted leads to all."""
    chosen = data[0] if data[0] in desk.catalogue.labels["pledge_status"] else None
    go("pledges", desk.link("pledges", statuses=(chosen,) if chosen else ()))


def month(desk: Desk, data: list[str]) -> None:
    """A month leads to its days on the timeline."""
    since, until = month_of(data[0], desk.catalogue)
    go("timeline", desk.link("timeline", since=since, until=until))
