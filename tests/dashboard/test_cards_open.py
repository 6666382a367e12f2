"""Every position in focus opens its card, those that never stood as well."""

import pytest

from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import theme
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection

PLEDGES = "select pledge_id as id, kind, phase, is_position from pledge_cards order by id"


@pytest.mark.parametrize("shape", ["map", "ledger"])
def test_every_position_opens_its_card_on_any_page_of_its_kind(db: Database, shape: str) -> None:
    known, opened = catalogue(db), 0
    for row in db.ask(PLEDGES).rows:
        if row["is_position"]:
            asked = Selection("pledges", shape=shape, kind=row["kind"], phase=row["phase"], focus=row["id"])
            shown = card(db, asked, known, EXHIBITS["pledges"](db, asked, known).table)
            assert shown
            assert "g-card" in shown(theme("light"))
            opened += 1
    assert opened > 20
