"""The ties as an ordered table of boxes, and the same as a figure to take along."""

from dataclasses import dataclass
from math import sqrt

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.exhibits.exhibit import WIDTH
from dashboard.exhibits.ties import View
from dashboard.figures.canvas import folded
from dashboard.figures.squares import Square, squares
from dashboard.figures.theme import Theme, readable
from dashboard.figures.ties import LETTER
from dashboard.graph import MEASURES, communities, measures
from dashboard.parts.matrix import Cells, matrix
from dashboard.parts.tieparts import Open, tie_words
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection

MOST = 24


@dataclass(frozen=True)
class Boxes:
    """The busiest actors (id, name) in their order, their ties by both ends, and how many actors are left out."""

    actors: tuple[tuple[str, str], ...]
    cells: Cells
    left_out: int


def busiest(selection: Selection, seen: View) -> Boxes:
    """The busiest actors against each other, in the order chosen; the ends of what is in focus are always there."""
    names = {**dict(zip(seen.rows["source_id"], seen.rows["source"], strict=True))}
    names.update(zip(seen.rows["target_id"], seen.rows["target"], strict=True))
    first = (
        set(seen.chosen.head(MOST // 2)[["source_id", "target_id"]].to_numpy().ravel()) if seen.is_focused else set()
    )
    total = totals(seen.rows)
    chosen = sorted(names, key=lambda one: (one not in first, -total[one], names[one]))[:MOST]
    ordered = in_order(seen.rows, selection.option("sort"), names)
    actors = tuple((one, names[one]) for one in ordered if one in set(chosen))
    shown = seen.rows[seen.rows["source_id"].isin(chosen) & seen.rows["target_id"].isin(chosen)]
    cells = {(row["source_id"], row["target_id"]): row for row in as_rows(shown.drop(columns="statement_ids"))}
    return Boxes(actors, cells, len(names) - len(actors))


def boxes(selection: Selection, seen: View, opens: Open, profile: Open, theme: Theme) -> str:
    """The ties as HTML."""
    found = busiest(selection, seen)
    return matrix(found.actors, found.cells, found.left_out, opens, profile, theme, selection.focus or "")


def drawn(selection: Selection, seen: View, theme: Theme, width: int = WIDTH) -> Figure:
    """The same as a figure: a square's area is the number of statements, its colour their tone."""
    found = busiest(selection, seen)
    at = {one: place for place, (one, _) in enumerate(found.actors)}
    most = max((int(row["statements"]) for row in found.cells.values()), default=1)
    cells = [
        Square(
            row=at[source],
            column=at[target],
            share=sqrt(int(row["statements"]) / most),
            colour=theme.tone[row["tone"]],
            outline=theme.tone[row["tone"]],
            ink=readable(theme.tone[row["tone"]]),
            letter=f"{LETTER[row['tone']]} {row['statements']}",
            hover=folded(tie_words(row)),
            code=f"{source}>{target}",
        )
        for (source, target), row in found.cells.items()
    ]
    names = [name for _, name in found.actors]
    return squares(names, names, cells, theme, width)


def totals(rows: pd.DataFrame) -> dict[str, int]:
    """Statements by and about each actor."""
    both = pd.concat([rows.groupby("source_id")["statements"].sum(), rows.groupby("target_id")["statements"].sum()])
    return {str(actor): int(count) for actor, count in both.groupby(level=0).sum().items()}


def in_order(rows: pd.DataFrame, sort: str, names: dict[str, str]) -> list[str]:
    """Ids of all actors: by name, by community and statements, or by a measure, the largest first."""
    total = totals(rows)
    if sort == "name":
        return sorted(names, key=lambda one: (names[one].casefold(), one))
    if sort in ("", "total"):
        return sorted(names, key=lambda one: (-total[one], names[one]))
    if sort == "community":
        groups = communities(rows)
        return sorted(names, key=lambda one: (groups[one], -total[one], names[one]))
    found = measures(rows).set_index("actor_id")[sort if sort in {one.column for one in MEASURES} else "total"]
    return sorted(names, key=lambda one: (-float(found[one]), -total[one], names[one]))
