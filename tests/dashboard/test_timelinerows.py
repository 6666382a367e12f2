from itertools import chain

import numpy as np
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.timelinerows import rows_at, sources_at
from dashboard.queries import timeline as asks
from dashboard.readings.itemrows import ItemRows, statements_of, values
from dashboard.selection import Selection


@pytest.mark.parametrize("group", ["actor", "topic"])
def test_columns_and_sources_of_a_window_are_those_of_its_rows(group: str, db: Database, known: Catalogue) -> None:
    picked = asks.items(db, Selection("timeline", since=known.covered_from, countries=("FRA",)), known)
    places = picked.places[picked.is_shown]
    assert 5 < len(places) < len(asks.every(db).frame)
    rows = rows_at(db, group, places)
    plain = ItemRows([dict(row) for row in rows])
    assert [row["item_id"] for row in rows] == picked.asked.frame["item_id"][picked.is_shown].tolist()
    for name in ("item_id", "starts_on", "actor", "speaker", "reply_to_id"):
        assert values(rows, name) == values(plain, name) == [row[name] for row in rows]
        assert values(statements_of(rows), name) == [row[name] for row in rows if row["item_kind"] == "statement"]
    assert list(sources_at(db, places)) == list(dict.fromkeys(chain.from_iterable(row["source_ids"] for row in rows)))


def test_a_window_without_items_has_no_columns_and_no_sources(db: Database) -> None:
    nowhere = np.array([], dtype=int)
    assert values(statements_of(rows_at(db, "actor", nowhere)), "actor") == []
    assert sources_at(db, nowhere) == ()
