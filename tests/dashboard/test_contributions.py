"""What was announced: sums as named and never added, overlaps marked, refusals apart, agreements on an axis."""

import datetime as dt
import re
from dataclasses import replace

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.pledges import pledges
from dashboard.exhibits.ways import ways
from dashboard.figures.theme import theme
from dashboard.parts.agreements import agreements, place
from dashboard.parts.offers import pager
from dashboard.readings.contributions import money, reading_agreements, reading_items, scaled, term
from dashboard.selection import Selection
from tests.dashboard.reader import filters, follow, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]

LIGHT = theme("light")
ITEMS = Selection("pledges", shape="contributions", part="items")
SIGNED = Selection("pledges", shape="contributions", part="agreements")


def agreement(pledger: str, day: str, **changed: object) -> dict[str, object]:
    """One row of query ``agreements``; named columns are changed."""
    row: dict[str, object] = {
        "pledge_id": f"{pledger}-{day}",
        "pledger_id": pledger[:3].upper(),
        "pledger": pledger,
        "announced_on": pd.Timestamp(day),
        "status": "signed",
        "instrument": "agreement",
        "instrument_label": "Agreement",
        "term_years": 10,
        "amount": None,
        "doubts": 0,
    }
    return row | changed


WORLD = [
    agreement("Latvia", "2024-04-11", amount=112e6, currency_code="EUR", doubts=1),
    agreement("Greece", "2024-10-17", term_years=None),
    agreement("Bulgaria", "2024-12-19", status="declined", instrument="none", term_years=None),
    agreement("United Kingdom", "2025-01-16", instrument="treaty", instrument_label="Treaty", term_years=100),
]


def link(kind: str, one: str) -> str:
    return f"{kind}?{one}" if one else ""


def test_sums_are_told_as_named() -> None:
    assert scaled(1.2e9) == "1.2 billion"
    assert scaled(120_500_000) == "120.5 million"
    assert money({"amount": 500e6, "currency_code": "CAD"}) == "C$500 million"
    assert money({"amount": 75e9, "currency_code": "SEK", "currency_label": "Swedish krona"}) == (
        "75 billion Swedish kronor"
    )
    assert money({"amount": None, "currency_code": "EUR"}) == ""


def test_a_term_that_is_not_named_is_not_made_up() -> None:
    assert term(WORLD[0]) == "10 years"
    assert term(WORLD[1]) == "no term named"


def test_the_reading_of_agreements_tells_terms_treaties_and_who_did_not_sign() -> None:
    said = reading_agreements(WORLD)
    assert said.startswith("3 agreements of 3 pledgers are on record, from Latvia on 11 April 2024")
    assert "1 for 10 years, 1 for 100 years and 1 without a term" in said
    assert "only that of the United Kingdom on 16 January 2025 is a treaty; Bulgaria did not sign" in said
    assert "never added up" in said
    assert "No bilateral" in reading_agreements([])


def test_the_axis_shows_term_open_end_and_what_was_not_signed() -> None:
    html = agreements(WORLD, LIGHT, link)
    rows = re.findall(r"<tr>.*?</tr>", html)[1:]
    assert [re.findall(r"country\?(\w+)", row)[0] for row in rows] == ["LAT", "GRE", "BUL", "UNI"]
    latvia, greece, bulgaria, britain = rows
    assert f"left:{place(dt.date(2024, 4, 11), 2024):.2f}%" in latvia
    assert "€112 million" in latvia
    assert "open what rivals it" in latvia
    assert "g-dot" in greece
    assert "g-span" not in greece
    assert "not signed" in bulgaria
    assert "to 2125" in britain
    assert agreements([], LIGHT, link) == ""


def test_agreements_are_everything_that_was_signed_in_the_days_chosen(db: Database, known: Catalogue) -> None:
    found = pledges(db, SIGNED, known)
    assert found.table["pledger_id"].tolist() == ["GBR"]
    assert found.table["term"].tolist() == ["10 years"]
    assert pledges(db, replace(SIGNED, since=dt.date(2025, 6, 1)), known).is_empty


def test_refusals_and_stops_stand_in_a_column_of_their_own(db: Database, known: Catalogue) -> None:
    html = pledges(db, ITEMS, known).body_html(LIGHT)
    november = html[html.index("November 2025") : html.index("August 2025")]
    offered, refused = re.findall(r"<ul.*?</ul>", november)
    assert "Washington stopped a delivery" not in offered
    assert "Washington stopped a delivery" in refused


def test_money_named_twice_says_so_and_leads_to_the_other_row(db: Database, known: Catalogue) -> None:
    html = pledges(db, ITEMS, known).body_html(LIGHT)
    assert "the same money as" in html
    assert "focus=CAN-2025-06-18-funding" in html
    assert "funding, 18 Jun 2025" in html
    assert "Canada C$500m of June 2025" in html


def test_amounts_are_listed_and_never_added(db: Database, known: Catalogue) -> None:
    found = pledges(db, ITEMS, known)
    assert "never added up" in found.reading
    amounts = found.table["amount"].dropna()
    assert len(amounts) > 1
    assert scaled(float(amounts.sum())) not in found.reading + found.body_html(LIGHT)


def test_the_list_is_filtered_by_kind_country_days_and_words(db: Database, known: Catalogue) -> None:
    assert set(pledges(db, replace(ITEMS, offers=("weapons",)), known).table["kind"]) == {"weapons"}
    assert set(pledges(db, replace(ITEMS, countries=("USA",)), known).table["pledger_id"]) == {"USA"}
    eu = pledges(db, replace(ITEMS, frameworks=("eu",)), known)
    assert eu.table["pledger_id"].tolist() == ["EU"]
    assert "within European Union" in eu.sentence
    assert pledges(db, replace(ITEMS, text="battery"), known).table["pledger_id"].tolist() == ["DEU"]
    since = pledges(db, replace(ITEMS, since=dt.date(2025, 12, 1)), known)
    assert since.table["announced_on"].min() >= pd.Timestamp("2025-12-01")
    assert since.shown < since.total
    assert pledges(db, replace(ITEMS, text="nothing like this"), known).is_empty


def test_the_list_names_its_filters(known: Catalogue) -> None:
    sentence = replace(ITEMS, offers=("weapons",), countries=("USA",), text="delivery").sentence(known)
    assert sentence == (
        "Announced contributions (weapons) of the United States, mentioning “delivery”, 17 December 2021 – 5 July 2026"
    )


def test_a_number_shows_its_rows_and_those_apart(db: Database, known: Catalogue) -> None:
    (count,) = pledges(db, ITEMS, known).counts()
    assert count.words == f"{len(count.rows)} announced"
    assert set(count.left_out["status"]) == {"declined", "withdrawn"}
    assert set(count.left_out["why"]) == {"a refusal or a stop, in a column of its own"}


def test_a_page_beyond_the_last_is_the_last(db: Database, known: Catalogue) -> None:
    assert "Washington stopped" in pledges(db, replace(ITEMS, at=9), known).body_html(LIGHT)


def test_the_pager_leads_both_ways() -> None:
    assert pager(1, 1, str) == ""
    first, middle = pager(1, 3, lambda at: f"?at={at}"), pager(2, 3, lambda at: f"?at={at}")
    assert "at=2" in first
    assert "Newer" not in first
    assert "at=1" in middle
    assert "at=3" in middle


def test_the_card_of_a_contribution_is_no_position(db: Database, known: Catalogue) -> None:
    selection = replace(ITEMS, focus="CAN-2025-06-18-funding")
    opened = card(db, selection, known, pledges(db, selection, known).table)
    assert opened
    html = opened(LIGHT)
    assert "Promised · funding · C$500 million" in html
    assert "the same money as" in html
    assert "Two figures are given" in html
    assert "doesn’t bind" not in html
    position = card(db, replace(ITEMS, focus="FRA-2026-02-10-ground_troops"), known, pd.DataFrame())
    assert position
    assert "g-offer-card" not in position(LIGHT)


def test_nothing_announced_is_said() -> None:
    assert reading_items([]) == "No contribution is on record that fits this selection."


def test_addresses_of_a_list_are_those_of_a_card(known: Catalogue) -> None:
    found = ways(replace(ITEMS, at=2), known, ("pledge",))
    assert found("pledge", "A-1") == "?focus=A-1&part=items&at=2&shape=contributions"
    assert found("country", "FRA") == "country?c=FRA"
    assert found("event", "") == ""


def test_a_part_is_chosen_on_the_page(open_page: Open) -> None:
    at = open_page("pledges", shape=["contributions"], part=["items"], offer=["weapons"])
    assert "Refused or stopped" in words(at)
    assert "Announced contributions (weapons)" in words(at)
    assert filters(at)["Kinds"] == ["weapons"]
    follow(at, "Agreements")
    assert not at.exception
    assert "Sum as named" in words(at)
    assert "Kinds" not in filters(at)


@pytest.mark.parametrize("part", ["totals", "months", "agreements", "items"])
def test_each_part_is_also_a_table(open_page: Open, part: str) -> None:
    at = open_page("pledges", shape=["contributions"], part=[part], **{"as": ["table"]})
    assert len(at.dataframe) == 1
    assert len(at.dataframe[0].value)
