"""Contributions that were announced: agreements, arms, money; and refusals and stops. Listed, never summed."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen, word
from dashboard.selection import Selection

CONTRIBUTIONS = """
with members as (
    select distinct memberships.actor_id
    from memberships
    where list_contains($blocs, memberships.bloc)
        and coalesce(memberships.member_from_on, date '-infinity') <= $until
        and coalesce(memberships.member_until_on, date 'infinity') >= $since
)

select
    contributions.*,
    instrument.label as instrument_label,
    framework.label as framework_label,
    currency.label as currency_label,
    events.title as event_title,
    (
        contributions.announced_on between $since and $until
        and ($countries is null or list_contains($countries, contributions.pledger_id))
        and ($blocs is null or contributions.pledger_id in (select members.actor_id from members))
        and ($offers is null or list_contains($offers, contributions.kind))
        and ($frameworks is null or list_contains($frameworks, contributions.framework))
        and ($word is null or contains(
            lower(strip_accents(concat_ws(
                ' ',
                contributions.pledger,
                contributions.speaker,
                contributions.summary,
                contributions.condition,
                framework.label,
                events.title
            ))),
            $word
        ))
    ) is true as is_shown
from contributions
left join instrument on instrument.code = contributions.instrument
left join framework on framework.code = contributions.framework
left join currency on currency.code = contributions.currency_code
left join events on events.event_id = contributions.event_id
where $kind is null or contributions.kind = $kind
order by contributions.announced_on desc, contributions.pledger, contributions.pledge_id
"""

CONTRIBUTION = """
select
    contributions.*,
    instrument.label as instrument_label,
    framework.label as framework_label,
    currency.label as currency_label,
    events.title as event_title
from contributions
left join instrument on instrument.code = contributions.instrument
left join framework on framework.code = contributions.framework
left join currency on currency.code = contributions.currency_code
left join events on events.event_id = contributions.event_id
where list_contains($pledge_ids, contributions.pledge_id)
order by contributions.announced_on, contributions.pledge_id
"""

SAME_MONEY = """
select
    same_money.label,
    same_money.note,
    list_prepend(same_money.counted_pledge_id, same_money.same_pledge_ids) as pledge_ids
from same_money
order by same_money.label
"""

AGREEMENT = "security_agreement"


def contributions(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Every contribution, newest first; `is_shown`: dates and filters keep it."""
    return ask(db, selection, catalogue, None)


def agreements(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The bilateral security agreements, newest first; `is_shown`: dates and filters keep it."""
    return ask(db, selection, catalogue, AGREEMENT)


def ask(db: Database, selection: Selection, catalogue: Catalogue, kind: str | None) -> Asked:
    """Contributions of a kind, or of every kind."""
    since, until = selection.window(catalogue)
    return db.ask(
        CONTRIBUTIONS,
        kind=kind,
        since=since,
        until=until,
        countries=chosen(selection.countries),
        blocs=chosen(selection.blocs),
        offers=None if kind else chosen(selection.offers),
        frameworks=None if kind else chosen(selection.frameworks),
        word=word(selection.text),
    )


def same_money(db: Database) -> Asked:
    """Sums that several rows name, with those rows."""
    return db.ask(SAME_MONEY)


def some(db: Database, pledge_ids: list[str]) -> Asked:
    """The contributions with these ids, oldest first; a position is none."""
    return db.ask(CONTRIBUTION, pledge_ids=pledge_ids)
