-- {value} is a {actor_kind}, and this cell names a {wanted}; correct the id

with actors as (
    select actor_id, 'country' as actor_kind from countries
    union all
    select actor_id, 'organisation' from organisations
    union all
    select speaker_id, 'person' from speakers
),
named as (
    select
        'pledges' as table_name,
        _key as row_id,
        _line as line,
        'pledger_id' as column_name,
        pledger_id as value,
        'country or organisation' as wanted
    from pledges
    union all
    select 'sanctions_packages', _key, _line, 'adopter_id', adopter_id, 'country or organisation'
    from sanctions_packages
    union all
    select 'offices', _key, _line, 'actor_id', actor_id, 'country or organisation' from offices
    union all
    select 'memberships', _key, _line, 'actor_id', actor_id, 'country' from memberships
    union all
    select 'un_votes', _key, _line, 'actor_id', actor_id, 'country' from un_votes
    union all
    select 'aid_totals', _key, _line, 'actor_id', actor_id, 'country' from aid_totals where actor_id <> 'EU'
    union all
    select 'aid_monthly', _key, _line, 'actor_id', actor_id, 'country' from aid_monthly where actor_id <> 'EU'
)
select named.*, min(actors.actor_kind) as actor_kind
from named
join actors on actors.actor_id = named.value
group by all
having not bool_or(contains(named.wanted, actors.actor_kind))
