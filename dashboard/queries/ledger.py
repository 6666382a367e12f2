"""Positions over a span of days: who stands where at its end, every change up to it, the events that mark it."""

import numpy as np

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.pledges import POSITIONS, filters, subject
from dashboard.selection import Selection

MOST_RULES = 4

SAID = """
select words.*
from position_words as words
where words.kind = $kind and words.phase = $phase and words.announced_on <= $until
order by words.announced_on, words.pledger, words.pledge_id
"""

RULES = """
with taken as (
    select pledges.event_id, count(*) as pledges
    from pledges
    where pledges.kind = $kind
    group by pledges.event_id
)

select events.event_id, events.starts_on, events.title, events.place
from events
join taken on taken.event_id = events.event_id
where events.category = 'summit' and events.starts_on between $since and $until
qualify row_number() over (order by taken.pledges desc, events.starts_on, events.event_id) <= 4
order by events.starts_on, events.event_id
"""

# The same of all days, with how many positions each saw taken: what a window's are picked from.
SUMMITS = """
select events.event_id, events.starts_on, events.title, events.place
from events
join pledges on pledges.event_id = events.event_id and pledges.kind = $kind
where events.category = 'summit'
group by all
order by count(*) desc, events.starts_on, events.event_id
"""

MEMBERS = """
select distinct memberships.actor_id, bloc.label, bloc.is_ours
from memberships
join bloc on bloc.code = memberships.bloc
where memberships.bloc = $bloc
    and coalesce(memberships.member_from_on, date '-infinity') <= $day
    and coalesce(memberships.member_until_on, date 'infinity') >= $day
order by memberships.actor_id
"""


def kinds(selection: Selection, catalogue: Catalogue) -> list[dict[str, str]]:
    """The kinds shown, each in its debate: the one chosen where the kind has rows in it, else the kind's usual one."""
    first = subject(selection, catalogue)
    others = [kind for kind in selection.also if kind != first["kind"]]
    phases = [catalogue.kinds_phases.get(kind, ()) for kind in others]
    return [first] + [
        {"kind": kind, "phase": first["phase"] if first["phase"] in known else catalogue.default_phase(kind)}
        for kind, known in zip(others, phases, strict=True)
    ]


def positions_at_end(db: Database, selection: Selection, catalogue: Catalogue, kind: dict[str, str]) -> Asked:
    """Standing positions of a kind on the last day of the window: who belongs on a ledger."""
    return db.ask(POSITIONS, day=selection.window(catalogue)[1], **kind, **filters(selection))


def said(db: Database, selection: Selection, catalogue: Catalogue, kind: dict[str, str]) -> Asked:
    """All that was said of a kind up to the window's last day, oldest first, whether it counts or not.

    Rows before the window say what stood when it opens. A row that doesn't count has its change from the one of its
    kind before, and the day on which a voice that binds overruled it (`overruled_on`).
    """
    return db.ask(SAID, until=selection.window(catalogue)[1], **kind)


def rules(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """The window's summits at which most positions of the kind were taken; four at most."""
    (since, until), kind = selection.window(catalogue), selection.kind_shown(catalogue)
    summits = db.query(SUMMITS, kind=kind)
    days = summits["starts_on"].to_numpy().astype("datetime64[D]")
    places = np.flatnonzero((days >= np.datetime64(since)) & (days <= np.datetime64(until)))[:MOST_RULES]
    found = summits.take(places).sort_values(["starts_on", "event_id"], ignore_index=True)
    return Asked(found, RULES.strip(), {"since": since, "until": until, "kind": kind})


def members(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Who belongs to the group that strips are grouped by, on the last day of the window."""
    return db.ask(MEMBERS, bloc=selection.option("group"), day=selection.window(catalogue)[1])
