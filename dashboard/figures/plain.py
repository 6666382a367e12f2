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
    """Plotly's own template, whichever else is the process's; whether words of an axis stay within it is seen to here.

    Plotly measures all of them again for each one otherwise: a fifth of what a ledger takes in the browser.
    """
    found: dict[str, Any] = templates["plotly"].to_plotly_json()
    axes = {name: {**found["layout"][name], "ticklabeloverflow": "allow"} for name in ("xaxis", "yaxis")}
    return {**found, "layout": {**found["layout"], **axes}}
