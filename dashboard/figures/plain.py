"""A figure of plain dicts, opened into Plotly's objects only where somebody looks inside: that takes 5 to 20 ms."""

from functools import cache
from typing import Any

from plotly.graph_objects import Figure
from plotly.io import templates


class PlainFigure(Figure):  # type: ignore[misc]  # Plotly has no types
    """A Plotly figure of ready traces and layout, neither checked nor copied; what is sent is what was put in."""

    def __init__(self, data: list[dict[str, Any]], layout: dict[str, Any]) -> None:
        self._data, self._layout = data, {"template": template(), **layout}

    def __getattr__(self, name: str) -> Any:
        """Whatever else a figure has is there once it is opened."""
        if "_data_objs" in self.__dict__ or name.startswith("__"):
            raise AttributeError(name)
        super().__init__({"data": self._data, "layout": self._layout}, _validate=False)
        return getattr(self, name)

    def __reduce__(self) -> tuple[Any, ...]:
        """For copies."""
        return PlainFigure, (self._data, self._layout)


@cache
def template() -> dict[str, Any]:
    """Plotly's own template, whichever else is the process's, without what makes Plotly measure the words of an axis.

    That they stay within it is seen to here, and no axis has a title to keep off them. Each word measured lays out the
    whole page: a third of what a ledger takes in the browser.
    """
    found: dict[str, Any] = templates["plotly"].to_plotly_json()
    return {
        **found,
        "layout": {**found["layout"], **{name: _axis(found["layout"][name]) for name in ("xaxis", "yaxis")}},
    }


def _axis(given: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in given.items() if name != "title"} | {"ticklabeloverflow": "allow"}
