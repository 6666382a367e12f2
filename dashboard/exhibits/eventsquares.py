"""What each participant of an event had on record, as a figure to take along."""

from collections.abc import Mapping

from plotly.graph_objects import Figure

from dashboard.exhibits.eventrecord import Record
from dashboard.exhibits.exhibit import WIDTH
from dashboard.figures.hover import position_hover
from dashboard.figures.squares import Square, squares
from dashboard.figures.theme import STATUS_LETTER, Theme
from dashboard.parts.event import in_order
from dashboard.readings.prose import text
from dashboard.readings.wording import Row, is_counted


def drawn(record: Record, labels: Mapping[str, str], theme: Theme, width: int = WIDTH) -> Figure:
    """A row for each participant, a column for each kind of position, hollow where a word doesn't count."""
    held = record.held()
    kinds = [kind for kind in labels if any(row["kind"] == kind for row in held)] or ["ground_troops"]
    named = in_order(record.rows["participants"], held)
    places = {one["actor_id"]: place for place, one in enumerate(named)}
    cells = [
        square(row, places[row["pledger_id"]], kinds.index(row["kind"]), theme)
        for row in held
        if row["pledger_id"] in places
    ]
    return squares([text(one["label"]) for one in named], [labels[kind] for kind in kinds], cells, theme, width)


def square(row: Row, line: int, column: int, theme: Theme) -> Square:
    """One position."""
    status, is_full = text(row["status"]), is_counted(row)
    return Square(
        row=line,
        column=column,
        share=1,
        colour=theme.status[status] if is_full else theme.paper,
        outline=theme.status_outline[status],
        ink=theme.status_ink[status] if is_full else theme.ink,
        letter=STATUS_LETTER[status],
        hover=position_hover(row),
        code=row["pledge_id"],
    )
