"""What a speaker's profile says first."""

from collections.abc import Sequence

import pandas as pd

from dashboard.readings.prose import counted, long_date, text
from dashboard.readings.wording import Row


def reading_speaker(name: str, said: pd.DataFrame, talked: Sequence[Row]) -> str:
    """How much is on record, from when to when; with whom most was exchanged."""
    if said.empty:
        return ""
    first, last = long_date(said["said_on"].min()), long_date(said["said_on"].max())
    drew = int((said["answers"] > 0).sum())
    be = "is" if len(said) == 1 else "are"
    spoke = f"{counted(len(said), 'statement')} of {name} from {first} to {last} {be} on record"
    second = f"; {counted(drew, 'was', 'were')} answered." if drew else "; none was answered."
    if not talked:
        return f"{spoke}{second}"
    row = talked[0]
    with_whom = (
        f"Most was exchanged with {text(row['other'])}: {name} answered {_times(row['answered'])}, "
        f"and was answered {_times(row['was_answered'])}."
    )
    return f"{spoke}{second} {with_whom}"


def _times(count: object) -> str:
    times = int(str(count))
    return {0: "never", 1: "once", 2: "twice"}.get(times, f"{times} times")
