"""A frame as plain rows: pandas' own way walks its string arrays cell by cell and takes two to three times as long."""

import weakref
from collections.abc import Collection
from typing import Any

import pandas as pd

Rows = list[dict[str, Any]]
_MADE: dict[int, tuple[weakref.ref[pd.DataFrame], int, Rows]] = {}


def records(frame: pd.DataFrame) -> Rows:
    """The rows as dicts, column → value, in order: Python's own types, None or nan for what is missing.

    Made once for each frame, as long as that lives; every caller gets dicts of its own. Cells of a frame that was
    asked for its rows aren't written to any more.
    """
    return [row.copy() for row in _rows(frame)]


def picked(frame: pd.DataFrame, places: list[int]) -> pd.DataFrame:
    """A frame of the rows at these places; as plain rows, it has those of the frame that they are picked from."""
    found, rows = frame.take(places).reset_index(drop=True), _rows(frame)
    return _keep(found, [rows[place] for place in places])


def _rows(frame: pd.DataFrame) -> Rows:
    known = _MADE.get(id(frame))
    if known is None or known[0]() is not frame or known[1] != frame.shape[1]:
        _keep(frame, made(frame))
        known = _MADE[id(frame)]
    return known[2]


def _keep(frame: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    if id(frame) not in _MADE:
        weakref.finalize(frame, _MADE.pop, id(frame), None)
    _MADE[id(frame)] = weakref.ref(frame), frame.shape[1], rows
    return frame


def made(frame: pd.DataFrame) -> Rows:
    """The rows, made anew."""
    columns = [values(column) for _, column in frame.items()]
    names = [str(name) for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def values(column: pd.Series) -> list[Any]:
    """A column in Python's own types."""
    if isinstance(column.dtype, pd.StringDtype):
        return list(column.to_numpy(dtype=object))
    found: list[Any] = column.tolist()
    return found if column.dtype.kind in "mM" else [None if value is pd.NA else value for value in found]


def some(frame: pd.DataFrame, names: Collection[str]) -> Rows:
    """Rows with these columns alone, as far as there are any of the name, made anew; days as dates, None for no day."""
    found = [str(name) for name in frame.columns if name in names]
    columns = [days_or_values(frame[name]) for name in found]
    return [dict(zip(found, row, strict=True)) for row in zip(*columns, strict=True)]


def days_or_values(column: pd.Series) -> list[Any]:
    """A column in Python's own types, timestamps as the days that they are."""
    if column.dtype.kind != "M":
        return values(column)
    found: list[Any] = column.to_numpy().astype("datetime64[D]").tolist()
    return found
