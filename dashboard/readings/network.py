"""What the network and the matrix say, in two sentences computed from their ties. Ties under three are never ranked."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import counted, listed, number, plural, sentence, text
from dashboard.readings.timeline import during
from dashboard.readings.wording import Row, rows

CAVEAT = "Counts measure this collection, not diplomacy."
_NAMED = 3
_RANKED = 3


def reading_network(edges: pd.DataFrame, since: Any, until: Any, focus: str | None = None) -> str:
    """Strongest ties, the most hostile pair and the mixed ones of relation ``mention_edges``, and what counts mean.

    ``focus`` is an actor id or a tie ``RUS>UKR``: only what it takes part in is read.
    """
    ties = _of(edges, focus)
    if ties.empty:
        return f"{during(since, until)}, no statement about another fits this selection."
    if focus and ">" in focus and len(ties) == 1:
        return _one_tie(rows(ties)[0], rows(edges), during(since, until))
    ranked = ties[ties["statements"] >= _RANKED].sort_values(
        ["statements", "source", "target"], ascending=[False, True, True]
    )
    first = f"{during(since, until)}, {_size(ties)}{_strongest(ranked)}"
    second = "; ".join(part for part in (_most_hostile(ranked), _mixed(ranked)) if part)
    return " ".join(part for part in (sentence(first), sentence(second), CAVEAT) if part)


def _of(edges: pd.DataFrame, focus: str | None) -> pd.DataFrame:
    if not focus:
        return edges
    source, tie, target = focus.partition(">")
    if tie:
        chosen = edges[(edges["source_id"] == source) & (edges["target_id"] == target)]
    else:
        chosen = edges[(edges["source_id"] == source) | (edges["target_id"] == source)]
    return edges if chosen.empty else chosen


def _one_tie(tie: Row, ties: Sequence[Row], when: str) -> str:
    """How one side speaks of another, and how often it is answered in kind."""
    source, target = the(text(tie["source"])), the(text(tie["target"]))
    first = f"{when}, {source} spoke of {target} in {_composed(tie)}"
    back = [one for one in ties if (one["source_id"], one["target_id"]) == (tie["target_id"], tie["source_id"])]
    second = f"{target} spoke of {source} in {_composed(back[0])}" if back else f"{target} did not speak of {source}"
    return " ".join([sentence(first), sentence(second), CAVEAT])


def _composed(tie: Row) -> str:
    parts = [f"{tie[tone]} {tone}" for tone in ("supportive", "neutral", "critical", "hostile") if tie[tone]]
    return f"{counted(int(tie['statements']), 'statement')} ({listed(parts)})"


def _size(ties: pd.DataFrame) -> str:
    """How many speak of how many, and how often."""
    actors = set(ties["source_id"]) | set(ties["target_id"])
    mentions = int(ties["statements"].sum())
    with_persons = any(actor.islower() for actor in actors)
    words = "countries, organisations and persons" if with_persons else "countries and organisations"
    sides = counted(len(actors), "country or organisation", words)
    return (
        f"{counted(len(ties), 'tie')} between {sides}"
        f" {plural(len(ties), 'rests', 'rest')} on {counted(mentions, 'mention')}"
    )


def _strongest(ranked: pd.DataFrame) -> str:
    if ranked.empty:
        return ", none on three statements or more"
    top = ranked.head(_NAMED)
    names = [f"{_tie(row)} ({number(row.statements)}, {row.tone})" for row in top.itertuples()]
    return f"; the strongest {plural(len(names), 'is', 'are')} {listed(names)}"


def _tie(row: Any) -> str:
    return f"{the(row.source)} on {the(row.target)}"


def _most_hostile(ranked: pd.DataFrame) -> str:
    """The pair with most hostile statements in both directions together, ranked ties only."""
    if ranked.empty or not ranked["hostile"].sum():
        return ""
    pairs: dict[tuple[str, str], list[int]] = {}
    for row in rows(ranked):
        one, other = sorted((text(row["source"]), text(row["target"])))
        counts = pairs.setdefault((one, other), [0, 0])
        counts[0] += int(row["hostile"])
        counts[1] += int(row["statements"])
    most = max(counts[0] for counts in pairs.values())
    worst = [pair for pair, counts in sorted(pairs.items()) if counts[0] == most]
    if len(worst) > 1 or most < _RANKED:
        return ""
    return (
        f"the most hostile pair is {listed(map(the, worst[0]))}, with {most} hostile of {pairs[worst[0]][1]} mentions"
    )


def _mixed(ranked: pd.DataFrame) -> str:
    """Ties with both praise and blame above a quarter."""
    mixed = ranked[ranked["tone"] == "mixed"]
    if mixed.empty:
        return ""
    names = [_tie(row) for row in mixed.itertuples()]
    return f"mixed in tone {plural(len(names), 'is', 'are')} {listed(names, most=_NAMED)}"
