"""Whatever the ending, the same rows: those that the page shows."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from typing import Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from starlette.testclient import TestClient

from dashboard.address import CARDS, PUBLISHED

SAID = {"focus": "2025-04-11-viktor-zorin-targets"}
VIEWS = [
    *(
        (page, {"shape": shape, **(SAID if page in CARDS else {})})
        for page, shapes in PUBLISHED.items()
        for shape in shapes
    ),
    *(("pledges", {"shape": "contributions", "part": part}) for part in ("months", "agreements", "items")),
    ("country", {"c": "FRA"}),
    ("pledges", {"c": "AND"}),
    ("pledges", {"shape": "conditions", "cond": "ceasefire"}),
    ("pledges", {"shape": "conditions", "over": "all"}),
    ("event", {"e": "2022-03-01-first-promises"}),
]
ASKED = {"asof": "2025-04-11", "kind": "ground_troops"}


def of(client: TestClient, address: str, **asked: str) -> Any:
    answer = client.get(f"/api/{address}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer


def chosen(page: str) -> dict[str, str]:
    """What a page can't be without: a card is of a statement."""
    return SAID if page in CARDS else {}


def csv_rows(client: TestClient, page: str, asked: dict[str, str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(of(client, f"{page}.csv", **asked).text)))


def in_json(client: TestClient, page: str, asked: dict[str, str]) -> tuple[list[str], list[list[Any]]]:
    told = of(client, f"{page}.json", **asked).json()
    names = [one["name"] for one in told["columns"]]
    return names, [[row[name] for name in names] for row in told["records"]]


def in_parquet(client: TestClient, page: str, asked: dict[str, str]) -> tuple[list[str], list[list[Any]]]:
    table = pq.read_table(io.BytesIO(of(client, f"{page}.parquet", **asked).content))
    return table.column_names, [list(row.values()) for row in table.to_pylist()]


def in_xlsx(client: TestClient, page: str, asked: dict[str, str]) -> tuple[list[str], list[list[Any]]]:
    sheet = load_workbook(io.BytesIO(of(client, f"{page}.xlsx", **asked).content))["Rows"]
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    return [str(name) for name in head], rows


def as_text(value: Any) -> str:
    """A value as CSV writes it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return ":".join(map(as_text, value.values()))
    if isinstance(value, list):
        return ";".join(map(as_text, value))
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()[:10]
    if isinstance(value, (int, float)):
        return f"{float(value):.6f}"
    return str(value)


def comparable(text: str) -> str:
    """A cell of the CSV, numbers written alike."""
    try:
        return f"{float(text):.6f}"
    except ValueError:
        return text.removeprefix("'")


@pytest.mark.parametrize("read", [in_json, in_parquet, in_xlsx])
@pytest.mark.parametrize(("page", "asked"), VIEWS)
def test_each_ending_has_the_rows_and_columns_of_the_table(
    client: TestClient, page: str, asked: dict[str, str], read: Callable[..., tuple[list[str], list[list[Any]]]]
) -> None:
    expected = csv_rows(client, page, asked)
    names, rows = read(client, page, asked)
    assert len(rows) == len(expected)
    for row, known in zip(rows, expected, strict=True):
        assert names == list(known)
        assert [comparable(as_text(cell)) for cell in row] == [comparable(cell) for cell in known.values()]


@pytest.mark.parametrize(("page", "asked"), VIEWS)
def test_every_column_is_described(client: TestClient, page: str, asked: dict[str, str]) -> None:
    told = of(client, f"{page}.json", **asked).json()
    assert [one["name"] for one in told["columns"] if not one["description"]] == []


def test_json_says_what_the_rows_are_and_where_they_come_from(client: TestClient) -> None:
    told = of(client, "pledges.json", **ASKED).json()
    assert told["sentence"] == "Positions on ground troops, after the fighting, as of 11 April 2025"
    assert told["licence"]["name"] == "CC-BY-4.0"
    assert told["release"] == client.get("/readyz").json()["release"]
    assert f"release={told['release']}" in told["address"]
    assert told["citation"].startswith("The Guarantees project. (2026). ")
    assert told["shown"] == len(told["records"])


def test_figures_of_others_are_under_no_licence_of_ours(client: TestClient) -> None:
    asked = {"shape": "contributions", "part": "totals"}
    answer = of(client, "pledges.json", **asked)
    assert answer.json()["licence"]["name"] == "notspecified"
    assert "link" not in answer.headers
    assert 'rel="license"' in of(client, "pledges.json").headers["link"]


def test_types_stay_whatever_is_left_of_the_rows(client: TestClient) -> None:
    def types(**asked: str) -> dict[str, str]:
        table = pq.read_table(io.BytesIO(of(client, "pledges.parquet", **asked).content))
        return {field.name: str(field.type) for field in table.schema}

    assert types() == types(c="FRA") == types(q="nothing says this", c="FRA")
    assert types()["announced_on"] == "date32[day]"
    assert types()["personnel_min"] == "int64"


def test_a_workbook_has_typed_cells_and_says_what_it_is(client: TestClient) -> None:
    book = load_workbook(io.BytesIO(of(client, "pledges.xlsx", **ASKED).content))
    rows, about = book["Rows"], book["About"]
    assert rows.freeze_panes == "A2"
    head = [cell.value for cell in rows[1]]
    first = dict(zip(head, rows[2], strict=True))
    assert first["announced_on"].is_date
    assert isinstance(first["age_days"].value, int)
    assert isinstance(first["is_counting"].value, bool)
    told = {str(row[0].value): str(row[1].value) for row in about.iter_rows()}
    assert told["Shows"] == "Positions on ground troops, after the fighting, as of 11 April 2025"
    assert "asof=2025-04-11" in told["Address"]
    assert told["Cite as"].startswith("The Guarantees project.")
    assert told["pledger"] == "Label of the pledger."
    assert any(name.startswith("Sources (") for name in told)


def test_the_name_of_each_column_has_room_beside_its_filter(client: TestClient) -> None:
    rows = load_workbook(io.BytesIO(of(client, "pledges.xlsx", **ASKED).content))["Rows"]
    alike = [(range(one.min, one.max + 1), one.width) for one in rows.column_dimensions.values()]
    widths = {at: width for places, width in alike for at in places}
    assert [cell.value for cell in rows[1] if widths[cell.column] < len(str(cell.value)) + 3] == []


def test_the_same_question_makes_the_same_bytes(client: TestClient) -> None:
    for name in ("csv", "json", "parquet", "xlsx", "sql", "ipynb", "plotly.json"):
        first = client.get(f"/api/pledges.{name}", params=ASKED, headers={"Host": "one.example"})
        again = client.get(
            f"/api/pledges.{name}", params=[*ASKED.items(), ("as", "chart")], headers={"Host": "one.example"}
        )
        assert first.content == again.content


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("pledges.plotly.json", {"theme": "blue"}),
        ("pledges.plotly.json", {"width": "10"}),
        ("pledges.cite", {"style": "mla"}),
        ("pledges.cite", {"accessed": "2026-02-30"}),
        ("pledges.csv", {"c": ["FRA"] * 61}),
        ("pledges.csv", {"c": "FRA\x84"}),
        ("pledges.csv", {"focus": " "}),
    ],
)
def test_what_an_ending_cannot_honour_is_refused(client: TestClient, address: str, asked: dict[str, Any]) -> None:
    answer = client.get(f"/api/{address}", params=asked)
    assert answer.status_code == 400
    assert answer.json()["problems"]


def test_an_endings_own_keys_are_known_to_it_alone(client: TestClient) -> None:
    assert client.get("/api/pledges.csv", params={"theme": "dark"}).json()["unknown"] == ["theme"]
    assert "style" in client.get("/api/pledges.cite", params={"x": "1"}).json()["known"]


@pytest.mark.parametrize("page", PUBLISHED)
def test_a_name_for_the_file_says_view_and_release(client: TestClient, page: str) -> None:
    named = of(client, f"{page}.xlsx", **chosen(page)).headers["content-disposition"]
    assert f'filename="guarantees-{page}' in named
    assert named.endswith('.xlsx"')


def test_json_is_json_for_all(client: TestClient) -> None:
    def refuse(word: str) -> None:
        pytest.fail(f"{word} is no JSON")

    for page in PUBLISHED:
        json.loads(of(client, f"{page}.json", **chosen(page)).text, parse_constant=refuse)
