"""Rows of relation ``timeline_items`` as plain dicts: reading, drawing and listing them touch no frame."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

_TEXTS = ("item_id", "item_kind", "date_precision", "title", "speaker_id", "speaker", "office", "actor_id", "actor")
_MORE = ("category", "cameo_code", "place", "event_id", "reply_to_id")

Rows = Sequence[Mapping[str, Any]]
Column = Callable[[str], NDArray[Any]]


class ItemRows(list[Mapping[str, Any]]):
    """The rows of a window, the statements among them picked once.

    `column` gives what all rows have of a name, where that needs no look at each of them.
    """

    def __init__(self, rows: Iterable[Mapping[str, Any]], column: Column | None = None) -> None:
        super().__init__(rows)
        self._column = column

    def column(self, name: str) -> NDArray[Any]:
        """What the rows have of a name, in their order."""
        if self._column:
            return self._column(name)
        return np.fromiter((row[name] for row in self), dtype=object, count=len(self))

    @cached_property
    def statements(self) -> "ItemRows":
        """Those that are statements."""
        is_one = self.column("item_kind") == "statement"
        return ItemRows(compress(self, is_one.tolist()), lambda name: self.column(name)[is_one])


def statements_of(rows: Rows) -> ItemRows:
    """The statements among the rows of a window."""
    return (rows if isinstance(rows, ItemRows) else ItemRows(rows)).statements


def values(rows: Rows, name: str) -> list[Any]:
    """What rows have of a name."""
    return rows.column(name).tolist() if isinstance(rows, ItemRows) else [row[name] for row in rows]


def item_rows(items: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row with plain dates, None for what is missing, and ``lanes``: the codes of the lanes that it stands on.

    Without a column ``lanes``, its actor is its lane.
    """
    columns: dict[str, list[Any]] = {name: _plain(items, name) for name in (*_TEXTS, *_MORE)}
    for name in ("starts_on", "ends_on"):
        columns[name] = pd.to_datetime(items[name]).to_numpy().astype("datetime64[D]").tolist()
    columns["rank"], columns["doubts"] = items["rank"].tolist(), items["doubts"].fillna(0).tolist()
    columns["lanes"] = (
        items["lanes"].tolist() if "lanes" in items else [[code] if code else [] for code in columns["actor_id"]]
    )
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _plain(items: pd.DataFrame, name: str) -> list[Any]:
    if name not in items:
        return [None] * len(items)
    return [one if isinstance(one, str) and one else None for one in items[name].to_numpy(dtype=object)]
