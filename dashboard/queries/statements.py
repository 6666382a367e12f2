"""Statements: what is searched, what the filters keep, how many each further choice would keep; conversations."""

from collections.abc import Sequence

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.selection import Selection

EVERY = """
with stood as (
    select statement_sources.statement_id, list(distinct sources.standing) as standings
    from statement_sources
    join sources on sources.source_id = statement_sources.source_id
    group by statement_sources.statement_id
)

select
    cards.*,
    cards.rowid as row_number,
    threads.root_id,
    threads.depth,
    threads.path,
    coalesce(stood.standings, []) as standings,
    list_distinct(list_transform(cards.mentions, lambda one: one.tone)) as tones,
    array_to_string(cards.topic_labels, '; ') as about,
    array_to_string(
        list_transform(cards.mentions, lambda one: one.label || ': ' || one.tone), '; '
    ) as toward,
    array_to_string(cards.source_ids, ';') as rests_on,
    quote_form.label as quote_form_label,
    concat_ws(' ', cards.actor, nullif(named.name, cards.actor)) as country,
    strftime(cards.said_on, '%Y-%m') as month
from statement_cards as cards
left join threads on threads.statement_id = cards.statement_id
left join stood on stood.statement_id = cards.statement_id
left join quote_form on quote_form.code = cards.quote_form
left join actors as named on named.actor_id = cards.actor_id
order by cards.said_on, cards.statement_id
"""

# Each statement, with a column for each filter: true where it leaves the statement out. `$hits` are those that hold
# the words, best first.
JUDGED = """
with words as (select $hits::varchar[] as held),

hits as (
    select
        unnest(words.held) as statement_id,
        generate_subscripts(words.held, 1) as turn
    from words
),

standing_chosen as (
    select distinct statement_sources.statement_id
    from statement_sources
    join sources on sources.source_id = statement_sources.source_id
    where list_contains($standings, sources.standing)
),

tone_chosen as (
    select distinct mentions.statement_id
    from statement_mentions as mentions
    where list_contains($tones, mentions.tone)
),

member as (
    select distinct voices.statement_id
    from statement_voices as voices
    join memberships on memberships.actor_id = voices.actor_id
    where list_contains($blocs, memberships.bloc)
        and voices.said_on >= coalesce(memberships.member_from_on, date '-infinity')
        and voices.said_on <= coalesce(memberships.member_until_on, date 'infinity')
)

select
    cards.rowid as row_number,
    cards.statement_id,
    (cards.said_on between $since and $until) is not true as days,
    (words.held is null or hits.turn is not null) is not true as text,
    ($countries is null or list_contains($countries, cards.actor_id)) is not true as countries,
    ($blocs is null or member.statement_id is not null) is not true as blocs,
    ($speakers is null or list_contains($speakers, cards.speaker_id)) is not true as speakers,
    ($topics is null or list_has_any($topics, cards.topics)) is not true as topics,
    ($tones is null or tone_chosen.statement_id is not null) is not true as tones,
    ($events is null or list_contains($events, cards.event_id)) is not true as events,
    ($standings is null or standing_chosen.statement_id is not null) is not true as standings,
    ($quoted is null or list_contains($quoted, cards.quote_form)) is not true as quoted
from statement_cards as cards
cross join words
left join hits on hits.statement_id = cards.statement_id
left join standing_chosen on standing_chosen.statement_id = cards.statement_id
left join tone_chosen on tone_chosen.statement_id = cards.statement_id
left join member on member.statement_id = cards.statement_id
order by
    if($sort = 'best', hits.turn, null) nulls last,
    if($sort = 'oldest', cards.said_on, null),
    cards.said_on desc,
    cards.statement_id
"""

# The columns of `JUDGED` that leave a statement out.
MISSED = ("days", "text", "countries", "blocs", "speakers", "topics", "tones", "events", "standings", "quoted")

ALSO_SAID = """
select also_said.statement_id, also_said.days_after, also_said.is_about, also_said.shared_topics
from also_said($statement_id, days := $days) as also_said
"""


def every(db: Database) -> Asked:
    """Every statement of the collection with all that is shown, searched and counted of it, oldest first."""
    return db.ask(EVERY)


def judged(db: Database, selection: Selection, catalogue: Catalogue, hits: Sequence[str] | None) -> Asked:
    """Every statement by its `row_number`, in the order asked for; a column of `MISSED` is true where it leaves it out.

    `hits` are the statements that hold the words, best first; None where no words are asked for.
    """
    since, until = selection.window(catalogue)
    names = ("countries", "blocs", "speakers", "topics", "tones", "events", "standings", "quoted")
    asked = {name: chosen(getattr(selection, name)) for name in names}
    held = None if hits is None else list(hits)
    return db.ask(JUDGED, since=since, until=until, hits=held, sort=selection.option("sort"), **asked)


def also_said(db: Database, statement_id: str, days: int) -> Asked:
    """What else was said on its topics in the days after it, outside its conversation; nearest to it first."""
    return db.ask(ALSO_SAID, statement_id=statement_id, days=days)
