"""The search asked of the real data: what it finds is what the texts hold, and other names find the same."""

from pathlib import Path

import duckdb
import pytest

from dashboard.database import Database
from dashboard.exhibits.archive import index
from dashboard.search import Index

HOLDING = """
with texts as (
    select
        cards.statement_id,
        lower(strip_accents(concat_ws(' | ', cards.summary, cards.quote, cards.speaker, cards.office, cards.actor,
            named.name, cards.place, cards.event_title, array_to_string(cards.topic_labels, ' | ')))) as said
    from statement_cards as cards
    left join actors as named on named.actor_id = cards.actor_id
)

select texts.statement_id
from texts
where regexp_matches(texts.said, $pattern)
"""
# What is typed, and the pattern that a text must hold.
PATTERNS = {
    '"boots on the ground"': r"\bboots on the ground\b",
    '"26 countries"': r"\b26 countries\b",
    "Oreshnik": r"\boreshniks?\b",
    "Turkey": r"\bturkiye|\bturkey\b",
    "erdogan": r"\berdogan\b",
    "Kiev": r"\bkyiv\b|\bkiev\b",
    "Czech Republic": r"\bczechia\b|\bczech republic\b",
    "Taurus": r"\btaurus\b",
    "Budapest": r"\bbudapest\b",
}


@pytest.fixture(scope="module")
def search(real_database: Path) -> Index:
    return index(Database(real_database))


@pytest.mark.parametrize("asked", PATTERNS)
def test_it_finds_exactly_the_texts_that_hold_it(real: duckdb.DuckDBPyConnection, search: Index, asked: str) -> None:
    wanted = {row[0] for row in real.execute(HOLDING, {"pattern": PATTERNS[asked]}).fetchall()}
    assert wanted
    assert set(search.find(asked).ids) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "Turkey"),
        ("Zelensky", "Zelenskyy"),
        ("frozen ass", "frozen assets"),
        ("US backstop", "U.S. backstop"),
        ("us backstop", "United States backstop"),
        ("organization", "organisation"),
        ("Article five", "Article 5"),
        ("what did they say about Oreshnik?", "Oreshnik"),
    ],
)
def test_another_way_to_say_it_finds_the_same(search: Index, one: str, other: str) -> None:
    assert set(search.find(one).ids) == set(search.find(other).ids) != set()


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("26 countries", "2025-09-04-emmanuel-macron-26-countries"),
        ("legitimate targets Putin", "2025-09-05-vladimir-putin-legitimate-targets"),
        ("Scholz Taurus", "2023-10-05-olaf-scholz-taurus"),
        ("Merz Orbán veto", "2026-03-20-friedrich-merz-disloyalty"),
    ],
)
def test_the_best_comes_first(search: Index, asked: str, first: str) -> None:
    assert search.find(asked).ids[0] == first
