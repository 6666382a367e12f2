-- Each standing position beside the one that it replaced. change: first_record where there was
-- none; moved where the status differs; conditions_changed where the status is the same but the
-- set of conditions in force (condition_spans) or the place is another; else restated. Silence
-- about a condition changes nothing. A row outranked on its own day never stood and has no row;
-- rows that don't count have none either. rank_move is empty where a status has no rank.
-- old_conditions, new_conditions: in force before and after the row, not only those it names.
-- One row per counting row that stood.
create table position_moves as
with in_force as (
    select
        cards.pledge_id,
        list_sort(list(distinct spans.condition) filter (
            spans.named_on < cards.announced_on
            and coalesce(spans.ended_on, date 'infinity') >= cards.announced_on
        )) as conditions_before,
        list_sort(list(distinct spans.condition) filter (
            coalesce(spans.ended_on, date 'infinity') > cards.announced_on
        )) as conditions_after
    from pledge_cards as cards
    join condition_spans as spans
        on spans.pledger_id = cards.pledger_id
        and spans.kind = cards.kind
        and spans.phase = cards.phase
        and spans.is_counting
        and spans.named_on <= cards.announced_on
    where cards.has_stood
    group by cards.pledge_id
),

paired as (
    select
        stood.*,
        lag(stood.pledge_id) over (
            partition by stood.pledger_id, stood.kind, stood.phase order by stood.turn
        ) as old_pledge_id,
        coalesce(in_force.conditions_before, []) as old_conditions,
        coalesce(in_force.conditions_after, []) as new_conditions
    from pledge_cards as stood
    left join in_force on in_force.pledge_id = stood.pledge_id
    where stood.has_stood
)

select
    paired.* exclude (status, status_rank, speaker_id, speaker, office, conditions),
    paired.conditions as named_conditions,
    case
        when old.pledge_id is null then 'first_record'
        when old.status <> paired.status then 'moved'
        when paired.old_conditions <> paired.new_conditions then 'conditions_changed'
        when nullif(old.area, 'unknown') <> nullif(paired.area, 'unknown') then 'conditions_changed'
        else 'restated'
    end as change,
    old.announced_on as old_announced_on,
    old.status as old_status,
    paired.status as new_status,
    old.status_rank as old_rank,
    paired.status_rank as new_rank,
    paired.status_rank - old.status_rank as rank_move,
    old.area as old_area,
    old.speaker_id as old_speaker_id,
    old.speaker as old_speaker,
    old.office as old_office,
    paired.speaker_id as new_speaker_id,
    paired.speaker as new_speaker,
    paired.office as new_office
from paired
left join pledge_cards as old on old.pledge_id = paired.old_pledge_id
order by paired.announced_on, paired.pledge_id;
