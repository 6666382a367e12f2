"""What the network and the matrix say, in sentences computed from their ties. Ties under three are never ranked."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import counted, listed, number, plural, sentence, text, two
from dashboard.readings.timeline import during
from dashboard.readings.wording import Row, rows

_START = "an actor: put one in focus."
_NAMED = 3
_RANKED = 3
_TONES = ("supportive", "neutral", "critical", "hostile")


class Shown(NamedTuple):
    """What is in focus: an actor or a tie, where a path should lead, the names, the path's ties, or a way around."""

    focus: str = ""
    target: str = ""
    names: Mapping[str, str] = {}
    path: Sequence[str] = ()
    around: Sequence[str] = ()


NOTHING = Shown()


def reading_network(
    edges: pd.DataFrame,
    since: Any,
    until: Any,
    shown: Shown = NOTHING,
    everything: pd.DataFrame | None = None,
) -> str:
    """Strongest ties of relation ``mention_edges``, those with the most hostile words, mixed ones: two sentences.

    ``edges`` are the ties in focus, ``everything`` those they were chosen from. How many of them are drawn, a drawing
    says itself: that hangs on its width.
    """
    wanted = path_wants(shown.focus, shown.target, shown.names)
    if edges.empty:
        return two(wanted, f"{during(since, until)}, no statement about another fits this selection.")
    when, ties = during(since, until), rows(edges.drop(columns="statement_ids", errors="ignore"))
    if shown.path:
        return _path(ties, when)
    if ">" in shown.focus and len(ties) == 1:
        return two(wanted, *_one_tie(ties[0], edges if everything is None else everything, when))
    ranked = sorted((tie for tie in ties if tie["statements"] >= _RANKED), key=_rank)
    first = f"{when}, {_size(ties)}{_strongest(ranked)}"
    second = "; ".join(part for part in (_harshest(ranked), _mixed(ranked)) if part)
    return two(wanted, sentence(_no_path(shown)), sentence(first), sentence(second))


def path_wants(focus: str, target: str, names: Mapping[str, str]) -> str:
    """That a path to somebody needs somebody to start from, as a sentence; empty where it has that."""
    is_started = bool(focus) and ">" not in focus
    return "" if is_started or not target else f"A path to {the(names.get(target, target))} starts from {_START}"


def _path(ties: Sequence[Row], when: str) -> str:
    """The way from one to another, tie by tie."""
    steps = [f"{the(text(tie['source']))} on {the(text(tie['target']))} ({_tally(tie)})" for tie in ties]
    ends = f"from {the(text(ties[0]['source']))} to {the(text(ties[-1]['target']))}"
    return sentence(f"{when}, the shortest path {ends} has {counted(len(ties), 'tie')}: {listed(steps)}")


def _no_path(shown: Shown) -> str:
    """That no path leads to the target; and how one would, if direction didn't matter."""
    if not shown.target or not shown.focus or ">" in shown.focus or shown.target == shown.focus:
        return ""
    source, target = (the(shown.names.get(one, one)) for one in (shown.focus, shown.target))
    said = f"no path leads from {source} to {target} in the direction of speech"
    if not shown.around:
        return said
    steps = [_tie_words(one, shown.names) for one in shown.around]
    return f"{said}; whoever speaks, they are joined by {listed(steps)}"


def _tie_words(tie_id: str, names: Mapping[str, str]) -> str:
    source, _, target = tie_id.partition(">")
    return f"{the(names.get(source, source))} on {the(names.get(target, target))}"


def _one_tie(tie: Row, everything: pd.DataFrame, when: str) -> tuple[str, str]:
    """How one side speaks of another, and how often it is answered in kind."""
    source, target = the(text(tie["source"])), the(text(tie["target"]))
    first = f"{when}, {source} spoke of {target} in {_composed(tie)}"
    is_back = (everything["source_id"] == tie["target_id"]) & (everything["target_id"] == tie["source_id"])
    back = rows(everything[is_back])
    second = f"{target} spoke of {source} in {_composed(back[0])}" if back else f"{target} did not speak of {source}"
    return sentence(first), sentence(second)


def _composed(tie: Row) -> str:
    parts = [f"{tie[tone]} {tone}" for tone in _TONES if tie[tone]]
    return f"{counted(int(tie['statements']), 'statement')} ({listed(parts)})"


def _tally(tie: Row) -> str:
    """``3 statements, hostile``; where there is one its tone is the tie's."""
    return f"{counted(int(tie['statements']), 'statement')}, {tie['tone']}"


def _rank(tie: Row) -> tuple[int, str, str]:
    """The strongest first, of equals by name."""
    return -tie["statements"], tie["source"], tie["target"]


def _size(ties: Sequence[Row]) -> str:
    """How many speak of how many, and how often."""
    actors = {tie[end] for tie in ties for end in ("source_id", "target_id")}
    mentions, persons = sum(tie["statements"] for tie in ties), sum(actor.islower() for actor in actors)
    if persons == len(actors):
        sides = counted(persons, "person", "persons")
    else:
        words = "countries, organisations and persons" if persons else "countries and organisations"
        sides = counted(len(actors), "country or organisation", words)
    return (
        f"{counted(len(ties), 'tie')} between {sides}"
        f" {plural(len(ties), 'rests', 'rest')} on {counted(mentions, 'mention')}"
    )


def _strongest(ranked: Sequence[Row]) -> str:
    if not ranked:
        return ", none on three statements or more"
    names = [f"{_tie(tie)} ({number(tie['statements'])}, {tie['tone']})" for tie in ranked[:_NAMED]]
    return f"; the strongest {plural(len(names), 'is', 'are')} {listed(names)}"


def _tie(tie: Row) -> str:
    return f"{the(tie['source'])} on {the(tie['target'])}"


def _harshest(ranked: Sequence[Row]) -> str:
    """The ranked ties with the largest hostile share, equals too, and the one with most hostile statements.

    Where no statement is hostile, the ties with the largest critical share.
    """
    tone = next((tone for tone in ("hostile", "critical") if any(tie[tone] > 0 for tie in ranked)), "")
    if not tone:
        return ""
    shares = [tie[tone] / tie["statements"] for tie in ranked]
    largest, most = max(shares), max(tie[tone] for tie in ranked)
    worst = [tie for tie, share in zip(ranked, shares, strict=True) if share == largest]
    names = [f"{_tie(tie)} ({tie[tone]} of {tie['statements']})" for tie in worst]
    has = f"{plural(len(names), 'has', 'have')} the largest share of {tone} statements"
    said = f"of the ties of three statements or more, {listed(names, most=_NAMED)} {has}"
    fullest = [tie for tie in ranked if tie[tone] == most]
    if len(fullest) > 1 or fullest[0] in worst:
        return said
    return f"{said}, and {_tie(fullest[0])} has most of them ({most} of {fullest[0]['statements']})"


def _mixed(ranked: Sequence[Row]) -> str:
    """Ties with both praise and blame above a quarter."""
    names = [_tie(tie) for tie in ranked if tie["tone"] == "mixed"]
    if not names:
        return ""
    return f"mixed in tone {plural(len(names), 'is', 'are')} {listed(names, most=_NAMED)}"
