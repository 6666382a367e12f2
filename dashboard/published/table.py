"""A table as text for scripts. What a spreadsheet would run as a formula stays text."""

import csv
import datetime as dt
import io
from typing import Any

import pandas as pd

from dashboard.readings.prose import is_missing
from dashboard.records import values

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def as_csv(table: pd.DataFrame) -> str:
    """CSV with LF line ends: days as 2025-09-04, lists joined by `;`, true and false, empty for what is missing."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(str(name) for name in table.columns)
    columns = [[cell(value) for value in values(whole(table[name]))] for name in table.columns]
    writer.writerows(zip(*columns, strict=True))
    return buffer.getvalue()


def whole(column: pd.Series) -> pd.Series:
    """A column of whole numbers that pandas holds as fractions because some are missing, as whole numbers again."""
    if pd.api.types.is_float_dtype(column) and (column.dropna() % 1 == 0).all():
        return column.astype("Int64")
    return column


def cell(value: Any) -> str:
    """One cell as text, numbers as numbers; no text in it is run."""
    return neutral(written(value)) if isinstance(value, str) or hasattr(value, "__len__") else written(value)


def written(value: Any) -> str:
    """One value as text, with LF line ends."""
    if isinstance(value, str):
        return value if "\r" not in value else value.replace("\r\n", "\n").replace("\r", "\n")
    if is_missing(value):
        return ""
    if isinstance(value, bool) or type(value).__name__ == "bool":
        return str(bool(value)).lower()
    if isinstance(value, dict):
        return ":".join(written(part) for part in value.values())
    if hasattr(value, "__len__"):
        return ";".join(written(part) for part in value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat()
    return str(value)


def neutral(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet would read it as a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
