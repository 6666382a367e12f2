"""The front page's loudest conversation: the one in which most was said in the ninety days before the day shown."""

import datetime as dt

import pandas as pd
import pytest

from dashboard.database import Database
from dashboard.exhibits.overview import overview
from dashboard.figures.atlas import europe_shape
from dashboard.figures.theme import STATUS_LETTER, theme
from dashboard.parts.talk import talk
from dashboard.queries import overview as asks
from dashboard.queries.catalogue import catalogue
from dashboard.readings.wording import heading, is_state
from dashboard.selection import Selection
from tests.dashboard.reader import plain

THREAD_DAYS = "select count(*) as n from threads where root_id = $root"


def test_the_loudest_is_a_whole_conversation_opened_by_its_root(db: Database) -> None:
    known = catalogue(db)
    day = dt.date(2025, 6, 1)
    cards = asks.loudest(db, Selection("overview", asof=day), known).frame
    assert len(cards) > 1
    root = cards["statement_id"].iloc[0]
    assert pd.isna(cards["reply_to_id"].iloc[0])
    assert len(cards) == db.query(THREAD_DAYS, root=root)["n"].iloc[0]
    assert (cards["said_on"].dt.date <= day).all()


def test_before_anything_was_said_there_is_no_conversation(db: Database) -> None:
    known = catalogue(db)
    cards = asks.loudest(db, Selection("overview", asof=known.covered_from), known).frame
    assert cards.empty
    assert talk(cards, theme("light"), "Loudest", lambda kind, one: f"{kind}?{one}") == ""


def test_it_names_who_opened_who_answered_and_leads_on(db: Database) -> None:
    known = catalogue(db)
    cards = asks.loudest(db, Selection("overview", asof=dt.date(2025, 6, 1)), known).frame
    html = talk(cards, theme("light"), "Loudest", lambda kind, one: f"{kind}?{one}")
    assert f"speaker?{cards['speaker_id'].iloc[0]}" in html
    assert f"statement?{cards['statement_id'].iloc[0]}" in html
    assert cards["speaker"].iloc[1] in html


def test_it_counts_answers_as_cards_do_and_apart_what_answers_those(db: Database) -> None:
    cards = asks.loudest(db, Selection("overview", asof=dt.date(2025, 6, 1)), catalogue(db)).frame
    root, direct = cards["statement_id"].iloc[0], int(cards["answers"].iloc[0])
    more = pd.concat([cards, cards.iloc[[1]].assign(reply_to_id=cards["statement_id"].iloc[1])])
    for frame, rest in ((cards[cards["reply_to_id"].isna() | (cards["reply_to_id"] == root)], 0), (more, None)):
        html = talk(frame, theme("light"), "Loudest", lambda kind, one: f"{kind}?{one}")
        assert f"<small>{direct} answer" in html
        assert (" to those, by" in html) is (rest is None)


@pytest.mark.parametrize("width", [345, 513, 609])
def test_the_small_map_never_asks_for_more_width_than_it_has(db: Database, width: int) -> None:
    exhibit = overview(db, Selection("overview"), catalogue(db))
    assert exhibit.draw
    made = exhibit.draw(theme("light"), width)
    assert "min_width" not in (made.layout.meta or {})
    assert width * europe_shape() >= (made.layout.height or exhibit.height) - 1
    assert ("Beyond this frame" in str(made.data)) == (width > 440)


def test_its_numbers_open_their_rows(db: Database) -> None:
    exhibit = overview(db, Selection("overview"), catalogue(db))
    counts = exhibit.counts()
    states = {actor_id for count in counts for actor_id in count.rows["pledger_id"]}
    bar = {trace.x[0] for trace in exhibit.more["bar"](theme("light"), 609).data}
    assert bar <= {len(count.rows) for count in counts}
    assert states == {actor_id for actor_id in exhibit.table["pledger_id"] if is_state(actor_id)}


def test_letters_shades_and_signs_are_explained_and_the_list_of_moves_has_its_heading(db: Database) -> None:
    exhibit = overview(db, Selection("overview"), catalogue(db))
    key = plain(exhibit.key_html(theme("light")))
    for status in {*exhibit.table["status"]} - {"signed"}:
        assert f"{STATUS_LETTER[status]} {heading(status, 'ground_troops')}" in key
    assert "said within 180 days" in key
    assert exhibit.aside_html(theme("light")).startswith("<h2>What changed last</h2><ol")
