"""What leaves the app carries a cell's text as text: no formula, no field of another name, no statement, no link."""

import csv
import io
import json
import re
import zipfile
from typing import Any

import duckdb
import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation

from dashboard.decks.plainly import plain
from dashboard.published.table import FORMULA
from tests.hostile.addresses import SOME_OF_EACH
from tests.hostile.conftest import Hostile
from tests.hostile.corpus import CORPUS
from tests.hostile.seen import Seen, single

TAGS = re.compile(r"(TY|AU|A2|TI|T2|PY|DA|ET|M3|N1|PB|AB|LA|Y2|UR|ER)  - ")
FIELD = re.compile(r"  [a-z]+ = (\{.*\}|[a-z]{3}),?")
ACTIVE = re.compile(r"javascript:|vbscript:|data:text", re.IGNORECASE)
LINK = re.compile(r"(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\\)`|(?<!\\)\$")


def told(hostile: Hostile, address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = hostile.client.get(ending(address, "json")).json()["records"]
    return found


def ending(address: str, name: str) -> str:
    page, _, query = address.partition("?")
    return f"/api/{page}.{name}?{query}"


def words(value: Any) -> list[str]:
    """The texts of a record, lists and records within it opened."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value] if isinstance(value, str) else [text for part in parts for text in words(part)]


@pytest.mark.parametrize("address", SOME_OF_EACH)
def test_csv_runs_nothing_and_says_what_the_rows_say(hostile: Hostile, address: str) -> None:
    read = list(csv.DictReader(io.StringIO(hostile.client.get(ending(address, "csv")).text, newline="")))
    rows = told(hostile, address)
    assert len(read) == len(rows)
    for cells, row in zip(read, rows, strict=True):
        assert not [cell for name, cell in cells.items() if is_run(cell) and not isinstance(row[name], int | float)]
        texts = [(cells[name], value) for name, value in row.items() if isinstance(value, str)]
        assert [cell for cell, _ in texts] == [f"'{value}" if is_run(value) else value for _, value in texts]


def is_run(text: str) -> bool:
    return text.startswith(FORMULA)


@pytest.mark.parametrize("address", SOME_OF_EACH)
def test_a_workbook_has_no_formula_and_no_link(hostile: Hostile, address: str) -> None:
    body = hostile.client.get(ending(address, "xlsx")).content
    with zipfile.ZipFile(io.BytesIO(body)) as opened:
        sheets = [opened.read(name).decode() for name in opened.namelist() if name.startswith("xl/worksheets/")]
        assert not [
            name for name in opened.namelist() if "externalLink" in name or "vba" in name or "_rels/sheet" in name
        ]
    assert not [sheet for sheet in sheets if re.search(r"<f\b|<hyperlink", sheet)]
    rows, sheet = told(hostile, address), load_workbook(io.BytesIO(body))["Rows"]
    names = [cell.value for cell in sheet[1]]
    for line, row in zip(sheet.iter_rows(min_row=2), rows, strict=True):
        cells = dict(zip(names, line, strict=True))
        assert "f" not in {cell.data_type for cell in line}
        texts = {name: value for name, value in row.items() if isinstance(value, str) and not is_day(value)}
        assert [as_read(cells[name].value or "") for name in texts] == list(texts.values())
        assert not [value for name, value in texts.items() if is_run(value) and not cells[name].quotePrefix]


def as_read(text: str) -> str:
    """A cell's text as a workbook program shows it: characters that XML lacks are written by their number."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def is_day(text: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d.*", text))


@pytest.mark.parametrize("address", SOME_OF_EACH)
def test_sql_is_as_many_statements_as_were_asked_and_nothing_else(hostile: Hostile, address: str) -> None:
    script = hostile.client.get(ending(address, "sql")).text
    with duckdb.connect(str(hostile.path), read_only=True) as connection:
        kinds = {one.type.name for one in connection.extract_statements(script)}
        assert kinds <= {"SELECT", "SET", "SET_STATEMENT", "VARIABLE_SET"}
        connection.execute(script)


@pytest.mark.parametrize("address", SOME_OF_EACH)
def test_a_notebook_is_code_of_ours_and_words_without_links(hostile: Hostile, address: str) -> None:
    answer = hostile.client.get(ending(address, "ipynb"))
    cells = answer.json()["cells"]
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "code":
            compile(source, "cell", "exec")
        else:
            assert not re.search(r"<[^<]", source)
            assert not [line for line in source.split("\n\n")[:3] if LINK.search(line)], source
    assert {cell["cell_type"] for cell in cells} <= {"markdown", "code"}


@pytest.mark.parametrize("address", SOME_OF_EACH)
def test_references_have_no_field_that_a_cell_made(hostile: Hostile, address: str) -> None:
    where = ending(address, "cite")
    made = {style: hostile.client.get(f"{where}&style={style}").text for style in ("apa", "bibtex", "ris", "csl")}
    assert all(TAGS.match(line) for line in made["ris"].split("\r\n") if line)
    for line in made["bibtex"].splitlines():
        assert line in ("", "}") or re.fullmatch(r"@misc\{[A-Za-z0-9-]+,", line) or FIELD.fullmatch(line), line
        assert balanced(line) or line.startswith("@misc") or line == "}", line
    for item in json.loads(made["csl"]):
        assert not ACTIVE.match(item.get("URL", ""))


def balanced(line: str) -> bool:
    """Whether the braces of a line that aren't written out close each other."""
    depth = 0
    for sign in re.sub(r"\\.", "", line):
        depth += (sign == "{") - (sign == "}")
        if depth < 0:
            return False
    return depth == 0


@pytest.mark.parametrize("address", SOME_OF_EACH)
@pytest.mark.usefixtures("without_chrome")
def test_slides_hold_text_and_lead_nowhere_else(hostile: Hostile, address: str) -> None:
    page, _, query = address.partition("?")
    answer = hostile.client.get(f"/deck/{page}.pptx?{query}")
    assert answer.status_code == 200
    assert_plain_package(answer.content)
    assert Presentation(io.BytesIO(answer.content)).slides


@pytest.mark.parametrize("place", ["country", "event"])
def test_briefs_hold_text_and_lead_to_the_pages_of_the_sources_alone(hostile: Hostile, place: str) -> None:
    key, vocabulary = {"country": ("c", "place"), "event": ("e", "event")}[place]
    codes = [
        code for code in hostile.known.labels[vocabulary] if place == "event" or code in ("FRA", "GBR", "UKR", "EU")
    ]
    for code in codes[:5]:
        answer = hostile.client.get(f"/brief/{place}.docx", params={key: code})
        assert answer.status_code == 200, code
        assert_plain_package(answer.content)
        text = single(" ".join(one.text for one in Document(io.BytesIO(answer.content)).paragraphs))
        assert single(plain(hostile.known.labels[vocabulary][code])) in text


def assert_plain_package(content: bytes) -> None:
    """No macro, no embedded object, no field that loads something; links lead to the web or within."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        names = opened.namelist()
        rels = " ".join(opened.read(name).decode() for name in names if name.endswith(".rels"))
        main = " ".join(opened.read(name).decode() for name in names if name.endswith(".xml"))
    assert not [name for name in names if "vba" in name.lower() or "embeddings" in name or "activeX" in name]
    targets = re.findall(r'Target="([^"]*)" TargetMode="External"|TargetMode="External" Target="([^"]*)"', rels)
    assert all(one.startswith(("https://", "http://")) for pair in targets for one in pair if one)
    assert set(re.findall(r"<w:instrText[^>]*>([^<]*)<", main)) <= {"PAGE", "NUMPAGES"}


def test_json_gives_each_cell_as_it_stands(hostile: Hostile) -> None:
    rows = told(hostile, "statements?from=2021-12-17&until=2026-07-05")
    assert {row["summary"] for row in rows} <= set(hostile.cells["statements", "summary"])
    assert len({row["summary"] for row in rows} & set(CORPUS)) > 20


def test_the_saved_page_holds_its_rows_as_text(hostile: Hostile) -> None:
    for address in SOME_OF_EACH:
        page, _, query = address.partition("?")
        assert not Seen(hostile.client.get(f"/view/{page}.html?{query}").text).strange, address


def test_the_page_that_a_picture_is_taken_of_holds_its_rows_as_text(hostile: Hostile) -> None:
    for address in SOME_OF_EACH:
        page, _, query = address.partition("?")
        for looks in ("size=1920x1080", "size=960x1080&proof=compact&theme=dark"):
            answer = hostile.client.get(f"/view/{page}?{query}&{looks}")
            assert answer.status_code == 200
            assert not Seen(answer.text).strange, address


def test_the_caption_of_a_picture_is_five_lines(hostile: Hostile) -> None:
    for address in SOME_OF_EACH:
        page, _, query = address.partition("?")
        answer = hostile.client.get(f"/picture/{page}.txt?{query}")
        assert answer.headers["content-type"].startswith("text/plain")
        assert len(answer.text.split("\n")) == 5, address
