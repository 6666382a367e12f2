"""The SQL of a view, run against the release's database by itself, ends with the CSV's rows to the letter."""

from pathlib import Path

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dashboard.console.own import own
from dashboard.database import Database
from dashboard.published.table import as_csv
from dashboard.routes import routes
from dashboard.routes.question import question

VIEWS = [
    "timeline",
    "timeline?q=troops",
    "timeline?focus=2025-09-04-paris-coalition-summit",
    "country",
    "country?c=FRA",
    "country?c=FRA&c=DEU",
    "event",
    "event?e=2025-09-04-paris-coalition-summit",
    "pledges?shape=compare",
    "pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05&status=declined&changes=all",
    "pledges?shape=conditions",
    "pledges?shape=contributions&part=months",
    "statements",
    "statements?q=troops",
    "speaker?s=vladimir-putin",
]


@pytest.fixture(scope="module")
def client(real_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(real_database))))


@pytest.mark.parametrize("view", VIEWS)
def test_the_last_statement_gives_the_csv(client: TestClient, real_database: Path, view: str) -> None:
    page, _, query = view.partition("?")
    text, rows = (client.get(f"/api/{page}.{ending}?{query}").text for ending in ("sql", "csv"))
    with duckdb.connect(str(real_database), read_only=True) as bare:
        *before, last = bare.extract_statements(text)
        for one in before:
            bare.execute(one)
        assert as_csv(bare.execute(last).df()) == rows
    assert rows.count("\n") > 1


@pytest.mark.parametrize("view", VIEWS)
def test_the_statement_that_is_offered_to_be_edited_gives_the_csv(
    client: TestClient, real_database: Path, view: str
) -> None:
    page, _, query = view.partition("?")
    exhibit = question(Database(real_database), page, QueryParams(query)).exhibit()
    offered = next(iter(own(exhibit.table, exhibit.asked)))
    assert offered.startswith("-- The view’s table")
    with duckdb.connect(str(real_database), read_only=True) as bare:
        assert as_csv(bare.execute(offered).df()) == client.get(f"/api/{page}.csv?{query}").text
