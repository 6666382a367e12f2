"""The days on which positions change, and every position that stands on one of them: what a map plays."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import IS_KEPT, filters, subject
from dashboard.selection import Selection

CHANGE_DAYS = """
select distinct spans.announced_on as day
from position_spans as spans
where spans.kind = $kind and spans.phase = $phase
order by spans.announced_on
"""

# A row per position as it looks: pledged anew, aged or said by a government of the past, it is another row.
# Filtered as the map of one day is, on each of its days.
STANDING = (
    "with days as ("  # noqa: S608 – texts of ours; values are parameters
    + """
    select distinct spans.announced_on as day
    from position_spans as spans
    where spans.kind = $kind and spans.phase = $phase
),

hanging as (
    select
        days.day,
        conditions.pledger_id,
        conditions.is_counting,
        list(conditions.condition) as condition_codes
    from days, conditions_on(days.day, phase := $phase) as conditions
    where $conditions is not null and conditions.kind = $kind
    group by days.day, conditions.pledger_id, conditions.is_counting
)

select
    positions.pledge_id,
    positions.pledger_id,
    positions.pledger,
    positions.kind,
    positions.status,
    positions.status_rank,
    positions.letter,
    positions.counted_as,
    positions.instrument,
    positions.condition,
    positions.conditions,
    positions.announced_on,
    positions.date_precision,
    positions.is_aged,
    positions.speaker,
    positions.office,
    positions.in_office,
    positions.summary,
    positions.later_remark_id,
    positions.differs_id,
    rival.status as differs_status,
    rival.letter as differs_letter,
    rival.speaker as differs_speaker,
    rival.office as differs_office,
    rival.announced_on as differs_on,
    positions.earlier,
    positions.doubts,
    list(days.day order by days.day) as days
from days
cross join positions_on(days.day, phase := $phase) as positions
left join hanging
    on hanging.day = days.day
    and hanging.pledger_id = positions.pledger_id
    and hanging.is_counting = positions.is_counting
left join pledge_cards as rival on rival.pledge_id = positions.differs_id
where positions.kind = $kind
    and
"""
    + IS_KEPT
    + """
    and ($blocs is null or exists (
        select 1
        from memberships
        where memberships.actor_id = positions.pledger_id
            and list_contains($blocs, memberships.bloc)
            and coalesce(memberships.member_from_on, date '-infinity') <= days.day
            and coalesce(memberships.member_until_on, date 'infinity') >= days.day
    ))
group by all
order by positions.status_rank desc nulls last, positions.pledger, min(days.day)
"""
)


def change_days(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Column day: each day on which a position of the kind and phase was taken or said again, in order."""
    return db.ask(CHANGE_DAYS, **subject(selection, catalogue))


def standing(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Positions as they look on change days, each with its `days`; filtered on each as the map of one day is."""
    return db.ask(STANDING, **subject(selection, catalogue), **filters(selection))
