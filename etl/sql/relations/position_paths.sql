-- From where each pledger's position stood on one day to where it stood on a later one, and by
-- what steps: the position_moves announced after `since` and by `until`, all kinds and phases.
-- outcome: first_record where nothing that counts was on record on `since`; moved where the
-- status is another; came_back where it is the same after moves in between; conditions_changed
-- where only conditions or place changed on the way; restated where it was said again; unchanged.
-- path: the position on `since` (not on a first record) and every step, oldest first; moves: how
-- many steps changed the status. rank_move: new rank minus old; empty where a status has none.
-- The office (old_, new_) is that of the speaker when it was said.
-- One row per pledger, kind and phase with a counting position by `until`.
create macro position_paths(since, until) as table
with position_paths__said as (
    select
        position_paths__m.*,
        position_paths__m.announced_on > position_paths__q.asked_since as is_step
    from (
        select cast(since as date) as asked_since, cast(until as date) as asked_until
    ) as position_paths__q
    join position_moves as position_paths__m
        on position_paths__m.announced_on <= position_paths__q.asked_until
),

position_paths__ends as (
    select
        position_paths__s.pledger_id,
        arg_max(position_paths__s.pledge_id, position_paths__s.turn)
            filter (where not position_paths__s.is_step) as old_pledge_id,
        arg_max(position_paths__s.pledge_id, position_paths__s.turn) as new_pledge_id,
        count(*) filter (where position_paths__s.is_step) as steps,
        count(*) filter (
            where position_paths__s.is_step and position_paths__s.change = 'moved'
        ) as moves,
        count(*) filter (
            where position_paths__s.is_step and position_paths__s.change = 'conditions_changed'
        ) as other_conditions,
        list(struct_pack(
            pledge_id := position_paths__s.pledge_id,
            announced_on := position_paths__s.announced_on,
            status := position_paths__s.new_status,
            change := position_paths__s.change,
            is_step := position_paths__s.is_step
        ) order by position_paths__s.turn) as path
    from position_paths__said as position_paths__s
    group by position_paths__s.pledger_id, position_paths__s.kind, position_paths__s.phase
)

select
    position_paths__new.* exclude (
        old_pledge_id, old_announced_on, old_status, old_rank, rank_move, old_area, old_speaker_id,
        old_speaker, old_office, old_conditions, change
    ),
    case
        when position_paths__e.old_pledge_id is null then 'first_record'
        when position_paths__old.new_status <> position_paths__new.new_status then 'moved'
        when position_paths__e.moves > 0 then 'came_back'
        when position_paths__e.other_conditions > 0 then 'conditions_changed'
        when position_paths__e.steps > 0 then 'restated'
        else 'unchanged'
    end as outcome,
    position_paths__e.old_pledge_id,
    position_paths__old.announced_on as old_announced_on,
    position_paths__old.new_status as old_status,
    position_paths__old.new_rank as old_rank,
    position_paths__new.new_rank - position_paths__old.new_rank as rank_move,
    position_paths__old.new_speaker_id as old_speaker_id,
    position_paths__old.new_speaker as old_speaker,
    position_paths__old.new_office as old_office,
    coalesce(position_paths__old.new_conditions, []) as old_conditions,
    position_paths__old.counted_as as old_counted_as,
    position_paths__e.steps,
    position_paths__e.moves,
    list_filter(
        position_paths__e.path,
        lambda step: step.is_step or step.pledge_id = position_paths__e.old_pledge_id
    ) as path
from position_paths__ends as position_paths__e
join position_moves as position_paths__new
    on position_paths__new.pledge_id = position_paths__e.new_pledge_id
left join position_moves as position_paths__old
    on position_paths__old.pledge_id = position_paths__e.old_pledge_id
order by position_paths__new.pledger, position_paths__new.kind, position_paths__new.phase;
