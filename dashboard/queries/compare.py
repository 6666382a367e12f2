"""Positions on two days: where each pledger stood on either, and by what path it went from one to the other."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import POSITIONS, filters, subject
from dashboard.selection import Selection

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


def positions_on_both(db: Database, selection: Selection, catalogue: Catalogue) -> tuple[Asked, Asked]:
    """Standing positions on the earlier and on the later day; `is_shown`: the filters keep it."""
    asked = subject(selection, catalogue) | filters(selection)
    before, after = days(selection, catalogue)
    return db.ask(POSITIONS, day=before, **asked), db.ask(POSITIONS, day=after, **asked)


def paths(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Every pledger's path between the two days, moves first, the longest on the status scale foremost."""
    since, until = days(selection, catalogue)
    return db.ask(PATHS, since=since, until=until, **subject(selection, catalogue))


def steps(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Everything said between the two days that counts: the steps of those paths, oldest first."""
    since, until = days(selection, catalogue)
    return db.ask(STEPS, since=since, until=until, **subject(selection, catalogue))
