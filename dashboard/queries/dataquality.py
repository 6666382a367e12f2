"""What the rows rest on: their sources and doubts, month by month, country by country; what is known to be missing."""

from dashboard.database import Asked, Database
from dashboard.queries.sources import every_id

# `sound` counts the pages of a row that are no weak witnesses, `state` those of outlets of a state.
RESTING = """
with judged as (
    select
        sources.source_id,
        standing.is_weak or sources.weak_because is not null as is_weak,
        sources.standing = 'state_outlet' as is_state
    from sources
    join standing on standing.code = sources.standing
),

resting as (
    select 'events' as table_name, event_id as row_id, starts_on as day, title as what, source_ids, recorded_on
    from events
    union all
    select 'statements', statement_id, said_on, speaker || ': ' || summary, source_ids, recorded_on
    from statement_cards
    union all
    select 'pledges', pledge_id, announced_on, pledger || ': ' || summary, source_ids, recorded_on
    from pledge_cards
),

weighed as (
    select
        source_use.table_name,
        source_use.row_id,
        count(*) as sources,
        count(*) filter (where not judged.is_weak) as sound,
        count(*) filter (where judged.is_state) as state
    from source_use
    join judged on judged.source_id = source_use.source_id
    group by all
),

doubted as (
    select doubts.table_name, doubts.row_id, count(*) as doubts from doubts group by all
),

mended as (
    select corrections.table_name, corrections.row_id, count(*) as corrections from corrections group by all
)

select
    resting.table_name,
    resting.row_id,
    resting.day,
    resting.what,
    resting.recorded_on,
    weighed.sources,
    weighed.sound,
    weighed.state,
    coalesce(doubted.doubts, 0) as doubts,
    coalesce(mended.corrections, 0) as corrections
from resting
join weighed on weighed.table_name = resting.table_name and weighed.row_id = resting.row_id
left join doubted on doubted.table_name = resting.table_name and doubted.row_id = resting.row_id
left join mended on mended.table_name = resting.table_name and mended.row_id = resting.row_id
"""

EVIDENCE = (
    RESTING
    + """
order by resting.table_name, resting.day, resting.row_id
"""
)

MEASURED = (
    "with evidence as ("
    + RESTING
    + """)

select
    evidence.table_name,
    count(*) as rows,
    count(*) filter (where evidence.sources > 1) as several,
    count(*) filter (where evidence.sources = 1) as single,
    count(*) filter (where evidence.sound = 0) as weak,
    count(*) filter (where evidence.state = evidence.sources) as state,
    count(*) filter (where evidence.doubts > 0) as doubted,
    count(*) filter (where evidence.doubts = 0 and evidence.corrections = 0) as untouched
from evidence
group by evidence.table_name
order by evidence.table_name
"""
)

UNREAD = (
    "with evidence as ("
    + RESTING
    + """)

select evidence.*
from evidence
where evidence.doubts = 0 and evidence.corrections = 0
order by
    evidence.recorded_on,
    evidence.sources,
    evidence.sound,
    evidence.day,
    evidence.row_id,
    evidence.table_name
limit $most
"""
)

COUNTRIES = """
with held as (
    select actor_id, 1 as statements, 0 as pledges, 0 as events from statement_voices where actor_id is not null
    union all
    select pledger_id, 0, 1, 0 from pledges
    union all
    select actor_id, 0, 0, 1 from event_participants
)

select
    held.actor_id,
    actors.label,
    sum(held.statements)::bigint as statements,
    sum(held.pledges)::bigint as pledges,
    sum(held.events)::bigint as events
from held
join actors on actors.actor_id = held.actor_id
where actors.actor_kind <> 'person'
group by all
order by sum(held.statements) + sum(held.pledges) + sum(held.events) desc, actors.label
"""

DOUBTS = """
select
    doubts.doubt_id,
    doubts.kind,
    doubts.kind_label,
    doubts.table_name,
    doubts.row_id,
    doubts.column_name,
    doubts.stated,
    doubts.rival,
    doubts.note
from doubt_cards as doubts
order by doubts.kind, doubts.doubt_id
"""

DOUBTED = """
select doubts.kind, doubts.table_name, count(*) as doubts
from doubts
group by doubts.kind, doubts.table_name
order by doubts.kind, doubts.table_name
"""

KINDS = """
select doubt_kind.code, doubt_kind.label, doubt_kind.description from doubt_kind order by doubt_kind.label
"""

PUBLISHERS = """
select
    sources.publisher,
    count(distinct sources.source_id) as pages,
    count(distinct (source_use.table_name, source_use.row_id)) as rows,
    bool_and(standing.is_weak) as is_weak
from sources
join standing on standing.code = sources.standing
left join source_use on source_use.source_id = sources.source_id
group by sources.publisher
order by pages desc, sources.publisher
"""

# What is known to be missing, as words, and as the statement that lists where.
GAPS = {
    "sources without a day of publication": "select * from sources where published_on is null",
    "sources whose own title was not seen": "select * from sources where starts_with(title, '[')",
    "pledges whose speaker is not recorded": (
        "select * from pledges where pledge_id not in (select pledge_id from pledge_voices)"
    ),
    "statements filed under no event": "select * from statements where event_id is null",
    "quotes of which the original words are not known": (
        "select * from statements where quote is not null and quote_form <> 'original'"
    ),
    "offices whose end is not known": "select * from offices where not is_end_known",
    "months that were not densely collected": "select * from coverage_by_month where not is_dense",
    "votes on a resolution whose record was not seen": (
        "select * from un_votes where starts_with(resolution_id, 'UNGA-')"
    ),
}

MISSING = {words: f"select count(*) as rows from ({sql}) as missing" for words, sql in GAPS.items()}  # noqa: S608 – ours


def measured(db: Database) -> Asked:
    """How many events, statements and pledges there are, and how many of them rest on what."""
    return db.ask(MEASURED)


def unread(db: Database, most: int) -> Asked:
    """The rows that no doubt and no correction ever named, those recorded first on fewest pages first."""
    return db.ask(UNREAD, most=most)


def evidence(db: Database) -> Asked:
    """Every event, statement and pledge with how many pages it rests on, how many of them sound, and its doubts."""
    return db.ask(EVIDENCE)


def countries(db: Database) -> Asked:
    """Countries and organisations with the statements, pledges and events that there are of them, most first."""
    return db.ask(COUNTRIES)


def doubts(db: Database) -> Asked:
    """Every doubt."""
    return db.ask(DOUBTS)


def doubted(db: Database) -> Asked:
    """How many doubts of each kind stand against the rows of each table."""
    return db.ask(DOUBTED)


def kinds(db: Database) -> Asked:
    """The kinds of doubt."""
    return db.ask(KINDS)


def publishers(db: Database) -> Asked:
    """Publishers with their pages and the rows that rest on them, most pages first."""
    return db.ask(PUBLISHERS)


def gap(db: Database, words: str) -> Asked:
    """The rows of a known gap."""
    return db.ask(GAPS[words])


def missing(db: Database, words: str) -> int:
    """How many rows a known gap has."""
    return int(db.query(MISSING[words])["rows"].iloc[0])


def relied_on(db: Database) -> tuple[str, ...]:
    """Every source of the release."""
    return every_id(db)
