"""What the front page says: the latest moves, and how much was collected per month."""

import datetime as dt

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.everyone import newest
from dashboard.selection import Selection

ONE_DAY, RECENT = dt.timedelta(days=1), dt.timedelta(days=89)
LISTED = 10

LATEST_MOVES = """
select moves.*
from position_moves as moves
where moves.change in ('moved', 'first_record') and moves.announced_on between $since and $until
order by moves.announced_on desc, abs(moves.rank_move) desc nulls last, moves.pledger
limit $listed
"""

LATER_CHANGES = """
select count(*) as changes
from position_moves as moves
where moves.change in ('moved', 'first_record') and moves.announced_on between $since and $until
"""

LOUDEST = """
with recent as (
    select threads.root_id, count(*) as statements, max(statements.said_on) as last_said_on
    from threads
    join statements on statements.statement_id = threads.statement_id
    where statements.said_on between $since and $until
    group by threads.root_id
),

loudest as (
    select recent.root_id
    from recent
    where recent.statements > 1
    order by recent.statements desc, recent.last_said_on desc, recent.root_id
    limit 1
)

select cards.*
from loudest
join threads on threads.root_id = loudest.root_id
join statement_cards as cards on cards.statement_id = threads.statement_id
where cards.said_on <= $until
order by threads.path
"""

MONTHS = """
select months.*
from coverage_by_month as months
order by months.month_starts_on
"""


def latest_moves(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The ten last times, up to the as-of day, that a position came on record or became another; newest first."""
    day = selection.day(catalogue)
    return newest(db, LATEST_MOVES, "announced_on", day, LISTED, since=catalogue.covered_from)


def later_changes(db: Database, selection: Selection, catalogue: Catalogue) -> int:
    """How many positions moved or came on record after the as-of day, in all that the data covers."""
    frame = db.query(LATER_CHANGES, since=selection.day(catalogue) + ONE_DAY, until=catalogue.covered_until)
    return int(frame["changes"].iloc[0])


def loudest(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The conversation in which most was said in the 90 days up to the as-of day, in the order of its thread."""
    until = selection.day(catalogue)
    return db.ask(LOUDEST, since=until - RECENT, until=until)


def months(db: Database) -> Asked:
    """Events, statements and pledges per month, and whether the month was collected densely."""
    return db.ask(MONTHS)
