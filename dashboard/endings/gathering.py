"""How SQL alone gives a view's table: which statements its rows come from, by which of their columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.database import Asked
from dashboard.endings.expressions import Cells, expression
from dashboard.endings.literals import literal

KEYS = ("pledge_id", "item_id", "statement_id", "event_id", "speaker_id", "actor_id")
TIE = ("source_id", "target_id")
IDENTITY = (*KEYS, *TIE, "side_id", "month_starts_on")


@dataclass(frozen=True)
class Part:
    """Rows of a table that come from one statement: its `place` among those asked, and what stands in the select.

    `judge` is the place of another statement that says which of its rows they are, in which order.
    """

    place: int
    columns: tuple[str, ...]
    condition: str = ""
    order: str = ""
    judge: int | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """The statements that the rows can't be had without."""
        return (self.place,) if self.judge is None else (self.place, self.judge)


def gathered(table: pd.DataFrame, asked: Sequence[Asked]) -> tuple[Part, ...]:
    """The parts of a table in its order; none where some of its rows can't be had from the statements' own."""
    said = Cells(table)
    best = best_of(said, asked, range(len(table)))
    if best is not None:
        return (best,)
    runs = runs_of(said, asked, len(table))
    parts = [part(said, asked, place, rows) for place, rows in runs]
    return tuple(one for one in parts if one) if parts and all(parts) else ()


def best_of(said: Cells, asked: Sequence[Asked], rows: Sequence[int]) -> Part | None:
    """The whole from one statement: the one that has most of its columns, if that has its rows, else the next."""
    rated = sorted(
        range(len(asked)), key=lambda at: (-len(set(asked[at].frame) & set(said.names)), -len(asked[at].frame))
    )
    return next((one for at in rated[:2] if (one := part(said, asked, at, rows))), None)


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


def part(said: Cells, asked: Sequence[Asked], place: int, rows: Sequence[int]) -> Part | None:
    """These rows of a table from one statement; None where they can't be named or told apart there."""
    theirs = Cells(asked[place].frame)
    places = aligned(said, theirs, rows, len(asked[place].frame))
    if places is None:
        return None
    key = next((one for one in KEYS if one in theirs and is_key([theirs[one][at] for at in places])), None)
    asked_for = chosen(asked[place], places, key, theirs)
    if asked_for is None:
        return None
    named = judged(asked, place, key, [theirs[key][at] for at in places]) if key and asked_for[1] else None
    columns = [expression(name, said, theirs, rows, places, key) for name in said.names]
    return Part(place, tuple(one for one in columns if one), *(named or asked_for)) if all(columns) else None


def judged(asked: Sequence[Asked], place: int, key: str, wanted: Sequence[str]) -> tuple[str, str, int] | None:
    """The condition and the order where another statement gives just these rows' keys once no flag of it is set."""
    for at, one in enumerate(asked):
        flags = [str(name) for name in one.frame.select_dtypes(bool)]
        if at == place or key not in one.frame or not flags:
            continue
        kept = one.frame.loc[~one.frame[flags].any(axis=1), key]
        if [*map(str, kept)] == wanted:
            answer = f"answer_{at + 1}"
            named = f"select {key} from {answer} where not ({' or '.join(flags)})"  # noqa: S608 – names of ours
            order = f"list_position((select list({key}) from {answer}), {key})"  # noqa: S608
            return f"{key} in ({named})", order, at
    return None


def aligned(said: Cells, theirs: Cells, rows: Sequence[int], count: int) -> list[int] | None:
    """For each row the place of the same one in a statement's answer."""
    names, places = identities(theirs, said)
    if not names:
        return list(rows) if len(rows) == count and set(said.names) & set(theirs.names) else None
    kept = shown(theirs)
    if [[said[name][row] for row in rows] for name in names] == [[theirs[name][at] for at in kept] for name in names]:
        return kept
    left = {identity: [*found] for identity, found in places.items()}
    wanted = [left.get(tuple(said[name][row] for name in names)) for row in rows]
    return [one.pop(0) if len(one) > 1 else one[0] for one in wanted if one] if all(wanted) else None


def shown(theirs: Cells) -> list[int]:
    """The places of the rows that a statement itself says are shown."""
    return [at for at, is_so in enumerate(theirs.raw("is_shown")) if is_so] if "is_shown" in theirs else []


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
    if "is_shown" in theirs and places == shown(theirs):
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


def is_key(cells: Sequence[str]) -> bool:
    """Whether no cell is empty, and none there twice."""
    return all(cells) and len(set(cells)) == len(cells)
