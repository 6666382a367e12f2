"""What is contested or uncertain about countries and organisations."""

import datetime as dt
from collections.abc import Sequence

from dashboard.database import Asked, Database
from dashboard.queries.everyone import of_some

DOUBTS = """
with told as (
    select
        cards.pledger_id as side_id, 'pledges' as table_name, cards.pledge_id as row_id, cards.announced_on as day,
        cards.pledger || ', ' || lower(cards.kind_label[1]) || cards.kind_label[2:] || ': '
            || lower(cards.status_label) as about,
        if(list_contains($standing, cards.pledge_id), 0, if(cards.is_position, 1, 2)) as turn
    from pledge_cards as cards
    where list_contains($actors, cards.pledger_id) and cards.doubts > 0
    union all
    select cards.actor_id, 'statements', cards.statement_id, cards.said_on, cards.speaker || ': ' || cards.summary, 3
    from statement_cards as cards
    where list_contains($actors, cards.actor_id) and cards.doubts > 0
    union all
    select memberships.actor_id, 'memberships', memberships.actor_id || '|' || memberships.bloc,
        memberships.member_from_on, 'membership: ' || bloc.label, 4
    from memberships
    join bloc on bloc.code = memberships.bloc
    where list_contains($actors, memberships.actor_id)
    union all
    select aid_totals.actor_id, 'aid_totals',
        concat_ws('|', aid_totals.actor_id, aid_totals.kiel_release, aid_totals.measure),
        aid_totals.covers_until_on,
        'aid, release ' || aid_totals.kiel_release || ', ' || aid_totals.measure, 4
    from aid_totals
    where list_contains($actors, aid_totals.actor_id)
    union all
    select un_votes.actor_id, 'un_votes', un_votes.resolution_id || '|' || un_votes.actor_id,
        un_resolutions.adopted_on, 'vote on ' || un_resolutions.title, 4
    from un_votes
    join un_resolutions on un_resolutions.resolution_id = un_votes.resolution_id
    where list_contains($actors, un_votes.actor_id)
)

select
    told.side_id,
    told.about,
    told.day,
    told.turn,
    doubts.*
from told
join doubt_cards as doubts on doubts.table_name = told.table_name and doubts.row_id = told.row_id
where told.day is null or told.day <= $day
order by told.turn, told.day desc, doubts.doubt_id
"""


def doubts(db: Database, actors: Sequence[str], day: dt.date, standing_ids: Sequence[str]) -> Asked:
    """What is contested or uncertain about them: standing positions first, then others, statements, the rest."""
    found = of_some(db, DOUBTS, actors, of="side_id", by=("day", "day"), day=day, standing=[]).frame
    is_standing = found["table_name"].eq("pledges") & found["row_id"].isin(standing_ids)
    told = found.assign(turn=found["turn"].mask(is_standing, 0)).sort_values("turn", kind="stable", ignore_index=True)
    return Asked(told, DOUBTS.strip(), {"actors": list(actors), "day": day, "standing": list(standing_ids)})
