"""A statement as a card and a conversation in turns: what stands on them, and in what order."""

import re
from pathlib import Path

import pandas as pd
import pytest

from dashboard.database import Database
from dashboard.exhibits.archive import archive
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import theme
from dashboard.parts.quote import SIZES, by_nearness, quote_card, size, standing, talk
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection
from etl.build import build
from etl.check import check
from tests.conftest import World

LIGHT = theme("light")
QUOTED, PLAIN = "2025-04-10-alma-varenne-twelve", "2025-03-20-alma-varenne-not-excluded"
ANSWER = "2025-04-12-oksana-levchuk-our-soil"


def exhibit(db: Database, page: str, focus: str | None) -> Exhibit:
    known = catalogue(db)
    return EXHIBITS[page](db, Selection(page, focus=focus), known)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_quote_stands_with_its_form_its_speaker_and_its_source(db: Database) -> None:
    shown = exhibit(db, "quote", QUOTED)
    told = words(shown.body_html(LIGHT))
    row = archive(db).row(QUOTED)
    assert row
    assert f"“{row['quote']}”" in told
    assert "Translated from French" in told
    assert "Alma Varenne President, France" in told
    assert "10 April 2025 · " in told
    assert f"In our words {row['summary']}" in told
    assert "Lakeside Herald" in told
    assert (shown.shown, shown.total, len(shown.table)) == (1, 1, 1)


def test_without_a_quote_the_summary_stands_as_ours(db: Database) -> None:
    html = exhibit(db, "quote", PLAIN).body_html(LIGHT)
    assert "Summary in our words: no quotation is on record" in html
    assert "“" not in html.partition("g-standing")[0]
    assert "g-summary" in html
    assert "g-words" not in html


@pytest.mark.parametrize("page", ["quote", "conversation"])
@pytest.mark.parametrize("focus", [None, "FRA"])
def test_without_a_statement_it_says_how_to_choose_one(db: Database, page: str, focus: str | None) -> None:
    shown = exhibit(db, page, focus)
    assert shown.is_empty
    assert "Choose a statement" in shown.hint
    assert list(shown.table.columns)


def test_a_conversation_begins_with_what_leads_to_the_focus(db: Database) -> None:
    shown = exhibit(db, "conversation", ANSWER)
    row = archive(db).row(ANSWER)
    assert row
    told = archive(db).conversation(row)
    order = [one["statement_id"] for one in by_nearness(told, ANSWER)]
    path = [QUOTED, "2025-04-11-viktor-zorin-targets", ANSWER, "2025-04-13-pavel-grudov-illusions"]
    assert order[:4] == path
    assert sorted(order) == sorted(shown.table["statement_id"])
    html = shown.body_html(LIGHT)
    assert html.count("<li") == len(told) == shown.shown
    assert re.search(r'<li aria-current="true"[^>]*><b>.*?Oksana Levchuk', html)
    assert "· to Alma Varenne" in html


def test_its_reading_counts_the_answers(db: Database) -> None:
    shown = exhibit(db, "conversation", QUOTED)
    assert f"{shown.shown - 1} answers followed" in shown.reading
    assert "No answer to it is recorded here." in exhibit(db, "conversation", PLAIN).reading


def test_what_others_wrote_is_escaped(db: Database) -> None:
    row = dict(archive(db).row(QUOTED) or {}) | {"quote": "<script>", "summary": "<b>", "speaker": "<i>"}
    assert "<script>" not in quote_card(row, pd.DataFrame(), LIGHT)
    assert "&lt;script&gt;" in talk([row], QUOTED, LIGHT)


@pytest.mark.parametrize("page", ["statements", "conversation", "quote"])
def test_wherever_a_quote_stands_original_words_name_their_language(
    tiny_data: World, tmp_path: Path, page: str
) -> None:
    tiny_data.put("statements", [{"statement_id": QUOTED, "quote_form": "original"}])
    spoken = Database(build(check(tiny_data.folder), tmp_path / "x.duckdb"))
    shown = EXHIBITS[page](spoken, Selection(page, focus=QUOTED, at=2), catalogue(spoken))
    assert "riginal words, in French" in shown.body_html(LIGHT)


def test_the_form_names_the_language_where_it_is_known(db: Database) -> None:
    row = dict(archive(db).row(QUOTED) or {})
    forms = {
        ("original", "French"): "Original words, in French",
        ("original", "English"): "Original words",
        ("translation", "Language not determined"): "Translated; the language isn’t recorded",
        ("unclear", "Language not determined"): "Original or translated: not clear; the language isn’t recorded",
    }
    for (form, language), said in forms.items():
        assert said in quote_card(row | {"quote_form": form, "quote_language": language}, pd.DataFrame(), LIGHT)


def test_longer_words_are_set_smaller() -> None:
    assert [size("x" * length) for length in (1, 40, 41, 150, 151, 9000)] == [
        "huge",
        "huge",
        "large",
        "middling",
        "small",
        "small",
    ]
    assert list(SIZES.values()) == sorted(SIZES.values())


def test_pages_beyond_the_first_are_counted() -> None:
    page = {"publisher": "Wire", "title": "T", "published_on": None, "is_weak": False, "weak_because": None}
    assert standing(pd.DataFrame()) == ""
    assert "and 1 more page<" in standing(pd.DataFrame([page] * 3))
    assert "undated" in standing(pd.DataFrame([page]))
