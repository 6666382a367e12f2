-- What each row is called in a few words, where the app tells of it, and when it was recorded.
-- page: event, statement, pledge, country, speaker, donor, months or codebook, and page_id whose;
-- empty where there is none. recorded_on: of tables without that column the day in `additions`,
-- else the oldest on record; empty of a code of the first release.
-- One row per row of each table, corrections and additions left out.
create view row_words as
with named as (
    select
        'events' as table_name, event_id as row_id, title as words, 'event' as page,
        event_id as page_id, starts_on as day, recorded_on
    from events
    union all
    select
        'statements', statement_id, speakers.name || ': ' || summary, 'statement', statement_id,
        said_on, recorded_on
    from statements
    join speakers on speakers.speaker_id = statements.speaker_id
    union all
    select
        'pledges', pledge_id,
        pledger || ', ' || lower(kind_label[1]) || kind_label[2:] || ': ' || lower(status_label),
        'pledge', pledge_id, announced_on, recorded_on
    from pledge_cards
    union all
    select
        if(actor_kind = 'person', 'speakers', replace(actor_kind, 'try', 'trie') || 's'), actor_id,
        label, if(actor_kind = 'person', 'speaker', 'country'), actor_id, null, null
    from actors
    union all
    select
        'offices', office_id, speakers.name || ', ' || office, 'speaker', speakers.speaker_id,
        held_from_on, null
    from offices
    join speakers on speakers.speaker_id = offices.speaker_id
    union all
    select
        'sources', source_id, publisher || coalesce(': ' || title, ''), null, null, published_on,
        null
    from sources
    union all
    select vocabulary, code, label, 'codebook', vocabulary, null, null from codes
    union all
    select side_words.*, null from side_words
),

doubted as (
    select
        'doubts' as table_name, doubts.doubt_id as row_id,
        doubt_kind.label || ': ' || named.words as words, named.page, named.page_id, named.day,
        null::date as recorded_on
    from doubts
    join doubt_kind on doubt_kind.code = doubts.kind
    left join named on named.table_name = doubts.table_name and named.row_id = doubts.row_id
),

every as (
    select named.* from named union all select doubted.* from doubted
)

select
    every.table_name,
    every.row_id,
    every.words,
    every.page,
    every.page_id,
    every.day,
    coalesce(
        every.recorded_on,
        additions.recorded_on,
        if(every.page is not distinct from 'codebook', null, (
            select least(min(named.recorded_on), (select min(additions.recorded_on) from additions))
            from named
        ))
    ) as recorded_on
from every
left join additions on additions.table_name = every.table_name and additions.row_id = every.row_id;
