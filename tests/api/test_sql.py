"""The SQL of a view, run as it stands by a database that knows nothing of us, gives the rows that it was made of."""

import csv
import datetime as dt
import io
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from starlette.datastructures import QueryParams
from starlette.testclient import TestClient

from dashboard.address import CARDS, PUBLISHED
from dashboard.choices import CHOICES, OPTIONS
from dashboard.database import Database
from dashboard.endings.gathering import gathered
from dashboard.endings.script import literal, script, with_variables
from dashboard.published.table import as_csv
from dashboard.routes.question import question

SAID = "focus=2025-04-11-viktor-zorin-targets"
SUBJECTS = [
    f"{page}?shape={shape}{f'&{SAID}' if page in CARDS else ''}"
    for page, shapes in PUBLISHED.items()
    for shape in shapes
]
SETTINGS = [
    f"{page}?shape={shape.replace('/', '&part=')}&{name}={value}"
    for (page, shape), names in OPTIONS.items()
    for name in names
    for value in list(CHOICES[page][name])[1:]
    if not (name == "part" and "/" in shape)
]
VIEWS = [
    *SUBJECTS,
    "pledges?asof=2025-04-11&c=FRA&c=DEU&status=pledged&voices=binding",
    "pledges?shape=contributions&part=months",
    "pledges?shape=contributions&part=items",
    "network?fold=persons&focus=RUS",
    "statements?q=it%27s",
    "country?c=FRA",
    "pledges?shape=conditions&cond=ceasefire",
    "pledges?shape=conditions&over=all&c=FRA",
    "network?shape=actors&c=FRA&least=1",
]
GATHERED = [
    "country?c=FRA&c=DEU",
    "event?e=2022-03-01-first-promises",
    "pledges?shape=compare&asof2=2025-01-01&asof=2025-09-01&changes=all",
    "timeline?q=troops",
    "timeline?c=FRA",
    "timeline?q=nothing-of-this",
]


def run(database: Path, text: str) -> list[pd.DataFrame]:
    """What each statement of a script gives, in a database that knows nothing of us."""
    with duckdb.connect(str(database), read_only=True) as bare:
        return [
            bare.execute(one).df()
            for one in bare.extract_statements(text)
            if one.type == duckdb.StatementType.SELECT or bare.execute(one) is None
        ]


def counted(frame: pd.DataFrame) -> dict[str, int]:
    """Rows as text, they and their lists in no order: the database needn't keep one that nobody asked for."""
    found: dict[str, int] = {}
    for row in frame.astype(object).itertuples(index=False):
        said = repr([sorted(map(repr, value)) if hasattr(value, "tolist") else value for value in row])
        found[said] = found.get(said, 0) + 1
    return found


@pytest.mark.parametrize("view", [*VIEWS, *GATHERED, *SETTINGS])
def test_the_last_statement_gives_the_csv_to_the_letter(client: TestClient, tiny_database: Path, view: str) -> None:
    page, _, query = view.partition("?")
    text, rows = (client.get(f"/api/{page}.{ending}?{query}").text for ending in ("sql", "csv"))
    assert as_csv(run(tiny_database, text)[-1]) == rows


@pytest.mark.parametrize("view", [*VIEWS, *GATHERED])
def test_the_statements_before_it_give_what_else_the_view_is_made_of(
    client: TestClient, tiny_database: Path, view: str
) -> None:
    page, _, query = view.partition("?")
    text = client.get(f"/api/{page}.sql?{query}").text
    exhibit = question(Database(tiny_database), page, QueryParams(query)).exhibit()
    parts = gathered(exhibit.table, exhibit.asked)
    used = {at for one in parts for at in one.places}
    beside = [asked for place, asked in enumerate(exhibit.asked) if place not in used]
    frames = run(tiny_database, text)
    assert len(frames) == len(beside) + bool(parts)
    for found, asked in zip(frames, beside, strict=False):
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


def told(client: TestClient, view: str) -> list[dict[str, str]]:
    """The rows of a view's CSV."""
    return [*csv.DictReader(io.StringIO(client.get(f"/api/{view.replace('?', '.csv?', 1)}").text))]


@pytest.mark.parametrize("view", ["pledges?shape=map", "pledges?shape=ledger", "statements?q="])
def test_words_are_made_from_what_they_say_and_not_row_by_row(client: TestClient, view: str) -> None:
    script, rows = client.get(f"/api/{view.replace('?', '.sql?', 1)}").text, told(client, view)
    assert rows
    assert not [row for row in rows if row.get("pledge_id", "no id") in script]
    assert not {row["said_by"] for row in rows if f"'{row.get('said_by')}'" in script} - {"speaker not recorded"}


def test_a_ledgers_statement_serves_for_other_days(client: TestClient, tiny_database: Path) -> None:
    script = client.get("/api/pledges.sql?shape=ledger&until=2025-04-12").text
    changed = script.replace("until = date '2025-04-12'", "until = date '2025-12-31'")
    found, later = run(tiny_database, changed)[-1], told(client, "pledges?shape=ledger&until=2025-12-31")
    assert len(found) > len(told(client, "pledges?shape=ledger&until=2025-04-12"))
    assert list(found["pledge_id"]) == [row["pledge_id"] for row in later]
    assert list(found["said_by"]) == [row["said_by"] for row in later]
