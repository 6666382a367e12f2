"""The notebook runs where only the release is, as its archive: in a process of its own."""

import ast
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from starlette.testclient import TestClient

from dashboard.address import CARDS, PUBLISHED
from dashboard.published.table import as_csv

SAID = "focus=2025-04-11-viktor-zorin-targets"
VIEWS = [
    *(
        f"{page}?shape={shape}{f'&{SAID}' if page in CARDS else ''}"
        for page, shapes in PUBLISHED.items()
        for shape in shapes
    ),
    "pledges?shape=map&asof=2025-04-11&framing=world",
    "pledges?shape=ledger&c=FRA",
    "pledges?shape=compare&asof=2025-09-04&asof2=2025-03-01",
    "pledges?shape=contributions&per=gdp",
    "pledges?shape=contributions&part=months",
    "pledges?shape=contributions&part=months&pace=monthly",
    "pledges?shape=contributions&part=items",
    "timeline?group=speaker",
    "network?focus=FRA",
    "statements?q=troops",
    "country?c=FRA",
    "country?c=FRA&c=DEU",
    "event?e=2022-03-01-first-promises",
]
NOTHING_LEFT = [
    "timeline?q=nothing-of-this",
    "pledges?c=AND",
    "pledges?shape=ledger&c=AND",
    "pledges?shape=compare&c=AND",
    "network?c=AND",
]
# Runs the cells in order, then says what they left: rows and what is drawn of them.
RUN = """
import json, sys
names = {}
for book in sys.argv[1:]:
    names = {}
    for cell in json.load(open(book))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    names["rows"].to_pickle(f"{book}.rows") if hasattr(names["rows"], "to_pickle") else None
    print(json.dumps([len(names["rows"]), len(names["fig"].data) if "fig" in names else None]))
"""


def notebook(client: TestClient, view: str) -> dict:
    page, _, query = view.partition("?")
    answer = client.get(f"/api/{page}.ipynb?{query}")
    assert answer.status_code == 200, answer.text
    told: dict = answer.json()
    return told


def run(folder: Path, books: list[dict]) -> list[list[int]]:
    """What the cells of each notebook leave, run in a fresh process in this folder."""
    for place, book in enumerate(books):
        (folder / f"{place}.ipynb").write_text(json.dumps(book))
    names = [f"{place}.ipynb" for place in range(len(books))]
    done = subprocess.run(
        [sys.executable, "-c", RUN, *names], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_every_views_notebook_runs_beside_the_release(client: TestClient, release_folder: Path) -> None:
    left = run(release_folder, [notebook(client, view) for view in VIEWS])
    for place, (view, (_rows, traces)) in enumerate(zip(VIEWS, left, strict=True)):
        page, _, query = view.partition("?")
        rows = pd.read_pickle(release_folder / f"{place}.ipynb.rows")
        assert as_csv(rows) == client.get(f"/api/{page}.csv?{query}").text, view
        assert traces, view


def test_it_runs_where_nothing_is_left(client: TestClient, release_folder: Path) -> None:
    left = run(release_folder, [notebook(client, view) for view in NOTHING_LEFT])
    assert [rows for rows, _traces in left] == [0] * len(NOTHING_LEFT)


def seen(client: TestClient, folder: Path, view: str, look: str) -> int:
    """What a further line, that counts in the figure, says."""
    book = notebook(client, view)
    book["cells"].append(book["cells"][-1] | {"id": "look", "source": [f"rows = {look}"]})
    return run(folder, [book])[0][0]


def test_it_fills_the_states_that_the_map_counts_and_no_other(client: TestClient, release_folder: Path) -> None:
    told = client.get("/api/pledges.json?asof=2025-04-11").json()["records"]
    assert any(row["is_counting"] and row["counted_as"] != "counted" for row in told)
    look = "[place for trace in fig.data if trace.type == 'choropleth' for place in trace.locations]"
    counted = [row for row in told if row["counted_as"] == "counted"]
    assert seen(client, release_folder, "pledges?asof=2025-04-11", look) == len(counted)


def test_it_draws_a_ledgers_periods_and_the_letter_of_each_row(client: TestClient, release_folder: Path) -> None:
    told = client.get("/api/pledges.json?shape=ledger").json()["records"]
    bars = "[x for trace in fig.data if trace.type == 'bar' for x in trace.x]"
    letters = "[x for trace in fig.data if trace.type == 'scatter' for x in trace.text]"
    assert seen(client, release_folder, "pledges?shape=ledger", bars) == len(
        [row for row in told if row["is_counting"]]
    )
    assert seen(client, release_folder, "pledges?shape=ledger", letters) == len(told)


def test_it_draws_a_line_for_each_tie(client: TestClient, release_folder: Path) -> None:
    told = client.get("/api/network.json").json()["records"]
    lines = "[trace for trace in fig.data if trace.mode == 'lines']"
    assert seen(client, release_folder, "network", lines) == len(told)


def test_its_address_can_be_copied_as_it_is(client: TestClient) -> None:
    words = "".join(notebook(client, "pledges?asof=2025-04-11&q=A%26B")["cells"][0]["source"])
    assert "asof=2025-04-11&q=A%26B" in words
    assert "&amp;" not in words


@pytest.mark.parametrize("view", VIEWS)
def test_it_is_a_notebook_of_a_dozen_lines(client: TestClient, view: str) -> None:
    book = notebook(client, view)
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])
    for cell in book["cells"]:
        wanted = {"cell_type", "id", "metadata", "source"}
        assert set(cell) == (wanted if cell["cell_type"] == "markdown" else wanted | {"execution_count", "outputs"})
        assert all(isinstance(line, str) for line in cell["source"])
    told = {cell["id"]: "".join(cell["source"]) for cell in book["cells"]}
    assert list(told) == ["about", "load", "question", "rows", "chart"]
    statement = ast.parse(told["question"]).body
    assert len(statement) == 1
    assert isinstance(statement[0], ast.Assign)
    assert isinstance(statement[0].value, ast.Constant)  # the page's own SQL and nothing else
    is_long = len(told["question"].splitlines()) > 14
    hidden = next(cell["metadata"] for cell in book["cells"] if cell["id"] == "question")
    assert hidden == ({"jupyter": {"source_hidden": True}} if is_long else {})
    assert ("lines of SQL, folded" in told["about"]) == is_long
    assert len(told["chart"].splitlines()) <= 15
    assert len(ast.parse(told["chart"]).body) <= 12


def test_a_readers_words_are_no_code_and_no_markup(client: TestClient) -> None:
    book = notebook(client, 'pledges?q=""" + <script>x</script>')
    words = "".join(book["cells"][0]["source"])
    assert "<script>" not in words
    compile("".join("".join(cell["source"]) + "\n" for cell in book["cells"][1:]), "cells", "exec")


@pytest.mark.parametrize("view", ["pledges", "pledges?shape=ledger", "pledges?shape=compare", "timeline"])
def test_a_chart_takes_about_a_dozen_lines_and_its_legend_has_words(client: TestClient, view: str) -> None:
    cells = {cell["id"]: "".join(cell["source"]) for cell in notebook(client, view)["cells"]}
    assert len(cells["chart"].splitlines()) <= 14
    colours = re.search(r'color="(\w+)"', cells["chart"])
    assert colours
    assert not colours[1].endswith(("status", "quad_class"))
