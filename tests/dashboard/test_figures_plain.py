"""A figure of plain dicts: the same figure as Plotly's own, opened only when looked into."""

import copy
import json
from typing import Any

import pytest
from plotly.graph_objects import Figure

from dashboard.figures.plain import PlainFigure, template

DATA: list[dict[str, Any]] = [{"type": "scatter", "x": [1, 2], "y": [3, 4], "customdata": [["a"], ["b"]]}]
LAYOUT: dict[str, Any] = {"height": 300, "meta": {"min_width": 620}, "xaxis": {"range": [0, 3]}}


def plain() -> PlainFigure:
    return PlainFigure(copy.deepcopy(DATA), copy.deepcopy(LAYOUT))


def is_open(figure: PlainFigure) -> bool:
    return "_data_objs" in vars(figure)


def test_it_stays_closed_until_somebody_looks_inside() -> None:
    figure = plain()
    assert (figure._data, figure._layout) == (DATA, {"template": template(), **LAYOUT})
    assert not is_open(figure)
    assert figure.layout.meta["min_width"] == 620
    assert is_open(figure)


def test_opened_it_is_the_same_figure() -> None:
    same = Figure(data=DATA, layout={"template": template(), **LAYOUT})
    assert plain() == same
    assert plain().to_dict() == same.to_dict()
    assert json.loads(plain().to_json()) == json.loads(same.to_json())
    assert list(plain().data[0].customdata) == [["a"], ["b"]]


def test_changes_are_sent() -> None:
    figure = plain()
    figure.update_layout(height=500)
    figure.add_scatter(x=[1], y=[1])
    assert figure._layout["height"] == 500
    assert len(figure._data) == len(figure.data) == 2


def test_what_no_figure_has_this_has_not() -> None:
    with pytest.raises(AttributeError):
        _ = plain().nonsense
    assert not hasattr(plain(), "__nonsense__")
    assert copy.deepcopy(plain()).to_dict() == plain().to_dict()
