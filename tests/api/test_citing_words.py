"""References say each thing once, in the language of what is cited, and leave out a year that nobody knows."""

import csv
import datetime as dt
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dashboard.citing.apa import reference
from dashboard.citing.bibtex import LANGUAGES, bibtex
from dashboard.citing.csl import item
from dashboard.citing.dataset import AUTHOR
from dashboard.citing.ris import ris
from dashboard.citing.work import Work
from dashboard.citing.works import language_of, named
from tests.api.test_citing import TRANSLATED, cited, entries, work

VOCABULARY = Path(__file__).resolve().parent.parent.parent / "data/vocabularies/language.csv"
UNDATED = Work("k", "page", (), "T", "", None, accessed=dt.date(2026, 11, 26))


@pytest.mark.parametrize(
    ("title", "sentence", "said"),
    [
        ("Malta", "Malta, as of 13 March 2026", "Malta, as of 13 March 2026"),
        ("A summit", "A summit: who took part", "A summit: who took part"),
        ("Events", "All events, 1 May 2025", "All events, 1 May 2025"),
        ("Alma Varenne", "Statements of Alma Varenne, 2025", "Statements of Alma Varenne, 2025"),
        ("France would send troops", "France, as of 1 May 2025", "France would send troops, as of 1 May 2025"),
        ("Aid: Kiel release 30", "Donors, Kiel release 30", "Aid: Donors, Kiel release 30"),
        ("Who moved", "Positions, as of 1 May 2025", "Who moved: Positions, as of 1 May 2025"),
        ("Who moved", "", "Who moved"),
    ],
)
def test_a_title_says_nothing_twice(title: str, sentence: str, said: str) -> None:
    assert named(title, sentence) == said


@pytest.mark.parametrize("view", ["country?c=FRA", "country?c=FRA&c=DEU", "event?e=2022-03-01-first-promises", "event"])
def test_nor_does_that_of_a_profile(client: TestClient, view: str) -> None:
    page, _, query = view.partition("?")
    head, _, rest = client.get(f"/api/{page}.cite?style=csl&{query}").json()[0]["title"].partition(": ")
    assert head
    assert not rest.startswith(head)


def test_what_has_no_year_has_no_field_for_it() -> None:
    text = bibtex([UNDATED])
    assert "year" not in text
    assert "note = {n.d. Retrieved 2026-11-26}" in text
    lines = ris([UNDATED]).split("\r\n")
    assert not [line for line in lines if line.startswith(("PY", "DA"))]
    assert "N1  - n.d." in lines
    assert "issued" not in item(UNDATED)


@pytest.mark.parametrize(
    ("form", "code", "language"),
    [
        ("original", "fr", "fr"),
        ("original", "und", ""),
        ("translation", "fr", "en"),
        ("unclear", "fr", ""),
        ("unclear", "en", "en"),
        ("", "", "en"),
    ],
)
def test_the_language_is_that_of_the_words_cited(form: str, code: str, language: str) -> None:
    quote = "Words" if form else None
    assert language_of({"quote": quote, "quote_form": form or None, "quote_language_code": code or None}) == language


def test_every_language_has_a_name_for_tex() -> None:
    with VOCABULARY.open(encoding="utf-8") as file:
        assert set(LANGUAGES) >= {row["code"] for row in csv.DictReader(file)} - {"und"}
    french = Work("k", "row", (), "T", "", None, language="fr")
    assert "language = {french}" in bibtex([french])
    assert "LA  - fr" in ris([french])


@pytest.mark.parametrize(
    ("asked", "csl", "tag", "words"),
    [
        ("pledges?shape=map", "map", "MAP", "Map"),
        ("pledges?shape=ledger", "graphic", "CHART", "Chart"),
        ("pledges?as=table", "dataset", "DATA", "Table"),
    ],
)
def test_a_map_is_cited_as_one(client: TestClient, asked: str, csl: str, tag: str, words: str) -> None:
    page, _, query = asked.partition("?")

    def in_style(style: str) -> str:
        return str(client.get(f"/api/{page}.cite?{query}&style={style}").text)

    assert json.loads(in_style("csl"))[0]["type"] == csl
    assert in_style("ris").startswith(f"TY  - {tag}\r\n")
    assert f"howpublished = {{{words} in Guarantees: " in in_style("bibtex")


def test_a_row_names_who_made_the_whole_and_quotes_its_words(client: TestClient) -> None:
    (item, *_) = json.loads(cited(client, "statements", style="csl", focus=TRANSLATED))
    assert item["container-author"] == [{"literal": AUTHOR}]
    assert item["publisher"] == AUTHOR
    assert re.fullmatch("“.+”", item["abstract"])
    assert "A2  - The Guarantees project" in cited(client, "statements", style="ris", focus=TRANSLATED)
    assert "In The Guarantees project, Guarantees: " in cited(client, "statements", style="bibtex", focus=TRANSLATED)
    assert "A2" not in cited(client, style="ris")


@pytest.mark.parametrize(
    ("page", "query", "words"),
    [
        ("country", {"c": "FRA"}, "[Country profile]"),
        ("country", {"c": "FRA", "as": "table"}, "[Table]"),
        ("statements", {}, "[Table]"),
    ],
)
def test_a_page_that_is_read_is_called_what_it_is(
    client: TestClient, page: str, query: dict[str, str], words: str
) -> None:
    assert words in cited(client, page, **query)


@pytest.mark.parametrize(("precision", "sign"), [("about", "ca."), ("by", "by")])
def test_formats_that_know_whole_days_alone_name_one_that_is_worked_out_in_a_note(precision: str, sign: str) -> None:
    about = work(precision=precision)
    (entry,) = entries(bibtex([about]))
    assert entry["year"] == "{2025}"
    assert entry["note"] == f"{{{sign} 4 September 2025}}"
    (seen,) = entries(bibtex([replace(about, accessed=dt.date(2026, 11, 26))]))
    assert seen["note"] == f"{{{sign} 4 September 2025. Retrieved 2026-11-26}}"
    assert not {"month", "day"} & set(entry)
    lines = ris([about]).split("\r\n")
    assert "PY  - 2025" in lines
    assert f"N1  - {sign} 4 September 2025" in lines
    assert "DA" not in {line[:2] for line in lines}
    assert f"({sign} 2025, September 4)" in reference(about)
    assert item(about)["issued"]["circa"] is True
    assert "DA  - 2025/09/04" in ris([work()])


def test_a_conversation_is_cited_as_a_whole(client: TestClient) -> None:
    told = cited(client, "conversation", focus=TRANSLATED)
    assert "who answered" in told
    assert "[Conversation]" in told
    assert "[Quote]" not in told
