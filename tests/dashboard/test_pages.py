"""Each page as its script, on the invented world: what is on it, and how filters and address follow each other."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.address import SHAPES
from dashboard.components.bridge import GOING
from dashboard.database import LOCATION, Database
from dashboard.desk import PATCH
from dashboard.queries.catalogue import catalogue
from dashboard.queries.pledges import positions
from dashboard.selection import Selection
from tests.dashboard.charts import charts
from tests.dashboard.reader import blocks, filters, follow, links, titles, words

FRAME = Path(__file__).resolve().parents[2] / "dashboard" / "frame.py"
Open = Callable[..., AppTest]
TITLES = {
    "overview": "Where things stand on ground troops",
    "timeline": "What was said and done, and who answered whom",
    "pledges": "Who would send troops to Ukraine after the fighting",
    "network": "Who speaks of whom, and how",
}


@pytest.fixture
def open_page(tiny_database: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a page at an address; fails on any exception, and on a page without its title."""
    monkeypatch.setenv(LOCATION, str(tiny_database))

    def opened(page: str = "overview", **query: list[str]) -> AppTest:
        at = AppTest.from_file(FRAME, default_timeout=60)
        at.session_state[GOING] = [page, query]
        at.run()
        assert not at.exception
        assert titles(at), "the page is empty"
        return at

    return opened


@pytest.mark.parametrize("page", TITLES)
def test_each_page_has_its_title_sentence_and_proof(open_page: Open, page: str) -> None:
    at = open_page(page)
    assert titles(at) == [TITLES[page]]
    said = words(at)
    assert "release 2026-11-25-" in said
    assert "data dense to" in said
    assert charts(at)
    assert not re.search(r"\b(None|nan|NaT)\b", said)


class Shared(list[str]):
    """A list that other threads read meanwhile: what takes its place as a whole may lack what they moved."""

    def __setitem__(self, at: Any, value: Any) -> None:
        raise AssertionError("written anew")


def test_a_run_leaves_the_search_path_of_modules_as_it_was(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    at = open_page()
    before = list(sys.path)
    monkeypatch.setattr(sys, "path", Shared(before))
    at.run()
    assert not at.exception
    assert sys.path == before


def test_headline_number_is_the_querys(open_page: Open, tiny_database: Path) -> None:
    db = Database(tiny_database)
    frame = positions(db, Selection("pledges"), catalogue(db)).frame
    said = words(open_page("pledges"))
    assert f"{len(frame)} positions" in said
    declined = ((frame["status"] == "declined") & (frame["counted_as"] == "counted")).sum()
    assert f"{declined} declined" in said


def test_address_sets_the_filters(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA", "DEU"], asof=["2025-06-01"], kind=["training"])
    asked = filters(at)
    assert asked["Countries and organisations"] == ["FRA", "DEU"]
    assert asked["As of"] == ["2025-06-01"]
    assert asked["Kind of position"] == ["training"]
    assert "of France and Germany" in words(at)
    assert "as of 1 June 2025" in words(at)


def test_a_default_is_no_part_of_the_address(open_page: Open) -> None:
    at = open_page("pledges", kind=["ground_troops"], shape=["map"], c=["FRA"])
    assert at.query_params in ({"c": "FRA"}, {"c": ["FRA"]})


def test_a_debate_that_the_kind_has_no_rows_in_is_left_out(open_page: Open) -> None:
    at = open_page("pledges", kind=["training"], phase=["wartime"])
    assert "phase" not in at.query_params
    assert "Debate" not in filters(at) or filters(at)["Debate"] != ["wartime"]


def test_reset_takes_every_filter_off(open_page: Open) -> None:
    at = open_page("timeline", c=["FRA"], q=["force"], topic=["ceasefire"])
    follow(at, "Reset")
    assert at.query_params == {}
    assert filters(at)["Countries and organisations"] == []
    assert filters(at)["Words"] == [""]


def test_filters_keep_their_values_across_pages(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA"], asof=["2025-06-01"], framing=["world"])
    follow(at, "Network", "g-pages")
    assert titles(at) == [TITLES["network"]]
    assert filters(at)["Countries and organisations"] == ["FRA"]
    assert at.query_params["asof"] in ("2025-06-01", ["2025-06-01"])
    assert "framing" not in at.query_params


def test_unknown_values_are_named_in_a_notice(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA", "<b>ZZZ</b>"], asof=["9999-99-99"])
    notice = next(block for block in blocks(at) if "g-notices" in block)
    assert "&lt;b&gt;ZZZ&lt;/b&gt;" in notice
    assert "“9999-99-99” is no day" in notice
    assert at.query_params == {"c": "FRA"} or at.query_params == {"c": ["FRA"]}


def test_table_is_mounted_only_when_asked_for(open_page: Open) -> None:
    at = open_page("pledges")
    assert not at.dataframe
    follow(at, "Table")
    assert len(at.dataframe) == 1
    assert not charts(at)
    assert "Pledger" in at.dataframe[0].value.columns
    assert at.query_params["as"] in ("table", ["table"])
    follow(at, "Chart")
    assert at.query_params == {}


@pytest.mark.parametrize("form", ["chart", "table"])
@pytest.mark.parametrize(
    ("page", "shape"), [(page, shape) for page in ("pledges", "network") for shape in SHAPES[page]]
)
def test_each_shape_as_chart_and_as_table(open_page: Open, page: str, shape: str, form: str) -> None:
    at = open_page(page, shape=[shape], **{"as": [form]})
    assert bool(at.dataframe) == (form == "table")


def test_no_match_says_what_to_loosen_and_offers_the_way_back(open_page: Open) -> None:
    at = open_page("pledges", q=["nothing like this"])
    assert "Nothing to show." in words(at)
    assert not charts(at)
    follow(at, "Take off all filters")
    assert charts(at)


def test_an_empty_view_names_what_is_set_and_keeps_kind_and_day(open_page: Open) -> None:
    at = open_page("pledges", c=["JPN"], kind=["naval"], asof=["2025-12-01"])
    assert "countries and organisations (Japan)" in words(at)
    follow(at, "Take off all filters")
    assert charts(at)
    assert "naval forces" in words(at)
    assert "as of 1 December 2025" in words(at)


def test_a_day_before_any_record_names_the_first(open_page: Open) -> None:
    at = open_page("pledges", asof=["2022-01-01"])
    assert "start on 20 March 2025" in words(at)
    assert "Take off all filters" not in links(at)


def test_a_contribution_is_no_kind_of_position(open_page: Open) -> None:
    said = words(open_page("pledges", kind=["weapons"]))
    assert "Weapons is a contribution, not a position; positions on ground troops are shown" in said


def test_days_in_thin_coverage_are_named(open_page: Open) -> None:
    assert "Thin coverage" not in words(open_page("pledges", asof=["2025-06-01"]))
    assert "Thin coverage" in words(open_page("pledges", asof=["2026-06-30"]))


@pytest.mark.parametrize(
    ("page", "focus", "said"),
    [
        ("pledges", "FRA", "France"),
        ("pledges", "FRA-2025-04-10-ground_troops", "France"),
        ("pledges", "JPN", "No position of Japan"),
        ("timeline", "2025-04-10-alma-varenne-twelve", "Alma Varenne"),
        ("timeline", "2025-04-10-lakeside-conference", "took part"),
        ("network", "RUS", "Russia on others"),
        ("network", "RUS>UKR", "Russia on Ukraine"),
    ],
)
def test_focus_opens_a_card_that_can_be_closed(open_page: Open, page: str, focus: str, said: str) -> None:
    at = open_page(page, focus=[focus], **({"from": ["2024-06-01"]} if page != "pledges" else {}))
    cards = [block for block in blocks(at) if "g-card" in block]
    assert len(cards) == 1
    assert said.lower() in " ".join(re.sub(r"<[^>]+>", " ", cards[0]).lower().split())
    follow(at, "Close")
    assert "focus" not in at.query_params
    assert not at.exception


def test_a_click_on_a_mark_becomes_part_of_the_address(open_page: Open) -> None:
    at = open_page("pledges")
    at.session_state[PATCH] = {"focus": "DEU"}
    at.run()
    assert at.query_params["focus"] in ("DEU", ["DEU"])


@pytest.mark.parametrize("page", TITLES)
def test_hostile_addresses_never_show_an_exception(open_page: Open, page: str) -> None:
    hostile = ["'; drop table pledges; --", "<script>alert(1)</script>", "\x00", "9999-99-99", "x" * 5000]
    at = open_page(page, **dict.fromkeys(("c", "asof", "from", "kind", "focus", "shape", "q", "zzz"), hostile))
    assert titles(at) == [TITLES[page]]


def test_a_missing_database_says_what_to_run_and_heals(
    tmp_path: Path, tiny_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "g.duckdb"
    monkeypatch.setenv(LOCATION, str(path))
    at = AppTest.from_file(FRAME, default_timeout=60).run()
    assert not at.exception
    assert titles(at) == ["The data is not built yet"]
    assert "python -m etl build" in at.code[0].value
    path.write_bytes(b"half a file")
    assert titles(at.run()) == ["The data can’t be read just now"]
    path.unlink()
    path.write_bytes(tiny_database.read_bytes())
    assert titles(at.run()) == [TITLES["overview"]]


@pytest.mark.parametrize(("page", "shape"), [(page, shape) for page, shapes in SHAPES.items() for shape in shapes])
def test_each_chart_of_a_page_begins_with_words_of_its_own(open_page: Open, page: str, shape: str) -> None:
    alts = [chart.alt for chart in charts(open_page(page, shape=[shape]))]
    assert all(alts)
    assert len({re.split(r"[.:] ", alt)[0] for alt in alts}) == len(alts), alts


def test_the_bar_and_the_map_of_the_front_page_say_what_they_show(open_page: Open) -> None:
    alts = {chart.key: chart.alt for chart in charts(open_page())}
    assert alts["overview_bar"].startswith("One bar: how many states")
    assert alts["overview_map"].startswith("Map: which position")
