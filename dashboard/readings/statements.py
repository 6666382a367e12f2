"""Statements in two sentences: who speaks most, over which days; how many were answered, how many answer others."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.readings.prose import counted, in_words, long_date, number, plural, span

MOST_NAMED = 3
NAMED_APART = MOST_NAMED + 1  # so many that it can be told whether more than those named speak as often


@dataclass(frozen=True)
class Said:
    """What is said of some statements: how many, over which days, how often who speaks, how many answered or answer.

    `names` are those who speak most, the first `NAMED_APART` of `speakers`, by name where as often; `only` is how many
    answers the statement has, where it is the only one.
    """

    count: int
    first: dt.date | None
    last: dt.date | None
    names: Mapping[str, int]
    speakers: int
    answered: int
    answers: int
    only: int = 0


def reading_statements(said: Said) -> str:
    """Two sentences on statements; one where there is none."""
    if not said.count:
        return "No statement in this collection fits this selection."
    if said.count == 1:
        return f"One statement, by {next(iter(said.names))} on {long_date(said.first)}. {answered(said)}"
    return f"{speakers(said)} {answered(said)}"


def speakers(said: Said) -> str:
    """Who speaks most, and over which days."""
    when = span(said.first, said.last)
    ranked = list(said.names.items())
    most = ranked[0][1]
    first = [name for name, count in ranked if count == most]
    if said.speakers == 1:
        return f"{counted(said.count, 'statement')}, {when}, all by {first[0]}."
    told = f"{counted(said.count, 'statement')} by {counted(said.speakers, 'speaker')}, {when}"
    if most == 1 or len(first) > MOST_NAMED:
        return f"{told}; nobody speaks more often than all others."
    if len(first) > 1:
        return f"{told}: {', '.join(first[:-1])} and {first[-1]} speak most often ({often(most)} each)."
    second, times = ranked[1]
    then = f", then {second} ({often(times)})" if times > 1 else ""
    return f"{told}: {first[0]} speaks most often ({often(most)}){then}."


def often(count: int) -> str:
    """``twice``, ``12 times``."""
    return "twice" if count == 2 else f"{number(count)} times"


def answered(said: Said) -> str:
    """How many have an answer on record, and how many are one."""
    if said.count == 1:
        told = f"{counted(said.only, 'answer')} to it {plural(said.only, 'is', 'are')} recorded here".capitalize()
        return f"{told}{', and it answers another' if said.answers else ''}."
    have, are = said.answered, said.answers
    first = f"{none_or(have).capitalize()} of them {plural(have or 1, 'has', 'have')} an answer recorded here"
    return f"{first}, and {none_or(are)} {plural(are or 1, 'answers', 'answer')} another."


def none_or(count: int) -> str:
    """``none``, ``three``, ``15``: a count that stands for the things counted."""
    return in_words(count) if count else "none"
