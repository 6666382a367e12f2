"""Which ties a network draws in full where there are too many to tell apart."""

import pandas as pd

_OVERALL = 0.45
_EACH = 3
_SLACK = 1.3


def strongest(edges: pd.DataFrame, most: int) -> "pd.Series[bool]":
    """True for about ``most`` ties of relation ``mention_edges``: the strongest of all, and of each actor.

    A few more than ``most`` are all true. The index is that of the frame.
    """
    if len(edges) <= _SLACK * most:
        return pd.Series(True, index=edges.index)
    ordered = edges.sort_values(["statements", "source_id", "target_id"], ascending=[False, True, True])
    kept = set(ordered.index[: round(most * _OVERALL)])
    choices = [kept | _of_each(ordered, count) for count in range(_EACH, 0, -1)]
    chosen = next((ids for ids in choices if len(ids) <= most), set(ordered.index[:most]))
    return edges.index.to_series().isin(chosen)


def among_busiest(edges: pd.DataFrame, actors: int) -> "pd.Series[bool]":
    """True for ties between two of the ``actors`` with most statements by and about them."""
    both = pd.concat([edges.groupby("source_id")["statements"].sum(), edges.groupby("target_id")["statements"].sum()])
    counts = both.groupby(level=0).sum().sort_index().sort_values(ascending=False, kind="stable")
    busiest = list(counts.index[:actors])
    return edges["source_id"].isin(busiest) & edges["target_id"].isin(busiest)


def _of_each(ordered: pd.DataFrame, count: int) -> set[int]:
    """Index of the first ``count`` ties of each actor, whichever way they point."""
    ends = pd.concat([ordered["source_id"], ordered["target_id"]]).sort_index(kind="stable")
    ends = ends.loc[list(dict.fromkeys(ordered.index))]
    return {int(row) for row in ends.groupby(ends).head(count).index}
