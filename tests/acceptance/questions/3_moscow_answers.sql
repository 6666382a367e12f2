-- What did Moscow answer to the Paris summit, and what was answered back?
with moscow as (
    select answers.how, cards.*
    from answers_to_event('2025-09-04-paris-coalition-summit') as answers
    join statement_cards as cards on cards.statement_id = answers.statement_id
    where cards.actor_id = 'RUS'
)

select moscow.how, moscow.speaker, moscow.statement_id, back.speaker as answered_by, back.statement_id as answer_id
from moscow
left join statement_cards as back on back.reply_to_id = moscow.statement_id
order by moscow.how, moscow.statement_id, back.statement_id
