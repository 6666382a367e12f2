-- Who was quoted on security guarantees, and where can I read it?
-- Quotes with the pages they rest on: a list column is opened by unnest.
select c.said_on, c.speaker, c.office, c.quote, s.publisher, s.title, s.url
from statement_cards as c
cross join unnest(c.source_ids) as link (source_id)
join sources as s on s.source_id = link.source_id
where list_contains(c.topics, 'security_guarantees') and c.quote is not null
order by c.said_on, c.statement_id
