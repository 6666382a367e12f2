"""What promises hang on: conditions named now, or earlier and never withdrawn; and those that were ended."""

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen
from dashboard.queries.pledges import MEMBERS
from dashboard.selection import Selection

CONDITIONS = (
    "with"  # noqa: S608 – texts of ours; values are parameters
    + MEMBERS
    + """,

asked as (
    select phase.code, phase.label
    from phase
    where list_contains($phases, phase.code)
)

select
    conditions.*,
    date_diff('day', conditions.last_named_on, $day) > 180 as is_aged,
    asked.code as phase,
    asked.label as phase_label,
    pledge_kind.label as kind_label,
    pledge_status.label as status_label,
    pledge_status.letter,
    cards.statement_id,
    cards.speaker_id,
    cards.speaker,
    cards.office,
    cards.date_precision,
    cards.basis_label,
    cards.summary,
    cards.condition as condition_words,
    cards.doubts,
    (
        ($countries is null or list_contains($countries, conditions.pledger_id))
        and ($blocs is null or conditions.pledger_id in (select members.actor_id from members))
        and ($conditions is null or list_contains($conditions, conditions.condition))
    ) is true as is_shown
from asked
cross join lateral conditions_on($day, phase := asked.code) as conditions
join pledge_kind on pledge_kind.code = conditions.kind
left join pledge_status on pledge_status.code = conditions.status
left join pledge_cards as cards on cards.pledge_id = conditions.last_pledge_id
where $kind is null or conditions.kind = $kind
order by
    conditions.condition_label,
    conditions.is_counting desc,
    conditions.is_current desc,
    conditions.pledger,
    pledge_kind.label,
    asked.code
"""
)

ENDED = """
select
    cards.pledger_id,
    cards.pledger,
    spans.kind,
    cards.kind_label,
    spans.phase,
    phase.label as phase_label,
    spans.condition,
    max(spans.named_on) as last_named_on,
    max(spans.ended_on) as ended_on
from condition_spans as spans
join pledge_cards as cards on cards.pledge_id = spans.pledge_id
join phase on phase.code = spans.phase
where list_contains($phases, spans.phase)
    and ($kind is null or spans.kind = $kind)
    and ($countries is null or list_contains($countries, cards.pledger_id))
    and spans.is_counting
    and spans.ended_on <= $day
group by all
order by cards.pledger, cards.kind_label
"""


def subject(selection: Selection, catalogue: Catalogue) -> dict[str, object]:
    """Which kind, or every kind (NULL), and in which debates; and the day."""
    is_all = selection.option("over") == "all"
    phases = list(catalogue.labels["phase"]) if is_all else [selection.phase_shown(catalogue)]
    return {
        "kind": None if is_all else selection.kind_shown(catalogue),
        "phases": phases,
        "day": selection.day(catalogue),
        "countries": chosen(selection.countries),
    }


def conditions(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """A row per pledger, kind, phase and condition in force on the as-of day; `is_shown`: the filters keep it."""
    asked = subject(selection, catalogue)
    return db.ask(CONDITIONS, blocs=chosen(selection.blocs), conditions=chosen(selection.conditions), **asked)


def ended(db: Database, selection: Selection, catalogue: Catalogue) -> Asked:
    """Conditions that a pledger's word named and a later one ended, by the as-of day."""
    return db.ask(ENDED, **subject(selection, catalogue))
