"""What a spreadsheet would run as a formula stays text; numbers stay numbers."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pandas as pd
from openpyxl import load_workbook
from starlette.datastructures import QueryParams

from dashboard.database import Database
from dashboard.endings.shown import Shown
from dashboard.endings.workbook import as_xlsx
from dashboard.published.table import as_csv
from dashboard.routes.question import question

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x")', "＝1"]
HARMLESS = ["1+1", "a=b", "'quoted", "", "https://x.example/"]


def shown(tiny_database: Path, table: pd.DataFrame) -> Shown:
    db = Database(tiny_database)
    asked = question(db, "pledges", QueryParams(""))
    return Shown(replace(asked.exhibit(), table=table), asked.selection, asked.catalogue, db)


def test_csv_keeps_text_from_being_run() -> None:
    table = pd.DataFrame({"words": DANGEROUS + HARMLESS, "n": [-1.5] * len(DANGEROUS + HARMLESS)})
    rows = list(csv.reader(io.StringIO(as_csv(table), newline="")))[1:]
    assert [row[0] for row in rows] == [f"'{text}".replace("\r", "\n") for text in DANGEROUS] + HARMLESS
    assert {row[1] for row in rows} == {"-1.5"}


def test_a_list_is_kept_from_being_run_as_well() -> None:
    table = pd.DataFrame({"words": [["=1", "b"], ["a", "=1"]]})
    assert as_csv(table).splitlines()[1:] == ["'=1;b", "a;=1"]


def test_a_workbook_holds_text_as_text_and_marks_it_as_quoted(tiny_database: Path) -> None:
    table = pd.DataFrame({"summary": DANGEROUS + HARMLESS, "amount": [-1.5] * len(DANGEROUS + HARMLESS)})
    sheet = load_workbook(io.BytesIO(as_xlsx(shown(tiny_database, table))))["Rows"]
    for at, text in enumerate(DANGEROUS + HARMLESS, 2):
        cell, number = sheet.cell(at, 1), sheet.cell(at, 2)
        assert cell.data_type != "f"
        assert (cell.value or "") == text.replace("\r", "_x000D_")
        assert cell.quotePrefix is (text in DANGEROUS)
        assert (number.value, number.data_type) == (-1.5, "n")
