-- Where each corrected row is told: on which pages and cards of the app. page: event, statement,
-- pledge, country, speaker, donor or codebook, and page_id whose. A doubt is told wherever the row
-- is that it is about; a source, beside its name, wherever it is listed.
-- One row per corrected row and page.
create table corrected_pages as
with mended as (
    select distinct corrected_cells.table_name, corrected_cells.row_id from corrected_cells
),

own as (
    select row_words.table_name, row_words.row_id, row_words.page, row_words.page_id
    from row_words
    where row_words.table_name not in ('doubts', 'aid_monthly')
    union all
    select
        'statements',
        cards.statement_id,
        unnest(['speaker', 'event', 'country']),
        unnest([cards.speaker_id, cards.event_id, cards.actor_id])
    from statement_cards as cards
    union all
    select
        'pledges',
        pledges.pledge_id,
        unnest(['country', 'event']),
        unnest([pledges.pledger_id, pledges.event_id])
    from pledges
    union all
    select 'same_money', same_money.same_money_id, 'pledge', unnest(same_money.same_pledge_ids)
    from same_money
    union all
    select 'aid_totals', row_words.row_id, 'country', row_words.page_id
    from row_words where row_words.table_name = 'aid_totals'
    union all
    select 'aid_monthly', row_words.row_id, 'donor', row_words.page_id
    from row_words where row_words.table_name = 'aid_monthly'
    union all
    select 'un_resolutions', un_votes.resolution_id, 'country', un_votes.actor_id from un_votes
),

doubted as (
    select 'doubts' as table_name, doubts.doubt_id as row_id, own.page, own.page_id
    from doubts
    join own on own.table_name = doubts.table_name and own.row_id = doubts.row_id
),

told as (
    select own.* from own
    union all
    select doubted.* from doubted
)

select distinct told.table_name, told.row_id, told.page, told.page_id
from told
join mended on mended.table_name = told.table_name and mended.row_id = told.row_id
where told.page_id is not null
order by told.table_name, told.row_id, told.page, told.page_id;
