"""What the map, the ledger and the list of changes say, in two sentences computed from their rows."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import counted, in_words, listed, long_date, plural, sentence
from dashboard.readings.wording import Row, document, is_state, rows


def reading_positions(positions: pd.DataFrame, day: Any, kind: str = "ground_troops") -> str:
    """Where states stand on a day, from relation ``positions_on`` (one kind); organisations are named apart.

    Counted positions by status, then what stands apart: outside Ukraine, place not named, voices that don't bind.
    """
    found = rows(positions)
    states = [row for row in found if is_state(row["pledger_id"])]
    if not found:
        return f"On {long_date(day)} no state had a position on record that fits this selection."
    others = [row for row in found if not is_state(row["pledger_id"])]
    first = "; ".join([_counted_clause(states, kind), *_elsewhere(states, kind), *_besides(others, kind)])
    second = "; ".join([*_not_binding(found), *_aged(states)])
    return " ".join(part for part in (f"On {long_date(day)}, {first}.", sentence(second)) if part)


def _counted_clause(states: Sequence[Row], kind: str) -> str:
    clauses: list[str] = []
    for status in ("signed", "pledged", "conditional", "open", "undecided", "declined", "withdrawn"):
        chosen = [row for row in states if row["status"] == status and row["counted_as"] == "counted"]
        if chosen:
            who = counted(len(chosen), "state") if not clauses else str(len(chosen))
            clauses.append(f"{who} {_verb(status, kind, chosen)}")
    return listed(clauses) or "no state had a position that counts"


def _verb(status: str, kind: str, chosen: Sequence[Row]) -> str:
    would = {"ground_troops": "would send troops", "guarantee": "would give a guarantee"}.get(kind, "would take part")
    instruments = {str(row["instrument"]) for row in chosen}
    return {
        "signed": f"had signed {document(instruments)}",
        "pledged": would,
        "conditional": f"{would} on conditions",
        "open": "would consider it",
        "undecided": f"{plural(len(chosen), 'was', 'were')} undecided",
        "withdrawn": "had withdrawn",
    }.get(status, status)


def _elsewhere(states: Sequence[Row], kind: str) -> list[str]:
    what = "troops" if kind == "ground_troops" else "it"
    outside = [the(row["pledger"]) for row in states if row["counted_as"] == "outside_ukraine"]
    unnamed = [the(row["pledger"]) for row in states if row["counted_as"] == "place_not_named"]
    clauses = []
    if outside:
        clauses.append(f"{listed(outside)} {plural(len(outside), 'offers', 'offer')} {what} outside Ukraine")
    if unnamed:
        clauses.append(f"{listed(unnamed)} {plural(len(unnamed), 'names', 'name')} no place")
    return clauses


def _besides(others: Sequence[Row], kind: str) -> list[str]:
    """Organisations, each as the one pledger that it is: ``the EU, as one pledger, would take part``."""
    solid = [row for row in others if row["counted_as"] == "counted"]
    return [f"{the(row['pledger'])}, as one pledger, {_verb(row['status'], kind, [row])}" for row in solid]


def _not_binding(found: Sequence[Row]) -> list[str]:
    """``five more states and the EU``: all pledgers that the ledger counts there, organisations by name."""
    voices = [row for row in found if row["counted_as"] == "not_binding"]
    count = sum(is_state(row["pledger_id"]) for row in voices)
    more = "" if count == sum(is_state(row["pledger_id"]) for row in found) else " more"
    states = [f"{in_words(count)}{more} {plural(count, 'state', 'states')}"] if count else []
    who = states + [the(row["pledger"]) for row in voices if not is_state(row["pledger_id"])]
    verb = plural(len(voices), "is", "are")
    return [f"{listed(who)} {verb} on record only by voices that don’t bind"] if who else []


def _aged(states: Sequence[Row]) -> list[str]:
    solid = [row for row in states if row["counted_as"] == "counted"]
    aged = sum(bool(row["is_aged"]) for row in solid)
    if not aged:
        return []
    return [f"{in_words(aged)} of the {len(solid)} counted had not been repeated for 180 days"]
