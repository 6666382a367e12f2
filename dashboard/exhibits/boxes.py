"""The ties as an ordered table of boxes."""

import pandas as pd

from dashboard.exhibits.ties import View
from dashboard.figures.theme import Theme
from dashboard.graph import MEASURES, communities, measures
from dashboard.parts.matrix import matrix
from dashboard.parts.tieparts import Open
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection

MOST = 24


def boxes(selection: Selection, seen: View, opens: Open, profile: Open, theme: Theme) -> str:
    """The busiest actors against each other, in the order chosen; the ends of what is in focus are always there."""
    names = {**dict(zip(seen.rows["source_id"], seen.rows["source"], strict=True))}
    names.update(zip(seen.rows["target_id"], seen.rows["target"], strict=True))
    first = (
        set(seen.chosen.head(MOST // 2)[["source_id", "target_id"]].to_numpy().ravel()) if seen.is_focused else set()
    )
    total = totals(seen.rows)
    busiest = sorted(names, key=lambda one: (one not in first, -total[one], names[one]))[:MOST]
    ordered = in_order(seen.rows, selection.option("sort"), names)
    actors = [(one, names[one]) for one in ordered if one in set(busiest)]
    shown = seen.rows[seen.rows["source_id"].isin(busiest) & seen.rows["target_id"].isin(busiest)]
    cells = {(row["source_id"], row["target_id"]): row for row in as_rows(shown.drop(columns="statement_ids"))}
    return matrix(actors, cells, len(names) - len(actors), opens, profile, theme, selection.focus or "")


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
