"""The mentions behind ties: the statements of a tie with the tone toward its target, and what isn't counted and why."""

from collections.abc import Sequence

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.selection import Selection

SAID = """
select
    pairs.source_id || '>' || pairs.target_id as tie_id,
    pairs.tone,
    targets_of.label as target,
    cards.*
from mention_pairs(fold := $fold) as pairs
join statement_cards as cards on cards.statement_id = pairs.statement_id
join actors as targets_of on targets_of.actor_id = pairs.target_id
where list_contains($tie_ids, pairs.source_id || '>' || pairs.target_id)
    and pairs.said_on between $since and $until
    and ($topics is null or list_has_any(pairs.topics, $topics))
order by pairs.said_on desc, pairs.statement_id
"""

MENTIONS = """
with asked as (
    select
        sides.statement_id,
        sides.said_on,
        sides.speaker_id,
        sides.mentioned_id,
        if($fold = 'capitals', sides.speaker_side, sides.speaker_id) as source_id,
        if($fold = 'capitals', sides.mentioned_side, sides.mentioned_id) as target_id,
        sides.tone,
        sides.tone_rank,
        sides.speaker_side = sides.mentioned_side or sides.speaker_id = sides.mentioned_id as is_own,
        sides.is_person,
        statements.topics,
        statements.summary
    from mention_sides as sides
    join statements on statements.statement_id = sides.statement_id
    where sides.said_on between $since and $until
),

judged as (
    select
        asked.*,
        case
            when $topics is not null and not list_has_any(asked.topics, $topics)
                then 'is on another topic'
            when asked.is_own then 'speaks of the own side'
            when $fold = 'persons' and not asked.is_person then 'speaks of a country or organisation, not of a person'
            when row_number() over (
                partition by
                    asked.statement_id,
                    asked.source_id,
                    asked.target_id,
                    asked.is_own,
                    asked.is_person or $fold <> 'persons'
                order by asked.tone_rank desc, asked.mentioned_id
            ) > 1 then 'names the same two sides again: the harsher tone counts'
            when not list_contains($tie_ids, asked.source_id || '>' || asked.target_id)
                then 'belongs to a tie that the filters or the focus leave out'
        end as why
    from asked
)

select
    judged.statement_id,
    judged.said_on,
    speakers.name as speaker,
    sources_of.label as source,
    targets_of.label as target,
    mentioned.label as mentioned,
    judged.tone,
    judged.summary,
    judged.why
from judged
join speakers on speakers.speaker_id = judged.speaker_id
join actors as sources_of on sources_of.actor_id = judged.source_id
join actors as targets_of on targets_of.actor_id = judged.target_id
join actors as mentioned on mentioned.actor_id = judged.mentioned_id
order by judged.said_on, judged.statement_id, target, mentioned
"""


def said(db: Database, selection: Selection, catalogue: Catalogue, tie_ids: Sequence[str]) -> Asked:
    """The statements of these ties in the window, newest first: a card each, with `tie_id` and the tone toward it."""
    since, until = selection.window(catalogue)
    named = {"fold": selection.option("fold"), "topics": chosen(selection.topics)}
    return db.ask(SAID, since=since, until=until, tie_ids=list(tie_ids), **named)


def mentions(db: Database, selection: Selection, catalogue: Catalogue, tie_ids: Sequence[str]) -> Asked:
    """Every mention of the window; `why` is empty where the ties count it."""
    since, until = selection.window(catalogue)
    named = {"fold": selection.option("fold"), "topics": chosen(selection.topics)}
    return db.ask(MENTIONS, since=since, until=until, tie_ids=list(tie_ids), **named)
