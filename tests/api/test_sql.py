"""The SQL of a view, run as it stands by a database that knows nothing of us, gives the rows that it was made of."""

import datetime as dt
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dashboard.address import SHAPES
from dashboard.database import Database
from dashboard.endings.script import literal, script, with_variables
from dashboard.routes.question import question

VIEWS = [
    *(f"{page}?shape={shape}" for page, shapes in SHAPES.items() for shape in shapes),
    "pledges?asof=2025-04-11&c=FRA&c=DEU&status=pledged&voices=binding",
    "pledges?shape=contributions&part=months",
    "pledges?shape=contributions&part=items",
    "network?fold=persons&focus=RUS",
    "statements?q=it%27s",
    "country?c=FRA",
]


def counted(frame: pd.DataFrame) -> dict[str, int]:
    """Rows as text, they and their lists in no order: the database needn't keep one that nobody asked for."""
    found: dict[str, int] = {}
    for row in frame.astype(object).itertuples(index=False):
        said = repr([sorted(map(repr, value)) if hasattr(value, "tolist") else value for value in row])
        found[said] = found.get(said, 0) + 1
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_the_statements_give_the_rows_that_the_view_is_made_of(
    client: TestClient, tiny_database: Path, view: str
) -> None:
    page, _, query = view.partition("?")
    text = client.get(f"/api/{page}.sql?{query}").text
    exhibit = question(Database(tiny_database), page, QueryParams(query)).exhibit()
    with duckdb.connect(str(tiny_database), read_only=True) as bare:
        frames = [
            bare.execute(one).df()
            for one in bare.extract_statements(text)
            if one.type == duckdb.StatementType.SELECT or bare.execute(one) is None
        ]
    assert len(frames) == len(exhibit.asked)
    for found, asked in zip(frames, exhibit.asked, strict=True):
        assert list(found) == list(asked.frame)
        assert counted(found) == counted(asked.frame)


def test_the_script_says_what_it_is(client: TestClient) -> None:
    lines = client.get("/api/pledges.sql", params={"asof": "2025-04-11"}).text.splitlines()
    assert lines[1] == "-- Positions on ground troops, after the fighting, as of 11 April 2025"
    assert client.get("/readyz").json()["release"] in lines[2]
    assert "set variable day = date '2025-04-11';" in lines


def test_a_readers_words_stay_words(client: TestClient, tiny_database: Path) -> None:
    words = "x\n'); drop table pledges; --"
    text = client.get("/api/pledges.sql", params={"q": words}).text
    assert all(line.startswith("--") for line in text.split("\n\n")[0].splitlines())
    with duckdb.connect(str(tiny_database), read_only=True) as bare:
        kinds = {one.type.name for one in bare.extract_statements(text)}
    assert kinds == {"SET", "SELECT"} or kinds == {"VARIABLE_SET", "SELECT"}


@pytest.mark.parametrize(
    "value",
    [None, True, 3, 0.1, "it's", "", "a\\b\n", dt.date(2025, 9, 4), [], ["a", "b'c"], [1, 2], {"a": 1, "b": "x"}],
)
def test_a_value_is_written_so_that_the_database_reads_it_again(value: object) -> None:
    assert duckdb.execute(f"select {literal(value)}").fetchone() == (value,)


def test_only_parameters_become_variables() -> None:
    sql = "select '$a', \"$b\", $c -- $d\n from t /* $e */ where x = '''$f' and y = $g"
    assert with_variables(sql) == sql.replace("$c", "getvariable('c')").replace("$g", "getvariable('g')")


def test_a_parameter_is_set_once_while_it_stays_the_same(tiny_database: Path) -> None:
    db = Database(tiny_database)
    asked = [db.ask("select $a as x", a=1), db.ask("select $a + 1 as x", a=1), db.ask("select $a as x", a=2)]
    assert script(asked).count("set variable a") == 2
