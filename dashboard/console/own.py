"""A view's own questions, as a reader may edit them: parameters written out as what they stand for."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from dashboard.database import Asked

PARAMETER = re.compile(r"\$([a-z_]\w*)")


def readable(asked: Asked) -> str:
    """The statement with every `$parameter` as a literal."""
    return PARAMETER.sub(lambda found: literal(value_of(asked.parameters, found)), asked.sql)


def value_of(parameters: Mapping[str, Any], found: re.Match[str]) -> Any:
    """The value of a parameter; what has none is left as it is written."""
    return parameters.get(found.group(1))


def literal(value: Any) -> str:
    """A value as SQL writes it: days as date '2025-09-04', lists in brackets, nothing as null."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.datetime):
        return f"timestamp '{value.isoformat(' ')}'"
    if isinstance(value, dt.date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(literal(one) for one in value) + "]" if value else "[]::varchar[]"
    return str(value)
