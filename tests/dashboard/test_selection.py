"""The selection and its address: round trips, defaults, words, and what hostile queries may never do."""

import datetime as dt
import random

import pytest

from dashboard.catalogue import Catalogue
from dashboard.selection import KEYS, SHAPES, Selection

PAGES = tuple(SHAPES)
PLACES = {"FRA": "France", "DEU": "Germany", "POL": "Poland", "RUS": "Russia", "EU": "EU", "TUR": "Türkiye"}
LABELS = {
    "actor": PLACES | {"emmanuel-macron": "Emmanuel Macron"},
    "place": PLACES,
    "bloc": {"nordic_baltic": "Nordic-Baltic Eight"},
    "speaker": {"emmanuel-macron": "Emmanuel Macron", "vladimir-putin": "Vladimir Putin"},
    "event": {"2025-09-04-paris": "Coalition summit in Paris"},
    "topic": {"frozen_assets": "Frozen assets", "us_backstop": "US backstop"},
    "position_kind": {"ground_troops": "Ground troops", "training": "Training"},
    "phase": {"post_war": "Post-war force", "wartime": "Wartime debate", "standing": "Standing programme"},
    "pledge_status": {"signed": "Signed", "declined": "Declined", "open": "Open"},
    "condition": {"us_backstop": "US backstop"},
    "basis": {"parliament": "Parliament"},
    "framework": {"coalition": "Coalition of the willing"},
    "event_category": {"summit": "Summit"},
    "standing": {"official": "Official"},
}


@pytest.fixture
def catalogue() -> Catalogue:
    """A small vocabulary, dense from February 2024 to 13 March 2026."""
    return Catalogue(
        covered_from=dt.date(2021, 12, 17),
        covered_until=dt.date(2026, 7, 5),
        dense_from=dt.date(2024, 2, 1),
        dense_until=dt.date(2026, 3, 13),
        release="2026-11-25-abcd",
        labels=LABELS,
        kinds_phase={"ground_troops": "post_war", "training": "standing"},
        row_ids=frozenset({"FRA-2025-09-04-ground_troops"}),
    )


def drawn_for(page: str, seed: int, catalogue: Catalogue) -> dict[str, list[str]]:
    """A random known address of a page."""
    chance, query = random.Random(seed), {}
    days = [str(catalogue.covered_from + dt.timedelta(days=n)) for n in (0, 400, 1500, 1547, 1600)]
    pools = {"day": days, "text": ["NATO  troops", "ü"], "shape": list(SHAPES[page])}
    for key in KEYS:
        items = ["FRA", "RUS>FRA", "FRA-2025-09-04-ground_troops"] if key.reads in ("item", "items") else []
        pool = pools.get(key.reads) or items or list(LABELS.get(key.vocabulary, {}))
        if key.name != "release" and pool and chance.random() < 0.5:
            query[key.name] = chance.sample(pool, chance.randint(1, min(2, len(pool))))
    return query


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("seed", range(40))
def test_round_trip(page: str, seed: int, catalogue: Catalogue) -> None:
    selection, _ = Selection.from_query(page, drawn_for(page, seed, catalogue), catalogue)
    address = selection.to_query(catalogue)
    again, notices = Selection.from_query(page, address, catalogue)
    assert again == selection
    assert again.to_query(catalogue) == address
    assert notices == ()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("seed", range(20))
def test_link_opens_the_same_view(page: str, seed: int, catalogue: Catalogue) -> None:
    selection, _ = Selection.from_query(page, drawn_for(page, seed, catalogue), catalogue)
    link = selection.to_link(catalogue)
    assert {"from", "until", "asof", "release"} <= set(link)
    opened, notices = Selection.from_query(page, link, catalogue)
    assert notices == ()
    assert opened.window(catalogue) == selection.window(catalogue)
    assert opened.day(catalogue) == selection.day(catalogue)
    assert opened.sentence(catalogue) == selection.sentence(catalogue)


HOSTILE = (
    "",
    "'; drop table pledges; --",
    "<script>alert(1)</script>",
    "\x00\x1b[31m",
    "9999-99-99",
    "2025-02-30",
    "٢٠٢٥-٠٩-٠٤",
    "2025-09-04T00:00:00",
    "None",
    "nan",
    ">",
    "RUS>",
    ">>>",
    "\ud800",
    "x" * 100_000,
    "%s%s%n",
    "{0.__class__}",
    "$day",
    "ground_troops ",
    "🇫🇷",
)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_values_never_raise(page: str, text: str, catalogue: Catalogue) -> None:
    query = {key.name: [text, text + "x", "FRA"] * 50 for key in KEYS} | {text: [text]}
    selection, notices = Selection.from_query(page, query, catalogue)
    assert len(notices) <= 6
    assert all(len(notice) < 200 for notice in notices)
    assert selection.sentence(catalogue)
    assert Selection.from_query(page, selection.to_query(catalogue), catalogue)[0] == selection


def test_random_bytes_never_raise(catalogue: Catalogue) -> None:
    chance = random.Random(7)
    for _ in range(300):
        values = ["".join(chr(chance.randrange(0x3000)) for _ in range(chance.randrange(12))) for _ in range(3)]
        query = {chance.choice(KEYS).name: values}
        selection, _ = Selection.from_query(chance.choice(PAGES), query, catalogue)
        assert selection.to_link(catalogue)


def test_unknown_values_are_named(catalogue: Catalogue) -> None:
    query = {"c": ["FRA", "ZZZ"], "colour": ["red"], "asof": ["tomorrow"], "kind": ["training", "lasers"]}
    selection, notices = Selection.from_query("pledges", query, catalogue)
    assert selection.countries == ("FRA",)
    assert notices == (
        "“tomorrow” is no day",
        "“ZZZ” is no country or organisation",
        "“kind” takes one value and is given 2; the last is shown",
        "“lasers” is no kind of position",
        "“colour” is no filter here",
    )


def test_days_outside_the_data_are_named(catalogue: Catalogue) -> None:
    selection, notices = Selection.from_query("pledges", {"asof": ["2030-01-01"]}, catalogue)
    assert selection.asof is None
    assert notices == ("1 January 2030 lies outside what the data covers",)


def test_reversed_window_falls_back(catalogue: Catalogue) -> None:
    query = {"from": ["2025-05-01"], "until": ["2025-04-01"]}
    selection, notices = Selection.from_query("timeline", query, catalogue)
    assert selection.window(catalogue) == (dt.date(2025, 12, 14), dt.date(2026, 3, 13))
    assert len(notices) == 1


def test_defaults_come_from_the_data(catalogue: Catalogue) -> None:
    assert Selection("pledges").day(catalogue) == dt.date(2026, 3, 13)
    assert Selection("network").window(catalogue) == (dt.date(2025, 12, 14), dt.date(2026, 3, 13))
    assert Selection("pledges").window(catalogue) == (dt.date(2024, 12, 1), dt.date(2026, 3, 13))
    assert Selection("pledges", kind="training").phase_shown(catalogue) == "standing"
    assert Selection("pledges", asof=dt.date(2026, 3, 13), kind="ground_troops").to_query(catalogue) == {}


@pytest.mark.parametrize(
    ("given", "window"),
    [
        ({"since": dt.date(2026, 5, 1)}, (dt.date(2026, 5, 1), dt.date(2026, 7, 5))),
        ({"until": dt.date(2024, 6, 30)}, (dt.date(2024, 4, 2), dt.date(2024, 6, 30))),
    ],
)
def test_one_day_alone_moves_the_other(given: dict, window: tuple, catalogue: Catalogue) -> None:
    assert Selection("timeline", **given).window(catalogue) == window


@pytest.mark.parametrize(
    ("page", "query", "sentence"),
    [
        ("pledges", {}, "Positions on ground troops, post-war force, as of 13 March 2026"),
        (
            "pledges",
            {"c": ["FRA", "DEU"], "asof": ["2025-09-04"]},
            "Positions on ground troops of France and Germany, post-war force, as of 4 September 2025",
        ),
        (
            "pledges",
            {"status": ["declined", "open"], "cond": ["us_backstop"], "shape": ["ledger"]},
            "Positions on ground troops, post-war force, of those declined or open (would consider); "
            "on the condition “US backstop”, named now or earlier on the last day, "
            "1 December 2024 – 13 March 2026",
        ),
        (
            "timeline",
            {"s": ["emmanuel-macron"], "topic": ["frozen_assets"], "from": ["2026-03-01"]},
            "Events and statements by Emmanuel Macron on frozen assets, 1–13 March 2026",
        ),
        (
            "timeline",
            {"pin": ["2025-09-04-paris", "FRA-2025-09-04-ground_troops", "FRA"], "until": ["2026-03-13"]},
            "Events and statements, with “Coalition summit in Paris” and one statement pinned, "
            "14 December 2025 – 13 March 2026",
        ),
        (
            "network",
            {"c": ["FRA"]},
            "Statements in which one side speaks of another, with France on either side, "
            "14 December 2025 – 13 March 2026",
        ),
        (
            "network",
            {"focus": ["FRA"]},
            "Statements of and about France, 14 December 2025 – 13 March 2026",
        ),
        (
            "network",
            {"focus": ["FRA>RUS"]},
            "Statements of France on Russia, 14 December 2025 – 13 March 2026",
        ),
        ("overview", {}, "Positions on ground troops, post-war force, as of 13 March 2026"),
    ],
)
def test_sentence(page: str, query: dict, sentence: str, catalogue: Catalogue) -> None:
    assert Selection.from_query(page, query, catalogue)[0].sentence(catalogue) == sentence


def test_link_of_another_release_says_so(catalogue: Catalogue) -> None:
    selection, notices = Selection.from_query("pledges", {"release": ["2025-01-01-ffff"]}, catalogue)
    assert notices == ("This link was made with release 2025-01-01-ffff; you see 2026-11-25-abcd",)
    assert selection == Selection("pledges")


def test_another_page_keeps_the_filters_but_not_the_shape(catalogue: Catalogue) -> None:
    query = {"c": ["FRA"], "shape": ["ledger"], "focus": ["FRA-2025-09-04-ground_troops"]}
    selection, _ = Selection.from_query("pledges", query, catalogue)
    assert selection.on_page("network") == Selection("network", countries=("FRA",))
    assert Selection("pledges", focus="RUS").on_page("network").focus == "RUS"


def test_file_name_is_plain_and_says_what_it_holds(catalogue: Catalogue) -> None:
    stem = Selection("pledges", countries=("TUR",)).file_stem(catalogue)
    assert stem == (
        "guarantees-pledges-positions-on-ground-troops-of-turkiye-post-war-force-as-of-13-march-2026-2026-11-25-abcd"
    )


def test_words_beyond_the_longest_are_told(catalogue: Catalogue) -> None:
    selection, notices = Selection.from_query("timeline", {"q": ["a" * 120]}, catalogue)
    assert selection.text == "a" * 100
    assert notices == ("Only the first 100 characters of the words are looked for",)


def test_what_narrows_is_named_and_what_chooses_is_not() -> None:
    assert Selection("pledges", kind="naval", asof=dt.date(2025, 1, 1), focus="FRA").narrowed_by() == ()
    assert Selection("pledges", countries=("FRA",), text="x").narrowed_by() == ("countries", "text")
