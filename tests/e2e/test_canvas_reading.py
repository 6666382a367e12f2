"""What a view comes to in words stands on every picture of it: more rows are no reason to leave that out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit, served

ALL = "from=2021-12-17&until=2026-07-05"
VIEWS = (
    "pledges?shape=ledger",
    f"pledges?shape=ledger&{ALL}&kind=guarantee&also=ground_troops&also=training",
    "pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05",
    "pledges?shape=conditions&over=all",
    "pledges?shape=contributions",
    "statements",
    "timeline",
    f"network?{ALL}",
)


@pytest.fixture(scope="module")
def real(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real data."""
    with served(real_database, tmp_path_factory.mktemp("server") / "output.txt") as url:
        yield url


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_keeps_its_reading(plain_visit: Visit, real: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{real}/view/{view}", size)
        expect(page.locator(".reading")).to_be_in_viewport(ratio=0.99)
        assert not stumbles(page, size), size
