"""A column of a view's table as SQL says it: a statement's own, how long a list is, words by what they stand for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.endings.literals import literal
from dashboard.published.table import cell
from dashboard.readings.prose import items
from dashboard.records import values

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
    "said_by": ("speaker", "new_speaker"),
    "old_said_by": ("old_speaker",),
    "counted_label": ("counted_as", "is_counting"),
    "named": ("is_current", "is_aged"),
    "change_label": ("change", "change is_counting"),
    "position": ("status", "status counted_as", "status instrument counted_as"),
    "old_label": ("old_status",),
    "new_label": ("new_status",),
    "outcome_label": ("outcome",),
    "group": ("outcome",),
    "release_label": ("kiel_release",),
    "tone_label": ("tone",),
    "ranked": ("is_ranked",),
    "stands": ("is_standing",),
    "kind_words": ("kind", "kind phase"),
    "status_words": ("status",),
    "quote_form": ("quote_form_label",),
}
MADE: Mapping[str, Sequence[tuple[str, str, Callable[[Any], Any]]]] = {
    "sources": (("len(source_ids)", "source_ids", lambda cell: len(items(cell))),),
    "topics": (("array_to_string(topic_labels, '; ')", "topic_labels", lambda cell: "; ".join(items(cell))),),
}
TYPES: Sequence[tuple[Callable[[Any], bool], str]] = (
    (pd.api.types.is_bool_dtype, "::boolean"),
    (pd.api.types.is_integer_dtype, "::bigint"),
    (pd.api.types.is_float_dtype, "::double"),
    (pd.api.types.is_datetime64_any_dtype, "::date"),
)
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

    def kind(self, name: str) -> str:
        """What makes a column of the same type from its text in SQL; empty where it is text or a list."""
        return next((sql for is_so, sql in TYPES if is_so(self.frame[name].dtype)), "")

    def raw(self, name: str) -> list[Any]:
        """The column in Python's own types."""
        if name not in self._raw:
            self._raw[name] = values(self.frame[name])
        return self._raw[name]


def expression(name: str, said: Cells, theirs: Cells, rows: Sequence[int], places: list[int], key: str | None) -> str:
    """A column of the table in SQL: one of the statement's, how long a list is, else words by code; empty for none."""
    for one in (name, *SAME.get(name, ())):
        if one in theirs and are_same(said.raw(name), rows, theirs.raw(one), places):
            return one if one == name else f"{one} as {name}"
    wanted, kind = [said[name][row] for row in rows], said.kind(name)
    if len(set(wanted)) <= 1:
        return f"{literal(wanted[0]) if any(wanted) else 'null'}{kind or '::varchar'} as {name}"
    for sql, column, made in MADE.get(name, ()):
        if column in theirs and [as_text(made(theirs.raw(column)[at])) for at in places] == wanted:
            return f"{sql} as {name}"
    found = (
        or_else(one, cells, wanted) or worded(one, cells, wanted) for one, cells in codes(name, theirs, places, key)
    )
    return next((f"({one}){kind} as {name}" if kind else f"{one} as {name}" for one in found if one), "")


def codes(name: str, theirs: Cells, places: list[int], key: str | None) -> Iterator[tuple[str, list[str]]]:
    """What a column may put in words, as SQL and row by row: a statement's columns, alone or together, or its key."""
    for one in (*CODES.get(name, ()), *([key] if key else ())):
        parts = one.split()
        if all(part in theirs for part in parts):
            between = ", ' ', "
            sql = f"concat({between.join(parts)})" if parts[1:] else f"{one}::varchar"
            yield sql, [" ".join(theirs[part][at] for part in parts) for at in places]


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


def or_else(code: str, codes: Sequence[str], words: Sequence[str]) -> str:
    """A text of the statement's and what is said where there is none, as SQL says it; empty where it is more."""
    instead = {word for one, word in zip(codes, words, strict=True) if not one}
    if len(instead) != 1 or any(one and one != word for one, word in zip(codes, words, strict=True)):
        return ""
    return f"coalesce(nullif({code}, ''), {literal(instead.pop())})"


def worded(code: str, codes: Sequence[str], words: Sequence[str]) -> str:
    """The words that stand for codes, as SQL says it; empty where one code has two."""
    said: dict[str, str] = {}
    if any(said.setdefault(one, word) != word for one, word in zip(codes, words, strict=True)):
        return ""
    otherwise = f" else {literal(said.pop(''))}" if "" in said else ""
    whens = "".join(f" when {literal(one)} then {literal(word)}" for one, word in said.items())
    return f"case {code}{whens}{otherwise} end"


def as_text(value: Any) -> str:
    """One cell."""
    return cell(int(value) if isinstance(value, float) and value.is_integer() else value)
