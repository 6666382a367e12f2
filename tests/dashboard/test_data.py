"""The documents about the release, on the invented world: every number leads to as many rows as it says."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.data import data
from dashboard.exhibits.datacodebook import READ_ON
from dashboard.exhibits.registry import EXHIBITS
from dashboard.figures.theme import theme
from dashboard.queries import datacodebook, dataopened, dataquality
from dashboard.readings.method import CHECKS, checked, interval
from dashboard.selection import Selection
from tests.dashboard.reader import plain

NUMBER = re.compile(r'<a href="(/sql\?[^"]*)">([\d,]+)(?: rows?)?</a>')


def body(db: Database, known: Catalogue, **fields: str) -> str:
    return data(db, Selection("data", **fields), known).body_html(theme("light"))  # type: ignore[arg-type]


def statement(href: str) -> str:
    """The SQL that an address of the SQL page opens with."""
    return parse_qs(urlsplit(unescape(href)).query)["sql"][0]


@pytest.mark.parametrize("shape", ["method", "quality"])
def test_each_number_opens_as_many_rows_as_it_says(db: Database, known: Catalogue, shape: str) -> None:
    told = NUMBER.findall(body(db, known, shape=shape))
    assert len(told) > 20
    for href, number in told:
        assert len(db.query(statement(href))) == int(number.replace(",", "")), statement(href)


def test_no_number_of_quality_stands_without_a_way_to_its_rows(db: Database, known: Catalogue) -> None:
    page = body(db, known, shape="quality")
    cells = re.findall(r'<td data-head="([^"]*)">(.*?)</td>', page)
    unlinked = [
        (head, cell)
        for head, cell in cells
        if head not in ("Day", "Recorded") and re.search(r"\d", re.sub(r"<(a|small|span)\b.*?</\1>", "", cell))
    ]
    assert not unlinked
    assert len(cells) > 40


@pytest.mark.parametrize(
    "call", ["positions_on(date '1990-01-01')", "mention_edges(date '2025-01-01', date '2025-12-31')"]
)
def test_the_columns_of_a_relation_are_those_it_answers_with(db: Database, call: str) -> None:
    found = datacodebook.described(db, f"select * from {call}")
    assert found.frame["column_name"].tolist() == list(db.query(f"select * from {call}"))
    assert "DATE" in set(found.frame["data_type"]) or "mention" in call


def test_each_code_of_the_codebook_opens_the_rows_that_use_it(db: Database, known: Catalogue) -> None:
    vocabularies = {row["vocabulary"] for row in datacodebook.uses(db).rows}
    for name in sorted(vocabularies):
        for href, number in NUMBER.findall(body(db, known, shape="codebook", relation=name)):
            assert len(db.query(statement(href))) == int(number.replace(",", "")), statement(href)


def test_every_column_with_a_vocabulary_is_counted(db: Database) -> None:
    columns = datacodebook.columns(db).rows
    coded = {row["table_name"] for row in columns if row["column_name"] == "code"}
    records = {row["name"] for row in datacodebook.relations(db).rows if row["comment"].startswith("One row per")}
    keyed = {
        (row["refers_to"], row["table_name"], row["column_name"])
        for row in columns
        if row["refers_to"] in coded and row["table_name"] in records and row["data_type"] != "BIGINT"
    }
    counted = {(row["vocabulary"], row["table_name"], row["column_name"]) for row in datacodebook.uses(db).rows}
    edited = {(name, table, column) for name, table, column in keyed if not is_made(table)}
    assert edited - counted == set()


def is_made(table: str) -> bool:
    """Link tables repeat the cells of the tables they belong to; `statement_mentions` has the tones alone."""
    links = ("_topics", "_conditions", "_ended_conditions", "_sources", "_participants", "_pledges")
    return table.endswith(links) or table in ("doubt_cards", "mention_edges")


def test_a_row_of_the_codebook_leads_to_a_page_of_the_app_that_shows_something(db: Database, known: Catalogue) -> None:
    for name in READ_ON:
        html = body(db, known, shape="codebook", relation=name)
        for href in re.findall(r'<a href="([^"]*)">In the app', html):
            to = urlsplit(unescape(href))
            asked, notices = Selection.from_query(to.path, parse_qs(to.query), known)
            assert not notices
            assert EXHIBITS[to.path](db, asked, known).title


def test_every_relation_has_an_address_and_its_sql_runs(db: Database, known: Catalogue) -> None:
    index = body(db, known, shape="codebook")
    for relation in known.labels["relation"]:
        assert f"data?table={relation}&amp;shape=codebook" in index
        html = body(db, known, shape="codebook", relation=relation)
        asked = re.search(r'<a href="(/sql[^"]*)">Its rows in SQL', html)
        assert asked
        assert len(db.query(f"select count(*) from ({statement(asked[1])})")) == 1
    assert "doubt_kind" in body(db, known, shape="codebook", relation="doubts")


def test_a_list_cell_leads_to_its_vocabulary(db: Database) -> None:
    leads = {(row["table_name"], row["column_name"]): row["refers_to"] for row in datacodebook.columns(db).rows}
    assert leads["pledges", "conditions"] == "condition"
    assert leads["pledges", "kind"] == "pledge_kind"
    assert leads["doubts", "kind"] == "doubt_kind"
    assert leads["statements", "topics"] == "topic"
    assert leads["statement_mentions", "tone"] == "tone"


def test_examples_are_the_best_sourced_rows_without_doubt(db: Database, known: Catalogue) -> None:
    table = data(db, Selection("data"), known).table
    open_rows = db.query(
        "select pledge_id, pledger_id, doubts, len(source_ids) as n from pledge_cards where status = 'open'"
    )
    chosen = table[(table["vocabulary"] == "pledge_status") & (table["code"] == "open")].iloc[0]["examples"].split(", ")
    best = open_rows.sort_values(["doubts", "n"], ascending=[True, False]).iloc[0]
    first = open_rows[open_rows["pledge_id"] == chosen[0]].iloc[0]
    assert (first["doubts"] > 0, first["n"]) == (best["doubts"] > 0, best["n"])
    assert len(chosen) <= 3
    assert len(set(open_rows[open_rows["pledge_id"].isin(chosen)]["pledger_id"])) == len(chosen)


def test_every_rule_is_the_vocabularys_own(db: Database, known: Catalogue) -> None:
    said = unescape(re.sub(r"<[^>]+>", "", body(db, known)))
    for name in ("pledge_status", "basis", "phase", "tone"):
        for row in datacodebook.codes(db, name).rows:
            assert row["description"].replace("`", "") in said


def test_both_checks_are_told_and_added_up(db: Database, known: Catalogue) -> None:
    assert [(one.rows, one.major, one.minor) for one in CHECKS] == [(110, 4, 15), (108, 3, 25)]
    whole = checked()
    low, high = interval(whole.major, whole.rows)
    assert low < whole.share < high
    assert (round(low, 1), round(high, 1)) == (1.6, 6.5)
    assert f"{whole.major} had a major fault" in data(db, Selection("data"), known).reading


def test_weak_rows_have_no_sound_page(db: Database) -> None:
    frame = dataquality.evidence(db).frame
    weak = frame[(frame["sound"] == 0) & (frame["table_name"] == "statements")]
    asked = db.query(dataopened.resting(dataopened.WEAK, "statements"))
    assert set(asked["statement_id"]) == set(weak["row_id"])


def test_the_months_are_those_of_the_release_and_lead_to_their_rows(db: Database, known: Catalogue) -> None:
    html = body(db, known, shape="quality")
    months = re.findall(r'<a href="(/sql[^"]*)"(?: class="g-thinly")? title="([^"]*)"', html)
    assert len(months) == len(db.query("select * from coverage_by_month"))
    assert sum(int(found) for _, words in months for found in re.findall(r"(\d+) statement", words)) == len(
        db.query("select * from statements")
    )


def test_without_an_archive_the_page_says_how_to_make_one(db: Database, known: Catalogue) -> None:
    html = body(db, known, shape="release")
    assert "python -m etl export" in html
    assert "/release/guarantees-" not in html


def test_licence_and_credit_stand_on_the_release(db: Database, known: Catalogue) -> None:
    said = plain(body(db, known, shape="release"))
    assert "CC BY 4.0" in said
    assert "terms of re-use are not settled" in said
    assert "United Nations Digital Library" in said
    assert "GeoNames (geonames.org), CC BY 4.0" in said
    assert f"(Version {known.release}) [Data set]" in said
    assert all(style in said for style in ("BibTeX", "RIS", "CSL-JSON"))


def test_the_page_takes_no_filters_along_into_its_own_address(known: Catalogue) -> None:
    chosen = Selection("data", shape="codebook", relation="pledges", countries=("FRA",))
    assert Selection.from_query("data", chosen.to_query(known), known) == (chosen, ())
    assert chosen.on_page("pledges") == Selection("pledges", countries=("FRA",))


def test_a_table_that_is_none_earns_a_notice(known: Catalogue) -> None:
    selection, notices = Selection.from_query("data", {"table": ["<b>none"], "shape": ["codebook"]}, known)
    assert selection.relation is None
    assert notices == ("“<b>none” is no table of the release",)
