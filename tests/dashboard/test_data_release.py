"""A release of the invented world with its archive and corrected cells: what the Data page and cards say of it."""

import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from dashboard.catalogue import Catalogue
from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.edge import middleware
from dashboard.exhibits.card import card
from dashboard.exhibits.data import data
from dashboard.exhibits.registry import EXHIBITS
from dashboard.exhibits.releasefiles import SUMS, archive
from dashboard.figures.theme import theme
from dashboard.routes import routes
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from tests.conftest import World, compose

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
NOTEBOOK = Path(__file__).resolve().parents[2] / "examples" / "three_questions.ipynb"
STATEMENT, EVENT = "2025-04-10-edgar-pell-backstop", "2025-04-10-lakeside-conference"
POSITION, OFFER = "AUS-2025-04-10-ground_troops", "AUS-2025-05-01-ammunition"
CHANGED = {
    ("statements", STATEMENT, "place"): "Geneva",
    ("events", EVENT, "date_precision"): "about",
    ("pledges", POSITION, "status"): "declined",
    ("pledges", OFFER, "announced_on"): "2025-05-02",
}
KEYS = {"statements": "statement_id", "events": "event_id", "pledges": "pledge_id"}


def corrected(world: World) -> None:
    """Four cells that said something else until 1 December 2026."""
    rows = []
    for (table, row_id, column), old in CHANGED.items():
        now = next(row[column] for row in world.rows(table) if row[KEYS[table]] == row_id)
        rows.append(
            {"table_name": table, "row_id": row_id, "column_name": column, "old_value": old, "new_value": now}
            | {"corrected_on": "2026-12-01", "why": "A page read later says so <plainly>."}
        )
    world.put("corrections", rows)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Database:
    folder = tmp_path_factory.mktemp("released")
    world = compose(folder / "data")
    corrected(world)
    return Database(build(check(world.folder), folder / "guarantees.duckdb", is_released=True))


def words(html: str) -> str:
    """What a reader reads, words that are marked up in their places."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def opened(db: Database, known: Catalogue, page: str, focus: str, **fields: object) -> str:
    """The card of what is in focus, as words."""
    selection = Selection(page, focus=focus, **fields)  # type: ignore[arg-type]
    found = card(db, selection, known, EXHIBITS[page](db, selection, known).table)
    assert found
    return words(found(theme("light")))


@pytest.mark.parametrize("page", ["timeline", "statements"])
def test_a_corrected_statement_says_what_it_was_until_when_and_why(db: Database, known: Catalogue, page: str) -> None:
    said = opened(db, known, page, STATEMENT)
    now = db.query("select place from statements where statement_id = $one", one=STATEMENT)["place"].item()
    because = "because a page read later says so <plainly>."
    assert f"Place was “Geneva” until 1 December 2026, {because} It is “{now}”." in said


def test_events_positions_and_offers_say_it_in_words_not_codes(db: Database, known: Catalogue) -> None:
    label = db.query("select label from date_precision where code = 'about'")["label"].item()
    assert f"was “{label}” until" in opened(db, known, "timeline", EVENT)
    assert "Status was “Declined” until 1 December 2026" in opened(db, known, "pledges", POSITION)
    offer = opened(db, known, "pledges", OFFER, shape="contributions", part="items")
    assert "Announced on was “2 May 2025” until" in offer


def test_a_card_without_corrections_says_nothing_of_them(db: Database, known: Catalogue) -> None:
    assert "Corrected" not in opened(db, known, "timeline", "2025-04-10-alma-varenne-twelve")


def test_the_change_log_lists_additions_and_corrections(db: Database, known: Catalogue) -> None:
    found = data(db, Selection("data", shape="release"), known)
    said = words(found.body_html(theme("light")))
    assert "4 cells were corrected since the first release" in found.reading
    assert said.index("1 December 2026") < said.index("25 November 2026")
    assert said.count("because a page read later") == len(CHANGED)
    assert [len(count.rows) for count in found.counts()][1] == len(CHANGED)


def test_the_change_log_names_new_rows_and_leads_to_each_and_to_all(db: Database, known: Catalogue) -> None:
    html = data(db, Selection("data", shape="release"), known).body_html(theme("light"))
    rows = re.findall(r"<li>(\d+) new rows? in <code>([a-z_]+)</code>: (.*?)</li>", html)
    assert {name for _, name, _ in rows} == {*db.query("select distinct table_name as t from changes")["t"]}
    for count, name, named in rows:
        links = re.findall(r'<a href="([^"]*)">([^<]*)</a>', named)
        more = [unescape(href) for href, said in links if said == f"{int(count) - 3} more"]
        assert bool(more) is (int(count) > 3), name
        for href in more:
            assert len(db.query(parse_qs(urlsplit(href).query)["sql"][0])) == int(count)
        assert len(links) - len(more) == (0 if name in ("sources", "un_resolutions") else min(3, int(count))), name
    statements = next(named for _, name, named in rows if name == "statements")
    assert '<a href="statements?focus=2026-02-11-viktor-zorin-again">Viktor Zorin: Zorin repeated his' in statements


def test_the_change_log_leads_to_what_was_corrected(db: Database, known: Catalogue) -> None:
    html = data(db, Selection("data", shape="release"), known).body_html(theme("light"))
    log = html.partition('id="log"')[2].partition("</section>")[0]
    assert f'<a href="event?e={EVENT}">Lakeside Conference on a force for Ukraine</a>' in log
    assert STATEMENT not in words(log)


def test_the_archive_is_offered_with_sizes_and_digests_and_served(db: Database, known: Catalogue) -> None:
    held = archive(db)
    assert held
    assert held.size == (db.path.parent / held.name).stat().st_size
    assert all(re.fullmatch(r"[0-9a-f]{64}", one.digest) for one in held.files if one.name not in SUMS)
    html = data(db, Selection("data", shape="release"), known).body_html(theme("light"))
    client = TestClient(Starlette(routes=routes(db), middleware=middleware()))
    links = set(re.findall(r'href="(/release/[^"]*)"', html))
    assert f"/release/{held.name}" in links
    for link in ("/release/pledges.csv", "/release/CHANGES.md", "/release/pledge_cards.parquet"):
        assert link in links
        assert client.get(link).status_code == 200


def test_a_database_without_its_archive_leads_to_no_file_of_it(db: Database, tmp_path: Path) -> None:
    alone = Database(shutil.copyfile(db.path, tmp_path / "elsewhere.duckdb"))
    client = TestClient(Starlette(routes=routes(alone), middleware=middleware()))
    for asked in ({"shape": "release"}, {"shape": "codebook"}, {"shape": "codebook", "focus": "pledges"}, {}):
        page = client.get("/view/data", params=asked)
        assert page.status_code == 200
        assert "/release/" not in page.text
    told = client.get("/view/data", params={"shape": "release"}).text
    assert "doesn’t lie beside this server’s database" in told
    refused = client.get(f"/release/guarantees-{alone.release()['release']}.zip")
    assert refused.status_code == 404
    assert "beside" in refused.json()["error"]


def test_the_reference_of_the_page_is_the_data_sets(db: Database, known: Catalogue) -> None:
    client = TestClient(Starlette(routes=routes(db), middleware=middleware()))
    told = client.get("/api/data.cite", params={"style": "apa"}).text
    assert f"(Version {known.release}) [Data set]" in told
    assert "In Guarantees" not in told


def test_the_example_notebook_runs_on_a_release(db: Database, tmp_path: Path) -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    assert not [cell for cell in cells if cell.get("outputs")]
    said = "print(len(stands), len(moves), len(ties), [len(one.x) for one in fig.data])"
    held = archive(db)
    assert held
    (tmp_path / held.name).write_bytes((db.path.parent / held.name).read_bytes())
    command = [sys.executable, "-I", "-c", f"{code}\n{said}"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    last = done.stdout.splitlines()[-1]
    months = len(db.query("select * from coverage_by_month"))
    assert last.endswith(str([months] * 3))
    assert not last.startswith("0 ")
    assert str(db.release()["release"]) in done.stdout


@pytest.mark.parametrize("has_archive", [True, False])
def test_the_menu_offers_the_release_where_its_archive_is(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_archive: bool
) -> None:
    place = db.path if has_archive else shutil.copyfile(db.path, tmp_path / "alone.duckdb")
    monkeypatch.setenv(LOCATION, str(place))
    at = AppTest.from_file(FRAME, default_timeout=60)
    at.session_state[GOING] = ["data", {"shape": ["release"]}]
    at.run()
    assert not at.exception
    shown = "".join(str(block.proto.body) for block in at.get("html"))
    assert "<b>API</b>" in shown
    assert ("<b>Release</b>" in shown) is has_archive
