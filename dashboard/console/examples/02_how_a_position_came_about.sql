-- How did one country's position come about?
-- Every word on troops that is recorded for France, oldest first. Put another code after pledger_id.
select announced_on, status_label as status, is_counting, speaker, office, summary
from pledge_cards
where pledger_id = 'FRA' and kind = 'ground_troops' and phase = 'post_war'
order by announced_on
