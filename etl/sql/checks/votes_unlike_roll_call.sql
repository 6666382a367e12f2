-- {value} by the total, but {counted} in un_votes say {vote}; correct one of them (of UNGA-2026-02-24 some votes are not known)

with counted as (
    select resolution_id, vote, count(*) as votes from un_votes group by resolution_id, vote
),
totals as (
    unpivot (from un_resolutions select _key, _line, votes_yes, votes_no, votes_abstain, votes_absent)
    on votes_yes, votes_no, votes_abstain, votes_absent
    into name column_name value value
)
select
    'un_resolutions' as table_name,
    totals._key as row_id,
    totals._line as line,
    totals.column_name,
    totals.value,
    replace(totals.column_name, 'votes_', '') as vote,
    coalesce(counted.votes, 0) as counted
from totals
left join counted
    on counted.resolution_id = totals._key and counted.vote = replace(totals.column_name, 'votes_', '')
where totals.value <> coalesce(counted.votes, 0)
    and totals._key <> 'UNGA-2026-02-24'
    and not exists (select 1 from unread_cells where unread_cells.table_name = 'un_votes')
