-- Who speaks of whom, with the sides that both are on that day: the country or organisation of a
-- person's office, the actor itself for any other, the person where no office is recorded.
-- One row per statement and actor that it mentions, and tone.
create table mention_sides as
select distinct
    voices.statement_id,
    voices.said_on,
    voices.speaker_id,
    coalesce(voices.actor_id, voices.speaker_id) as speaker_side,
    mentions.actor_id as mentioned_id,
    coalesce(held.actor_id, mentions.actor_id) as mentioned_side,
    speakers.speaker_id is not null as is_person,
    mentions.tone,
    tone.rank as tone_rank
from statement_mentions as mentions
join statement_voices as voices on voices.statement_id = mentions.statement_id
join tone on tone.code = mentions.tone
left join speakers on speakers.speaker_id = mentions.actor_id
left join lateral office_on(mentions.actor_id, voices.said_on) as held on true
order by all;
