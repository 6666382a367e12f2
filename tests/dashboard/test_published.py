"""The published page's parts: nothing executable from data, cells that a spreadsheet can't run, the source line."""

import datetime as dt

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from dashboard.exhibits.exhibit import Exhibit
from dashboard.figures.theme import Theme
from dashboard.parts.proof import proof, publishers, rows_shown
from dashboard.published.links import Place
from dashboard.published.page import Setting, page
from dashboard.published.table import as_csv

RELEASE = {
    "release": "2026-11-25-3f9a1c2b",
    "dense_until_on": dt.date(2026, 3, 13),
    "recorded_on": dt.date(2026, 11, 25),
}
SOURCES = pd.DataFrame({"publisher": ["Wire", "Herald", "Wire", "Rumour"], "is_weak": [False, False, False, True]})
MARKUP = "<script>alert(1)</script>"


def draw(theme: Theme, width: int = 700) -> Figure:
    return Figure(layout={"width": width, "title": {"text": f"</script>{MARKUP}<!-- {theme.name}"}})


PLACE = Place("pledges", {"asof": ["2026-03-13"], "c": ["FRA", "DEU"]}, "http://127.0.0.1:8501/")


def exhibit(**changed: object) -> Exhibit:
    values: dict[str, object] = {
        "subject": "pledges",
        "shape": "map",
        "title": f"Title {MARKUP}",
        "sentence": f"Sentence {MARKUP}",
        "reading": f'Reading "{MARKUP}"',
        "table": pd.DataFrame(),
        "columns": {},
        "shown": 3,
        "total": 4,
        "unit": "positions",
        "source_ids": (),
        "asked": (),
        "draw": draw,
        "notes": (f"Note {MARKUP}",),
    }
    return Exhibit(**{**values, **changed})  # type: ignore[arg-type]


def test_nothing_in_the_data_becomes_markup() -> None:
    html = page(exhibit(), SOURCES, RELEASE, Setting(("light", "dark"), PLACE, notices=(MARKUP,)))
    assert MARKUP not in html
    assert html.count("<script") == html.count("</script>") == 5
    assert "<!-- light" not in html


def test_the_page_says_title_sentence_reading_proof_and_address() -> None:
    html = page(exhibit(title="A title"), SOURCES, RELEASE, Setting(("dark",), PLACE))
    assert "<title>A title · Guarantees</title>" in html
    assert "3 of 4 positions" in html
    assert "release 2026-11-25-3f9a1c2b" in html
    assert 'href="/pledges?asof=2026-03-13&amp;c=FRA&amp;c=DEU"' in html
    assert 'data-theme="dark"' in html


def test_an_empty_exhibit_says_what_to_loosen() -> None:
    light = Setting(("light",), PLACE)
    html = page(exhibit(shown=0, hint="Take off a filter."), SOURCES, RELEASE, light)
    assert "Take off a filter." in html
    assert "Take off a filter." not in page(exhibit(hint="Take off a filter."), SOURCES, RELEASE, light)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_stay_text(start: str) -> None:
    assert as_csv(pd.DataFrame({"said": [f"{start}1+1"]})).splitlines()[1].strip('"').startswith("'")


def test_cells_are_written_plainly() -> None:
    table = pd.DataFrame(
        {
            "said_on": [pd.Timestamp("2025-09-04"), pd.NaT],
            "count": [26.0, None],
            "share": [-0.5, 1.25],
            "is_aged": [True, False],
            "topics": [["a", "b"], []],
            "mentions": [[{"actor_id": "RUS", "tone": "critical"}], None],
            "quote": ['Twelve, "of us"', None],
        }
    )
    header, first, second = as_csv(table).splitlines()
    assert header == "said_on,count,share,is_aged,topics,mentions,quote"
    assert first == '2025-09-04,26,-0.5,true,a;b,RUS:critical,"Twelve, ""of us"""'
    assert second == ",,1.25,false,,,"


def test_the_source_line_names_strong_publishers_first() -> None:
    assert publishers(SOURCES) == "4 sources by 3 publishers: Wire, Herald and Rumour"
    assert publishers(SOURCES, named=1) == "4 sources by 3 publishers: Wire and 2 more"
    assert publishers(SOURCES.iloc[1:], named=1) == "3 sources by 3 publishers: Herald and 2 more"
    assert publishers(SOURCES.iloc[1:]) == "3 sources: Herald, Wire and Rumour"
    assert publishers(SOURCES.iloc[:1]) == "1 source: Wire"
    assert publishers(SOURCES.iloc[:0]) == "no sources"
    assert rows_shown(5, 5, "ties") == "5 of 5 ties"
    assert rows_shown(1, 1, "positions") == "1 of 1 position"
    assert rows_shown(0, 0, "positions") == "0 positions"
    assert rows_shown(1, 2, "positions") == "1 of 2 positions"
    assert "&lt;script&gt;" in proof(1, 1, "ties", SOURCES, RELEASE, (MARKUP,))
