"""What is said of values that an address can't have: few words, and never that one more was left out."""

from pathlib import Path

import pytest

from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection


@pytest.mark.parametrize(
    ("given", "last"),
    [
        (5, "“ZZ4” is no country or organisation"),
        (6, "“ZZ5” is no country or organisation"),
        (7, "2 more values were left out"),
    ],
)
def test_the_last_of_six_is_named_and_of_more_their_number(tiny_database: Path, given: int, last: str) -> None:
    wrong = {"c": [f"ZZ{place}" for place in range(given)]}
    notices = Selection.from_query("pledges", wrong, catalogue(Database(tiny_database)))[1]
    assert len(notices) == min(given, 6)
    assert notices[-1] == last


@pytest.mark.parametrize(
    ("page", "asked", "shown"),
    [
        ("pledges", {"c": ["fra", "FRA", "Deu"]}, {"c": ["FRA", "DEU"]}),
        ("pledges", {"g": ["eu"], "status": ["Declined"]}, {"g": ["EU"], "status": ["declined"]}),
        ("network", {"focus": ["rus>Ukr"]}, {"focus": ["RUS>UKR"]}),
        ("network", {"focus": ["rus"], "to": ["fra"]}, {"focus": ["RUS"], "to": ["FRA"]}),
        ("country", {"c": ["fra"]}, {"c": ["FRA"]}),
    ],
)
def test_capitals_of_a_code_do_not_matter(
    tiny_database: Path, page: str, asked: dict[str, list[str]], shown: dict[str, list[str]]
) -> None:
    known = catalogue(Database(tiny_database))
    selection, notices = Selection.from_query(page, asked, known)
    assert notices == ()
    assert selection.to_query(known) == shown


@pytest.mark.parametrize("page", ["timeline", "pledges", "statements"])
@pytest.mark.parametrize(
    ("typed", "said"),
    [('"ground troops"', "“ground troops”"), ("no troops", "“no troops”"), ('Kyiv "no troops', "Kyiv “no troops”")],
)
def test_a_phrase_has_one_pair_of_quotation_marks(tiny_database: Path, page: str, typed: str, said: str) -> None:
    sentence = Selection(page, text=typed).sentence(catalogue(Database(tiny_database)))
    assert said in sentence
    assert not [doubled for doubled in ("““", "””", '“"', '"”') if doubled in sentence]


@pytest.mark.parametrize("page", ["timeline", "pledges", "statements", "network"])
def test_a_country_has_its_article_in_the_subtitle(tiny_database: Path, page: str) -> None:
    chosen = Selection(page, countries=("FRA", "GBR", "USA"))
    sentence = chosen.sentence(catalogue(Database(tiny_database)))
    assert "France, the United Kingdom and the United States" in sentence
