-- Whether a speaker holds any office for an actor on a day: in_office, former, or not_known where
-- the end of an office is unknown and the day is after the holder's last recorded statement.
-- No row where the speaker never held one, or one row.
create macro office_standing(speaker_id, actor_id, day) as table
select
    case
        when bool_or(
            office_standing__q.asked_day
            between office_standing__t.starts_on and office_standing__t.known_until_on
        ) then 'in_office'
        when bool_or(
            office_standing__q.asked_day
            between office_standing__t.starts_on and office_standing__t.ends_on
        ) then 'not_known'
        else 'former'
    end as in_office
from (
    select
        cast(speaker_id as varchar) as asked_speaker_id,
        cast(actor_id as varchar) as asked_actor_id,
        cast(day as date) as asked_day
) as office_standing__q
join office_terms as office_standing__t
    on office_standing__t.speaker_id = office_standing__q.asked_speaker_id
    and office_standing__t.actor_id = office_standing__q.asked_actor_id
having count(*) > 0;
