"""A view's rows as Parquet: the same types whatever is left of the rows, what they mean in the file's metadata."""

import io
import json
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from dashboard.endings.columns import Column, is_nothing
from dashboard.endings.records import plain
from dashboard.endings.shown import Shown
from dashboard.records import values

TYPES = {
    "text": pa.string(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "integer": pa.int64(),
    "number": pa.float64(),
}


def as_parquet(shown: Shown) -> bytes:
    """The file."""
    table, described = shown.exhibit.table, shown.columns
    arrays = [array(table[one.name], one) for one in described]
    fields = [
        pa.field(one.name, found.type, metadata={"description": one.meaning})
        for one, found in zip(described, arrays, strict=True)
    ]
    buffer = io.BytesIO()
    written = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=said(shown)))
    pq.write_table(written, buffer, compression="zstd")
    return buffer.getvalue()


def array(column: pd.Series, described: Column) -> pa.Array:
    """A column as Arrow holds it."""
    if described.kind == "list":
        return lists([None if is_nothing(value) else plain(value) for value in values(column)])
    if described.kind == "date":
        return pa.array([None if is_nothing(value) else value.date() for value in values(column)], TYPES["date"])
    cells = [None if is_nothing(value) else value for value in values(column)]
    if described.kind in ("integer", "number"):
        return pa.array([None if cell is None else float(cell) for cell in cells]).cast(TYPES[described.kind])
    return pa.array(cells, TYPES[described.kind])


def lists(cells: list[Any]) -> pa.Array:
    """Lists of text, or of records; of text where all are empty."""
    is_any = any(cells)
    return pa.array(cells) if is_any else pa.array(cells, pa.list_(pa.string()))


def said(shown: Shown) -> dict[str, str]:
    """What the file says of itself."""
    return {
        "title": shown.exhibit.title,
        "sentence": shown.exhibit.sentence,
        "release": str(shown.release["release"]),
        "licence": json.dumps([shown.licence.name, shown.licence.url]),
        "address": shown.address,
        "citation": shown.citation,
    }
