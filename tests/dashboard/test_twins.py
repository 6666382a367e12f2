"""Whoever can't see a chart has two other ways to it: what it says in words, and its rows as a table."""

import re

import pytest

from dashboard.address import PUBLISHED
from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import LIGHT
from dashboard.published.grid import grid
from dashboard.selection import Selection
from tests.dashboard.reader import plain
from tests.e2e.walk import CHOSEN, PARTS, SHAPED

VIEWS = (*SHAPED, *PARTS, *(f"{page}?{asked}" for page, asked in CHOSEN.items()))


def exhibit(view: str, db: Database, known: Catalogue, **more: str) -> Exhibit:
    page, _, query = view.partition("?")
    asked = {name: [text] for name, _, text in (pair.partition("=") for pair in query.split("&"))}
    selection, notices = Selection.from_query(page, {**asked, **{name: [text] for name, text in more.items()}}, known)
    assert not notices
    return EXHIBITS[page](db, selection, known)


def test_all_pages_and_shapes_are_looked_at() -> None:
    assert {view.partition("?")[0] for view in VIEWS} == set(PUBLISHED) == set(EXHIBITS)


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_drawn_is_said_and_listed(view: str, db: Database, known: Catalogue) -> None:
    shown = exhibit(view, db, known)
    if shown.draw is None:
        assert plain(shown.body_html(LIGHT)), "what is not drawn is read"
        return
    assert len(shown.reading.split()) >= 8, "the alternative text says what is seen"
    assert re.search(r"\d", shown.reading), "and how much of it"
    assert shown.reading not in (shown.title, shown.sentence)
    assert not shown.table.empty
    assert set(shown.columns) <= set(shown.table)


@pytest.mark.parametrize("view", [view for view in VIEWS if "=list" not in view])
def test_the_table_holds_the_rows_of_the_chart(view: str, db: Database, known: Catalogue) -> None:
    shown = exhibit(view, db, known)
    if shown.draw is None:
        return
    twin = exhibit(view, db, known, **{"as": "table"})
    assert twin.is_table
    assert len(twin.table) == len(shown.table)
    html = grid(twin)
    assert html.count("<tr") == len(twin.table) + 1
    assert all(f">{heading}</th>" in html for heading in twin.columns.values() if heading in html)


@pytest.mark.parametrize("view", VIEWS)
def test_further_charts_are_said_and_listed_too(view: str, db: Database, known: Catalogue) -> None:
    shown = exhibit(view, db, known)
    assert set(shown.more) == set(shown.more_said)
    for said in shown.more_said.values():
        assert len(said.split()) >= 8
        assert re.search(r"\d", said)
    if not shown.more:
        return
    totals = [int(found.replace(",", "")) for found in re.findall(r"<td[^>]*>([\d,]+)</td>", shown.more_html(LIGHT))]
    months = db.query(
        "select sum(events) as events, sum(statements) as said, sum(pledges) as pledges from coverage_by_month"
    )
    whole = int(months.iloc[0].sum())
    if view.startswith("overview"):
        assert sum(totals) == whole
    else:
        assert sum(totals[::5]) * 2 == sum(totals)
        assert 0 < sum(totals[::5]) <= whole
