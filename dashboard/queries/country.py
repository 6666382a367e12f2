"""A country or organisation: where it stands, how it came to that, what that hangs on, what is contested."""

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from dashboard.database import Asked, Database
from dashboard.queries.everyone import LATEST, of_some

# Remarks and differing voices are the pledger's own: they are looked for among their cards alone.
STANDING = """
with cards as (
    select cards.*
    from pledge_cards as cards
    where list_contains($actors, cards.pledger_id)
)

select
    positions.*,
    phase.label as phase_label,
    remark.announced_on as remark_on,
    remark.status as remark_status,
    remark.summary as remark_summary,
    remark.statement_id as remark_statement_id,
    coalesce(remark.speaker || coalesce(', ' || remark.office, ''), lower(remark.basis_label)) as remark_by,
    other.announced_on as other_on,
    other.status as other_status,
    other.summary as other_summary,
    other.statement_id as other_statement_id,
    coalesce(other.speaker || coalesce(', ' || other.office, ''), lower(other.basis_label)) as other_by
from phase, positions_on($day, phase := phase.code) as positions
left join cards as remark on remark.pledge_id = positions.later_remark_id
left join cards as other on other.pledge_id = positions.differs_id
where list_contains($actors, positions.pledger_id)
order by
    list_position(['post_war', 'standing', 'wartime'], positions.phase),
    positions.kind <> 'ground_troops',
    positions.kind <> 'guarantee',
    positions.announced_on desc
"""

CHANGES = """
select changes.*, phase.label as phase_label, pledge_status.label as status_label
from position_changes($since, $until) as changes
join phase on phase.code = changes.phase
join pledge_status on pledge_status.code = changes.new_status
where list_contains($actors, changes.pledger_id)
order by changes.announced_on desc, changes.pledge_id
"""

CONDITIONS = """
select
    conditions.*,
    phase.code as phase,
    phase.label as phase_label,
    pledge_kind.label as kind_label,
    pledge_kind.is_position
from phase, conditions_on($day, phase := phase.code) as conditions
join pledge_kind on pledge_kind.code = conditions.kind
where list_contains($actors, conditions.pledger_id)
order by
    list_position(['post_war', 'standing', 'wartime'], phase.code),
    conditions.is_current desc,
    conditions.last_named_on desc,
    conditions.condition_label
"""

PLEDGED = """
select
    cards.pledger_id as side_id,
    if(cards.is_position, 'Position', 'Contribution') as what,
    cards.pledge_id as row_id,
    cards.pledge_id,
    cards.pledger_id,
    cards.pledger,
    cards.announced_on,
    cards.date_precision,
    cards.kind,
    cards.kind_label,
    cards.phase,
    cards.status,
    cards.status_label,
    cards.basis,
    cards.basis_label,
    cards.is_counting,
    cards.framework,
    cards.instrument,
    cards.area,
    cards.term_years,
    cards.amount,
    cards.currency_code,
    cards.condition,
    cards.conditions,
    cards.statement_id,
    cards.event_id,
    cards.speaker_id,
    cards.speaker,
    cards.office,
    cards.summary,
    cards.doubts,
    cards.source_ids,
    phase.label as phase_label,
    coalesce(list_contains($standing, cards.pledge_id), false) as is_standing,
    cards.announced_on <= $day as is_shown
from pledge_cards as cards
left join phase on phase.code = cards.phase
"""

OF_ACTORS = """
where list_contains($actors, cards.pledger_id)
"""

THESE = """
where $pledge_ids is null or list_contains($pledge_ids, cards.pledge_id)
"""

NEWEST_FIRST = """
order by announced_on desc, row_id
"""

ROWS = (
    PLEDGED
    + OF_ACTORS
    + """
union all by name
select
    said.actor_id as side_id,
    'Statement' as what,
    said.statement_id as row_id,
    said.statement_id,
    said.actor as pledger,
    said.said_on as announced_on,
    said.date_precision,
    said.speaker_id,
    said.speaker,
    said.office,
    said.event_id,
    said.summary,
    said.doubts,
    said.source_ids,
    false as is_standing,
    said.said_on <= $day as is_shown
from statement_cards as said
where list_contains($actors, said.actor_id)
"""
    + NEWEST_FIRST
)

# What is counted of pledges.
MARKS = """
select
    cards.pledger_id as side_id,
    if(cards.is_position, 'Position', 'Contribution') as what,
    cards.pledge_id,
    cards.announced_on,
    cards.kind,
    cards.status,
    cards.is_counting
from pledge_cards as cards
where list_contains($actors, cards.pledger_id)
order by cards.announced_on desc, cards.pledge_id
"""

STATEMENTS = """
select count(*) as recorded, count(*) filter (where voices.said_on <= $day) as shown
from statement_voices as voices
where list_contains($actors, voices.actor_id)
"""

RELIED_ON = """
select unnest(pledges.source_ids) as source_id
from pledges
where list_contains($actors, pledges.pledger_id) and pledges.announced_on <= $day
union
select unnest(said.source_ids)
from statement_cards as said
where list_contains($actors, said.actor_id) and said.said_on <= $day
order by source_id
"""


def standing(db: Database, actors: Sequence[str], day: dt.date) -> Asked:
    """Every position that stands on the day, all kinds and phases."""
    return db.ask(STANDING, actors=list(actors), day=day)


def changes(db: Database, actors: Sequence[str], since: dt.date, until: dt.date) -> Asked:
    """Every counting word up to the day, newest first."""
    return of_some(db, CHANGES, actors, of="pledger_id", by=("announced_on", "until"), since=since, until=until)


def recorded(db: Database, actors: Sequence[str], day: dt.date, standing_ids: Sequence[str]) -> Asked:
    """All that they are on record with, positions, contributions and statements; `is_shown`: by the day."""
    return db.ask(ROWS, actors=list(actors), day=day, standing=list(standing_ids))


def marks(db: Database, actors: Sequence[str], day: dt.date) -> pd.DataFrame:
    """Their positions and contributions with what is counted of them, newest first; `is_shown`: by the day."""
    found = of_some(db, MARKS, actors, of="side_id").frame
    return found.assign(is_shown=found["announced_on"] <= pd.Timestamp(day))


def pledged(db: Database, pledge_ids: Sequence[str], day: dt.date, standing_ids: Sequence[str]) -> Asked:
    """The positions and contributions with these ids, as `recorded` has them."""
    sql = PLEDGED + THESE + NEWEST_FIRST
    found = of_some(db, sql, pledge_ids, of="pledge_id", named="pledge_ids", day=LATEST, standing=[]).frame
    is_standing, is_shown = found["pledge_id"].isin(standing_ids), found["announced_on"] <= pd.Timestamp(day)
    told = found.assign(is_standing=is_standing, is_shown=is_shown)
    return Asked(told, sql.strip(), {"pledge_ids": list(pledge_ids), "day": day, "standing": list(standing_ids)})


def statements(db: Database, actors: Sequence[str], day: dt.date) -> tuple[int, int]:
    """How many statements were made for them, by the day and in all."""
    row = db.ask(STATEMENTS, actors=list(actors), day=day).rows[0]
    return int(row["shown"]), int(row["recorded"])


def relied_on(db: Database, actors: Sequence[str], day: dt.date) -> tuple[str, ...]:
    """The sources of all that they are on record with by the day."""
    return tuple(db.query(RELIED_ON, actors=list(actors), day=day)["source_id"].to_numpy(dtype=object))


def of_day(db: Database, sql: str, actors: Sequence[str], day: dt.date) -> Asked:
    """`CONDITIONS` as of a day."""
    return db.ask(sql, actors=list(actors), day=day)
