"""Which marks of a timeline occur in one that is drawn, and what is folded: its key has these alone."""

from collections.abc import Collection
from itertools import chain

from dashboard.figures.acts import ACTS
from dashboard.figures.lanes import OTHERS, Rows
from dashboard.figures.timelineplan import Plan
from dashboard.readings.itemrows import statements_of


def occurring(rows: Rows, plan: Plan, lines: Collection[str]) -> list[str]:
    """Which marks occur: acts by their words, answers, events, days not certain, counts, doubts."""
    is_counted = plan.columns is not None
    acts = {
        act
        for lane in plan.lanes
        for act in ((i for i, n in enumerate(lane.acts) if n) if is_counted else (mark.act for mark in lane.marks))
    }
    ticks = [tick for lane in plan.events for tick in lane.ticks]
    found = {
        "answer": any("answers" in name for name in lines),
        "event": any(tick.is_named for tick in ticks),
        "unnamed": not all(tick.is_named for tick in ticks),
        "lasting": "lasting events" in lines,
        "soft": any(name in ("date uncertain", "soft days") for name in lines),
        "more": not is_counted and any(lane.chips for lane in plan.lanes),
        "doubt": any(row["doubts"] for row in rows),
        "doubts": plan.is_dense and any(row["doubts"] for row in rows),
    }
    return [*(ACTS[act].word for act in sorted(acts)), *(name for name, is_there in found.items() if is_there)]


def folded(rows: Rows, plan: Plan) -> str:
    """Which lanes are folded into one, in words; empty where all stand alone."""
    kinds = {row["category"] for row in rows if row["item_kind"] == "event"} if plan.wanted.thrift.is_merged else set()
    drawn = {lane.code for lane in plan.lanes}
    said = (row["lanes"] for row in statements_of(rows)) if OTHERS in drawn else ()
    left = len(set(chain.from_iterable(said)) - drawn)
    events = f"events of {len(kinds)} kinds share a lane" if len(kinds) > 1 else ""
    others = f"{left} {plan.wanted.grouping.noun} {'the last one' if events else 'share a lane'}" if left > 1 else ""
    return ", ".join(filter(None, (events, others)))
