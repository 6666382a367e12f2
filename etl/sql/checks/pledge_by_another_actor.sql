-- {value} speaks for another than {pledger_id} that day, so the basis can't be {basis}; use third_party or joint_statement, or correct the statement

with held as (
    select statements.statement_id, offices.actor_id, list_contains(offices._unread, 'actor_id') as is_unsure
    from statements
    join offices
        on offices.speaker_id = statements.speaker_id
        and coalesce(offices.held_from_on, statements.said_on) <= statements.said_on
        and coalesce(offices.held_until_on, statements.said_on) >= statements.said_on
    union all
    select statements.statement_id, offices.actor_id, true
    from statements
    join offices
        on list_contains(offices._unread, 'speaker_id')
        and coalesce(offices.held_from_on, statements.said_on) <= statements.said_on
        and coalesce(offices.held_until_on, statements.said_on) >= statements.said_on
),
voices as (
    select held.statement_id, list(held.actor_id) as actor_ids, bool_or(held.is_unsure) as is_unsure
    from held
    group by held.statement_id
)
select
    'pledges' as table_name,
    pledges._key as row_id,
    pledges._line as line,
    'statement_id' as column_name,
    pledges.statement_id as value,
    pledges.pledger_id,
    pledges.basis
from pledges
join voices on voices.statement_id = pledges.statement_id
where pledges.basis not in ('third_party', 'joint_statement')
    and not list_contains(voices.actor_ids, pledges.pledger_id)
    and not voices.is_unsure
