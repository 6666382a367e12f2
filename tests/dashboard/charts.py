"""The charts on a page under test: Streamlit's test runner knows nothing of components, so they are found by name."""

import json
from dataclasses import dataclass
from typing import Any

from streamlit.testing.v1 import AppTest


@dataclass(frozen=True)
class Chart:
    """What the page sent for one chart: its key, its alternative text, and the figure as Plotly gets it."""

    key: str
    data: dict[str, Any]

    @property
    def alt(self) -> str:
        """The chart in words."""
        return str(self.data["alt"])

    @property
    def figure(self) -> dict[str, Any]:
        """Traces and layout."""
        traces = [unpacked(trace) for trace in json.loads(self.data["traces"])]
        return {"data": traces, "layout": json.loads(self.data["layout"])}


def unpacked(trace: dict[str, Any]) -> dict[str, Any]:
    """The trace with each list that was sent as its distinct entries and their places."""
    lists = {name: part for name, part in trace.items() if isinstance(part, dict) and {"each", "at"} == set(part)}
    return {**trace, **{name: [part["each"][place] for place in part["at"]] for name, part in lists.items()}}


def charts(at: AppTest) -> list[Chart]:
    """The page's charts, in order."""
    found = [block.proto for block in at.get("bidi_component")]
    ours = [proto for proto in found if proto.component_name == "guarantees_figure"]
    return [Chart(proto.id.rpartition("-")[2], json.loads(proto.json)) for proto in ours]
