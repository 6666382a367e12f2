"""Statements on lanes: which lanes there are, and where each mark stands. Lengths in pixels, y downwards."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from dashboard.figures.acts import act_of
from dashboard.figures.labels import Box
from dashboard.figures.timescale import Timescale

OTHERS = "Other capitals"
STEP = 13.0
HANDFUL = 5
_PAD = 10.0


@dataclass(frozen=True)
class Mark:
    """A statement or event at its place; ``act`` indexes ``acts.ACTS``, ``row`` the frame."""

    item_id: str
    x: float
    y: float
    act: int
    row: int

    def box(self, reach: float = 6.0) -> Box:
        """The square that the mark covers."""
        return Box(self.x - reach, self.y - reach, self.x + reach, self.y + reach)


@dataclass(frozen=True)
class Chip:
    """More statements of one lane and column than can be drawn one by one: their count at one place."""

    x: float
    y: float
    item_ids: tuple[str, ...]
    acts: tuple[int, int, int, int]
    since: str
    until: str

    @property
    def count(self) -> int:
        """Statements behind the chip."""
        return len(self.item_ids)


@dataclass
class Lane:
    """One lane from ``top`` to ``bottom`` with its marks and chips."""

    name: str
    top: float
    bottom: float
    marks: list[Mark]
    chips: list[Chip]


def lane_names(statements: pd.DataFrame, most: int, keep: Collection[str] = ()) -> pd.Series:
    """Each statement's lane: the ``most`` busiest (and those in ``keep``) by name, the others together.

    Uses the text column ``lane`` (capital, country, speaker or topic: the caller's choice), else ``actor``.
    """
    source = "lane" if "lane" in statements else "actor"
    names = statements[source].fillna("").replace("", OTHERS)
    counts = names[names != OTHERS].value_counts(sort=False)
    ranked = sorted(counts.index, key=lambda name: (-counts[name], name))
    named = set(ranked) if len(ranked) <= most + 1 else set(ranked[:most]) | set(keep)
    return names.where(names.isin(named), OTHERS)


def lane_order(names: pd.Series) -> list[str]:
    """Lanes by number of statements, the collected others last."""
    counts = names.value_counts(sort=False)
    return sorted(counts.index, key=lambda name: (name == OTHERS, -counts[name], name))


def _slots(count: int, across: int, left: float, width: float, bottom: float) -> list[tuple[float, float]]:
    """Places for ``count`` marks, ``across`` to a row, from the bottom up and centred in the column."""
    places = []
    for start in range(0, count, across):
        row = min(across, count - start)
        indent = left + (width - (row - 1) * STEP) / 2
        places += [(indent + i * STEP, bottom - (start // across) * STEP) for i in range(row)]
    return places


def place_lane(
    rows: pd.DataFrame, name: str, top: float, scale: Timescale, focus: Collection[str] = (), least: float = 36.0
) -> Lane:
    """Marks of one lane, day by day: fanned out within a wide day, stacked on a narrow one, a chip past a handful."""
    across = max(1, min(6, int(scale.per_day // STEP)))
    days = [(day, group) for day, group in rows.groupby("starts_on", sort=True)]
    tallest = max((_rows_needed(len(group), across) for _, group in days), default=1)
    bottom = top + max(least, tallest * STEP + 2 * _PAD - 4)
    lane = Lane(name, top, bottom, [], [])
    for day, group in days:
        _fill(lane, group, scale.at(day, 0), scale.per_day, across, set(focus), str(day)[:10])
    return lane


def _rows_needed(count: int, across: int) -> int:
    return min(-(-count // across), HANDFUL)


def _fill(
    lane: Lane, group: pd.DataFrame, left: float, width: float, across: int, focus: set[str], day: str
) -> None:
    """Put one day's statements on the lane; the focused and the most important stay marks."""
    room = across * HANDFUL if across > 1 else HANDFUL
    ordered = group.assign(is_focus=group["item_id"].isin(focus)).sort_values(
        ["is_focus", "rank", "item_id"], ascending=[False, False, True]
    )
    shown = ordered if len(ordered) <= room else ordered.head(max(room - 2, int(ordered["is_focus"].sum())))
    rest = ordered.iloc[len(shown) :]
    places = _slots(len(shown), across, left, width, lane.bottom - _PAD)
    for (x, y), row, code, item in zip(places, shown.index, shown["cameo_code"], shown["item_id"], strict=True):
        lane.marks.append(Mark(str(item), x, y, act_of(code), int(row)))
    if len(rest):
        top = min((y for _, y in places), default=lane.bottom) - STEP - 2
        lane.chips.append(chip(rest, left + width / 2, max(top, lane.top + 8), day, day))


def chip(rows: pd.DataFrame, x: float, y: float, since: str, until: str) -> Chip:
    """The count of ``rows`` at one place, most important first."""
    acts = rows["cameo_code"].map(act_of)
    counts = tuple(int((acts == act).sum()) for act in range(4))
    ordered = rows.sort_values(["rank", "item_id"], ascending=[False, True])
    return Chip(x, y, tuple(ordered["item_id"].astype(str)), counts, since, until)  # type: ignore[arg-type]
