"""No database, then a database, then a newer one: all without a restart."""

import shutil
from pathlib import Path

from playwright.sync_api import expect

from etl.build import build
from etl.check import check
from tests.conftest import World
from tests.e2e.conftest import Visit, served

OLD, NEW = "Lakeside Conference on a force for Ukraine", "Conference by the lake"


def put(database: Path, place: Path) -> None:
    """Swap a database in as the build does, by rename."""
    beside = place.with_suffix(".new")
    shutil.copy(database, beside)
    beside.replace(place)


def renamed(world: World, folder: Path) -> Path:
    """The invented world with another title for its conference, built."""
    world.put("events", [{"event_id": "2025-04-10-lakeside-conference", "title": NEW}])
    return build(check(world.folder), folder / "renamed.duckdb")


def test_a_running_app_finds_its_database_and_each_new_build(
    plain_visit: Visit, tiny_database: Path, tiny_data: World, tmp_path: Path
) -> None:
    place = tmp_path / "served.duckdb"
    with served(place, tmp_path / "output.txt") as url:
        page = plain_visit.open(f"{url}/timeline?from=2025-04-01&until=2025-04-30")
        expect(page.get_by_text("python -m etl build")).to_be_visible()
        put(tiny_database, place)
        expect(plain_visit.chart("timeline_lanes").get_by_text("Lakeside Conference on").first).to_be_visible()
        put(renamed(tiny_data, tmp_path), place)
        plain_visit.open(page.url)
        expect(plain_visit.chart("timeline_lanes").get_by_text(NEW).first).to_be_visible()
        plain_visit.page.goto("about:blank")
    assert "Traceback" not in (tmp_path / "output.txt").read_text()
