"""All figures on what the rows rest on in one table, a line each, as it is downloaded."""

from collections.abc import Mapping

from dashboard.database import Asked, Database
from dashboard.queries.dataquality import COUNTRIES, GAPS, MEASURED, PUBLISHERS
from dashboard.queries.overview import MONTHS

# `$measures` are columns of MEASURED, `$words` say what they count.
SUMMARY = (
    "with measured as ("  # noqa: S608 – texts of ours; values are parameters
    + MEASURED
    + """),

counted as (
    select
        measured.table_name,
        unnest(['single', 'weak', 'state', 'doubted', 'untouched']) as measure,
        unnest([measured.single, measured.weak, measured.state, measured.doubted, measured.untouched]) as rows
    from measured
),

months as ("""
    + MONTHS
    + """),

held as ("""
    + COUNTRIES
    + """),

pages as ("""
    + PUBLISHERS
    + """),

missing as (
"""
    + "\n    union all\n".join(
        "    select " + str(at) + " as place, '" + words + "' as item, count(*) as rows from (" + sql + ")"  # noqa: S608
        for at, (words, sql) in enumerate(GAPS.items())
    )
    + """
),

lines as (
    select
        1 as part,
        list_position($measures, counted.measure) as place,
        'evidence' as section,
        $words[place] as item,
        coalesce(sum(counted.rows) filter (where counted.table_name = 'events'), 0)::bigint as events,
        coalesce(sum(counted.rows) filter (where counted.table_name = 'statements'), 0)::bigint as statements,
        coalesce(sum(counted.rows) filter (where counted.table_name = 'pledges'), 0)::bigint as pledges,
        null::bigint as other
    from counted
    group by counted.measure
    union all
    select
        2,
        row_number() over (order by months.month_starts_on),
        'month',
        strftime(months.month_starts_on, '%Y-%m'),
        months.events,
        months.statements,
        months.pledges,
        null
    from months
    union all
    select
        3,
        row_number() over (order by held.statements + held.pledges + held.events desc, held.label),
        'country',
        held.label,
        held.events,
        held.statements,
        held.pledges,
        null
    from held
    union all
    select
        4,
        row_number() over (order by doubt_kind.label),
        'doubt',
        doubt_kind.label,
        count(doubts.doubt_id) filter (where doubts.table_name = 'events'),
        count(doubts.doubt_id) filter (where doubts.table_name = 'statements'),
        count(doubts.doubt_id) filter (where doubts.table_name = 'pledges'),
        count(doubts.doubt_id) filter (where doubts.table_name not in ('events', 'statements', 'pledges'))
    from doubt_kind
    left join doubts on doubts.kind = doubt_kind.code
    group by doubt_kind.code, doubt_kind.label
    union all
    select 5, missing.place, 'gap', missing.item, null, null, null, missing.rows
    from missing
    union all
    select
        6,
        row_number() over (order by pages.pages desc, pages.publisher),
        'pages by publisher',
        pages.publisher,
        null,
        null,
        null,
        pages.pages
    from pages
)

select lines.section, lines.item, lines.events, lines.statements, lines.pledges, lines.other
from lines
order by lines.part, lines.place
"""
)


def summary(db: Database, measures: Mapping[str, str]) -> Asked:
    """All figures in one table: a line per measure (column → its words), month, country, doubt, gap and publisher."""
    return db.ask(SUMMARY, measures=list(measures), words=list(measures.values()))
