"""The frame that another page is given shows the reading above its proof, at the width of a wide page."""

from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from dashboard.database import Database
from dashboard.exhibits.registry import EXHIBITS
from dashboard.published.links import AROUND, BELOW
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from tests.e2e.visits import Visit

WIDTH = 1200
VIEWS = (
    ("pledges", "map"),
    ("pledges", "ledger"),
    ("pledges", "compare"),
    ("timeline", "lanes"),
    ("network", "network"),
)
COVERED = """() => document.querySelector("footer").getBoundingClientRect().top
  - document.querySelector(".reading").getBoundingClientRect().bottom"""


@pytest.mark.parametrize(("name", "shape"), VIEWS)
def test_the_frame_of_the_snippet_holds_the_reading(
    plain_visit: Visit, real_server: str, real_database: Path, name: str, shape: str
) -> None:
    db = Database(real_database)
    shown = EXHIBITS[name](db, Selection(name, shape=shape), catalogue(db))
    height = shown.height + AROUND + BELOW.get(shown.shape, 0)
    plain_visit.page.set_viewport_size(ViewportSize(width=WIDTH, height=height))
    page = plain_visit.open_plain(f"{real_server}/view/{name}?shape={shape}&embed=1")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    assert page.evaluate(COVERED) >= 0
