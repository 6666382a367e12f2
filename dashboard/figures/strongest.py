"""Which ties a network draws in full where there are too many to tell apart."""

from collections.abc import Collection

import pandas as pd

_OVERALL = 0.45
_EACH = 3
_SLACK = 1.3


def strongest(edges: pd.DataFrame, most: int) -> "pd.Series[bool]":
    """True for about ``most`` ties of relation ``mention_edges``: the strongest of all, and of each actor.

    A few more than ``most`` are all true. The index is that of the frame.
    """
    counts, sources, targets = (edges[name].tolist() for name in ("statements", "source_id", "target_id"))
    chosen = strongest_of(counts, sources, targets, most)
    return pd.Series([row in chosen for row in range(len(edges))], index=edges.index, dtype=bool)


def strongest_of(counts: list[int], sources: list[str], targets: list[str], most: int) -> Collection[int]:
    """The same of plain columns: the places of those ties."""
    if len(counts) <= _SLACK * most:
        return range(len(counts))
    ordered = sorted(range(len(counts)), key=lambda row: (-counts[row], sources[row], targets[row]))
    kept = set(ordered[: round(most * _OVERALL)])
    choices = (kept | _of_each(ordered, sources, targets, count) for count in range(_EACH, 0, -1))
    return next((rows for rows in choices if len(rows) <= most), set(ordered[:most]))


def among_busiest(edges: pd.DataFrame, actors: int) -> "pd.Series[bool]":
    """True for ties between two of the ``actors`` with most statements by and about them."""
    both = pd.concat([edges.groupby("source_id")["statements"].sum(), edges.groupby("target_id")["statements"].sum()])
    counts = both.groupby(level=0).sum().sort_index().sort_values(ascending=False, kind="stable")
    busiest = list(counts.index[:actors])
    return edges["source_id"].isin(busiest) & edges["target_id"].isin(busiest)


def _of_each(ordered: list[int], sources: list[str], targets: list[str], count: int) -> set[int]:
    """Places of the first ``count`` ties of each actor, whichever way they point."""
    found: set[int] = set()
    seen: dict[str, int] = {}
    for row in ordered:
        for actor in (sources[row], targets[row]):
            seen[actor] = seen.get(actor, 0) + 1
            if seen[actor] <= count:
                found.add(row)
    return found
