-- Who speaks most, and most harshly, of whom about frozen assets?
select
    edges.source,
    edges.target,
    edges.statements,
    edges.critical + edges.hostile as harsh,
    edges.hostile,
    edges.tone
from mention_edges(date '2021-12-17', date '2026-07-05', topics := ['frozen_assets']) as edges
where edges.is_ranked
order by edges.statements desc, edges.source, edges.target
