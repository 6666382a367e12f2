"""Values as SQL writes them."""

import datetime as dt
from collections.abc import Mapping
from typing import Any


def literal(value: Any) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{value!r}{'::double' if isinstance(value, float) else ''}"
    if isinstance(value, dt.datetime):
        return f"timestamp '{value.isoformat(' ')}'"
    if isinstance(value, dt.date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{quoted(str(name))}: {literal(part)}" for name, part in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(literal, value))}]{'' if value else '::varchar[]'}"
    return quoted(str(value))


def quoted(text: str) -> str:
    """Text as SQL writes it; DuckDB takes a NUL for the end of the statement."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
