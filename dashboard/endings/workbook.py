"""A view's rows as a workbook: typed cells under a frozen header, and a sheet that says what they are."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.endings.cells import Cells, column, with_rows
from dashboard.endings.columns import Column, is_nothing
from dashboard.endings.shown import Shown
from dashboard.published.table import written
from dashboard.records import values
from dashboard.writable import writable

WIDTHS = {"date": 12, "integer": 10, "number": 12, "boolean": 10}
HEAD = 4  # characters that bold type and the filter's arrow take beside a column's name
ROWS, ABOUT = "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"


def as_xlsx(shown: Shown) -> bytes:
    """The workbook; the same rows, the same bytes."""
    buffer = io.BytesIO()
    with Workbook(buffer, {"in_memory": True}) as book:
        day = dt.datetime.combine(shown.release["recorded_on"], dt.time())
        title, subject = writable(shown.exhibit.title), writable(shown.exhibit.sentence)
        book.set_properties({"title": title, "subject": subject, "created": day})
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1, "valign": "top"}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
            "quoted": book.add_format({"quote_prefix": True}),
            "wrapped": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        head_of_rows(book.add_worksheet("Rows"), shown, looks["head"])
        head_of_about(book.add_worksheet("About"), looks["head"])
        places = {name: one._get_xf_index() for name, one in looks.items()}
    return with_rows(buffer.getvalue(), {ROWS: rows(shown, places), ABOUT: lines(shown, places)})


def head_of_rows(sheet: Worksheet, shown: Shown, look: Format) -> None:
    """The names of the columns, kept in sight, with room for what stands below them."""
    table = shown.exhibit.table
    sheet.freeze_panes(1, 0)
    if len(table.columns):
        sheet.autofilter(0, 0, len(table), len(table.columns) - 1)
    for at, one in enumerate(shown.columns):
        sheet.write_string(0, at, one.name, look)
        sheet.set_column(at, at, max(WIDTHS.get(one.kind) or width(table[one.name]), len(one.name) + HEAD))


def width(column: pd.Series) -> int:
    """A width in characters that shows most of what a text column holds."""
    lengths = [len(value) if isinstance(value, str) else 20 for value in list(column.head(40)) if value is not None]
    return min(max([10, *lengths]), 60)


def head_of_about(sheet: Worksheet, look: Format) -> None:
    """Room for names and words."""
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, "About these rows", look)


def rows(shown: Shown, looks: Mapping[str, int]) -> list[Cells]:
    """The cells of the rows, column by column."""
    table = shown.exhibit.table
    return [column(told(table[one.name], one), one.kind, at, looks) for at, one in enumerate(shown.columns)]


def told(column: pd.Series, one: Column) -> list[Any]:
    """A column's values, lists joined, nothing where nothing is."""
    cells = values(column)
    if isinstance(column.dtype, pd.StringDtype):
        return [value if isinstance(value, str) else None for value in cells]
    cells = [None if is_nothing(value) else value for value in cells]
    return [None if cell is None else written(cell) for cell in cells] if one.kind == "list" else cells


def lines(shown: Shown, looks: Mapping[str, int]) -> list[Cells]:
    """The cells of the sheet that says what the rows are."""
    said = list(about(shown))
    names = column((name for name, _ in said), "text", 0, looks, "wrapped")
    return [names, column((words for _, words in said), "text", 1, looks, "wrapped")]


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
        day = ", undated" if is_nothing(one["published_on"]) else f", {one['published_on'].isoformat()[:10]}"
        yield one["publisher"] or "", f"{one['title']}{day}, {one['url']}"
