"""The chart component, as the server sees it: what is sent, and what a click or a brush comes to."""

import datetime as dt
import json

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.components.figure import as_json, day, once, packed
from dashboard.packing import plotly_name
from tests.dashboard.charts import charts, unpacked


def page() -> None:
    import plotly.graph_objects as go
    import streamlit as st

    from dashboard.components.figure import figure

    drawn = go.Figure([go.Scatter(x=["2025-03-01"], y=[1])], {"meta": {"min_width": 560}})
    figure(drawn, "chart_one", "One <b>mark</b>", 300)
    figure(go.Figure(layout={"height": 120}), "chart_two", "Nothing", clicked=None)
    st.write("below")


def test_a_chart_carries_its_figure_words_and_place() -> None:
    at = AppTest.from_function(page).run()
    assert not at.exception
    one, two = charts(at)
    assert (one.key, one.alt) == ("chart_one", "One <b>mark</b>")
    assert one.figure["data"][0]["x"] == ["2025-03-01"]
    assert (one.data["height"], one.data["least"], one.data["clickable"]) == (300, 560, True)
    assert (two.data["height"], two.data["least"], two.data["clickable"]) == (120, None, False)
    assert one.data["plotly"] == f"plotly/{plotly_name()}"


def test_the_figure_is_the_one_that_plotly_would_write() -> None:
    drawn = go.Figure([go.Bar(x=[dt.date(2025, 3, 1)], y=[float("nan")])], {"title": {"text": "é </script>"}})
    theirs = json.loads(str(drawn.to_json()))
    ours = {"data": json.loads(as_json(drawn._data)), "layout": json.loads(as_json(drawn._layout))}
    assert ours["data"] == theirs["data"]
    assert ours["layout"]["title"] == theirs["layout"]["title"]


@pytest.mark.parametrize("place", ["2025-03-01", "2025-03-01 13:20:11.4211", "2025-03-01T00:00:00"])
def test_a_place_on_an_axis_of_dates_is_a_day(place: str) -> None:
    assert day(place) == dt.date(2025, 3, 1)


def test_what_many_marks_say_is_written_once() -> None:
    words, ids = ["one", "two", "one", "one", "two"], [["a", "event"], ["b", "event"], ["a", "event"]]
    assert once(words) == {"each": ["one", "two"], "at": [0, 1, 0, 0, 1]}
    assert once(ids) is None
    sent = packed({"type": "scatter", "x": [1, 1], "hovertext": ["same", "same"], "customdata": [["a"], ["a"]]})
    assert sent["hovertext"] == {"each": ["same"], "at": [0, 0]}
    again = unpacked(json.loads(as_json(sent)))
    assert (again["hovertext"], again["customdata"], again["x"]) == (["same", "same"], [["a"], ["a"]], [1, 1])
