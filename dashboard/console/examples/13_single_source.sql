-- Which pledges rest on a single source, and of what standing?
-- One source is not wrong; it is a place to look again.
select p.announced_on, p.pledger, p.kind_label as kind, p.status_label as status, s.publisher, t.label as standing, s.url
from pledge_cards as p
join sources as s on s.source_id = p.source_ids[1]
join standing as t on t.code = s.standing
where len(p.source_ids) = 1
order by p.announced_on desc
