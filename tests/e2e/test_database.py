"""No database, a harmed one, a newer one, one that fails: what a reader sees, all without a restart."""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import expect

from etl.build import build
from etl.check import check
from etl.seal import seal
from tests.conftest import World
from tests.e2e.conftest import Visit, served
from tests.faults.harm import HARMS

OLD, NEW = "Lakeside Conference on a force for Ukraine", "Conference by the lake"
APRIL = "timeline?from=2025-04-01&until=2025-04-30"
CALM = "This page can’t be shown just now"


def put(database: Path, place: Path) -> None:
    """Swap a database in as the build does, by rename."""
    beside = place.with_suffix(".new")
    shutil.copy(database, beside)
    beside.replace(place)


def renamed(world: World, folder: Path) -> Path:
    """The invented world with another title for its conference, built."""
    world.put("events", [{"event_id": "2025-04-10-lakeside-conference", "title": NEW}])
    return build(check(world.folder), folder / "renamed.duckdb")


def broken(database: Path, place: Path) -> None:
    """The same database, but for what only the network asks."""
    beside = place.with_suffix(".new")
    shutil.copy(database, beside)
    with duckdb.connect(str(beside)) as connection:
        connection.execute(
            "create or replace macro mention_edges(since, until) as table select error('broken') as oops"
        )
    seal(beside)
    beside.replace(place)


def seen(visit: Visit, title: str) -> None:
    """The chart speaks of the conference under this title."""
    expect(visit.chart("timeline_lanes").get_by_text(title).first).to_be_visible()


def test_a_running_app_finds_its_database_and_each_new_build(
    plain_visit: Visit, tiny_database: Path, tiny_data: World, tmp_path: Path
) -> None:
    place = tmp_path / "served.duckdb"
    with served(place, tmp_path / "output.txt") as url:
        page = plain_visit.open(f"{url}/{APRIL}")
        expect(page.get_by_text("python -m etl build")).to_be_visible()
        put(tiny_database, place)
        seen(plain_visit, "Lakeside Conference on")
        put(renamed(tiny_data, tmp_path), place)
        plain_visit.open(page.url)
        seen(plain_visit, NEW)
        plain_visit.page.goto("about:blank")
    assert "Traceback" not in (tmp_path / "output.txt").read_text()


@pytest.mark.parametrize("harm", ["truncated", "deleted"])
def test_an_open_page_goes_on_over_a_harmed_database_and_shows_the_next_build(
    plain_visit: Visit, tiny_database: Path, tiny_data: World, tmp_path: Path, harm: str
) -> None:
    place, harms = tmp_path / "served.duckdb", dict[str, Callable[[Path, random.Random], None]](HARMS)
    put(tiny_database, place)
    with served(place, tmp_path / "output.txt") as url:
        page = plain_visit.open(f"{url}/{APRIL}")
        seen(plain_visit, "Lakeside Conference on")
        harms[harm](place, random.Random(3))
        page.locator(".g-pages").get_by_role("link", name="Statements").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What was said")
        plain_visit.open(f"{url}/{APRIL}")
        seen(plain_visit, "Lakeside Conference on")
        put(renamed(tiny_data, tmp_path), place)
        plain_visit.open(f"{url}/{APRIL}")
        seen(plain_visit, NEW)
        plain_visit.page.goto("about:blank")
    assert "Traceback" not in (tmp_path / "output.txt").read_text()


def test_a_page_that_fails_gives_a_reference_and_the_ways_on(
    plain_visit: Visit, tiny_database: Path, tmp_path: Path
) -> None:
    place = tmp_path / "served.duckdb"
    broken(tiny_database, place)
    with served(place, tmp_path / "output.txt") as url:
        page = plain_visit.open(f"{url}/network")
        expect(page.get_by_role("heading", level=1)).to_have_text(CALM)
        reference = page.get_by_role("alert").locator("code").inner_text()
        assert re.fullmatch(r"[a-z2-9]{8}", reference)
        expect(page.get_by_text("Traceback")).to_have_count(0)
        page.locator(".g-pages").get_by_role("link", name="Pledges").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(CALM)
        plain_visit.open_plain(f"{url}/present/network")
        expect(page.locator("#edge")).to_have_text(re.compile(r"The server has no answer \(reference [a-z2-9]{8}\)"))
        plain_visit.expected.add("status of 500")
        put(tiny_database, place)
        plain_visit.open(f"{url}/network")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(CALM)
        plain_visit.page.goto("about:blank")
    assert f'"reference": "{reference}"' in (tmp_path / "output.txt").read_text()
