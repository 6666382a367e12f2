"""Small parts of the screen: the grid's columns, the list of sources, what a click hands on."""

from collections.abc import Callable, Iterator

import pandas as pd
import pytest
import streamlit as st

from dashboard.components import figure
from dashboard.components.markup import DRAWING, as_picture
from dashboard.components.table import configured, readable
from dashboard.desk import PATCH
from dashboard.figures.theme import theme
from dashboard.parts.moves import moves
from dashboard.parts.sourcelist import source_item


@pytest.fixture
def patched() -> Iterator[Callable[[], dict[str, object]]]:
    """What clicks change in the selection of the next run."""
    st.session_state[PATCH] = {}
    yield lambda: dict(st.session_state[PATCH])
    st.session_state.clear()


def test_list_cells_are_joined() -> None:
    assert readable(pd.Series([["a", "b"], [], None])).tolist() == ["a, b", "", ""]
    assert readable(pd.Series(["a;b", "c"])).tolist() == ["a;b", "c"]


def test_days_are_shown_as_days() -> None:
    days = pd.Series(pd.to_datetime(["2025-09-04"]))
    assert configured(days, "Day")["type_config"]["format"] == "D MMM YYYY"


def test_a_column_is_as_wide_as_its_longest_cell() -> None:
    cells = pd.Series(["yes", "no: the voice doesn’t bind", None])
    assert configured(cells, "Counted")["width"] >= 7 * len("no: the voice doesn’t bind")
    assert configured(pd.Series(["long " * 99]), "Counted")["width"] == 260


def test_a_source_opens_the_page_relied_on_and_escapes_its_words() -> None:
    html = source_item(
        {
            "title": "<script>",
            "publisher": "A & B",
            "url": 'https://example.org/?a="b"',
            "published_on": pd.Timestamp("2025-09-04"),
            "language": "French",
            "weak_because": "",
        }
    )
    assert 'href="https://example.org/?a=&quot;b&quot;"' in html
    assert "&lt;script&gt;" in html
    assert "A &amp; B · 4 September 2025 · French" in html


def test_a_source_without_a_web_address_is_no_link() -> None:
    row = dict.fromkeys(("publisher", "published_on", "language", "weak_because"), "")
    assert "href" not in source_item({**row, "title": "x", "url": "javascript:alert(1)"})


def test_a_mark_becomes_the_focus(patched: Callable[[], dict[str, object]]) -> None:
    figure.focus(["FRA-2025-04-10-ground_troops", "FRA"])
    assert patched() == {"focus": "FRA-2025-04-10-ground_troops"}


def test_crowded_days_move_the_window(patched: Callable[[], dict[str, object]]) -> None:
    figure.focus(["2026-01-06..2026-01-06", "chip", "Moscow"])
    assert [str(day) for day in patched().values()] == ["2026-01-03", "2026-01-09"]
    figure.focus(["2026-01-05..2026-01-11", "chip", "Moscow"])
    assert [str(day) for day in patched().values()] == ["2026-01-05", "2026-01-11"]


def test_moves_say_path_speaker_and_day() -> None:
    row = {
        "pledger": "Pays <b>",
        "kind": "ground_troops",
        "kind_label": "Ground troops",
        "old_status": "open",
        "new_status": "declined",
        "announced_on": pd.Timestamp("2025-09-04"),
        "date_precision": "about",
        "new_speaker": None,
        "new_office": None,
        "counted_as": "counted",
    }
    html = moves(pd.DataFrame([row]), theme("dark"), lambda _: "pledges?shape=ledger&focus=x")
    assert "Pays &lt;b&gt;" in html
    assert "from would consider to declined; speaker not recorded" in html
    assert "about 4 Sep 2025" in html
    assert 'href="pledges?shape=ledger&amp;focus=x"' in html
    first = moves(pd.DataFrame([row | {"old_status": None}]), theme("dark"), lambda _: "")
    assert "first on record: declined; speaker not recorded" in first
    assert "→" not in first
    assert "g-hollow" not in html
    apart = moves(pd.DataFrame([row | {"counted_as": "outside_ukraine"}]), theme("dark"), lambda _: "")
    assert apart.count("g-hollow") == 1
    assert "ground troops (outside Ukraine)" in apart
    assert "to declined, not counted: outside Ukraine; speaker" in apart


def test_drawings_go_in_as_pictures() -> None:
    body = '<li><svg width="16" height="16" viewBox="0 0 16 16"><path d="M0 0"/></svg> object</li>'
    shown = DRAWING.sub(as_picture, body)
    assert shown.startswith('<li><img width="16" height="16" alt="" src="data:image/svg+xml;base64,')
    assert shown.endswith("> object</li>")


def test_nothing_is_written_for_what_is_missing() -> None:
    assert readable(pd.Series(["a", None, float("nan")], dtype=object)).tolist() == ["a", "", ""]
