-- How much is recorded for each month, and where is it thin?
-- Compare months only where is_dense is true: elsewhere the collection is a sample.
select month_starts_on as month, events, statements, pledges, is_dense
from coverage_by_month
order by month
