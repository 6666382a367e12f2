"""What a country or organisation gave, voted and belongs to; what was said by and about it; all of them."""

import datetime as dt
from collections.abc import Sequence

from dashboard.database import Asked, Database
from dashboard.queries.everyone import of_some

EVERYONE = """
with recorded as (
    select
        pledge_cards.pledger_id as actor_id,
        count(*) filter (where pledge_cards.is_position) as positions,
        count(*) filter (where not pledge_cards.is_position) as offers
    from pledge_cards
    where pledge_cards.announced_on <= $day
    group by pledge_cards.pledger_id
),

spoken as (
    select statement_cards.actor_id, count(*) as statements
    from statement_cards
    where statement_cards.said_on <= $day
    group by statement_cards.actor_id
)

select
    actors.actor_id,
    actors.label,
    actors.actor_kind,
    actors.place,
    actors.region,
    troops.kind,
    troops.status,
    troops.status_label,
    troops.counted_as,
    troops.announced_on,
    troops.source_ids,
    coalesce(recorded.positions, 0) as positions,
    coalesce(recorded.offers, 0) as offers,
    coalesce(spoken.statements, 0) as statements
from actors
left join recorded on recorded.actor_id = actors.actor_id
left join spoken on spoken.actor_id = actors.actor_id
left join positions_on($day) as troops
    on troops.pledger_id = actors.actor_id and troops.kind = 'ground_troops'
where actors.actor_kind in ('country', 'organisation')
order by actors.label
"""

AID = """
with newest as (
    select aid_totals.*, countries.actor_id is not null as is_country
    from aid_totals
    left join countries on countries.actor_id = aid_totals.actor_id
    where aid_totals.kiel_release = (select max(aid_totals.kiel_release) from aid_totals)
),

placed as (
    select
        newest.*,
        measure.label as measure_label,
        rank() over by_total as amount_rank,
        rank() over by_share as share_rank,
        count(*) over (partition by newest.measure, newest.is_country, newest.total_eur_bn) > 1 as is_amount_joint,
        count(*) over (partition by newest.measure, newest.is_country, newest.gdp_share_pct) > 1 as is_share_joint,
        count(newest.total_eur_bn) over (partition by newest.measure, newest.is_country) as ranked,
        count(newest.gdp_share_pct) over (partition by newest.measure, newest.is_country) as gdp_ranked
    from newest
    join measure on measure.code = newest.measure
    window
        by_total as (
            partition by newest.measure, newest.is_country order by newest.total_eur_bn desc nulls last
        ),
        by_share as (
            partition by newest.measure, newest.is_country order by newest.gdp_share_pct desc nulls last
        )
)

select placed.*
from placed
where list_contains($actors, placed.actor_id)
order by placed.actor_id, placed.measure
"""

VOTES = """
select
    un_votes.actor_id,
    un_resolutions.*,
    vote.label as vote_label
from un_votes
join un_resolutions on un_resolutions.resolution_id = un_votes.resolution_id
join vote on vote.code = un_votes.vote
where list_contains($actors, un_votes.actor_id) and un_resolutions.adopted_on <= $day
order by un_resolutions.adopted_on desc, un_resolutions.resolution_id, un_votes.actor_id
"""

MEMBERSHIPS = """
select memberships.*, bloc.label as bloc_label, bloc.is_ours
from memberships
join bloc on bloc.code = memberships.bloc
where list_contains($actors, memberships.actor_id)
    and coalesce(memberships.member_from_on, date '-infinity') <= $day
order by memberships.member_from_on, bloc.label, memberships.actor_id
"""

# The newest are found, and where their cards lie, before those are read: a card has many columns, most aren't shown.
SAID = """
with sides as (
    select voices.actor_id as side_id, 'by' as how, voices.statement_id, voices.said_on
    from statement_voices as voices
    where list_contains($actors, voices.actor_id) and voices.said_on <= $day
    union all
    select distinct mentions.actor_id, 'about', mentions.statement_id, voices.said_on
    from statement_mentions as mentions
    join statement_voices as voices on voices.statement_id = mentions.statement_id
    where list_contains($actors, mentions.actor_id)
        and voices.actor_id is distinct from mentions.actor_id
        and voices.said_on <= $day
),

newest as (
    select
        sides.side_id,
        sides.how,
        count(*) as of_all,
        unnest(max_by(sides.statement_id, row(sides.said_on, sides.statement_id), $most)) as statement_id
    from sides
    group by sides.side_id, sides.how
),

placed as (
    select newest.*, cards.rowid as place
    from newest
    join statement_cards as cards on cards.statement_id = newest.statement_id
)

select placed.side_id, placed.how, placed.of_all, cards.*
from placed
join statement_cards as cards on cards.rowid = placed.place
order by cards.said_on desc, cards.statement_id
"""

EVENTS = """
with held as (
    select unnest($actors) as side_id
),

newest as (
    select
        held.side_id,
        count(*) as of_all,
        unnest(min_by(ties.event_id, row(date '9999-12-31' - events.starts_on, ties.event_id), $most)) as event_id
    from held
    join event_ties as ties on list_contains(ties.actor_ids, held.side_id)
    join events on events.event_id = ties.event_id
    where events.starts_on <= $day
    group by held.side_id
)

select
    newest.side_id,
    newest.of_all,
    events.event_id,
    events.title,
    events.starts_on,
    events.place,
    list_contains(events.participant_ids, newest.side_id) as took_part
from newest
join events on events.event_id = newest.event_id
order by events.starts_on desc, events.event_id
"""


def everyone(db: Database, day: dt.date) -> Asked:
    """All countries and organisations, with where they stand on ground troops and how many rows they have."""
    return db.ask(EVERYONE, day=day)


def memberships(db: Database, actors: Sequence[str], day: dt.date) -> Asked:
    """Groups that they belong to or belonged to, joined by the day."""
    return of_some(db, MEMBERSHIPS, actors, by=("member_from_on", "day"), day=day)


def latest(db: Database, sql: str, actors: Sequence[str], day: dt.date, most: int) -> Asked:
    """`SAID` or `EVENTS`: the newest of each, with how many there are."""
    return db.ask(sql, actors=list(actors), day=day, most=most)


def votes(db: Database, actors: Sequence[str], day: dt.date) -> Asked:
    """Their votes in the General Assembly up to the day, the latest first."""
    return of_some(db, VOTES, actors, by=("adopted_on", "day"), day=day)


def aid(db: Database, actors: Sequence[str]) -> Asked:
    """Their totals in the newest release, which revises those before it, whatever the day."""
    return of_some(db, AID, actors)
