"""What the Kiel Institute counted: totals of one release and measure, months of the one release that has them."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.selection import Selection

TOTALS = """
with donors as (
    select
        totals.*,
        actors.label as donor,
        actors.actor_kind = 'country' as is_state,
        (
            select count(*) from doubts
            where doubts.table_name = 'aid_totals'
                and doubts.row_id = concat_ws('|', totals.actor_id, totals.kiel_release, totals.measure)
        ) as doubts
    from aid_totals as totals
    join actors on actors.actor_id = totals.actor_id
    where totals.kiel_release = $kiel and totals.measure = $measure
),

members as (
    select distinct memberships.actor_id
    from memberships
    cross join (select max(donors.covers_until_on) as day from donors) as last
    where list_contains($blocs, memberships.bloc)
        and coalesce(memberships.member_from_on, date '-infinity') <= last.day
        and coalesce(memberships.member_until_on, date 'infinity') >= last.day
)

select
    donors.*,
    case when donors.is_state then
        rank() over (partition by donors.is_state order by donors.total_eur_bn desc nulls last)
    end as amount_rank,
    case when donors.is_state and donors.gdp_share_pct is not null then
        rank() over (partition by donors.is_state order by donors.gdp_share_pct desc nulls last)
    end as share_rank,
    count(*) over (partition by donors.is_state, donors.total_eur_bn) > 1 as is_amount_joint,
    count(*) over (partition by donors.is_state, donors.gdp_share_pct) > 1 as is_share_joint,
    count(*) filter (where donors.is_state) over () as states,
    count(donors.gdp_share_pct) filter (where donors.is_state) over () as states_with_share,
    ($blocs is null or donors.actor_id in (select members.actor_id from members)) is true as is_shown
from donors
order by donors.total_eur_bn desc nulls last, donors.donor
"""

MONTHS = """
select
    months.actor_id,
    actors.label as donor,
    months.month_starts_on,
    months.military_eur_bn,
    months.financial_eur_bn,
    months.humanitarian_eur_bn,
    months.military_eur_bn + months.financial_eur_bn + months.humanitarian_eur_bn as total_eur_bn,
    sum(months.military_eur_bn + months.financial_eur_bn + months.humanitarian_eur_bn) over (
        partition by months.actor_id order by months.month_starts_on
    ) as running_eur_bn,
    months.kiel_release,
    months.measure,
    months.source_ids,
    list_contains($donors, months.actor_id) as is_shown
from aid_monthly as months
join actors on actors.actor_id = months.actor_id
where months.kiel_release = $kiel
order by list_position($donors, months.actor_id), actors.label, months.month_starts_on
"""


DONOR = """
with ranked as (
    select
        totals.*,
        actors.actor_kind = 'country' as is_state,
        rank() over (
            partition by totals.kiel_release, totals.measure, actors.actor_kind = 'country'
            order by totals.total_eur_bn desc nulls last
        ) as place,
        rank() over (
            partition by totals.kiel_release, totals.measure, actors.actor_kind = 'country'
            order by totals.gdp_share_pct desc nulls last
        ) as share_place,
        count(*) over (
            partition by totals.kiel_release, totals.measure, actors.actor_kind = 'country', totals.total_eur_bn
        ) > 1 as is_amount_joint,
        count(*) over (
            partition by totals.kiel_release, totals.measure, actors.actor_kind = 'country', totals.gdp_share_pct
        ) > 1 as is_share_joint,
        count(*) filter (where actors.actor_kind = 'country') over (
            partition by totals.kiel_release, totals.measure
        ) as states
    from aid_totals as totals
    join actors on actors.actor_id = totals.actor_id
)

select
    ranked.* exclude (place, share_place),
    measure.label as measure_label,
    case when ranked.is_state then ranked.place end as amount_rank,
    case when ranked.is_state and ranked.gdp_share_pct is not null then ranked.share_place end as share_rank
from ranked
join measure on measure.code = ranked.measure
where ranked.actor_id = $donor
order by ranked.kiel_release desc, ranked.measure
"""

DONOR_DOUBTS = """
select doubts.*, doubt_kind.label as kind_label
from doubts
left join doubt_kind on doubt_kind.code = doubts.kind
where doubts.table_name in ('aid_totals', 'aid_monthly') and starts_with(doubts.row_id, $donor || '|')
order by doubts.row_id desc, doubts.doubt_id
"""


def release_of(selection: Selection, catalogue: Catalogue) -> int:
    """The release shown, chosen or the newest; 0 where there is none."""
    return int(selection.kiel or catalogue.default_of("kiel_release") or 0)


def measure_of(selection: Selection, catalogue: Catalogue) -> str:
    """The measure shown, chosen or the first."""
    return selection.measure or catalogue.default_of("measure") or ""


def totals(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """A row per donor in one release and measure, largest first, with its rank among states; never added up."""
    asked = {"kiel": release_of(selection, catalogue), "measure": measure_of(selection, catalogue)}
    return db.ask(TOTALS, blocs=chosen(selection.blocs), **asked)


def totals_of(db: Database, release: int, measure: str, blocs: tuple[str, ...] = ()) -> Asked:
    """The same for a release and measure by name."""
    return db.ask(TOTALS, kiel=release, measure=measure, blocs=chosen(blocs))


def months(db: Database, release: int, donors: list[str]) -> Asked:
    """A row per donor and month in which something was allocated; the running total is within this release."""
    return db.ask(MONTHS, kiel=release, donors=donors)


def donor(db: Database, actor_id: str) -> Asked:
    """A donor's figure in each release and measure, newest first, with its rank in that release."""
    return db.ask(DONOR, donor=actor_id)


def donor_doubts(db: Database, actor_id: str) -> Asked:
    """What is contested or revised about a donor's figures."""
    return db.ask(DONOR_DOUBTS, donor=actor_id)
