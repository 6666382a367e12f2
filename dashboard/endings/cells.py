"""The rows of a workbook's sheets, written in one go: a library takes five times as long, a cell at a time."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from dashboard.published.table import FORMULA

KEPT = ' xml:space="preserve"'
MOST_KEPT = 16_384
LONGEST = 32767  # what a cell of a workbook holds
FIRST_DAY = dt.date(1899, 12, 30)
NO_XML = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
SHEET_DATA = re.compile(rb"<sheetData>.*</sheetData>|<sheetData/>", re.DOTALL)
DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
EPOCH = (1980, 1, 1, 0, 0, 0)

Cells = Sequence[str]


def column(values: Iterable[Any], kind: str, at: int, looks: Mapping[str, int], usual: str = "") -> Cells:
    """The cells of a column as XML from the second row on, each of its type; an empty text for an empty one."""
    letters, style = letters_of(at), looks[usual] if usual else 0
    if kind not in WRITERS:
        return texts(list(values), letters, looks["quoted"], style)
    write = WRITERS[kind]
    return ["" if value is None else write(value, f'r="{letters}{row}"', looks) for row, value in enumerate(values, 2)]


def texts(values: Sequence[str | None], letters: str, quoted: int, style: int) -> Cells:
    """Text as text, also once somebody edits the cell: what begins like a formula is marked as quoted."""
    return [
        f'<c r="{letters}{row}"{rest(value, quoted, style)}' if value else "" for row, value in enumerate(values, 2)
    ]


@lru_cache(MOST_KEPT)
def rest(value: str, quoted: int, style: int) -> str:
    """A cell of text behind its place. Most texts are asked for again, in another selection of the same rows."""
    cut = value[:LONGEST]
    look = quoted if cut.startswith(FORMULA) else style
    looked = f' s="{look}"' if look else ""
    return f'{looked} t="inlineStr"><is><t{KEPT if is_spaced(cut) else ""}>{escaped(cut)}</t></is></c>'


def is_spaced(words: str) -> bool:
    """Whether blanks of a text would be lost to who reads XML as usual."""
    return words[0] <= " " or words[-1] <= " " or "  " in words or "\n" in words


def day(value: dt.date, place: str, looks: Mapping[str, int]) -> str:
    """A day as the number that a workbook shows as one."""
    date = value.date() if isinstance(value, dt.datetime) else value
    return f'<c {place} s="{looks["date"]}"><v>{(date - FIRST_DAY).days}</v></c>'


def number(value: float, place: str, _looks: Mapping[str, int]) -> str:
    """A number; what no number is stays empty."""
    return f"<c {place}><v>{value!r}</v></c>" if value - value == 0 else ""


def boolean(value: bool, place: str, _looks: Mapping[str, int]) -> str:
    """True or false."""
    return f'<c {place} t="b"><v>{int(value)}</v></c>'


WRITERS: dict[str, Callable[[Any, str, Mapping[str, int]], str]] = {
    "date": day,
    "boolean": boolean,
    "integer": number,
    "number": number,
}


def escaped(words: str) -> str:
    """Text as XML holds it; what XML can't hold is written as workbooks do."""
    if NO_XML.search(words):
        words = NO_XML.sub(lambda found: f"_x{ord(found[0][0]):04X}_{found[0][1:]}", words)
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def letters_of(at: int) -> str:
    """A column's letters: A for the first, AA for the twenty-seventh."""
    letters = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def with_rows(book: bytes, sheets: Mapping[str, Sequence[Cells]]) -> bytes:
    """A workbook whose sheets, by the names of their files, get these columns below their first row."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = filled(old.read(name), sheets[name]) if name in sheets else old.read(name)
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content, compresslevel=1)
    return buffer.getvalue()


def filled(sheet: bytes, columns: Sequence[Cells]) -> bytes:
    """A sheet's XML with rows added to those that it has."""
    rows = "".join(f'<row r="{at}">{"".join(cells)}</row>' for at, cells in enumerate(zip(*columns, strict=True), 2))
    found = SHEET_DATA.search(sheet)
    head = found[0].removesuffix(b"</sheetData>").removesuffix(b"<sheetData/>") if found else b""
    data = (head or b"<sheetData>") + rows.encode() + b"</sheetData>"
    return SHEET_DATA.sub(lambda _: data, DIMENSION.sub(b"", sheet, count=1), count=1)
