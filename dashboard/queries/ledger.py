"""Positions over a span of days: who stands where at its end, every change up to it, the events that mark it."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import POSITIONS, filters, subject
from dashboard.selection import Selection

SAID = """
with remarks as (
    select
        cards.*,
        cards.status as new_status,
        cards.status_rank as new_rank,
        cards.speaker_id as new_speaker_id,
        cards.speaker as new_speaker,
        cards.office as new_office,
        cards.conditions as new_conditions,
        spans.overruled_on,
        case
            when lag(cards.status) over pledgers is null then 'first_record'
            when lag(cards.status) over pledgers <> cards.status then 'moved'
            else 'restated'
        end as change
    from position_spans as spans
    join pledge_cards as cards on cards.pledge_id = spans.pledge_id
    where not spans.is_counting
        and spans.kind = $kind
        and spans.phase = $phase
        and spans.announced_on <= $until
    window pledgers as (partition by cards.pledger_id order by cards.turn)
),

said as (
    select changes.* from position_changes($since, $until) as changes
    where changes.kind = $kind and changes.phase = $phase
    union all by name
    select remarks.* exclude (status, status_rank, speaker_id, speaker, office, conditions) from remarks
)

select
    said.pledge_id,
    said.pledger_id,
    said.pledger,
    said.kind,
    said.kind_label,
    said.phase,
    said.announced_on,
    said.date_precision,
    said.is_counting,
    said.change,
    said.old_status,
    said.new_status,
    said.new_rank,
    said.rank_move,
    said.letter,
    said.counted_as,
    said.new_speaker_id,
    said.new_speaker,
    said.new_office,
    said.left_office_on,
    said.overruled_on,
    said.new_conditions,
    said.condition,
    said.basis,
    said.basis_label,
    said.instrument,
    said.area,
    said.summary,
    said.statement_id,
    said.event_id,
    said.doubts,
    said.source_ids
from said
order by said.announced_on, said.pledger, said.pledge_id
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

MEMBERS = """
select distinct memberships.actor_id, bloc.label, bloc.is_ours
from memberships
join bloc on bloc.code = memberships.bloc
where memberships.bloc = $bloc
    and coalesce(memberships.member_from_on, date '-infinity') <= $day
    and coalesce(memberships.member_until_on, date 'infinity') >= $day
order by memberships.actor_id
"""


def kinds(selection: Selection, catalogue: Catalogue) -> list[dict[str, str]]:
    """The kinds shown, each in its debate: the one chosen where the kind has rows in it, else the kind's usual one."""
    first = subject(selection, catalogue)
    others = [kind for kind in selection.also if kind != first["kind"]]
    phases = [catalogue.kinds_phases.get(kind, ()) for kind in others]
    return [first] + [
        {"kind": kind, "phase": first["phase"] if first["phase"] in known else catalogue.default_phase(kind)}
        for kind, known in zip(others, phases, strict=True)
    ]


def positions_at_end(db: Database, selection: Selection, catalogue: Catalogue, kind: dict[str, str]) -> Asked:
    """Standing positions of a kind on the last day of the window: who belongs on a ledger."""
    return db.ask(POSITIONS, day=selection.window(catalogue)[1], **kind, **filters(selection))


def said(db: Database, selection: Selection, catalogue: Catalogue, kind: dict[str, str]) -> Asked:
    """All that was said of a kind up to the window's last day, oldest first, whether it counts or not.

    Rows before the window say what stood when it opens. A row that doesn't count has its change from the one of its
    kind before, and the day on which a voice that binds overruled it (`overruled_on`).
    """
    until = selection.window(catalogue)[1]
    return db.ask(SAID, since=catalogue.covered_from, until=until, **kind)


def rules(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The window's summits at which most positions of the kind were taken; four at most."""
    since, until = selection.window(catalogue)
    return db.ask(RULES, since=since, until=until, kind=selection.kind_shown(catalogue))


def members(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Who belongs to the group that strips are grouped by, on the last day of the window."""
    return db.ask(MEMBERS, bloc=selection.option("group"), day=selection.window(catalogue)[1])
