"""What a ledger says in two sentences, for one kind of position or for several."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dashboard.readings.names import the
from dashboard.readings.prose import as_day, counted, in_words, listed, long_date, plural, sentence, two
from dashboard.readings.wording import Row, in_strip

_FAR_MOST = 3


def reading_ledger(periods: Sequence[Row], since: Any, until: Any, panels: tuple[tuple[str, str], ...] = ()) -> str:
    """How much moved, by whom most often, what moved last; then who is drawn hollow, and the other kinds in short.

    ``periods`` as ``figures.strips.periods`` makes them; ``panels`` names the kinds where there are several, the
    first first.
    """
    if not periods:
        return "No position is on record in this time."
    kinds = panels or ((periods[0]["kind"], ""),)
    first = [row for row in periods if row["kind"] == kinds[0][0]]
    binding = [row for row in first if row["counted_as"] != "not_binding"]
    besides = [
        _beside([row for row in periods if row["kind"] == kind], words, since, until) for kind, words in kinds[1:]
    ]
    rest = [part for part in (_only_hollow(first), *besides) if part]
    return two(_moved(binding, since, until), sentence("; ".join(rest)))


def _moves(binding: Sequence[Row], since: Any, until: Any) -> tuple[list[Row], int]:
    """Every period of the window but a pledger's first on record, and how many pledgers there are."""
    start, end = as_day(since), as_day(until)
    seen: set[str] = set()
    moves: list[Row] = []
    for row in binding:
        if row["pledger_id"] in seen and start and end and start <= row["starts_on"] <= end:
            moves.append(row)
        seen.add(row["pledger_id"])
    return moves, len(seen)


def _moved(binding: Sequence[Row], since: Any, until: Any) -> str:
    if not binding:
        return ""
    moves, pledgers = _moves(binding, since, until)
    days = f"From {long_date(since)} to {long_date(until)}, "
    if pledgers == 1 and moves:
        return sentence(f"{days}{_alone(moves)}")
    return sentence("; ".join([f"{days}{_movers(moves, pledgers)}", *_latest(moves)]))


def _alone(moves: Sequence[Row]) -> str:
    """How often the only one moved, and the last time whereto."""
    last = max(moves, key=lambda row: row["starts_on"])
    times = ("once", "twice")[len(moves) - 1] if len(moves) < 3 else f"{in_words(len(moves))} times"
    when = f"on {long_date(last['starts_on'])}, to “{in_strip(last['status'], last['kind'])}”"
    return f"{the(last['pledger'])} moved {times}{', ' if len(moves) == 1 else '; the last time, '}{when}"


def _movers(moves: Sequence[Row], pledgers: int) -> str:
    known = f"{counted(pledgers, 'pledger')} had a position on record"
    if not moves:
        return f"{known}, and none moved"
    times = Counter(the(row["pledger"]) for row in moves)
    most = max(times.values())
    names = sorted(name for name, count in times.items() if count == most)
    if len(times) == 1:
        again = f", {in_words(most)} times" if most > 1 else ""
        return f"{known}, and one moved{again}"
    often = f", most often {listed(names)} ({in_words(most)} times)" if most > 1 and len(names) <= _FAR_MOST else ""
    return f"{known}, and {in_words(len(times))} moved{often}"


def _latest(moves: Sequence[Row]) -> list[str]:
    if not moves:
        return []
    newest = max(row["starts_on"] for row in moves)
    last = [
        f"{the(row['pledger'])} to “{in_strip(row['status'], row['kind'])}”"
        for row in moves
        if row["starts_on"] == newest
    ]
    return [f"the last to move, on {long_date(newest)}, {plural(len(last), 'was', 'were')} {listed(last, _FAR_MOST)}"]


def _only_hollow(periods: Sequence[Row]) -> str:
    """Who has none but voices that don't bind."""
    bound = {row["pledger_id"] for row in periods if row["counted_as"] != "not_binding"}
    names = sorted({str(row["pledger"]) for row in periods if row["pledger_id"] not in bound})
    if not names:
        return ""
    count, more = len(names), "more " if bound else ""
    verb, strips = plural(count, "is", "are"), plural(count, "a hollow strip", "hollow strips")
    who = f"{in_words(count)} {more}{plural(count, 'pledger', 'pledgers')}"
    return f"{who} {verb} on record only by voices that don’t bind ({strips}): {listed(names)}"


def _beside(periods: Sequence[Row], words: str, since: Any, until: Any) -> str:
    binding = [row for row in periods if row["counted_as"] != "not_binding"]
    moves, pledgers = _moves(binding, since, until)
    movers = len({row["pledger_id"] for row in moves})
    who = counted(pledgers, "pledger")
    return f"on {words[:1].lower()}{words[1:]} {who} had a position, {in_words(movers) if movers else 'none'} moved"
