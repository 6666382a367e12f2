"""One row of the collection with all that belongs to it: what a click on a mark opens."""

from collections.abc import Mapping
from typing import Any

from dashboard.database import Asked, Database

STATEMENT = """
select cards.* from statement_cards as cards where cards.statement_id = $row_id
"""

PLEDGE = """
select cards.* from pledge_cards as cards where cards.pledge_id = $row_id
"""

STANDING = """
select positions.*
from positions_on($day, phase := $phase) as positions
where positions.pledge_id = $row_id
"""

STANDING_OF = """
select positions.*
from positions_on($day, phase := $phase) as positions
where positions.kind = $kind and positions.pledger_id = $pledger_id
"""

CONDITIONS = """
select conditions.*
from conditions_on($day, phase := $phase) as conditions
where conditions.pledger_id = $pledger_id
    and conditions.kind = $kind
    and conditions.is_counting = $is_counting
    and not conditions.is_current
order by conditions.last_named_on desc, conditions.condition_label
"""

EVENT = """
select
    events.*,
    event_category.label as category_label,
    (
        select list(actors.label order by event_participants.position)
        from event_participants
        join actors on actors.actor_id = event_participants.actor_id
        where event_participants.event_id = events.event_id
    ) as participants,
    (
        select count(*) from doubts
        where doubts.table_name = 'events' and doubts.row_id = events.event_id
    ) as doubts,
    event_ties.statements,
    event_ties.pledges,
    event_ties.answers
from events
join event_ties on event_ties.event_id = events.event_id
left join event_category on event_category.code = events.category
where events.event_id = $row_id
"""

ANSWERS = """
select cards.*
from statement_cards as cards
where cards.reply_to_id = $row_id
order by cards.said_on, cards.statement_id
"""

SAID_OF = """
select cards.*
from statement_cards as cards
where list_contains($statement_ids, cards.statement_id)
order by cards.said_on desc, cards.statement_id
limit 40
"""

DOUBTS = """
select doubts.*
from doubt_cards as doubts
where doubts.table_name = $table_name and doubts.row_id = $row_id
order by doubts.doubt_id
"""

PLEDGES = """
select cards.*
from pledge_cards as cards
where cards.statement_id = $row_id
order by cards.is_position desc, cards.kind_label, cards.pledger
"""


def statement(db: Database, row_id: str) -> Asked:
    """The statement; no row if there is none."""
    return db.ask(STATEMENT, row_id=row_id)


def pledge(db: Database, row_id: str) -> Asked:
    """The pledge; no row if there is none."""
    return db.ask(PLEDGE, row_id=row_id)


def standing(db: Database, row_id: str, day: object, phase: str) -> Asked:
    """The position that a pledge made, as it stood on a day; no row if another stood."""
    return db.ask(STANDING, row_id=row_id, day=day, phase=phase)


def standing_of(db: Database, pledger_id: str, day: object, kind: str, phase: str) -> Asked:
    """Where one pledger stands on a day; no row if there is no record."""
    return db.ask(STANDING_OF, pledger_id=pledger_id, day=day, kind=kind, phase=phase)


def earlier_conditions(db: Database, row: Mapping[str, Any], day: object) -> Asked:
    """Conditions of a standing position that its row doesn't repeat and nothing withdrew, last named first."""
    asked = {name: row[name] for name in ("pledger_id", "kind", "phase")}
    return db.ask(CONDITIONS, day=day, is_counting=bool(row["is_counting"]), **asked)


def event(db: Database, row_id: str) -> Asked:
    """The event; no row if there is none."""
    return db.ask(EVENT, row_id=row_id)


def answers(db: Database, row_id: str) -> Asked:
    """The statements that answer this one, oldest first."""
    return db.ask(ANSWERS, row_id=row_id)


def said(db: Database, statement_ids: list[str]) -> Asked:
    """These statements, newest first; forty at most."""
    return db.ask(SAID_OF, statement_ids=statement_ids)


def pledges(db: Database, row_id: str) -> Asked:
    """The positions and offers that rest on a statement."""
    return db.ask(PLEDGES, row_id=row_id)


def doubts(db: Database, table_name: str, row_id: str) -> Asked:
    """What is contested or uncertain about a row."""
    return db.ask(DOUBTS, table_name=table_name, row_id=row_id)
