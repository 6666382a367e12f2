"""What the timeline says, in two sentences computed from its rows."""

from collections import Counter
from collections.abc import Collection
from typing import Any, NamedTuple

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import as_day, counted, long_date, plural, sentence, text

CALM = 2


class Focus(NamedTuple):
    """What stands out: a conversation's statements, an event, an actor or a speaker; and two actors face to face.

    ``size`` is how many statements the conversation has, drawn here or not; ``pair`` are (actor id, words).
    """

    ids: Collection[str] = ()
    size: int = 0
    pair: tuple[tuple[str, str], ...] = ()


NOTHING = Focus()


def reading_timeline(items: pd.DataFrame, since: Any, until: Any, focus: Focus = NOTHING) -> str:
    """Counts, the fullest day and the busiest voices of relation ``timeline_items``; then what stands out.

    That is the focused conversation, or who of two actors answered whom, else the most answered statement.
    """
    statements = items[items["item_kind"] == "statement"]
    events = items[items["item_kind"] == "event"]
    if items.empty:
        return f"{during(since, until)}, nothing in this collection fits this selection."
    first = (
        f"{during(since, until)}, {_counts(len(statements), len(events))}{_fullest(statements)}{_busiest(statements)}"
    )
    return " ".join(part for part in (sentence(first), sentence(_second(items, statements, focus))) if part)


def _second(items: pd.DataFrame, statements: pd.DataFrame, focus: Focus) -> str:
    chosen = set(focus.ids)
    made = _made_there(items, chosen)
    if made:
        return made + _answered_there(statements, chosen)
    talk = statements[statements["item_id"].isin(chosen)]
    if len(talk):
        return _conversation(talk, focus.size)
    return _said_by(statements, chosen) or _between(statements, focus.pair) or _most_answered(statements)


def _between(statements: pd.DataFrame, pair: tuple[tuple[str, str], ...]) -> str:
    """How often each of two answered the other."""
    if not pair:
        return ""
    actors = dict(zip(statements["item_id"], statements["actor_id"], strict=True))
    answers = Counter(
        (actor, actors.get(answered))
        for actor, answered in zip(statements["actor_id"], statements["reply_to_id"], strict=True)
    )
    (one, its_name), (other, others_name) = pair
    first, second = answers[(one, other)], answers[(other, one)]
    if not first + second:
        return f"no answer of {the(its_name)} to {the(others_name)}, or the other way round, is on record in these days"
    times = [f"{the(its_name)} answered {the(others_name)} {often(first)}", f"was answered {often(second)}"]
    return " and ".join(times)


def often(count: int) -> str:
    """``not once``, ``once``, ``twice``, ``3 times``."""
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _answered_there(statements: pd.DataFrame, focus: set[str]) -> str:
    """How many answers the statements of the focused event found, from others and back."""
    there = set(statements.loc[statements["event_id"].isin(focus), "item_id"])
    answers = statements[statements["reply_to_id"].isin(there)]
    back = statements[statements["reply_to_id"].isin(set(answers["item_id"]))]
    if answers.empty:
        return ""
    again = f", of which {counted(len(back), 'was', 'were')} answered back" if len(back) else ""
    return f"; {counted(len(answers), 'answer')} to them {plural(len(answers), 'is', 'are')} shown{again}"


def during(since: Any, until: Any) -> str:
    """``From 1 June to …`` at the head of a sentence; ``On 1 June 2025`` where the window is one day."""
    if as_day(since) == as_day(until):
        return f"On {long_date(since)}"
    return f"From {long_date(since)} to {long_date(until)}"


def _counts(statements: int, events: int) -> str:
    return f"{counted(statements, 'statement')} and {counted(events, 'event')} are on record"


def _fullest(statements: pd.DataFrame) -> str:
    """The day with most statements, where one stands out."""
    counts = Counter(statements["starts_on"])
    most = max(counts.values(), default=0)
    days = [day for day, count in counts.items() if count == most]
    if most <= CALM or len(days) > 1 or len(counts) == 1:
        return ""
    return f"; most was said on {long_date(days[0])} ({counted(most, 'statement')})"


def _busiest(statements: pd.DataFrame) -> str:
    """Who spoke most: the country or organisation, and the person."""
    actor, person = _top(statements["actor"]), _top(statements["speaker"])
    parts = [f"{name} ({count})" for name, count in ((the(actor[0]), actor[1]), person) if name and count > CALM]
    return f"; most was heard from {' and, of all speakers, '.join(parts)}" if parts else ""


def _top(names: pd.Series) -> tuple[str, int]:
    """The most frequent name where no other is as frequent."""
    ranked = Counter(name for name in names if text(name)).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return "", 0
    return str(ranked[0][0]), ranked[0][1]


def _conversation(talk: pd.DataFrame, size: int) -> str:
    """Who began the focused conversation, how many answered, until when; how much of it isn't shown."""
    ordered = talk.sort_values(["starts_on", "item_id"])
    inside = set(talk["item_id"])
    openings = ordered[~ordered["reply_to_id"].isin(inside)]
    first, last = openings.iloc[0], ordered.iloc[-1]
    answers, missing = len(talk) - len(openings), size - len(talk)
    began = f"the conversation drawn dark begins with {_who(first)} on {long_date(first['starts_on'])}"
    beyond = (
        f"; {counted(missing, 'more statement')} of it {plural(missing, 'is', 'are')} not shown" if missing > 0 else ""
    )
    if not answers:
        return f"{began} and has no answer in this window{beyond}"
    last_by = f"the last by {_who(last)} on {long_date(last['starts_on'])}"
    return f"{began} and has {counted(answers, 'answer')}, {last_by}{beyond}"


def _made_there(items: pd.DataFrame, focus: set[str]) -> str:
    """How much was said at or about the focused event."""
    event = items[(items["item_kind"] == "event") & items["item_id"].isin(focus)]
    if event.empty:
        return ""
    made = items[(items["item_kind"] == "statement") & items["event_id"].isin(focus)]
    count = len(made)
    return f"{counted(count, 'statement')} {plural(count, 'was', 'were')} made at or about “{event.iloc[0]['title']}”"


def _said_by(statements: pd.DataFrame, focus: set[str]) -> str:
    """How much the focused actor or speaker said, and how much of it was an answer."""
    for who, name in (("actor_id", "actor"), ("speaker_id", "speaker")):
        said = statements[statements[who].isin(focus)]
        if len(said):
            answers = sum(bool(text(one)) for one in said["reply_to_id"])
            mine = f"{counted(len(said), 'statement')} {plural(len(said), 'is', 'are')} by {the(said.iloc[0][name])}"
            return f"{mine}, {counted(answers, 'answer')} among them"
    return ""


def _most_answered(statements: pd.DataFrame) -> str:
    """The statement with most answers in the window, where it has more than one."""
    counts = Counter(one for one in statements["reply_to_id"] if text(one))
    known = statements.set_index("item_id")
    ranked = sorted(((count, one) for one, count in counts.items() if one in known.index), reverse=True)
    if not ranked or ranked[0][0] < CALM:
        total = sum(counts.values())
        return f"{counted(total, 'statement')} {plural(total, 'answers', 'answer')} another" if total else ""
    count, one = ranked[0]
    also = sum(other == count for other, _ in ranked) > 1
    row = known.loc[one]
    lead = "among the most answered is" if also else "the most answered is"
    return f"{lead} {_who(row)} on {long_date(row['starts_on'])}, with {counted(count, 'answer')}"


def _who(row: pd.Series) -> str:
    speaker, actor = text(row["speaker"]), text(row["actor"])
    return f"{speaker} ({actor})" if actor and actor != speaker else speaker or actor
