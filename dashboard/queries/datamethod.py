"""The coding rules with their rows, three examples of each code, and what is over- and under-represented."""

from dashboard.database import Asked, Database

EXAMPLES = """
with coded as (
    select 'pledge_status' as vocabulary, status as code, cards.* from pledge_cards as cards
    union all
    select 'basis', basis, cards.* from pledge_cards as cards
    union all
    select 'phase', phase, cards.* from pledge_cards as cards where cards.phase is not null
),

examples as (
    select
        coded.vocabulary,
        coded.code,
        coded.pledge_id as row_id,
        coded.pledge_id,
        coded.statement_id,
        coded.kind,
        coded.phase,
        coded.pledger_id as who_id,
        coded.pledger as who,
        coded.kind_label as toward,
        coded.announced_on as day,
        coded.date_precision,
        coded.summary,
        coded.doubts,
        coded.source_ids
    from coded
    union all
    select
        'tone',
        mentions.tone,
        cards.statement_id,
        null,
        cards.statement_id,
        null,
        null,
        cards.speaker_id,
        cards.speaker,
        actors.label,
        cards.said_on,
        cards.date_precision,
        cards.summary,
        cards.doubts,
        cards.source_ids
    from statement_mentions as mentions
    join statement_cards as cards on cards.statement_id = mentions.statement_id
    join actors on actors.actor_id = mentions.actor_id
),

ranked as (
    select
        examples.*,
        row_number() over (
            partition by examples.vocabulary, examples.code, examples.who_id
            order by examples.doubts > 0, len(examples.source_ids) desc, examples.day desc, examples.row_id
        ) as turn
    from examples
)

select
    ranked.* exclude (turn),
    row_number() over (
        partition by ranked.vocabulary, ranked.code
        order by ranked.turn, ranked.doubts > 0, len(ranked.source_ids) desc, ranked.day desc, ranked.row_id
    ) as place
from ranked
qualify place <= 3
order by ranked.vocabulary, ranked.code, place
"""

# A rule as it stands in the table that is downloaded: with what is coded in a word, and the ids of its examples.
RULES = (
    "with three as ("  # noqa: S608 – texts of ours
    + EXAMPLES
    + """),

rules as (
    select 'pledge_status' as vocabulary, code, label, description, null::boolean as is_counting,
        coalesce(-rank, 0) as place, 'Status' as rule_of
    from pledge_status
    union all
    select 'basis', code, label, description, is_counting, rank, 'Basis' from basis
    union all
    select
        'phase', code, label, description, null, case code when 'wartime' then 1 when 'post_war' then 2 else 3 end,
        'Phase'
    from phase
    union all
    select 'tone', code, label, description, null, rank, 'Tone' from tone
),

used as (
    select 'pledge_status' as vocabulary, status as code, count(*) as rows from pledges group by all
    union all
    select 'basis', basis, count(*) from pledges group by all
    union all
    select 'phase', phase, count(*) from pledges where phase is not null group by all
    union all
    select 'tone', tone, count(*) from statement_mentions group by all
),

named as (
    select three.vocabulary, three.code, string_agg(three.row_id, ', ' order by three.place) as examples
    from three
    group by all
)

select
    rules.vocabulary,
    rules.code,
    rules.label,
    rules.description,
    rules.is_counting,
    coalesce(used.rows, 0) as rows,
    rules.rule_of,
    coalesce(named.examples, '') as examples
from rules
left join used on used.vocabulary = rules.vocabulary and used.code = rules.code
left join named on named.vocabulary = rules.vocabulary and named.code = rules.code
order by
    list_position(['pledge_status', 'basis', 'phase', 'tone'], rules.vocabulary),
    rules.place,
    rules.code
"""
)

SHARES = """
with said as (
    select voices.actor_id, actors.label, count(*) as statements
    from statement_voices as voices
    join actors on actors.actor_id = voices.actor_id
    group by all
    order by statements desc, actors.label
    limit 3
),

europe as (
    select count(*) as pledges
    from pledges
    left join countries on countries.actor_id = pledges.pledger_id
    where countries.region like '%Europe' or pledges.pledger_id = 'EU'
)

select
    (select count(*) from sources) as sources,
    (select count(*) from sources where language_code = 'en') as english,
    (select count(*) from statements) as statements,
    (select sum(said.statements)::bigint from said) as loudest,
    (select list(said.label) from said) as loudest_labels,
    (select count(distinct actor_id) from statement_voices where actor_id in (select actor_id from countries))
        as countries_heard,
    (select count(*) from countries) as countries,
    (select count(*) from pledges) as pledges,
    (select europe.pledges from europe) as european,
    (
        select count(*) from statements, release
        where statements.said_on >= date_trunc('year', release.dense_until_on) - interval 1 year
            and statements.said_on < date_trunc('year', release.dense_until_on)
    ) as best_year,
    (select year(dense_until_on) - 1 from release) as year,
    (select count(*) from statements where quote is not null) as quoted,
    (select count(*) from statements where quote_form = 'original') as in_original,
    (select count(*) from pledges where basis = 'parliament') as parliaments,
    (select events + statements + pledges from release) as rows,
    (
        select count(*) from (
            select source_ids from events
            union all select source_ids from statements
            union all select source_ids from pledges
        ) where len(source_ids) > 1
    ) as several,
    (select count(*) from doubts) as doubts
"""

RECORDS = """
select
    'events' as table_name,
    events.event_id as row_id,
    events.starts_on as day,
    events.title as what,
    events.source_ids
from events
union all
select 'statements', statement_id, said_on, speaker || ': ' || summary, source_ids from statement_cards
union all
select 'pledges', pledge_id, announced_on, pledger || ': ' || summary, source_ids from pledge_cards
order by table_name, day, row_id
"""
CODED_IN = {
    "pledge_status": "select * from pledge_cards where status = '{}'",
    "basis": "select * from pledge_cards where basis = '{}'",
    "phase": "select * from pledge_cards where phase = '{}'",
    "tone": "select * from statement_mentions join statement_cards using (statement_id) where tone = '{}'",
}


def rules(db: Database) -> Asked:
    """Each code of status, basis, phase and tone: its rule, how many rows carry it, which are its examples."""
    return db.ask(RULES)


def examples(db: Database) -> Asked:
    """Three rows of each of these codes: of different sides first, without doubt, by number of sources, the newest."""
    return db.ask(EXAMPLES)


def shares(db: Database) -> Asked:
    """What much of the collection has in common: one row of counts."""
    return db.ask(SHARES)


def recorded(db: Database) -> Asked:
    """Every event, statement and pledge in a line."""
    return db.ask(RECORDS)


def coded(vocabulary: str, code: str) -> str:
    """The statement that lists the rows with a code, to be shown and edited."""
    return CODED_IN[vocabulary].format(code)
