"""A strict reader: settles bytes and shape, keeps each row's line. One row is one line of the file."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from etl.codebook import Schema
from etl.problem import StoppedError, shown
from etl.shape import Table, header_faults

MAX_SIZE = 200_000_000
MAX_CELL = 4_000  # ten times the longest of the data; more would fill a page, a picture or a cell of a workbook
MAX_LINE = 8_000_000
MAX_FAULTS = 1_000
HEAD = 4_096


def read_table(folder: Path, schema: Schema, max_size: int = MAX_SIZE) -> Table:
    """The table of one file, with what is wrong with its bytes and shape in `problems`."""
    table, path = Table(schema), folder / schema.path
    if not path.exists():
        table.note(0, "", "missing_table", "the file is missing; put it back, with its header at least")
    elif not path.is_file():
        raise StoppedError(f"{path}: is no file; put the table {schema.name} there")
    elif path.stat().st_size > max_size:
        size = f"has {path.stat().st_size:,} bytes where {max_size:,} are allowed"
        table.note(0, "", "file_too_large", f"the file {size}; split it, or raise --max-size")
    elif fault := _foreign(path):
        table.note(1, "", *fault)
    else:
        _fill(table, _lines(path, table))
    return table


def _foreign(path: Path) -> tuple[str, str] | None:
    """Rule and message if the file's beginning shows a form that no line of it could be read in."""
    with path.open("rb") as handle:
        head = handle.read(HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or head.count(0) * 4 > len(head):
        return "not_utf_8", "the file looks like UTF-16; save it as UTF-8"
    if b"\r" in head and b"\n" not in head:
        return "line_ends", "the lines end with CR alone; save the file with LF, or CR and LF, at their ends"
    return None


def _fill(table: Table, lines: Iterator[tuple[int, str]]) -> None:
    header, columns = _cells(table, 1, next(lines, (1, ""))[1]), table.schema.columns
    if table.broken:
        return
    for column, rule, message in header_faults(columns, header):
        table.note(1, column, rule, message)
    named = [name.strip() for name in header]
    places = [named.index(name) if name in named else len(header) for name in columns]
    table.missing = {name for name in columns if name not in named}
    is_reordered = any(problem.rule == "column_order" for problem in table.problems)
    table.is_read = len(table.missing) * 2 <= len(columns) and not is_reordered
    for number, text in lines if table.is_read else ():
        if not text:
            table.note(number, "", "empty_line", "the line is empty; remove it")
            continue
        cells = _cells(table, number, text)
        if len(cells) != len(header):
            shape = f"has {len(cells)} cells where the header has {len(header)}"
            table.note(
                number, "", "row_shape", f"the row {shape}; quote a cell that holds a comma, keep the empty ones"
            )
        padded = [*cells[: len(header)], *[""] * (len(header) - len(cells)), ""]
        table.rows.append(tuple(padded[place] for place in places))
        table.lines.append(number)
        if len(table.problems) > MAX_FAULTS:
            table.is_lost = True
            table.note(number, "", "too_many_faults", "the file is not read further; mend what is named so far")
            return


def _lines(path: Path, table: Table) -> Iterator[tuple[int, str]]:
    """Line numbers and texts; a line too long is skipped in pieces, so that memory stays small."""
    with path.open("rb") as handle:
        number = 0
        while raw := handle.readline(MAX_LINE):
            number += 1
            if len(raw) == MAX_LINE and not raw.endswith(b"\n"):
                table.note(number, "", "cell_too_large", f"the line has over {MAX_LINE:,} bytes; shorten its cells")
                while raw and not raw.endswith(b"\n"):
                    raw = handle.readline(MAX_LINE)
                table.is_lost = True
                continue
            if not raw.endswith(b"\n"):
                cut = "the file ends without a line break, as one that was cut off does"
                table.note(number, "", "no_line_end", f"{cut}; if this row is whole, end it with one")
            yield number, _text(table, number, raw.removeprefix(b"\xef\xbb\xbf") if number == 1 else raw)


def _text(table: Table, number: int, raw: bytes) -> str:
    raw = raw.removesuffix(b"\n").removesuffix(b"\r")
    text = raw.decode("utf-8", errors="replace")
    if "\ufffd" in text and raw != text.encode():
        table.note(number, "", "not_utf_8", f"{shown(text)} isn't UTF-8; save the file as UTF-8")
    if control := next((char for char in text if char < " " and char != "\t"), ""):
        name = "a NUL byte" if control == "\0" else f"the control character {shown(control)}"
        table.note(number, "", "control_character", f"the line holds {name}; remove it")
    return "".join(char for char in text if char >= " " or char == "\t") if control else text


def _cells(table: Table, number: int, text: str) -> list[str]:
    csv.field_size_limit(MAX_LINE)
    try:
        cells = next(csv.reader([text], strict=True), [])
    except csv.Error:
        cells = next(csv.reader([text]), [])
        text += '"' * (text.count('"') % 2 == 0)
    if text.count('"') % 2:
        remedy = 'close the quote on the same line, and write a quote within a quoted cell twice ("")'
        table.note(number, "", "unbalanced_quotes", f"the quotes don't balance; {remedy}")
    for column, cell in zip(table.schema.columns, cells, strict=False):
        if len(cell) > MAX_CELL:
            size = f"has {len(cell):,} characters where {MAX_CELL:,} are allowed"
            table.note(number, column, "cell_too_large", f"the cell {size}; shorten it")
    return [cell if len(cell) <= MAX_CELL else "" for cell in cells]
