"""The search: which words find which statements, in what order, and what is marked in them."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest

from dashboard.database import Database
from dashboard.exhibits.archive import index, searched
from dashboard.search import FIELDS, Index
from dashboard.search.question import MOST_PARTS, parts
from dashboard.search.words import folded, stem, words

WORLD = {
    "a": {"summary": "Dolny said that frozen Russian assets stay frozen.", "speaker": "Duško Dolny", "place": "Kyiv"},
    "b": {"summary": "Aksoy called for talks in Türkiye.", "speaker": "Erdoğan Aksoy", "country": "Türkiye"},
    "c": {"summary": "Pell wanted no boots in Ukraine.", "quote": "boots on the ground", "topics": "Foreign troops"},
    "d": {"summary": "The boots stood on dry ground.", "event": "Paris summit of January 2026"},
    "e": {"summary": "Hale spoke of guaranteeing the defence of Ukraine.", "office": "Foreign Minister"},
    "f": {"summary": "He said that the US would guarantee it.", "quote": "They would fight us", "place": "Prague"},
    "g": {"summary": "Czechia gives guarantees; the assets are not frozen, the ground is.", "country": "Czechia"},
}
FINDS = {
    "frozen assets": "ag",
    "Frozen ASSETS!": "ag",
    "frozen ass": "ag",
    "fro* asset": "ag",
    '"frozen assets"': "",
    '"frozen russian assets"': "a",
    '"boots on the ground"': "c",
    '"boots on the gro': "c",
    "boots on the ground": "cd",
    "dusko": "a",
    "Duško": "a",
    "erdogan": "b",
    "Turkey": "b",
    "turkiye": "b",
    "Türkiye": "b",
    "Kiev": "a",
    "Czech Republic": "g",
    "czech rep": "",
    "guarantee": "efg",
    "guaranteed": "efg",
    '"guarantee"': "f",
    "guar*": "efg",
    "defense": "e",
    "US": "f",
    "us": "f",
    "United States": "f",
    "foreign minister": "e",
    "foreign": "ce",
    "paris summit": "d",
    "Ukraine’s": "ce",
    "xyzzy": "",
    "frozen xyzzy": "",
    "the": "cdefg",
    "": "",
    "!?": "",
    '"': "",
    "(((": "",
    "frozen AND (assets": "ag",
    "summary:frozen": "",
    "z*": "",
    "*": "",
    "\\": "",
}


@pytest.fixture(scope="module")
def world() -> Index:
    return Index([{"statement_id": one} | dict.fromkeys(FIELDS, "") | told for one, told in WORLD.items()])


@pytest.mark.parametrize("asked", FINDS)
def test_words_find_statements(world: Index, asked: str) -> None:
    assert "".join(sorted(world.find(asked).ids)) == FINDS[asked]


def test_the_best_comes_first_and_of_equals_the_newest(world: Index) -> None:
    assert world.find("frozen assets").ids == ("a", "g")
    assert world.find("boots ground").ids[0] in "cd"
    same = Index([{"statement_id": one} | dict.fromkeys(FIELDS, "drones") for one in ("old", "new")])
    assert same.find("drones").ids == ("new", "old")


def test_words_found_nowhere_are_named_and_likened(world: Index) -> None:
    found = world.find("frozzen assets")
    assert [part.said for part in found.nowhere] == ["frozzen"]
    assert world.like("frozzen") == ["frozen"]
    assert world.like("!") == []
    assert world.alone("frozen xyzzy") == [("frozen", 2), ("xyzzy", 0)]


def shown(world: Index, asked: str, text: str) -> str:
    """The text with square brackets about what is marked."""
    for start, end in reversed(world.find(asked).marks.spans(text)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("frozen assets", "[Frozen assets] and an [asset]."),
        ("froze ass", "[Frozen assets] and an asset."),
        ('"frozen assets"', "[Frozen assets] and an asset."),
        ("guarantee", "Frozen assets and an asset."),
    ],
)
def test_what_was_found_is_marked_in_every_form(world: Index, asked: str, marked: str) -> None:
    assert shown(world, asked, "Frozen assets and an asset.") == marked


def test_a_phrase_is_marked_as_one_and_a_name_under_its_other_name(world: Index) -> None:
    assert (
        shown(world, '"boots on the ground"', "No Boots on the Ground, no boots.")
        == "No [Boots on the Ground], no boots."
    )
    assert shown(world, "Turkey", "In Türkiye’s capital") == "In [Türkiye’s] capital"
    assert shown(world, "us", "Tell us of the US and the U.S.") == "Tell us of the [US] and the [U.S.]"


def test_words_are_compared_without_accents_case_and_possessives() -> None:
    assert [folded(word) for word in ("Türkiye", "ERDOĞAN", "Łódź", "Kyiv’s", "don't", "U.S.", "us")] == [
        "turkiye", "erdogan", "lodz", "kyiv", "dont", "usa", "us",
    ]  # fmt: skip
    assert stem("organisation") == stem("organizations")
    assert [text[word.start : word.end] for text in ["e.g. 26 “states”"] for word in words(text)] == [
        "e.g.",
        "26",
        "states",
    ]


def test_common_words_count_only_where_there_are_no_others() -> None:
    assert [part.said for part in parts("What did Moscow answer to the Paris summit?")] == [
        "Moscow",
        "answer",
        "Paris",
        "summit",
    ]
    assert [part.said for part in parts("what they said")] == ["what", "they", "said"]


@pytest.mark.parametrize("asked", ["a " * 50_000, "x" * 100_000, '"' * 5_000, "* " * 5_000, "\x00\ud800", "é" * 9_999])
def test_hostile_text_is_bounded(world: Index, asked: str) -> None:
    assert len(parts(asked)) <= MOST_PARTS
    assert world.find(asked).ids == () or set(world.find(asked).ids) <= set(WORLD)


def test_an_empty_collection_finds_nothing() -> None:
    assert Index([]).find("frozen").ids == ()


TINY_FINDS = {
    "backstop": {"2025-04-10-edgar-pell-backstop", "2026-02-10-alma-varenne-signs"},
    "Turkish": set(),
    "lakeside brigade Pell": {"2025-04-10-edgar-pell-backstop"},
    '"no brigade"': {"2025-04-10-edgar-pell-backstop"},
    "black sea": {"2025-04-15-selim-aksoy-ships"},
    "harbour agreement": {"2025-05-06-edgar-pell-harbour"},
    "levch": {"2025-04-12-oksana-levchuk-our-soil"},
    "=1+1": {"2026-02-10-jonas-rydell-welcomes"},
}


@pytest.mark.parametrize("asked", TINY_FINDS)
def test_the_invented_world_is_searched_in_all_its_fields(tiny_database: Path, asked: str) -> None:
    assert set(index(Database(tiny_database)).find(asked).ids) == TINY_FINDS[asked]


def test_every_field_is_filled() -> None:
    row = {"statement_id": "a", "summary": "s", "quote": None, "speaker": "s", "office": float("nan")}
    [told] = searched(pd.DataFrame([row | dict.fromkeys(("country", "place", "event_title", "about"), "x")]))
    assert set(told) == {"statement_id", *FIELDS}
    assert told["quote"] == told["office"] == ""


def test_one_index_serves_many_threads(tiny_database: Path) -> None:
    db = Database(tiny_database)
    asked = ["soldiers", "backstop", '"no brigade"', "lake*", "xyzzy"] * 8
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda words: (index(db), index(db).find(words).ids), asked))
    assert len({id(made) for made, _ in told}) == 1
    assert [found for _, found in told[:5]] * 8 == [found for _, found in told]
