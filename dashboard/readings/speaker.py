"""What a speaker's profile says first."""

from collections.abc import Sequence

import pandas as pd

from dashboard.readings.prose import counted, listed, long_date, text
from dashboard.readings.wording import Row

MOST_NAMED = 3


def reading_speaker(name: str, said: pd.DataFrame, talked: Sequence[Row]) -> str:
    """How much is on record, from when to when; with whom most was exchanged."""
    if said.empty:
        return ""
    return " ".join(part for part in (_spoke(name, said), _exchanged(name, talked)) if part)


def _spoke(name: str, said: pd.DataFrame) -> str:
    first, last = long_date(said["said_on"].min()), long_date(said["said_on"].max())
    drew = int((said["answers"] > 0).sum())
    if len(said) == 1:
        return f"1 statement of {name}, on {first}, is on record; it was {'' if drew else 'not '}answered."
    when = f"on {first}" if first == last else f"from {first} to {last}"
    answered = f"{counted(drew, 'was', 'were')} answered" if drew else "none was answered"
    return f"{counted(len(said), 'statement')} of {name} {when} are on record; {answered}."


def _exchanged(name: str, talked: Sequence[Row]) -> str:
    """The one with whom most was exchanged; several are named with how often, many are counted."""
    if not talked:
        return ""
    most = max(_both(row) for row in talked)
    first = [row for row in talked if _both(row) == most]
    others = [text(row["other"]) for row in first]
    if len(first) > MOST_NAMED:
        return f"Words were exchanged with {counted(len(talked), 'other')}, with each {_times(most)} at most."
    if len(first) > 1:
        return f"Most was exchanged with {listed(others)}: {_times(most)} each."
    row = first[0]
    return (
        f"Most was exchanged with {others[0]}: {name} {_answered(row['answered'])}, "
        f"and {_answered(row['was_answered'], 'was ')}."
    )


def _both(row: Row) -> int:
    return int(str(row["answered"])) + int(str(row["was_answered"]))


def _answered(count: object, verb: str = "") -> str:
    """``answered twice``, ``was never answered``."""
    times = int(str(count))
    return f"{verb}answered {_times(times)}" if times else (f"{verb}never answered")


def _times(times: int) -> str:
    return {1: "once", 2: "twice"}.get(times, f"{times} times")
