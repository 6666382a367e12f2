-- {value} speaks for another than {pledger_id} that day, so the basis can't be {basis}; use third_party or joint_statement, or correct the statement

select
    'pledges' as table_name,
    pledges._key as row_id,
    pledges._line as line,
    'statement_id' as column_name,
    pledges.statement_id as value,
    pledges.pledger_id,
    pledges.basis
from pledges
join statements on statements.statement_id = pledges.statement_id
where pledges.basis not in ('third_party', 'joint_statement') and not exists (
    select 1 from offices
    where offices.speaker_id = statements.speaker_id
        and offices.actor_id = pledges.pledger_id
        and coalesce(offices.held_from_on, statements.said_on) <= statements.said_on
        and coalesce(offices.held_until_on, statements.said_on) >= statements.said_on
)
