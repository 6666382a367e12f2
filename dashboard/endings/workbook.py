"""A view's rows as a workbook: typed cells under a frozen header, and a sheet that says what they are."""

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.endings.columns import Column, is_nothing
from dashboard.endings.shown import Shown
from dashboard.published.table import FORMULA, written
from dashboard.records import values

AS_WRITTEN = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
LONGEST = 32767  # what a cell of a workbook holds
WIDTHS = {"date": 12, "integer": 10, "number": 12, "boolean": 10}


def as_xlsx(shown: Shown) -> bytes:
    """The workbook; the same rows, the same bytes."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True, **AS_WRITTEN}) as book:
        day = dt.datetime.combine(shown.release["recorded_on"], dt.time())
        book.set_properties({"title": shown.exhibit.title, "subject": shown.exhibit.sentence, "created": day})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "quoted": book.add_format({"quote_prefix": True}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        fill_rows(book.add_worksheet("Rows"), shown, looks)
        fill_about(book.add_worksheet("About"), shown, looks)
    return buffer.getvalue()


def fill_rows(sheet: Worksheet, shown: Shown, looks: dict[str, Format]) -> None:
    """The rows, a column at a time."""
    table = shown.exhibit.table
    sheet.freeze_panes(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    for at, one in enumerate(shown.columns):
        sheet.write_string(0, at, one.name, looks["head"])
        sheet.set_column(at, at, WIDTHS.get(one.kind) or width(table[one.name]))
        fill_column(sheet, at, table[one.name], one, looks)


def fill_column(sheet: Worksheet, at: int, column: pd.Series, one: Column, looks: dict[str, Format]) -> None:
    """The cells of a column, each of its type; nothing where nothing is."""
    write = writer(sheet, one.kind, looks)
    for row, value in enumerate(values(column), 1):
        if not is_nothing(value):
            write(row, at, value)


def writer(sheet: Worksheet, kind: str, looks: dict[str, Format]) -> Callable[[int, int, Any], object]:
    """What writes a cell of a type."""
    if kind == "date":
        return lambda row, at, value: sheet.write_datetime(row, at, value, looks["date"])
    if kind == "boolean":
        return lambda row, at, value: sheet.write_boolean(row, at, bool(value))
    if kind in ("integer", "number"):
        return lambda row, at, value: sheet.write_number(row, at, value)
    if kind == "list":
        return lambda row, at, value: text(sheet, row, at, written(value), looks["quoted"])
    return lambda row, at, value: text(sheet, row, at, value, looks["quoted"])


def text(sheet: Worksheet, row: int, at: int, words: str, quoted: Format, usual: Format | None = None) -> None:
    """Text as text, also once somebody edits the cell: what begins like a formula is marked as quoted."""
    if words:
        sheet.write_string(row, at, words[:LONGEST], quoted if words.startswith(FORMULA) else usual)


def width(column: pd.Series) -> int:
    """A width in characters that shows most of what a text column holds."""
    lengths = [len(value) if isinstance(value, str) else 20 for value in list(column.head(40)) if value is not None]
    return min(max([10, *lengths]), 60)


def fill_about(sheet: Worksheet, shown: Shown, looks: dict[str, Format]) -> None:
    """What the rows are, where they come from, what their columns mean."""
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    for row, (name, words) in enumerate(about(shown)):
        sheet.write_string(row, 0, name, looks["head"] if not words else None)
        text(sheet, row, 1, words, looks["quoted"], looks["wrapped"])


def about(shown: Shown) -> Iterator[tuple[str, str]]:
    """Name and words of each line of the sheet; a heading has no words."""
    exhibit = shown.exhibit
    yield "Title", exhibit.title
    yield "Shows", exhibit.sentence
    yield "In words", exhibit.reading
    yield from (("Note", note) for note in exhibit.notes)
    yield "Rows", f"{exhibit.shown} of {exhibit.total} {exhibit.unit}"
    yield "Release", str(shown.release["release"])
    yield "Licence", " ".join(part for part in (shown.licence.title, shown.licence.url) if part)
    yield "Address", shown.address
    yield "Cite as", shown.citation
    yield "Columns", ""
    yield from ((one.name, one.meaning) for one in shown.columns)
    yield f"Sources ({len(shown.sources)})", ""
    for one in shown.sources:
        day = f", {one['published_on']:%Y-%m-%d}" if not is_nothing(one["published_on"]) else ", undated"
        yield one["publisher"] or "", f"{one['title']}{day}, {one['url']}"
