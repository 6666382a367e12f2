"""What the front page says: the latest moves, and how much was collected per month."""

import datetime as dt

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.selection import Selection

ONE_DAY = dt.timedelta(days=1)

LATEST_MOVES = """
select changes.*, pledge_kind.label as kind_label
from position_changes($since, $until) as changes
join pledge_kind on pledge_kind.code = changes.kind
where changes.change = 'moved'
order by changes.announced_on desc, abs(changes.rank_move) desc nulls last, changes.pledger
limit 10
"""

LATER_CHANGES = """
select count(*) as changes
from position_changes($since, $until) as changes
where changes.change in ('moved', 'first_record')
"""

MONTHS = """
select months.*
from coverage_by_month as months
order by months.month_starts_on
"""


def latest_moves(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The ten last times, up to the as-of day, that a standing position became another; newest first."""
    return db.ask(LATEST_MOVES, since=catalogue.covered_from, until=selection.day(catalogue))


def later_changes(db: Database, selection: Selection, catalogue: Catalogue) -> int:
    """How many positions moved or came on record after the as-of day, in all that the data covers."""
    frame = db.query(LATER_CHANGES, since=selection.day(catalogue) + ONE_DAY, until=catalogue.covered_until)
    return int(frame["changes"].iloc[0])


def months(db: Database) -> Asked:
    """Events, statements and pledges per month, and whether the month was collected densely."""
    return db.ask(MONTHS)
