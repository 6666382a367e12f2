"""Positions: who stands where on a day. First the position, then the filter."""

import datetime as dt
from collections.abc import Mapping

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen, word
from dashboard.records import Rows
from dashboard.selection import Selection

# Who belongs to the groups chosen on the as-of day.
MEMBERS = """
members as (
    select distinct memberships.actor_id
    from memberships
    where list_contains($blocs, memberships.bloc)
        and coalesce(memberships.member_from_on, date '-infinity') <= $day
        and coalesce(memberships.member_until_on, date 'infinity') >= $day
)
"""

# What filters keep of `positions`, whose conditions in force are `hanging`; groups are asked for apart.
IS_KEPT = """
    ($countries is null or list_contains($countries, positions.pledger_id))
    and ($statuses is null or list_contains($statuses, positions.status))
    and ($conditions is null or list_has_any($conditions, hanging.condition_codes))
    and ($frameworks is null or list_contains($frameworks, positions.framework))
    and ($bases is null or list_contains($bases, positions.basis))
    and ($speakers is null or list_contains($speakers, positions.speaker_id))
    and ($word is null or contains(
        lower(strip_accents(concat_ws(
            ' ', positions.pledger, positions.speaker, positions.summary, positions.condition
        ))),
        $word
    ))
"""

POSITIONS = (
    "with"  # noqa: S608 – texts of ours; values are parameters
    + MEMBERS
    + """,

hanging as (
    select
        conditions.pledger_id,
        conditions.is_counting,
        list(conditions.condition) as condition_codes,
        list(
            conditions.condition_label
                || strftime(conditions.last_named_on, ' (named %-d %b %Y, not repeated since)')
            order by conditions.last_named_on desc, conditions.condition_label
        ) filter (where not conditions.is_current) as earlier_conditions
    from conditions_on($day, phase := $phase) as conditions
    where conditions.kind = $kind
    group by conditions.pledger_id, conditions.is_counting
)

select
    positions.*,
    hanging.earlier_conditions,
    rival.status as differs_status,
    rival.letter as differs_letter,
    rival.speaker as differs_speaker,
    rival.office as differs_office,
    rival.announced_on as differs_on,
    (
"""
    + IS_KEPT
    + """
        and ($blocs is null or positions.pledger_id in (select members.actor_id from members))
    ) is true as is_shown
from positions_on($day, phase := $phase) as positions
left join hanging
    on hanging.pledger_id = positions.pledger_id and hanging.is_counting = positions.is_counting
left join pledge_cards as rival on rival.pledge_id = positions.differs_id
where positions.kind = $kind
order by positions.status_rank desc nulls last, positions.pledger
"""
)

# What counted of a kind and phase, newest first: before each of them stood the ones after it.
COUNTED = """
select spans.pledger_id, spans.status, spans.announced_on, cards.date_precision
from position_spans as spans
join pledge_cards as cards on cards.pledge_id = spans.pledge_id
where spans.is_counting and spans.kind = $kind and spans.phase = $phase
order by spans.announced_on desc
"""

EU_MEMBERS = """
select countries.actor_id, countries.label
from memberships
join countries on countries.actor_id = memberships.actor_id
where memberships.bloc = 'EU'
    and coalesce(memberships.member_from_on, date '-infinity') <= $day
    and coalesce(memberships.member_until_on, date 'infinity') >= $day
order by countries.label
"""

FIRST_RECORD = """
select min(pledges.announced_on) as first_on
from pledges
where pledges.kind = $kind and pledges.phase = $phase
"""

STATES = """
select countries.actor_id, countries.label, countries.latitude, countries.longitude, countries.region
from countries
order by countries.label
"""


def filters(selection: Selection) -> dict[str, object]:
    """The filters that apply to standing positions, as parameters."""
    return {
        "countries": chosen(selection.countries),
        "blocs": chosen(selection.blocs),
        "statuses": chosen(selection.statuses),
        "conditions": chosen(selection.conditions),
        "frameworks": chosen(selection.frameworks),
        "bases": chosen(selection.bases),
        "speakers": chosen(selection.speakers),
        "word": word(selection.text),
    }


def subject(selection: Selection, catalogue: Catalogue) -> dict[str, str]:
    """Kind and phase, as parameters."""
    return {"kind": selection.kind_shown(catalogue), "phase": selection.phase_shown(catalogue)}


def positions(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Standing positions of the kind and phase on the as-of day, furthest first; `is_shown`: the filters keep it."""
    asked = subject(selection, catalogue) | filters(selection)
    return db.ask(POSITIONS, day=selection.day(catalogue), **asked)


def counted(db: Database, kind: str, phase: str) -> Mapping[str, Rows]:
    """Pledger → its positions of a kind and phase that counted, newest first; the same for every reader."""

    def make() -> Mapping[str, Rows]:
        found: dict[str, Rows] = {}
        for row in db.ask(COUNTED, kind=kind, phase=phase).rows:
            found.setdefault(row["pledger_id"], []).append(row)
        return found

    return db.kept(f"counted: {kind} {phase}", make)


def first_record(db: Database, selection: Selection, catalogue: Catalogue) -> object:
    """The first day on which anything of the kind and phase is on record; missing where nothing is."""
    return db.query(FIRST_RECORD, **subject(selection, catalogue))["first_on"].iloc[0]


def eu_members(db: Database, day: dt.date) -> Asked:
    """The countries that were members of the EU on a day."""
    return db.ask(EU_MEMBERS, day=day)


def states(db: Database) -> Asked:
    """Countries with their label and the point where a map writes on them, in degrees; the same for every reader."""
    return db.kept("states", lambda: db.ask(STATES))
