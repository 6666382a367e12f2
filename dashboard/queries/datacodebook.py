"""What the release holds, table by table: meanings, columns, what they refer to, and how often each code is used."""

from collections.abc import Mapping
from typing import Any

from dashboard.database import Asked, Database

# A column refers to a table by a foreign key, a list cell by that of its link table; else by bearing a table's name,
# unless the list of its codes stands beside it: then it holds words.
COLUMNS = """
with keyed as (
    select
        constraints.table_name,
        constraints.constraint_column_names[1] as column_name,
        constraints.referenced_table
    from duckdb_constraints() as constraints
    where constraints.database_name = current_database()
        and constraints.constraint_type = 'FOREIGN KEY'
        and len(constraints.constraint_column_names) = 1
),

listed as (
    select
        regexp_extract(tables.comment, 'item of (\\w+)\\.(\\w+):', 1) as table_name,
        regexp_extract(tables.comment, 'item of (\\w+)\\.(\\w+):', 2) as column_name,
        tables.table_name as link
    from duckdb_tables() as tables
    where tables.database_name = current_database() and tables.comment like 'One row per item of %'
),

linked as (
    select listed.table_name, listed.column_name, keyed.referenced_table
    from listed
    join keyed on keyed.table_name = listed.link and keyed.referenced_table <> listed.table_name
),

primary_keys as (
    select constraints.table_name, unnest(constraints.constraint_column_names) as column_name
    from duckdb_constraints() as constraints
    where constraints.database_name = current_database() and constraints.constraint_type = 'PRIMARY KEY'
)

select
    columns.table_name,
    columns.column_name,
    columns.data_type,
    coalesce(columns.comment, '') as meaning,
    primary_keys.column_name is not null as is_key,
    coalesce(keyed.referenced_table, linked.referenced_table, named.table_name) as refers_to
from duckdb_columns() as columns
left join keyed on keyed.table_name = columns.table_name and keyed.column_name = columns.column_name
left join linked on linked.table_name = columns.table_name and linked.column_name = columns.column_name
left join primary_keys
    on primary_keys.table_name = columns.table_name and primary_keys.column_name = columns.column_name
left join duckdb_tables() as named
    on named.database_name = current_database()
    and named.table_name = columns.column_name
    and columns.column_name not in ('actors', 'release')
    and not exists (
        select 1 from duckdb_columns() as beside
        where beside.database_name = current_database()
            and beside.table_name = columns.table_name
            and beside.column_name = columns.column_name || 's'
    )
where columns.database_name = current_database() and not columns.internal
order by columns.table_name, columns.column_index
"""

RELATIONS = """
select
    tables.table_name as name,
    'table' as made_as,
    coalesce(tables.comment, '') as comment,
    tables.estimated_size as rows,
    null::varchar[] as parameters
from duckdb_tables() as tables
where tables.database_name = current_database() and not tables.internal
union all
select views.view_name, 'view', coalesce(views.comment, ''), null, null
from duckdb_views() as views
where views.database_name = current_database() and not views.internal
union all
select functions.function_name, 'macro', coalesce(functions.comment, ''), null, functions.parameters
from duckdb_functions() as functions
where functions.database_name = current_database() and not functions.internal
order by name
"""

USES = """
select 'area' as vocabulary, 'pledges' as table_name, 'area' as column_name, area as code, count(*) as rows
from pledges group by all
union all select 'basis', 'pledges', 'basis', basis, count(*) from pledges group by all
union all select 'bloc', 'memberships', 'bloc', bloc, count(*) from memberships group by all
union all select 'cameo', 'events', 'cameo_code', cameo_code, count(*) from events group by all
union all select 'cameo', 'statements', 'cameo_code', cameo_code, count(*) from statements group by all
union all select 'condition', 'pledges', 'conditions', condition, count(*) from pledge_conditions group by all
union all
select 'condition', 'pledges', 'ended_conditions', condition, count(*) from pledge_ended_conditions group by all
union all select 'currency', 'pledges', 'currency_code', currency_code, count(*) from pledges group by all
union all select 'date_precision', 'events', 'date_precision', date_precision, count(*) from events group by all
union all
select 'date_precision', 'statements', 'date_precision', date_precision, count(*) from statements group by all
union all select 'date_precision', 'pledges', 'date_precision', date_precision, count(*) from pledges group by all
union all select 'doubt_kind', 'doubts', 'kind', kind, count(*) from doubts group by all
union all select 'event_category', 'events', 'category', category, count(*) from events group by all
union all select 'framework', 'pledges', 'framework', framework, count(*) from pledges group by all
union all select 'instrument', 'pledges', 'instrument', instrument, count(*) from pledges group by all
union all
select 'language', 'statements', 'quote_language_code', quote_language_code, count(*) from statements group by all
union all select 'language', 'sources', 'language_code', language_code, count(*) from sources group by all
union all select 'measure', 'aid_totals', 'measure', measure, count(*) from aid_totals group by all
union all select 'measure', 'aid_monthly', 'measure', measure, count(*) from aid_monthly group by all
union all select 'phase', 'pledges', 'phase', phase, count(*) from pledges group by all
union all select 'pledge_kind', 'pledges', 'kind', kind, count(*) from pledges group by all
union all select 'pledge_status', 'pledges', 'status', status, count(*) from pledges group by all
union all select 'quote_form', 'statements', 'quote_form', quote_form, count(*) from statements group by all
union all select 'standing', 'sources', 'standing', standing, count(*) from sources group by all
union all select 'tone', 'statement_mentions', 'tone', tone, count(*) from statement_mentions group by all
union all select 'topic', 'statements', 'topics', topic, count(*) from statement_topics group by all
union all select 'vote', 'un_votes', 'vote', vote, count(*) from un_votes group by all
"""

CODES = "select * from query_table($vocabulary)"

# Joined to a row of ours, for a statement without rows has columns too.
DESCRIBED = """
with told as (
    select found.*
    from (select 1) as one(place)
    left join query($call) as found on true
    limit 1
)

select column_name, data_type
from (unpivot (select typeof(columns(*)) from told) on columns(*) into name column_name value data_type)
"""

LISTS = ("conditions", "ended_conditions", "topics")
# How an optional parameter is told from one that must be given, and what to give.
OPTIONAL = ("phase", "fold", "topics", "days")


def columns(db: Database) -> Asked:
    """Every column of every table and view: its type, its meaning, the table that it refers to."""
    return db.ask(COLUMNS)


def relations(db: Database) -> Asked:
    """Every table, view and relation with parameters, with its meaning."""
    return db.ask(RELATIONS)


def uses(db: Database) -> Asked:
    """How many rows use each code, by the column that it stands in."""
    return db.ask(USES)


def codes(db: Database, vocabulary: str) -> Asked:
    """The codes of a vocabulary; `vocabulary` is a table's name from `relations`."""
    return db.ask(CODES, vocabulary=vocabulary)


def described(db: Database, call: str) -> Asked:
    """The columns that a statement (`call`, one of ours) answers with, and their types."""
    return db.ask(DESCRIBED, call=call)


def using(table: str, column: str, code: str) -> str:
    """The statement that asks for the rows that use a code; shown to be edited, never run here."""
    literal = "'{}'".format(code.replace("'", "''"))
    used = f"list_contains({column}, {literal})" if column in LISTS else f"{column} = {literal}"
    return f"select * from {table} where {used}"  # noqa: S608 - text for the reader


def everything(name: str) -> str:
    """The statement that asks for all rows of a table or view."""
    return f"select * from {name}"  # noqa: S608 - shown to be edited, never run here


def calling(name: str, parameters: list[str], known: Mapping[str, Any]) -> str:
    """The statement that asks a relation with parameters, with values that it has rows for."""
    given = ", ".join(str(known.get(one, "null")) for one in parameters if one not in OPTIONAL)
    return f"select * from {name}({given})"  # noqa: S608 - the same


SAMPLES = """
select
    (select dense_until_on from release) as last_day,
    (select dense_from_on from release) as first_day,
    (select reply_to_id from statements where reply_to_id is not null order by statement_id limit 1) as statement_id,
    (select event_id from statements where event_id is not null order by said_on desc, statement_id limit 1)
        as event_id,
    (select speaker_id from offices order by office_id limit 1) as speaker_id,
    (select row_id from doubts where table_name = 'pledges' order by doubt_id limit 1) as row_id
"""


def samples(db: Database) -> dict[str, str]:
    """Parameter → a value as SQL writes it."""
    row = db.ask(SAMPLES).rows[0]
    texts = {name: "'{}'".format(str(row[name] or "").replace("'", "''")) for name in row}
    days = {name: f"date '{row[name]}'" for name in ("last_day", "first_day")}
    table = {"table_name": "'pledges'"}
    return {**texts, **table, "day": days["last_day"], "since": days["first_day"], "until": days["last_day"]}
