"""A collection of some thousand rows: lists to pick from and opened tables send their beginning, and find the rest."""

import csv
import io
import re
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from etl.build import build
from etl.check import check
from tests.e2e.conftest import Visit
from tests.e2e.visits import served
from tests.growth.world import grow

EVENTS, STATEMENTS = 1152, 3072
TITLE = "Lakeside Conference on a force for Ukraine"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on three thousand statements."""
    folder = tmp_path_factory.mktemp("crowded")
    database = build(check(grow(folder / "data", 3)), folder / "world.duckdb")
    with served(database, folder / "output.txt") as url:
        yield url


def test_what_a_list_too_long_to_send_leaves_out_is_found_by_its_name(plain_visit: Visit, crowded: str) -> None:
    page = plain_visit.open(f"{crowded}/timeline")
    with page.expect_response(re.compile("part/options/[^?]*/event$")) as sent:
        page.get_by_role("combobox", name="Events").click()
    known = sent.value.json()
    assert len(known) + int(sent.value.headers["x-left-out"]) == EVENTS
    expect(page.get_by_text(f"{EVENTS - 80} more: type a few letters")).to_be_visible()
    told = {label for _, label, *_ in known}
    left = next(title for copy in range(95, 0, -1) if (title := f"{TITLE} {copy}") not in told)
    page.keyboard.type(left.upper())
    page.get_by_role("option", name=left, exact=True).click()
    expect(page.get_by_role("button", name=f"Take off: {left}", exact=True)).to_be_visible()


def test_of_many_rows_the_first_are_in_the_table_and_all_in_the_file(plain_visit: Visit, crowded: str) -> None:
    page = plain_visit.open(f"{crowded}/statements?as=table")
    expect(page.get_by_text(f"The first 2,000 of {STATEMENTS:,} rows.")).to_be_visible()
    href = page.get_by_role("link", name="All rows as CSV").get_attribute("href")
    with urlopen(f"{crowded}/{href}", timeout=30) as answer:
        rows = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
    assert len(rows) == STATEMENTS + 1
