"""What every shape of the positions shares: headline, what to loosen, links to a pledger, words for a status."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.hints import position_hint
from dashboard.queries import pledges as asks
from dashboard.readings.prose import as_day, long_date, text
from dashboard.readings.wording import Row, on_what, position_words
from dashboard.selection import Selection
from dashboard.sentence import phase_words

TITLES = {
    ("ground_troops", "post_war"): "Who would send troops to Ukraine after the fighting",
    ("ground_troops", "wartime"): "Who would send troops to Ukraine during the war",
}


def title(selection: Selection, catalogue: Catalogue) -> str:
    """What is seen, as a headline."""
    kind, phase = selection.kind_shown(catalogue), selection.phase_shown(catalogue)
    named = TITLES.get((kind, phase)) or f"Who stands where on {on_what(kind, catalogue.label('position_kind', kind))}"
    return f"{named}, and when they said so" if selection.is_over_time else named


def hint(db: Database, selection: Selection, catalogue: Catalogue) -> str:
    """What to loosen where nothing is left."""
    kind = selection.kind_shown(catalogue)
    subject = f"{on_what(kind, catalogue.label('position_kind', kind))}, {phase_words(selection, catalogue)},"
    return position_hint(selection, catalogue, subject, asks.first_record(db, selection, catalogue))


def instead(db: Database, selection: Selection, catalogue: Catalogue) -> dict[str, str]:
    """Where the day has no record of this debate: the other debate on that day, or the first day of this one.

    Words and address of each; nothing for what has no record.
    """
    kind, day = selection.kind_shown(catalogue), selection.day(catalogue)
    found = {}
    for phase in catalogue.kinds_phases.get(kind, ()):
        other = replace(selection, phase=phase, focus=None)
        first_on = as_day(asks.first_record(db, other, catalogue))
        is_own = phase == selection.phase_shown(catalogue)
        if first_on and (first_on > day) == is_own:
            other = replace(other, asof=first_on) if is_own else other
            words = f"Positions on {on_what(kind, catalogue.label('position_kind', kind))}"
            address = f"?{urlencode(other.to_query(catalogue), doseq=True)}"
            found[f"{words}, {phase_words(other, catalogue)}, as of {long_date(max(first_on, day))}"] = address
    return found


def focus_link(selection: Selection, catalogue: Catalogue) -> Callable[[str], str]:
    """The address of this view with a pledger in focus, beside the page it stands on."""
    page = "pledges" if selection.page != "pledges" else ""
    shape = selection.shape if not page else None
    query = replace(selection.on_page("pledges"), shape=shape, focus="anybody").to_query(catalogue)

    def link(actor_id: str) -> str:
        return f"{page}?{urlencode(query | {'focus': [actor_id]}, doseq=True)}"

    return link


def in_words(told: Iterable[Row], labels: Mapping[str, str], status: str = "status") -> list[str]:
    """Each position by the name of its status and in the list's words; nothing where there was none.

    `status` is the column that has it, `labels` its words.
    """
    named = ({**row, "status": row[status], "status_label": labels.get(row[status])} for row in told)
    return [position_words(row) if text(row["status"]) else "" for row in named]
