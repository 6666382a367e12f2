"""What an event's profile says first."""

from collections import Counter
from collections.abc import Sequence

from dashboard.readings.names import the
from dashboard.readings.prose import (
    counted,
    in_words,
    is_missing,
    listed,
    long_date,
    plural,
    sentence,
    short_date,
    text,
    two,
)
from dashboard.readings.wording import ORDER, Row, is_counted

WORDS = {
    "signed": "had signed",
    "pledged": "would send troops",
    "conditional": "would send troops on conditions",
    "open": "would consider it",
    "undecided": "undecided",
    "declined": "declined",
    "withdrawn": "had withdrawn an offer",
}
MOST_SIDES = 4


def reading_event(
    event: Row, numbers: Sequence[Row], states: Sequence[Row], troops: Sequence[Row], answers: Sequence[Row]
) -> str:
    """Who took part and what they had on record, the number said being nobody's list; who answered."""
    record = "; ".join(part for part in (_number(numbers), _record(event, states, troops)) if part)
    return two(sentence(record), _answered(answers))


def when_and_where(event: Row) -> str:
    """``4 Sep 2025 – 5 Sep 2025 · Paris``, as far as it is known."""
    first, last = short_date(event["starts_on"], event.get("date_precision")), short_date(event.get("ends_on"))
    return " · ".join(filter(None, (f"{first} – {last}" if last else first, text(event.get("place")))))


def _number(numbers: Sequence[Row]) -> str:
    if not numbers:
        return ""
    row = numbers[0]
    return f"{text(row['speaker'])} spoke of {int(row['count_said'])} countries, a number said and not a list"


def _record(event: Row, states: Sequence[Row], troops: Sequence[Row]) -> str:
    if not states:
        return ""
    reported = event.get("participants_reported")
    of_all = "" if is_missing(reported) else f" of {int(str(reported))}"
    noun = plural(len(states) if is_missing(reported) else int(str(reported)), "state")
    head = f"{len(states)}{of_all} {noun} that took part {plural(len(states), 'is', 'are')} named"
    day = long_date(event["starts_on"])
    if not troops:
        return f"{head}; none had a position on ground troops on record by {day}"
    counting = Counter(text(row["status"]) for row in troops if is_counted(row))
    told = [f"{counting[status]} {WORDS[status]}" for status in ORDER if counting.get(status) and status in WORDS]
    apart = len(troops) - sum(counting.values())
    silent = len(states) - len(troops)
    rest = [f"{counted(apart, 'word')} on it {plural(apart, 'isn’t', 'aren’t')} counted"] if apart else []
    rest += [f"{in_words(silent)} had no record"] if silent else []
    return f"{head}; on ground troops, by {day}: {listed([*told, *rest])}"


def _answered(answers: Sequence[Row]) -> str:
    direct = [row for row in answers if row["how"] == "answer"]
    if not direct:
        return "No answer to what was said there is on record."
    sides = Counter(text(row["actor"]) or text(row["speaker"]) for row in direct)
    told = [f"{the(side)} ({count})" for side, count in sides.most_common(MOST_SIDES)]
    rest = len(sides) - len(told)
    more = [counted(rest, "other")] if rest else []
    return f"{counted(len(direct), 'answer')} to what was said there: {listed([*told, *more])}."
