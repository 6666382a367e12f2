"""What a ledger says in two sentences, for one kind of position or for several."""

from typing import Any

import pandas as pd

from dashboard.readings import pledges
from dashboard.readings.prose import as_day, counted, in_words, listed, plural, sentence, text
from dashboard.readings.wording import Row, rows


def reading_ledger(strips: pd.DataFrame, since: Any, until: Any, panels: tuple[tuple[str, str], ...] = ()) -> str:
    """How much moved, by whom most often, what moved last; then who is drawn hollow, and the other kinds in short.

    ``strips`` is a frame of ``figures.strips``; ``panels`` names the kinds where there are several, the first first.
    """
    if strips.empty:
        return "No position is on record in this time."
    kinds = [kind for kind, _ in panels] or list(strips["kind"].iloc[:1])
    first = strips[strips["kind"] == kinds[0]]
    hollow = _only_hollow(first)
    binding = first[(first["counted_as"] != "not_binding")]
    said = pledges.reading_ledger(binding, since, until) if len(binding) else ""
    besides = [_beside(strips[strips["kind"] == kind], words, since, until) for kind, words in panels[1:]]
    return " ".join(part for part in (said, hollow, sentence(listed(besides))) if part)


def _only_hollow(strips: pd.DataFrame) -> str:
    """Who has none but voices that don't bind."""
    bound = set(strips.loc[strips["counted_as"] != "not_binding", "pledger_id"])
    names = sorted(set(strips.loc[~strips["pledger_id"].isin(bound), "pledger"]))
    if not names:
        return ""
    count, more = len(names), " more" if bound else ""
    verb, are = plural(count, "is", "are"), plural(count, "a hollow strip", "hollow strips")
    said = f"{in_words(count)}{more} {verb} on record only by voices that don’t bind ({are}): {listed(names)}"
    return sentence(said)


def _beside(strips: pd.DataFrame, words: str, since: Any, until: Any) -> str:
    start, end = as_day(since), as_day(until)
    found: dict[str, list[Row]] = {}
    for row in rows(strips[strips["counted_as"] != "not_binding"]):
        found.setdefault(text(row["pledger_id"]), []).append(row)
    movers = sum(any(start <= row["starts_on"] <= end for row in own[1:]) for own in found.values())
    who = counted(len(found), "pledger")
    return f"on {words[:1].lower()}{words[1:]} {who} had a position, {in_words(movers)} moved"
