"""Statements in two sentences: who speaks most, over which days; how many were answered, how many answer others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.readings.prose import counted, in_words, long_date, number, plural, span, text

Row = Mapping[str, Any]
MOST_NAMED = 3


def reading_statements(rows: Sequence[Row]) -> str:
    """Two sentences on statements, in any order; one where there is none."""
    if not rows:
        return "No statement in this collection fits this selection."
    if len(rows) == 1:
        return f"{alone(rows[0])} {answered(rows)}"
    return f"{speakers(rows)} {answered(rows)}"


def alone(row: Row) -> str:
    """The one statement there is."""
    return f"One statement, by {text(row['speaker'])} on {long_date(row['said_on'])}."


def speakers(rows: Sequence[Row]) -> str:
    """Who speaks most, and over which days."""
    days = [row["said_on"] for row in rows]
    when = span(min(days), max(days))
    ranked = Counter(text(row["speaker"]) for row in rows).most_common()
    most = ranked[0][1]
    first = sorted(name for name, count in ranked if count == most)
    if len(ranked) == 1:
        return f"{counted(len(rows), 'statement')}, {when}, all by {first[0]}."
    said = f"{counted(len(rows), 'statement')} by {counted(len(ranked), 'speaker')}, {when}"
    if most == 1 or len(first) > MOST_NAMED:
        return f"{said}; nobody speaks more often than all others."
    if len(first) > 1:
        return f"{said}: {', '.join(first[:-1])} and {first[-1]} speak most often ({often(most)} each)."
    second, times = ranked[1]
    then = f", then {second} ({often(times)})" if times > 1 else ""
    return f"{said}: {first[0]} speaks most often ({often(most)}){then}."


def often(count: int) -> str:
    """``twice``, ``12 times``."""
    return "twice" if count == 2 else f"{number(count)} times"


def answered(rows: Sequence[Row]) -> str:
    """How many have an answer on record, and how many are one."""
    have = sum(bool(row["answers"]) for row in rows)
    are = sum(bool(text(row["reply_to_id"])) for row in rows)
    if len(rows) == 1:
        count = int(rows[0]["answers"])
        said = f"{counted(count, 'answer')} to it {plural(count, 'is', 'are')} recorded here".capitalize()
        return f"{said}{', and it answers another' if are else ''}."
    first = f"{none_or(have).capitalize()} of them {plural(have or 1, 'has', 'have')} an answer recorded here"
    return f"{first}, and {none_or(are)} {plural(are or 1, 'answers', 'answer')} another."


def none_or(count: int) -> str:
    """``none``, ``three``, ``15``: a count that stands for the things counted."""
    return in_words(count) if count else "none"
