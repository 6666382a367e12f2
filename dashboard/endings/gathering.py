"""How SQL alone gives a view's table: which statements its rows come from, by which of their columns."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.database import Asked
from dashboard.endings.literals import literal
from dashboard.published.table import cell
from dashboard.readings.prose import items
from dashboard.records import values

KEYS = ("pledge_id", "item_id", "statement_id", "event_id", "speaker_id", "actor_id")
TIE = ("source_id", "target_id")
IDENTITY = (*KEYS, *TIE, "side_id", "month_starts_on")
# What a column of a table is called in a statement, or what it puts in words there.
SAME = {
    "day": ("announced_on", "said_on", "starts_on"),
    "who": ("pledger", "label", "actor", "title"),
    "actor_id": ("pledger_id",),
    "pledger_id": ("actor_id",),
}
CODES = {
    "what": ("category", "is_filed"),
    "doubt_label": ("doubts",),
    "said_by": ("speaker",),
    "old_said_by": ("old_speaker",),
    "counted_label": ("counted_as", "is_counting"),
    "named": ("is_current", "is_aged"),
    "change_label": ("change",),
    "old_label": ("old_status",),
    "new_label": ("new_status",),
    "outcome_label": ("outcome",),
    "group": ("outcome",),
    "release_label": ("kiel_release",),
    "tone_label": ("tone",),
    "ranked": ("is_ranked",),
    "stands": ("is_standing",),
    "kind_words": ("kind",),
    "status_words": ("status",),
    "quote_form": ("quote_form_label",),
}
MADE: Mapping[str, Sequence[tuple[str, str, Callable[[Any], Any]]]] = {
    "sources": (("len(source_ids)", "source_ids", lambda cell: len(items(cell))),),
    "topics": (("array_to_string(topic_labels, '; ')", "topic_labels", lambda cell: "; ".join(items(cell))),),
}
PLAIN = {str, int, bool, float, pd.Timestamp, type(pd.NaT)}


class Cells:
    """A frame's columns as plain values and as a CSV says them, each made when it is first asked for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.names = dict.fromkeys(map(str, frame.columns))
        self._raw: dict[str, list[Any]] = {}
        self._said: dict[str, list[str]] = {}

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def __getitem__(self, name: str) -> list[str]:
        """The column as text; whole numbers without decimals, whatever stands beside them."""
        if name not in self._said:
            self._said[name] = [as_text(value) for value in self.raw(name)]
        return self._said[name]

    def raw(self, name: str) -> list[Any]:
        """The column in Python's own types."""
        if name not in self._raw:
            self._raw[name] = values(self.frame[name])
        return self._raw[name]


@dataclass(frozen=True)
class Part:
    """Rows of a table that come from one statement: its `place` among those asked, and what stands in the select."""

    place: int
    columns: tuple[str, ...]
    condition: str = ""
    order: str = ""


def gathered(table: pd.DataFrame, asked: Sequence[Asked]) -> tuple[Part, ...]:
    """The parts of a table in its order; none where some of its rows can't be had from the statements' own."""
    said = Cells(table)
    best = best_of(said, asked, range(len(table)))
    if best is not None:
        return (best,)
    runs = runs_of(said, asked, len(table))
    parts = [part(said, asked[place], place, rows) for place, rows in runs]
    return tuple(one for one in parts if one) if parts and all(parts) else ()


def best_of(said: Cells, asked: Sequence[Asked], rows: Sequence[int]) -> Part | None:
    """The whole from one statement: the one that has most of its columns, if that has its rows, else the next."""
    rated = sorted(
        range(len(asked)), key=lambda at: (-len(set(asked[at].frame) & set(said.names)), -len(asked[at].frame))
    )
    return next((one for at in rated[:2] if (one := part(said, asked[at], at, rows))), None)


def runs_of(said: Cells, asked: Sequence[Asked], count: int) -> list[tuple[int, list[int]]]:
    """Rows in order, those beside each other that come from one statement together; empty where one is nobody's."""
    known = [identities(Cells(one.frame), said) for one in asked]
    runs: list[tuple[int, list[int]]] = []
    for row in range(count):
        fits = [
            (len(names) + len(set(said.names) & set(asked[at].frame)) / 100, -at)
            for at, (names, places) in enumerate(known)
            if names and any(identity := tuple(said[name][row] for name in names)) and identity in places
        ]
        if not fits:
            return []
        place = -max(fits)[1]
        if not runs or runs[-1][0] != place:
            runs.append((place, []))
        runs[-1][1].append(row)
    return runs


def part(said: Cells, asked: Asked, place: int, rows: Sequence[int]) -> Part | None:
    """These rows of a table from one statement; None where they can't be named or told apart there."""
    theirs = Cells(asked.frame)
    places = aligned(said, theirs, rows, len(asked.frame))
    if places is None:
        return None
    key = next((one for one in KEYS if one in theirs and is_key([theirs[one][at] for at in places])), None)
    asked_for = chosen(asked, places, key, theirs)
    if asked_for is None:
        return None
    columns = [expression(name, said, theirs, rows, places, key) for name in said.names]
    return Part(place, tuple(one for one in columns if one), *asked_for) if all(columns) else None


def aligned(said: Cells, theirs: Cells, rows: Sequence[int], count: int) -> list[int] | None:
    """For each row the place of the same one in a statement's answer."""
    names, places = identities(theirs, said)
    if not names:
        return list(rows) if len(rows) == count and set(said.names) & set(theirs.names) else None
    left = {identity: [*found] for identity, found in places.items()}
    wanted = [left.get(tuple(said[name][row] for name in names)) for row in rows]
    return [one.pop(0) if len(one) > 1 else one[0] for one in wanted if one] if all(wanted) else None


def identities(theirs: Cells, said: Cells) -> tuple[list[str], dict[tuple[str, ...], list[int]]]:
    """The columns by which rows of both are known, and the places of each such row in a statement's answer."""
    names = [name for name in IDENTITY if name in theirs and name in said]
    places: dict[tuple[str, ...], list[int]] = {}
    for at, identity in enumerate(zip(*(theirs[name] for name in names), strict=True)):
        places.setdefault(identity, []).append(at)
    return names, places


def chosen(asked: Asked, places: list[int], key: str | None, theirs: Cells) -> tuple[str, str] | None:
    """The condition and the order that give these rows of an answer; None where SQL can't say which they are."""
    if places == list(range(len(asked.frame))):
        return "", ""
    if "is_shown" in asked.frame and places == [at for at, is_so in enumerate(asked.frame["is_shown"]) if is_so]:
        return "is_shown", ""
    if not places:
        return "false", ""
    if key:
        wanted = [theirs[key][at] for at in places]
        named = f"list_position({literal(wanted)}, {key})"
        if sorted(wanted) == sorted(theirs[key]):
            return "", named
        once = set(wanted)
        if sum(one in once for one in theirs[key]) == len(wanted):
            return f"{named} is not null", named
    if set(TIE) <= set(theirs.names):
        ties = [f"{theirs[TIE[0]][at]}>{theirs[TIE[1]][at]}" for at in places]
        return f"{TIE[0]} || '>' || {TIE[1]} in {literal(ties)}", ""
    return None


def expression(name: str, said: Cells, theirs: Cells, rows: Sequence[int], places: list[int], key: str | None) -> str:
    """A column of the table in SQL: one of the statement's, how long a list is, else words by code; empty for none."""
    for one in (name, *SAME.get(name, ())):
        if one in theirs and are_same(said.raw(name), rows, theirs.raw(one), places):
            return one if one == name else f"{one} as {name}"
    wanted = [said[name][row] for row in rows]
    if len(set(wanted)) <= 1:
        return f"{literal(wanted[0]) if wanted and wanted[0] else 'null'} as {name}"
    for sql, column, made in MADE.get(name, ()):
        if column in theirs and [as_text(made(theirs.raw(column)[at])) for at in places] == wanted:
            return f"{sql} as {name}"
    codes = [one for one in (*CODES.get(name, ()), key) if one in theirs]
    found = (worded(str(one), [theirs[str(one)][at] for at in places], wanted) for one in codes)
    return next((f"{one} as {name}" for one in found if one), "")


def are_same(ours: Sequence[Any], rows: Sequence[int], theirs: Sequence[Any], places: Sequence[int]) -> bool:
    """Whether cells say the same in a CSV; text of most needn't be made for that."""
    return all(is_same(ours[row], theirs[at]) for row, at in zip(rows, places, strict=True))


def is_same(one: Any, other: Any) -> bool:
    """The same of two cells; what isn't there is no number that equals itself."""
    if one is other:
        return True
    is_plain = type(one) is type(other) and type(one) in PLAIN
    if is_plain and (one == other or (one != one and other != other)):
        return True
    return as_text(one) == as_text(other)


def worded(code: str, codes: Sequence[str], words: Sequence[str]) -> str:
    """The words that stand for codes, as SQL says it; empty where one code has two."""
    said: dict[str, str] = {}
    if any(said.setdefault(one, word) != word for one, word in zip(codes, words, strict=True)):
        return ""
    otherwise = f" else {literal(said.pop(''))}" if "" in said else ""
    whens = "".join(f" when {literal(one)} then {literal(word)}" for one, word in said.items())
    return f"case {code}::varchar{whens}{otherwise} end"


def is_key(cells: Sequence[str]) -> bool:
    """Whether no cell is empty, and none there twice."""
    return all(cells) and len(set(cells)) == len(cells)


def as_text(value: Any) -> str:
    """One cell."""
    return cell(int(value) if isinstance(value, float) and value.is_integer() else value)
