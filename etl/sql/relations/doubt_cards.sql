-- What is contested or uncertain, a cell at a time, with the word for its kind and who publishes
-- the rival value.
-- One row per doubt; rival_publishers is empty where no source has a rival value.
create table doubt_cards as
with rivals as (
    select
        links.doubt_id,
        list(distinct sources.publisher order by sources.publisher) as rival_publishers
    from doubt_rival_sources as links
    join sources on sources.source_id = links.source_id
    group by links.doubt_id
)

select doubts.*, doubt_kind.label as kind_label, rivals.rival_publishers
from doubts
join doubt_kind on doubt_kind.code = doubts.kind
left join rivals on rivals.doubt_id = doubts.doubt_id
order by doubts.doubt_id;
