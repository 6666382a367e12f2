-- A statement with what is needed to read it: who, in which office and for whom that day, where,
-- on what, towards whom in what tone, what it answers and how many answers and doubts it has.
-- One row per statement.
create table statement_cards as
with named as (
    select
        mentions.statement_id,
        list(
            struct_pack(actor_id := mentions.actor_id, label := actors.label, tone := mentions.tone)
            order by mentions.position
        ) as mentions
    from statement_mentions as mentions
    join actors on actors.actor_id = mentions.actor_id
    group by mentions.statement_id
),

topical as (
    select
        statement_topics.statement_id,
        list(topic.label order by statement_topics.position) as topic_labels
    from statement_topics
    join topic on topic.code = statement_topics.topic
    group by statement_topics.statement_id
),

answered as (
    select statements.reply_to_id, count(*) as answers
    from statements
    group by statements.reply_to_id
),

doubted as (
    select doubts.row_id, count(*) as doubts
    from doubts
    where doubts.table_name = 'statements'
    group by doubts.row_id
)

select
    statements.* exclude (mentions),
    voices.speaker,
    voices.office,
    voices.actor_id,
    voices.actor,
    events.title as event_title,
    coalesce(topical.topic_labels, []) as topic_labels,
    cameo.label as act,
    cameo.quad_class,
    language.label as quote_language,
    coalesce(named.mentions, []) as mentions,
    replied.speaker_id as reply_to_speaker_id,
    replied.speaker as reply_to_speaker,
    coalesce(answered.answers, 0) as answers,
    len(statements.source_ids) as sources,
    coalesce(doubted.doubts, 0) as doubts
from statements
join statement_voices as voices on voices.statement_id = statements.statement_id
left join events on events.event_id = statements.event_id
left join cameo on cameo.code = statements.cameo_code
left join language on language.code = statements.quote_language_code
left join statement_voices as replied on replied.statement_id = statements.reply_to_id
left join named on named.statement_id = statements.statement_id
left join topical on topical.statement_id = statements.statement_id
left join answered on answered.reply_to_id = statements.statement_id
left join doubted on doubted.row_id = statements.statement_id
order by statements.said_on, statements.statement_id;
