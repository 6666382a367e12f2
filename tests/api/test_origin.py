"""What a view's SQL and notebook say of its rows is so: which statement gives them, or that none does."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.test_notebook import run

EVENT = "event?e=2022-03-01-first-promises"
VIEWS = [
    "country?c=FRA",
    "country?c=DEU",
    "country?c=FRA&c=DEU",
    "country",
    "overview",
    "pledges?c=FRA",
    "network?focus=FRA",
]


def of(client: TestClient, view: str, ending: str) -> str:
    page, _, query = view.partition("?")
    answer = client.get(f"/api/{page}.{ending}?{query}")
    assert answer.status_code == 200, answer.text
    return str(answer.text)


def rows_of(client: TestClient, view: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(of(client, view, "csv"))))


@pytest.mark.parametrize("view", [*VIEWS, EVENT])
def test_the_script_says_that_its_last_statement_gives_the_rows(client: TestClient, view: str) -> None:
    text, rows = of(client, view, "sql"), rows_of(client, view)
    assert f"-- The last statement gives the {len(rows)} rows of the table (CSV)" in text
    said = re.findall(r"^-- Statement (\d+) of (\d+): (.*)$", text, re.M)
    assert not said or (said[-1][0] == said[-1][1] and said[-1][2] == f"the {len(rows)} rows of the table (CSV)")


def test_where_none_gives_them_it_says_so(client: TestClient) -> None:
    view = "network?shape=actors"
    text = of(client, view, "sql")
    assert f"-- The {len(rows_of(client, view))} rows of the table (CSV) are put together in Python" in text


def test_the_notebook_has_the_rows_shown(client: TestClient, release_folder: Path) -> None:
    books = [json.loads(of(client, view, "ipynb")) for view in (*VIEWS, EVENT)]
    named = re.search(r"Path\('([^']+\.csv)'\)", json.dumps(books[-1]["cells"]))
    assert named
    assert "put together from" in "".join(books[-1]["cells"][0]["source"])
    (release_folder / named[1]).write_text(of(client, EVENT, "csv"), encoding="utf-8")
    for view, (rows, _drawn) in zip((*VIEWS, EVENT), run(release_folder, books), strict=True):
        assert rows == len(rows_of(client, view)), view


def test_where_the_rows_are_worked_out_the_notebook_says_from_what(client: TestClient) -> None:
    words = "".join(json.loads(of(client, "network?shape=actors", "ipynb"))["cells"][0]["source"])
    assert "worked out from in Python" in words


@pytest.mark.parametrize(
    "view", ["pledges", "pledges?shape=ledger", "network", "timeline", "pledges?shape=contributions"]
)
def test_a_figure_says_what_it_shows(client: TestClient, view: str) -> None:
    told, figure = json.loads(of(client, view, "json")), json.loads(of(client, view, "plotly.json"))
    said = figure["layout"]["meta"]
    assert {name: said[name] for name in ("title", "sentence", "address")} == {
        name: told[name] for name in ("title", "sentence", "address")
    }
