"""Why the timeline's numbers are what they are: the rows counted, those near them left out, and by which filter."""

from collections.abc import Collection

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.exhibit import Count
from dashboard.readings.prose import counted

RULES = {
    "is_of_countries": "not of the countries chosen",
    "is_of_blocs": "not of the groups chosen",
    "is_by_speakers": "not by the speakers chosen",
    "is_on_topics": "not on the topics chosen",
    "is_of_categories": "of another kind of event",
    "is_of_events": "not of the events chosen",
    "is_worded": "without the words looked for",
}
COLUMNS = {"starts_on": "Day", "title": "In short", "speaker": "Speaker", "actor": "For", "why": "Why"}


def timeline_counts(asked: Asked, focus_ids: Collection[str]) -> tuple[Count, ...]:
    """Statements, events and, where one is in focus, its conversation; each with what stands near it."""
    frame = asked.frame.assign(why=why(asked.frame))
    shown = frame["is_shown"]
    counts = [kind_count(frame, shown, kind, asked) for kind in ("statement", "event")]
    if focus_ids:
        is_talk = frame["item_id"].isin(set(focus_ids)) & (frame["item_kind"] == "statement")
        words = f"{counted(int((is_talk & shown).sum()), 'statement')} of the conversation in focus"
        near = frame[shown & ~is_talk & (frame["item_kind"] == "statement")].assign(why="not of this conversation")
        counts.append(Count(words, frame[is_talk & shown], near, COLUMNS, asked))
    return tuple(counts)


def kind_count(frame: pd.DataFrame, shown: "pd.Series[bool]", kind: str, asked: Asked) -> Count:
    """One kind's number."""
    of_kind = frame["item_kind"] == kind
    rows = frame[of_kind & shown].assign(why=lambda found: found["why"].map(lambda rule: "in focus" if rule else ""))
    return Count(counted(len(rows), kind), rows, frame[of_kind & ~shown], COLUMNS, asked)


def why(frame: pd.DataFrame) -> list[str]:
    """The filters that leave a row out, in words; empty for a row that they keep."""
    rules = [(words, frame[column].tolist()) for column, words in RULES.items()]
    return ["; ".join(words for words, is_met in rules if not is_met[place]) for place in range(len(frame))]
