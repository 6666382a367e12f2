"""Positions over a span of days: who stands where at its end, every change up to it, the events that mark it."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import POSITIONS, filters, subject
from dashboard.selection import Selection

CHANGES = """
select changes.*
from position_changes($since, $until) as changes
where changes.kind = $kind
    and changes.phase = $phase
    and ($pledgers is null or list_contains($pledgers, changes.pledger_id))
order by changes.announced_on, changes.pledger
"""

RULES = """
select events.event_id, events.starts_on, events.title, events.place
from events
where events.category = 'summit'
    and events.starts_on between $since and $until
    and exists (select 1 from pledges where pledges.event_id = events.event_id and pledges.kind = $kind)
qualify row_number() over (
    order by (
        select count(*) from pledges where pledges.event_id = events.event_id and pledges.kind = $kind
    ) desc, events.starts_on
) <= 4
order by events.starts_on
"""


def positions_at_end(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The same on the last day of the window: who belongs on a ledger."""
    asked = subject(selection, catalogue) | filters(selection)
    return db.ask(POSITIONS, day=selection.window(catalogue)[1], **asked)


def strips(db: Database, selection: Selection, catalogue: Catalogue, pledgers: list[str] | None) -> Asked:
    """Every change up to the window's last day, oldest first; earlier ones say what stood when it opens."""
    until = selection.window(catalogue)[1]
    asked = subject(selection, catalogue)
    return db.ask(CHANGES, since=catalogue.covered_from, until=until, pledgers=pledgers, **asked)


def rules(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The window's summits at which most positions of the kind were taken; four at most."""
    since, until = selection.window(catalogue)
    return db.ask(RULES, since=since, until=until, kind=selection.kind_shown(catalogue))
