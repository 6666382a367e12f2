-- In what tone do capitals speak of each other?
-- Statements of 2025 by capital and the capital spoken of; counts say how often, not how much was said in all.
select source as speaks, target as spoken_of, statements, supportive, neutral, critical, hostile, tone
from mention_edges(date '2025-01-01', date '2025-12-31')
order by statements desc
limit 50
