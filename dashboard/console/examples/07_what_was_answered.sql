-- Which statements drew the most answers?
-- An answer is one that the records file under what it replies to.
select said_on, speaker, office, answers, summary, statement_id
from statement_cards
where answers > 0
order by answers desc, said_on
limit 20
