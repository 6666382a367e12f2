-- Who are the 26 countries of 4 September 2025, and what had each on record that day?
-- Nobody listed them. What can be said: who took part, and where each stood on ground troops that day.
select
    participants.label as participant,
    coalesce(positions.status, 'no record') as ground_troops,
    positions.counted_as,
    positions.announced_on
from events
cross join unnest(events.participant_ids) as taking_part (actor_id)
join actors as participants on participants.actor_id = taking_part.actor_id
left join positions_on(date '2025-09-04') as positions
    on positions.pledger_id = participants.actor_id and positions.kind = 'ground_troops'
where events.event_id = '2025-09-04-paris-coalition-summit'
order by positions.status_rank desc nulls last, participants.label
