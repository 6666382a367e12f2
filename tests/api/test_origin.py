"""What a view's SQL and figure say of themselves is so."""

import csv
import io
import json
import re

import pytest
from starlette.testclient import TestClient

EVENT = "event?e=2022-03-01-first-promises"
VIEWS = [
    "country?c=FRA",
    "country?c=DEU",
    "country?c=FRA&c=DEU",
    "country",
    "overview",
    "pledges?c=FRA",
    "network?focus=FRA",
    "network?shape=actors",
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


@pytest.mark.parametrize(
    "view", ["pledges", "pledges?shape=ledger", "network", "timeline", "pledges?shape=contributions"]
)
def test_a_figure_says_what_it_shows(client: TestClient, view: str) -> None:
    told, figure = json.loads(of(client, view, "json")), json.loads(of(client, view, "plotly.json"))
    said = figure["layout"]["meta"]
    assert {name: said[name] for name in ("title", "sentence", "address")} == {
        name: told[name] for name in ("title", "sentence", "address")
    }
