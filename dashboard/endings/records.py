"""A view's rows as JSON: records, with what the columns mean and where the rows come from."""

import datetime as dt
import json
import math
from collections.abc import Callable
from typing import Any

import pandas as pd

from dashboard.endings.columns import is_nothing
from dashboard.endings.shown import Shown
from dashboard.records import values


def as_json(shown: Shown) -> bytes:
    """The document."""
    exhibit, licence = shown.exhibit, shown.licence
    told = {
        "title": exhibit.title,
        "sentence": exhibit.sentence,
        "reading": exhibit.reading,
        "page": exhibit.subject,
        "shape": exhibit.shape,
        "release": str(shown.release["release"]),
        "licence": {"name": licence.name, "title": licence.title, "url": licence.url or None},
        "address": shown.address,
        "citation": shown.citation,
        "notes": list(exhibit.notes),
        "shown": exhibit.shown,
        "total": exhibit.total,
        "unit": exhibit.unit,
        "columns": [
            {"name": one.name, "type": one.kind, "title": one.heading or None, "description": one.meaning}
            for one in shown.columns
        ],
        "records": records(shown),
    }
    return json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def records(shown: Shown) -> list[dict[str, Any]]:
    """The rows, in JSON's own types: days as 2025-09-04, lists as lists, null for what is missing."""
    table = shown.exhibit.table
    told = [cells(table[one.name], one.kind) for one in shown.columns]
    names = [one.name for one in shown.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*told, strict=True)]


def cells(column: pd.Series, kind: str) -> list[Any]:
    """A column's cells in JSON's own types."""
    as_cell = CELLS[kind]
    return [None if is_nothing(value) else as_cell(value) for value in values(column)]


def day(value: Any) -> str:
    """A day as 2025-09-04; a time with its hours."""
    is_day = isinstance(value, dt.datetime) and value.time() == dt.time()
    return str(value.date().isoformat() if is_day else value.isoformat())


def number(value: Any) -> float | None:
    """A number that JSON can write."""
    return float(value) if math.isfinite(value) else None


def plain(value: Any) -> Any:
    """A cell of a list, with the lists and records within it."""
    if isinstance(value, dict):
        return {str(name): plain(part) for name, part in value.items()}
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return day(value) if isinstance(value, dt.date) else value


CELLS: dict[str, Callable[[Any], Any]] = {
    "text": str,
    "date": day,
    "boolean": bool,
    "integer": int,
    "number": number,
    "list": plain,
}
