"""Why this number? Its rows, those near it that it leaves out and by which rule, and the SQL, on the invented world."""

import re
from html import unescape
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import SHAPES
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.exhibits.registry import EXHIBITS
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from dashboard.selection import Selection
from tests.dashboard.reader import blocks
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]
CHOSEN = {
    "country": {"countries": ("FRA",)},
    "speaker": {"speakers": ("alma-varenne",)},
    "event": {"events": ("2025-04-10-lakeside-conference",)},
}


@pytest.mark.parametrize(("page", "shape"), [(page, shape) for page in SHAPES for shape in SHAPES[page]])
def test_each_headline_number_is_the_count_of_its_rows(db: Database, page: str, shape: str) -> None:
    known = catalogue(db)
    selection = Selection(page, shape=shape, since=known.dense_from, **CHOSEN.get(page, {}))  # type: ignore[arg-type]
    counts = EXHIBITS[page](db, selection, known).counts()
    assert counts
    assert len({count.words for count in counts}) == len(counts)
    for count in counts:
        number = re.search(r"\d[\d,]*", count.words)
        assert not number or int(number.group().replace(",", "")) == len(count.rows), count.words
        assert count.left_out.empty or count.left_out["why"].str.len().gt(0).all()
        assert set(count.columns) - {"why"} <= set(count.rows)
        assert count.asked.sql


def test_the_question_opens_the_rows_and_the_sql(open_page: Open, tiny_database: Path) -> None:
    at = open_page("pledges", asof=["2025-12-31"])
    asked = re.search(r'data-part="(part/why/[^"]*)"', " ".join(blocks(at)))
    assert asked
    client = TestClient(Starlette(routes=routes(Database(tiny_database)), middleware=middleware()))
    shown = client.get("/" + unescape(asked[1])).text
    assert "counted</h3>" in shown
    assert "positions_on" in shown
    assert "$day = 2025-12-31" in shown
