"""A query's rows as JSON that a browser reads without loss, within bounds."""

import datetime as dt
import json
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

EXACT = 2**53


class Written:
    """Rows as JSON text, until it is as long as it may be; `is_full` and `is_shortened` say what is missing."""

    def __init__(self, most_bytes: int, longest_cell: int) -> None:
        self.most, self.longest = most_bytes, longest_cell
        self.rows: list[bytes] = []
        self.size, self.is_full, self.is_shortened = 0, False, False

    def add(self, row: Sequence[Any]) -> bool:
        """Append a row; false where the text would grow too large."""
        text = json.dumps([self.short(plain(value)) for value in row], ensure_ascii=False, allow_nan=False)
        body = text.encode("utf-8", "replace")
        if self.size + len(body) + 1 > self.most:
            self.is_full = True
            return False
        self.size += len(body) + 1
        self.rows.append(body)
        return True

    def short(self, value: Any) -> Any:
        """A value that isn't longer than a cell may be; a longer one becomes the start of its text."""
        if isinstance(value, (str, list, dict)):
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            if len(text) > self.longest:
                self.is_shortened = True
                return text[: self.longest] + "…"
        return value

    def joined(self) -> bytes:
        """The rows as one JSON list."""
        return b"[" + b",".join(self.rows) + b"]"


def plain(value: Any) -> Any:
    """A value of DuckDB's as JSON has it: days and times in ISO form, numbers that a browser would round as text."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) <= EXACT else str(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        return float(value) if abs(value) < EXACT and len(value.as_tuple().digits) <= 15 else str(value)
    if isinstance(value, (dt.datetime, dt.date, dt.time)):
        return value.isoformat(" ") if isinstance(value, dt.datetime) else value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, dict):
        return {str(plain(key)): plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, Iterable) else str(value)
