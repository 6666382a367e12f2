-- The office in which a speaker speaks on a day. Where two cover the day, the one with the later
-- start (an empty start sorts first; of two equal starts the greater office_id). The last day of
-- an office belongs to it, and an office without an end covers every later day.
-- No row, or one row.
create macro office_on(speaker_id, day) as table
select
    office_on__o.office_id,
    office_on__o.speaker_id,
    office_on__o.office,
    office_on__o.actor_id,
    office_on__o.held_from_on,
    office_on__o.held_until_on,
    office_on__o.is_end_known
from (
    select cast(speaker_id as varchar) as asked_speaker_id, cast(day as date) as asked_day
) as office_on__q
join offices as office_on__o
    on office_on__o.speaker_id = office_on__q.asked_speaker_id
    and coalesce(office_on__o.held_from_on, date '-infinity') <= office_on__q.asked_day
    and coalesce(office_on__o.held_until_on, date 'infinity') >= office_on__q.asked_day
order by office_on__o.held_from_on desc nulls last, office_on__o.office_id desc
limit 1;
