-- Who answered the Alaska summit, in which way, and what was answered back?
select answers.how, cards.speaker, answers.statement_id, back.speaker as answered_by, back.statement_id as answer_id
from answers_to_event('2025-08-15-alaska-summit') as answers
join statement_cards as cards on cards.statement_id = answers.statement_id
left join statement_cards as back on back.reply_to_id = answers.statement_id
order by answers.how, answers.statement_id, back.statement_id
