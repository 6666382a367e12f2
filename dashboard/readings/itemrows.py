"""Rows of relation ``timeline_items`` as plain dicts: reading, drawing and listing them touch no frame."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

_TEXTS = ("item_id", "item_kind", "date_precision", "title", "speaker_id", "speaker", "office", "actor_id", "actor")
_MORE = ("category", "cameo_code", "place", "event_id", "reply_to_id")

Rows = Sequence[Mapping[str, Any]]


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
