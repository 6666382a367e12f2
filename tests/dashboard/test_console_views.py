"""“Edit SQL” of every view: it runs in the console as it is offered, and gives the view's rows or says what else."""

import csv
import io
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import CARDS, PUBLISHED
from dashboard.console import own
from dashboard.console.limits import Limits
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.exhibits.registry import EXHIBITS
from dashboard.published.table import as_csv
from dashboard.queries.catalogue import catalogue
from dashboard.readings.prose import counted
from dashboard.routes import routes
from dashboard.routes.question import KNOWN
from dashboard.routes.sql import OURS
from dashboard.selection import Selection

SAID = "focus=2025-04-11-viktor-zorin-targets"
VIEWS = [
    *(f"{page}?shape={one}{f'&{SAID}' if page in CARDS else ''}" for page, known in PUBLISHED.items() for one in known),
    *(f"pledges?shape=contributions&part={part}" for part in ("months", "agreements", "items")),
    *(f"{page}?q=troops" for page in ("statements", "timeline", "pledges")),
    "statements?q=it%27s&theme=dark",
    "statements?sort=oldest&c=FRA",
    "country?c=FRA&c=DEU",
    "event?e=2022-03-01-first-promises",
]


@pytest.fixture(scope="module")
def client(tiny_database: Path) -> Iterator[TestClient]:
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


def offered(client: TestClient, view: str) -> str:
    """What stands in the editor of a view's “Edit SQL”."""
    html = client.get(f"/sql?page={view.replace('?', '&')}").text
    return unescape(html.partition("<textarea")[2].partition(">")[2].partition("</textarea>")[0])


@pytest.mark.parametrize("view", VIEWS)
def test_a_views_own_sql_runs_and_gives_the_rows_of_its_csv(client: TestClient, tiny_database: Path, view: str) -> None:
    page, _, query = view.replace("&theme=dark", "").partition("?")
    rows = client.get(f"/api/{page}.csv?{query}").text
    header, *told = csv.reader(io.StringIO(rows))
    sql = offered(client, view)
    assert sql.startswith(f"-- The view’s table, as in its CSV: {counted(len(told), 'row')}.\n")
    answer = client.post("/api/sql", json={"sql": sql}).json()
    assert (answer.get("error"), answer["columns"], len(answer["rows"])) == (None, header, len(told))
    with duckdb.connect(str(tiny_database), read_only=True) as bare:
        assert as_csv(bare.execute(sql).df()) == rows


def test_no_key_of_the_console_is_one_of_a_view() -> None:
    assert set(OURS) & set(KNOWN) == set()


def test_an_old_link_to_a_query_still_opens_it(client: TestClient) -> None:
    assert ">select 41<" in client.get("/sql?q=select+41").text


def test_a_statement_that_is_too_long_for_the_console_is_replaced_in_plain_words(
    tiny_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = Database(tiny_database)
    exhibit = EXHIBITS["country"](db, Selection("country", countries=("FRA",)), catalogue(db))
    whole, *rest = own.own(exhibit.table, exhibit.asked)
    assert rest
    assert all(one.startswith("-- A question behind the view, not its table: ") for one in rest)
    monkeypatch.setattr(own, "LIMITS", Limits(statement=len(whole) - 1))
    first = next(iter(own.own(exhibit.table, exhibit.asked))).splitlines()[0]
    assert first.endswith("is too long for this page: Download → SQL has it.")
    assert f"The view’s table ({len(exhibit.table)} rows)" in first


def test_the_script_of_all_statements_names_none_of_them(client: TestClient) -> None:
    text = client.get("/api/statements.sql").text
    ids = [row["statement_id"] for row in csv.DictReader(io.StringIO(client.get("/api/statements.csv").text))]
    assert ids
    assert [one for one in ids if one in text] == []
