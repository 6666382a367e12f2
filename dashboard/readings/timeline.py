"""What the timeline says, in two sentences computed from its rows."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from dashboard.readings.itemrows import Rows, statements_of, values
from dashboard.readings.names import the
from dashboard.readings.prose import as_day, counted, long_date, number, plural, sentence

CALM = 2
Row = Mapping[str, Any]


class Focus(NamedTuple):
    """What stands out: a conversation's statements, an event, an actor or a speaker; and two actors face to face.

    ``size`` is how many statements the conversation has, drawn here or not; ``pair`` are (actor id, words).
    """

    ids: Collection[str] = ()
    size: int = 0
    pair: tuple[tuple[str, str], ...] = ()


NOTHING = Focus()


def reading_timeline(rows: Rows, since: Any, until: Any, focus: Focus = NOTHING) -> str:
    """Counts, the fullest day and the busiest voices of ``item_rows``; then what stands out.

    That is the focused conversation, or who of two actors answered whom, else the most answered statement.
    """
    statements = statements_of(rows)
    if not rows:
        return f"{during(since, until)}, nothing in this collection fits this selection."
    counts = _counts(len(statements), len(rows) - len(statements))
    first = f"{during(since, until)}, {counts}{_fullest(statements)}{_busiest(statements)}"
    return " ".join(part for part in (sentence(first), sentence(_second(rows, statements, focus))) if part)


def reading_weeks(weeks: Iterable[Row]) -> str:
    """How much all weeks hold, and which most (rows of ``week_starts_on``, ``quad_class`` and ``items``)."""
    held = Counter[Any]()
    for row in weeks:
        held[as_day(row["week_starts_on"])] += int(row["items"])
    if not held:
        return "No week holds anything."
    (first, most), *_ = held.most_common(1)
    return (
        f"How much each week holds: {number(held.total())} events and statements in {counted(len(held), 'week')}, "
        f"most in that of {long_date(first)} ({number(most)})."
    )


def during(since: Any, until: Any) -> str:
    """``From 1 June to …`` at the head of a sentence; ``On 1 June 2025`` where the window is one day."""
    if as_day(since) == as_day(until):
        return f"On {long_date(since)}"
    return f"From {long_date(since)} to {long_date(until)}"


def _counts(statements: int, events: int) -> str:
    return f"{counted(statements, 'statement')} and {counted(events, 'event')} are on record"


def _fullest(statements: Rows) -> str:
    day, most = fullest_day(statements)
    return f"; most was said on {long_date(day)} ({counted(most, 'statement')})" if most else ""


def fullest_day(statements: Rows) -> tuple[Any, int]:
    """The day with most statements and how many, where one stands out; else nothing and 0."""
    counts = Counter(values(statements, "starts_on"))
    most = max(counts.values(), default=0)
    days = [day for day, count in counts.items() if count == most]
    if most <= CALM or len(days) > 1 or len(counts) == 1:
        return None, 0
    return days[0], most


def _busiest(statements: Rows) -> str:
    actor, person = busiest(statements, "actor"), busiest(statements, "speaker")
    parts = [f"{name} ({count})" for name, count in ((the(actor[0]), actor[1]), person) if name]
    return f"; most was heard from {' and, of all speakers, '.join(parts)}" if parts else ""


def busiest(statements: Rows, whose: str) -> tuple[str, int]:
    """Who spoke most, ``actor`` or ``speaker``, and how often, where one stands out among several; else no name."""
    name, count = _top(values(statements, whose))
    return (name, count) if name and CALM < count < len(statements) else ("", 0)


def _top(names: Iterable[str | None]) -> tuple[str, int]:
    """The most frequent name where no other is as frequent."""
    counts = Counter(names)
    ranked = Counter({name: count for name, count in counts.items() if name}).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return "", 0
    return ranked[0]


def _second(rows: Rows, statements: Rows, focus: Focus) -> str:
    of_it = _of_focus(rows, statements, set(focus.ids), focus.size) if focus.ids else ""
    return of_it or _between(statements, focus.pair) or _most_answered(statements)


def _of_focus(rows: Rows, statements: Rows, focus: set[str], size: int) -> str:
    """What stands out: an event, else a conversation of so many statements, else an actor or a speaker."""
    made = _made_there(rows, statements, focus)
    if made:
        return made + _answered_there(statements, focus)
    talk = [row for row in statements if row["item_id"] in focus]
    return _conversation(talk, size) if talk else _said_by(statements, focus)


def _made_there(rows: Rows, statements: Rows, focus: set[str]) -> str:
    """How much was said at or about the focused event."""
    event = next((row for row in rows if row["item_kind"] == "event" and row["item_id"] in focus), None)
    if event is None:
        return ""
    count = sum(row["event_id"] in focus for row in statements)
    return f"{counted(count, 'statement')} {plural(count, 'was', 'were')} made at or about “{event['title']}”"


def _answered_there(statements: Rows, focus: set[str]) -> str:
    """How many answers what was said at the focused event found, and how many of those were answered back."""
    there = {row["item_id"] for row in statements if row["event_id"] in focus}
    answers = {row["item_id"] for row in statements if row["reply_to_id"] in there}
    back = {row["reply_to_id"] for row in statements if row["reply_to_id"] in answers}
    if not answers:
        return ""
    again = f"; {len(back)} of them {plural(len(back), 'was', 'were')} answered back" if back else ""
    return f", with {counted(len(answers), 'answer')} shown here{again}"


def _conversation(talk: Rows, size: int) -> str:
    """Who began the focused conversation, how many answered, until when; how much of it isn't shown."""
    ordered = sorted(talk, key=lambda row: (row["starts_on"], row["item_id"]))
    inside = {row["item_id"] for row in talk}
    openings = [row for row in ordered if row["reply_to_id"] not in inside]
    first, last = openings[0] if openings else ordered[0], ordered[-1]
    answers, missing = len(talk) - len(openings), size - len(talk)
    began = f"the conversation drawn dark begins with {who(first)} on {long_date(first['starts_on'])}"
    verb = plural(missing, "is", "are")
    beyond = f"; {counted(missing, 'more statement')} of it {verb} not shown" if missing > 0 else ""
    if not answers:
        return f"{began} and has no answer in this window{beyond}"
    last_by = f"the last by {who(last)} on {long_date(last['starts_on'])}"
    return f"{began} and has {counted(answers, 'answer')}, {last_by}{beyond}"


def _said_by(statements: Rows, focus: set[str]) -> str:
    """How much the focused actor or speaker said, and how much of it was an answer."""
    for who, name in (("actor_id", "actor"), ("speaker_id", "speaker")):
        said = [row for row in statements if row[who] in focus]
        if said:
            answers = sum(bool(row["reply_to_id"]) for row in said)
            mine = f"{counted(len(said), 'statement')} {plural(len(said), 'is', 'are')} by {the(said[0][name])}"
            return f"{mine}, {counted(answers, 'answer')} among them"
    return ""


def _between(statements: Rows, pair: tuple[tuple[str, str], ...]) -> str:
    """How often each of two answered the other."""
    if not pair:
        return ""
    actors = {row["item_id"]: row["actor_id"] for row in statements}
    answers = Counter((row["actor_id"], actors.get(row["reply_to_id"])) for row in statements)
    (one, its_name), (other, others_name) = pair
    first, second = answers[(one, other)], answers[(other, one)]
    if not first + second:
        return f"no answer of {the(its_name)} to {the(others_name)}, or the other way round, is on record in these days"
    return f"{the(its_name)} answered {the(others_name)} {often(first)} and was answered {often(second)}"


def often(count: int) -> str:
    """``not once``, ``once``, ``twice``, ``3 times``."""
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _most_answered(statements: Rows) -> str:
    """The statement with most answers in the window, where it has more than one."""
    ranked = ranked_by_answers(statements)
    if not ranked or ranked[0][0] < CALM:
        total = sum(map(bool, values(statements, "reply_to_id")))
        return f"{counted(total, 'statement')} {plural(total, 'answers', 'answer')} another" if total else ""
    count, one = ranked[0]
    also = sum(other == count for other, _ in ranked) > 1
    lead = "among the most answered is" if also else "the most answered is"
    return f"{lead} {who(one)} on {long_date(one['starts_on'])}, with {counted(count, 'answer')}"


def ranked_by_answers(statements: Rows) -> list[tuple[int, Row]]:
    """Statements that have answers among these, and how many; the most answered first."""
    counts = Counter(values(statements, "reply_to_id"))
    known = {name: row for name, row in zip(values(statements, "item_id"), statements, strict=True) if name in counts}
    ranked = sorted(((count, one) for one, count in counts.items() if one in known), reverse=True)
    return [(count, known[one]) for count, one in ranked]


def who(row: Row) -> str:
    """The speaker of a statement, with whom they spoke for."""
    speaker, actor = row["speaker"] or "", row["actor"] or ""
    return f"{speaker} ({actor})" if actor and speaker and actor != speaker else speaker or actor
