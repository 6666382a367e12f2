"""Which ties a network draws where there are too many to tell apart."""

import pandas as pd

_OVERALL = 0.45
_EACH = 3
_SLACK = 1.3


def strongest(edges: pd.DataFrame, most: int, focus: str | None = None, actors: int | None = None) -> pd.DataFrame:
    """About ``most`` ties of relation ``mention_edges``: the strongest of all, and the strongest of each actor.

    ``actors`` limits them to those between that many of the busiest. Ties of the focus (an actor id or ``RUS>UKR``)
    are all kept; a few more than ``most`` are all drawn. The order of rows stays; the index is new.
    """
    is_focus = _is_in_focus(edges, focus)
    among = edges[is_focus | _is_among(edges, actors)] if actors else edges
    if len(among) > _SLACK * most:
        ordered = among.sort_values(["statements", "source_id", "target_id"], ascending=[False, True, True])
        kept = set(ordered.index[: round(most * _OVERALL)])
        choices = [kept | _of_each(ordered, count) for count in range(_EACH, 0, -1)]
        chosen = next((ids for ids in choices if len(ids) <= most), choices[-1])
        among = among[among.index.isin(chosen) | is_focus.loc[among.index]]
    return among.reset_index(drop=True)


def _is_in_focus(edges: pd.DataFrame, focus: str | None) -> "pd.Series[bool]":
    ids = edges["source_id"] + ">" + edges["target_id"]
    return (ids == focus) | (edges["source_id"] == focus) | (edges["target_id"] == focus)


def _is_among(edges: pd.DataFrame, actors: int) -> "pd.Series[bool]":
    """True for ties between two of the busiest actors."""
    both = pd.concat([edges.groupby("source_id")["statements"].sum(), edges.groupby("target_id")["statements"].sum()])
    counts = both.groupby(level=0).sum().sort_index().sort_values(ascending=False, kind="stable")
    busiest = list(counts.index[:actors])
    return edges["source_id"].isin(busiest) & edges["target_id"].isin(busiest)


def _of_each(ordered: pd.DataFrame, count: int) -> set[int]:
    """Index of the first ``count`` ties of each actor, whichever way they point."""
    ends = pd.concat([ordered["source_id"], ordered["target_id"]]).sort_index(kind="stable")
    ends = ends.loc[list(dict.fromkeys(ordered.index))]
    return {int(row) for row in ends.groupby(ends).head(count).index}
