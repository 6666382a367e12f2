"""Why the timeline's numbers are what they are: the rows counted, those near them left out, and by which filter."""

from typing import NamedTuple

import pandas as pd

from dashboard.database import Asked
from dashboard.exhibits.exhibit import Count
from dashboard.readings.itemrows import Rows
from dashboard.readings.names import the
from dashboard.readings.prose import counted, long_date
from dashboard.readings.timeline import CALM, Focus, busiest, fullest_day, ranked_by_answers, who

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


class Part(NamedTuple):
    """What is counted, more words, which rows; `others`: why the rest shown isn't counted, where that is near it."""

    noun: str
    more: str
    is_it: "pd.Series[bool]"
    others: str = ""


def timeline_counts(asked: Asked, focus: Focus, told: Rows) -> tuple[Count, ...]:
    """The numbers of the reading of `told`, the rows shown; each with what stands near it."""
    frame = asked.frame.assign(why=why(asked.frame))
    statements = [row for row in told if row["item_kind"] == "statement"]
    counts = [kind_count(frame, frame["is_shown"], kind, asked) for kind in ("statement", "event")]
    parts = [*outstanding(frame, statements), *second(frame[frame["item_kind"] == "statement"], statements, focus)]
    counts += [part_count(frame, part, asked) for part in parts]
    return tuple(count for place, count in enumerate(counts) if place < 2 or len(count.rows))


def outstanding(frame: pd.DataFrame, statements: Rows) -> list[Part]:
    """The fullest day and the busiest voices: what is counted, more words, which rows."""
    day, actor, speaker = fullest_day(statements)[0], busiest(statements, "actor")[0], busiest(statements, "speaker")[0]
    parts = [
        Part("statement", f"on {long_date(day)}" if day else "", frame["starts_on"] == pd.Timestamp(day or "NaT")),
        Part("statement", f"for {the(actor)}" if actor else "", frame["actor"] == actor),
        Part("statement", f"by {speaker}" if speaker else "", frame["speaker"] == speaker),
    ]
    return [part for part in parts if part.more]


def second(said: pd.DataFrame, statements: Rows, focus: Focus) -> list[Part]:
    """What stands out: of the focus or of two actors, else the answers to the statement that has most."""
    ids, answers = set(focus.ids), said["reply_to_id"].notna()
    is_there, is_talk = said["event_id"].isin(ids), said["item_id"].isin(ids)
    is_theirs = said["actor_id"].isin(ids) | said["speaker_id"].isin(ids)
    if is_there.any():
        there = {row["item_id"] for row in statements if row["event_id"] in ids}
        back = said["reply_to_id"].isin(there)
        again = back & said["item_id"].isin({row["reply_to_id"] for row in statements})
        made = Part("statement", "made at or about the event", is_there)
        return [made, Part("answer", "to what was said there", back), Part("answer", "answered back", again)]
    if is_talk.any():
        inside = {row["item_id"] for row in statements} & ids
        replies = Part("answer", "in the conversation", is_talk & said["reply_to_id"].isin(inside))
        return [replies, Part("statement", "of the conversation in focus", is_talk, "not of this conversation")]
    if is_theirs.any():
        return [Part("statement", "in focus", is_theirs), Part("answer", "among those in focus", is_theirs & answers)]
    rest = Part("answer", "to another", answers)
    return between(said, statements, focus) or most_answered(said, statements) or [rest]


def between(said: pd.DataFrame, statements: Rows, focus: Focus) -> list[Part]:
    """The answers of two actors to each other; none where there aren't two."""
    if not focus.pair:
        return []
    parts = []
    for (one, name), (other, others_name) in (focus.pair, focus.pair[::-1]):
        theirs = {row["item_id"] for row in statements if row["actor_id"] == other}
        is_it = (said["actor_id"] == one) & said["reply_to_id"].isin(theirs)
        parts.append(Part("answer", f"of {the(name)} to {the(others_name)}", is_it))
    return parts


def most_answered(said: pd.DataFrame, statements: Rows) -> list[Part]:
    """The answers to the statement with most of them, where it has several."""
    count, one = next(iter(ranked_by_answers(statements)), (0, {}))
    if count < CALM:
        return []
    return [Part("answer", f"to {who(one)} on {long_date(one['starts_on'])}", said["reply_to_id"] == one["item_id"])]


def part_count(frame: pd.DataFrame, part: Part, asked: Asked) -> Count:
    """A part of the statements shown; near it, what the filters leave out, and events of the same day."""
    is_it = part.is_it.reindex(frame.index, fill_value=False)
    is_said = frame["is_shown"] & (frame["item_kind"] == "statement")
    rows, near = frame[is_it & is_said], frame[is_it & ~is_said]
    near = near.assign(why=[rule or "an event, not a statement" for rule in near["why"]])
    if part.others:
        near = pd.concat([near, frame[is_said & ~is_it].assign(why=part.others)])
    return Count(f"{counted(len(rows), part.noun)} {part.more}", rows, near, COLUMNS, asked)


def kind_count(frame: pd.DataFrame, shown: "pd.Series[bool]", kind: str, asked: Asked) -> Count:
    """One kind's number."""
    of_kind = frame["item_kind"] == kind
    rows = frame[of_kind & shown].assign(why=lambda found: found["why"].map(lambda rule: "in focus" if rule else ""))
    return Count(counted(len(rows), kind), rows, frame[of_kind & ~shown], COLUMNS, asked)


def why(frame: pd.DataFrame) -> list[str]:
    """The filters that leave a row out, in words; empty for a row that they keep."""
    rules = [(words, frame[column].tolist()) for column, words in RULES.items()]
    return ["; ".join(words for words, is_met in rules if not is_met[place]) for place in range(len(frame))]
