"""Positions on two days: where each pledger stood on either, and by what path it went from one to the other."""

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import IS_KEPT, filters, subject
from dashboard.records import picked
from dashboard.selection import Selection

# One question for both days: planning it takes longer than answering it.
POSITIONS = (
    "with"  # noqa: S608 – texts of ours; values are parameters
    + """
days as (
    select distinct unnest([$since, $until]) as asked_on
),

members as (
    select days.asked_on, memberships.actor_id
    from days
    join memberships
        on list_contains($blocs, memberships.bloc)
        and days.asked_on >= coalesce(memberships.member_from_on, date '-infinity')
        and days.asked_on <= coalesce(memberships.member_until_on, date 'infinity')
),

hanging as (
    select
        days.asked_on,
        conditions.pledger_id,
        conditions.is_counting,
        list(conditions.condition) as condition_codes
    from days
    cross join lateral conditions_on(days.asked_on, phase := $phase) as conditions
    where conditions.kind = $kind
    group by days.asked_on, conditions.pledger_id, conditions.is_counting
)

select
    days.asked_on,
    positions.*,
    rival.status as differs_status,
    rival.letter as differs_letter,
    rival.speaker as differs_speaker,
    rival.office as differs_office,
    rival.announced_on as differs_on,
    (
"""
    + IS_KEPT
    + """
        and (
            $blocs is null
            or (days.asked_on, positions.pledger_id) in (select (members.asked_on, members.actor_id) from members)
        )
    ) is true as is_shown
from days
cross join lateral positions_on(days.asked_on, phase := $phase) as positions
left join hanging
    on hanging.asked_on = days.asked_on
    and hanging.pledger_id = positions.pledger_id
    and hanging.is_counting = positions.is_counting
left join pledge_cards as rival on rival.pledge_id = positions.differs_id
where positions.kind = $kind
order by days.asked_on, positions.status_rank desc nulls last, positions.pledger
"""
)

PATHS = """
with held as (
    select
        terms.speaker_id,
        max_by(terms.office, row(terms.starts_on, terms.office_id)) as office
    from office_terms as terms
    where $until between terms.starts_on and terms.ends_on
    group by terms.speaker_id
)

select
    paths.pledge_id,
    paths.pledger_id,
    paths.pledger,
    paths.kind,
    paths.kind_label,
    paths.phase,
    paths.outcome,
    paths.old_pledge_id,
    paths.old_announced_on,
    paths.old_status,
    paths.old_rank,
    paths.old_counted_as,
    paths.old_conditions,
    paths.old_speaker_id,
    paths.old_speaker,
    paths.old_office,
    paths.announced_on,
    paths.date_precision,
    paths.new_status,
    paths.new_rank,
    paths.rank_move,
    paths.counted_as,
    paths.new_conditions,
    paths.new_speaker_id,
    paths.new_speaker,
    paths.new_office,
    paths.basis_label,
    paths.instrument,
    paths.area,
    paths.steps,
    paths.moves,
    paths.path,
    paths.summary,
    paths.statement_id,
    paths.event_id,
    paths.doubts,
    paths.source_ids,
    old_held.office as old_office_now,
    new_held.office as new_office_now
from position_paths($since, $until) as paths
left join held as old_held on old_held.speaker_id = paths.old_speaker_id
left join held as new_held on new_held.speaker_id = paths.new_speaker_id
where paths.kind = $kind and paths.phase = $phase
order by
    list_position(
        ['moved', 'came_back', 'first_record', 'conditions_changed', 'restated', 'unchanged'],
        paths.outcome
    ),
    abs(paths.rank_move) desc nulls last,
    paths.rank_move desc,
    paths.new_rank desc nulls last,
    paths.announced_on desc,
    paths.pledger
"""

STEPS = """
select changes.pledge_id, changes.new_speaker, changes.counted_as
from position_changes($since, $until) as changes
where changes.kind = $kind
    and changes.phase = $phase
    and changes.announced_on > $since
order by changes.announced_on, changes.pledge_id
"""


def days(selection: Selection, catalogue: Catalogue) -> tuple[object, object]:
    """The two days compared, the earlier first whichever way they were given."""
    first, last = sorted((selection.earlier_day(catalogue), selection.day(catalogue)))
    return first, last


def positions_on_both(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Standing positions on either day, `asked_on`; `is_shown`: the filters keep it."""
    since, until = days(selection, catalogue)
    return db.ask(POSITIONS, since=since, until=until, **subject(selection, catalogue), **filters(selection))


def on_day(both: Asked, day: object) -> pd.DataFrame:
    """Of the positions on two days those of one."""
    return picked(both.frame, [at for at, row in enumerate(both.rows) if row["asked_on"].date() == day])


def paths(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Every pledger's path between the two days, moves first, the longest on the status scale foremost."""
    since, until = days(selection, catalogue)
    return db.ask(PATHS, since=since, until=until, **subject(selection, catalogue))


def steps(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Everything said between the two days that counts: the steps of those paths, oldest first."""
    since, until = days(selection, catalogue)
    return db.ask(STEPS, since=since, until=until, **subject(selection, catalogue))
