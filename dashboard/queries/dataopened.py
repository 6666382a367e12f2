"""Statements for the reader of the Data page to run and change: put together here, never run."""

from string import Template

SINGLE = Template("select * from $table where len(source_ids) = 1")
WEAK = Template(
    """\
select * from $table as rows
where not exists (
    select 1
    from unnest(rows.source_ids) as used(source_id)
    join sources on sources.source_id = used.source_id
    join standing on standing.code = sources.standing
    where not standing.is_weak and sources.weak_because is null
)"""
)
STATE = Template(
    """\
select * from $table as rows
where not exists (
    select 1
    from unnest(rows.source_ids) as used(source_id)
    join sources on sources.source_id = used.source_id
    where sources.standing <> 'state_outlet'
)"""
)
DOUBTED = Template("select * from $table where $key in (select row_id from doubts where table_name = '$table')")
UNTOUCHED = Template(
    """\
select * from $table
where $key not in (select row_id from doubts where table_name = '$table')
    and $key not in (select row_id from corrections where table_name = '$table')
order by recorded_on, len(source_ids)"""
)
OF_PUBLISHER = Template("select * from sources where publisher = '$publisher'")
RELYING = Template(
    """\
select distinct source_use.table_name, source_use.row_id
from source_use
join sources on sources.source_id = source_use.source_id
where sources.publisher = '$publisher'
order by source_use.table_name, source_use.row_id"""
)
OTHERS = Template(
    """\
select publisher, count(*) as pages
from sources
group by publisher
order by pages desc, publisher
offset $first"""
)
OF_KIND = Template("select * from doubt_cards where kind = '$kind'")
AGAINST = Template("select * from doubt_cards where kind = '$kind' and table_name = '$table'")
AGAINST_OTHERS = Template(
    "select * from doubt_cards where kind = '$kind' and table_name not in ('events', 'statements', 'pledges')"
)
ROW = Template("select * from $table where $key = '$row_id'")
BEHIND = Template(
    """\
select sources.*
from sources
join source_use on source_use.source_id = sources.source_id
where source_use.table_name = '$table' and source_use.row_id = '$row_id'"""
)
RECORDED = Template(
    """\
select row_id, words, day
from row_words
where table_name = '$table' and recorded_on = date '$day'
order by day desc nulls last, row_id"""
)
OF_MONTH = Template(
    """\
select table_name, row_id, words, day
from row_words
where table_name in ('events', 'statements', 'pledges') and date_trunc('month', day) = date '$day'
order by table_name, day, row_id"""
)
EVERYTHING = Template("select * from $table")
KEYS = {"events": "event_id", "statements": "statement_id", "pledges": "pledge_id"}


def resting(statement: Template, table: str) -> str:
    """A statement over one of the three tables, to be shown and edited."""
    return statement.substitute(table=table, key=KEYS[table])


def doubts_of(kind: str) -> str:
    """The statement that lists the doubts of a kind."""
    return OF_KIND.substitute(kind=kind)


def doubts_against(kind: str, table: str) -> str:
    """The statement that lists the doubts of a kind against the rows of a table, or of all others (`other`)."""
    return (AGAINST_OTHERS if table == "other" else AGAINST).substitute(kind=kind, table=table)


def pages_of(publisher: str) -> str:
    """The statement that lists a publisher's pages."""
    return OF_PUBLISHER.substitute(publisher=doubled(publisher))


def relying_on(publisher: str) -> str:
    """The statement that lists the rows that rest on a publisher's pages."""
    return RELYING.substitute(publisher=doubled(publisher))


def publishers_from(first: int) -> str:
    """The statement that lists the publishers but for the `first` with most pages."""
    return OTHERS.substitute(first=first)


def row(table: str, row_id: str) -> str:
    """The statement that shows one row."""
    return ROW.substitute(table=table, key=KEYS[table], row_id=doubled(row_id))


def pages_behind(table: str, row_id: str) -> str:
    """The statement that lists the pages that one row rests on."""
    return BEHIND.substitute(table=table, row_id=doubled(row_id))


def recorded(table: str, day: object) -> str:
    """The statement that names the rows of a table that were recorded on a day."""
    return RECORDED.substitute(table=table, day=str(day)[:10])


def of_month(day: object) -> str:
    """The statement that lists what is of a month, named by its first day."""
    return OF_MONTH.substitute(day=str(day)[:10])


def everything(table: str) -> str:
    """The statement that lists a whole table."""
    return EVERYTHING.substitute(table=table)


def doubled(words: str) -> str:
    """Words within a literal of SQL."""
    return words.replace("'", "''")


def rows_for(actor_id: str, what: str) -> str:
    """The statement that lists the statements, pledges or events of a country or organisation."""
    return {
        "statements": "select * from statement_cards where actor_id = '{}'",
        "pledges": "select * from pledge_cards where pledger_id = '{}'",
        "events": "select * from events where list_contains(participant_ids, '{}')",
    }[what].format(actor_id)
