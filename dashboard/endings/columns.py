"""The columns of a view's table: name, type, heading and meaning, the same whichever ending carries them."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.database import Database
from dashboard.endings.meanings import KINDS, MEANINGS, OF_PAGE, PREFERRED
from dashboard.exhibits.exhibit import Exhibit
from dashboard.queries.codebook import codebook

Described = Mapping[str, Mapping[str, tuple[str, str]]]


def is_nothing(value: Any) -> bool:
    """Whether a cell is empty; an empty list and an empty text are something."""
    return value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value)


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
    return Column(name, kind_of(f"{exhibit.subject}.{name}", values, data_type), exhibit.columns.get(name, ""), meaning)


def kind_of(place: str, values: pd.Series, data_type: str) -> str:
    """The type of a column, the same whichever rows are left: where values don't tell, by page and name."""
    if isinstance(values.dtype, pd.StringDtype):
        return "text"
    if pd.api.types.is_datetime64_any_dtype(values.dtype):
        return "date"
    if values.isna().all():
        own = place.partition(".")[2]
        return KINDS.get(place) or KINDS.get(own, "text") if own in MEANINGS else kind_of_type(data_type)
    if pd.api.types.is_bool_dtype(values.dtype):
        return "boolean"
    if pd.api.types.is_float_dtype(values.dtype) and data_type not in ("BIGINT", "INTEGER"):
        return "number"
    return "integer" if pd.api.types.is_numeric_dtype(values.dtype) else kind_of_value(values)


def kind_of_type(data_type: str) -> str:
    """What a type of the database is called here."""
    if data_type.endswith("[]"):
        return "list"
    return {"DATE": "date", "BIGINT": "integer", "INTEGER": "integer", "DOUBLE": "number", "BOOLEAN": "boolean"}.get(
        data_type, "text"
    )


def kind_of_value(values: pd.Series) -> str:
    """The type of a column that pandas has no type for: by its first value."""
    first = next(value for value in values if not is_nothing(value))
    if isinstance(first, str):
        return "text"
    if hasattr(first, "__len__"):
        return "list"
    return "boolean" if isinstance(first, bool) else "date" if hasattr(first, "isoformat") else "text"
