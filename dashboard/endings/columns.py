"""The columns of a view's table: name, type, heading and meaning, the same whichever ending carries them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.database import Database
from dashboard.endings.meanings import MEANINGS, OF_PAGE, PREFERRED
from dashboard.exhibits.exhibit import Exhibit
from dashboard.queries.codebook import codebook
from dashboard.readings.prose import is_missing

Described = Mapping[str, Mapping[str, tuple[str, str]]]


class Column(NamedTuple):
    """One column: `kind` is text, date, boolean, integer, number or list."""

    name: str
    kind: str
    heading: str
    meaning: str


def columns(db: Database, exhibit: Exhibit) -> list[Column]:
    """The columns of an exhibit's table, in their order."""
    known = db.kept("codebook", lambda: by_table(codebook(db).rows))
    return [column(known, exhibit, str(name), values) for name, values in exhibit.table.items()]


def by_table(rows: Sequence[Mapping[str, Any]]) -> Described:
    """Table → column → its type and meaning."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row["table_name"], {})[row["column_name"]] = row["data_type"], row["comment"]
    return found


def column(known: Described, exhibit: Exhibit, name: str, values: pd.Series) -> Column:
    """One column described: by what the page makes of it, else by the tables that the page is made from."""
    preferred = PREFERRED.get(exhibit.subject, ())
    tables = [*preferred, *(table for table in known if table not in preferred)]
    data_type, comment = next((known[table][name] for table in tables if name in known.get(table, {})), ("", ""))
    meaning = OF_PAGE.get(exhibit.subject, {}).get(name) or comment or MEANINGS.get(name, "")
    return Column(name, kind_of(values, data_type), exhibit.columns.get(name, ""), meaning)


def kind_of(values: pd.Series, data_type: str) -> str:
    """The type of a column, the same whichever rows are left: where values don't tell, the database's."""
    if pd.api.types.is_bool_dtype(values.dtype):
        return "boolean"
    if pd.api.types.is_integer_dtype(values.dtype):
        return "integer"
    if pd.api.types.is_float_dtype(values.dtype):
        return "integer" if data_type in ("BIGINT", "INTEGER") else "number"
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return "date"
    if isinstance(values.dtype, pd.StringDtype):
        return "text"
    return kind_of_objects(values, data_type)


def kind_of_objects(values: pd.Series, data_type: str) -> str:
    """The type of a column that pandas has no type for: by its first value."""
    first = next((value for value in values if not is_missing(value)), None)
    if first is None:
        return {"DATE": "date", "BIGINT": "integer", "DOUBLE": "number", "BOOLEAN": "boolean"}.get(
            data_type, "list" if data_type.endswith("[]") else "text"
        )
    if isinstance(first, str):
        return "text"
    if hasattr(first, "__len__"):
        return "list"
    return "date" if hasattr(first, "isoformat") else "text"
