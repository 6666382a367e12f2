"""The results of a run: medians and 95th percentiles, their ratios to the floor, as a table and as JSON."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.reader import Change, Opening

HEADINGS = (
    ("view", "view"),
    ("change_p50", "change p50"),
    ("change_p95", "p95"),
    ("answered_p50", "answered"),
    ("drawing_p50", "chart"),
    ("floor_p50", "floor"),
    ("drawing_ratio", "ratio"),
    ("kilobytes", "kB"),
    ("opening", "warm view"),
    ("bare", "bare"),
    ("opening_ratio", "ratio"),
    ("cold", "cold view"),
    ("cold_kilobytes", "cold kB"),
)
# What each may be at most; kilobytes are those of the first visit.
BUDGETS = {"change_p50": 150, "change_p95": 300, "drawing_ratio": 2.0, "opening_ratio": 2.0, "cold_kilobytes": 2500}
OVER = "!"
LEGEND = """Milliseconds. change: from a reader's act on a filter to the last repaint; answered: until the last
message is there; chart: from the moment when Streamlit hands the figure to the chart to its last repaint
(what comes before is part of the change); floor: the same figure, bare Plotly; kB: over the websocket per
change, unpacked; warm view: from the address to the last repaint with a warm cache; bare: the same of a
page that holds nothing but the view's largest chart, drawn by Plotly itself (of a view without a chart:
an empty one); cold view and kB: with an empty cache, over the wire, websocket included. A ! marks what is
over budget, or has none because nothing answered: then the command ends with 1."""


@dataclass
class Result:
    """What was measured of one view."""

    view: str
    acts: int = 0
    changes: list[Change] = field(default_factory=list)
    floors: list[float] = field(default_factory=list)
    warm: list[Opening] = field(default_factory=list)
    bare: list[Opening] = field(default_factory=list)
    cold: Opening | None = None

    def summary(self) -> dict[str, str | float | None]:
        """One row of the table; None where there was nothing to measure."""
        drawing = middle([one.drawing for one in self.changes if one.drawing is not None])
        floor, opening = middle(self.floors), middle([one.painted for one in self.warm])
        bare = middle([one.painted for one in self.bare])
        return {
            "view": self.view,
            "acts": self.acts,
            "changes": len(self.changes),
            "change_p50": middle([one.painted for one in self.changes]),
            "change_p95": percentile([one.painted for one in self.changes], 0.95),
            "answered_p50": middle([one.arrived for one in self.changes]),
            "drawing_p50": drawing,
            "floor_p50": floor,
            "drawing_ratio": ratio(drawing, floor),
            "kilobytes": middle([one.kilobytes for one in self.changes]),
            "opening": opening,
            "bare": bare,
            "opening_ratio": ratio(opening, bare),
            "cold": round(self.cold.painted, 1) if self.cold else None,
            "cold_kilobytes": round(self.cold.kilobytes, 1) if self.cold else None,
        }


def middle(values: Sequence[float]) -> float | None:
    """The median; None of nothing."""
    return round(median(values), 1) if values else None


def percentile(values: Sequence[float], share: float) -> float | None:
    """The smallest value that `share` of all don't exceed; None of nothing."""
    ordered = sorted(values)
    return round(ordered[max(math.ceil(share * len(ordered)) - 1, 0)], 1) if ordered else None


def ratio(value: float | None, floor: float | None) -> float | None:
    """How many times the floor."""
    return round(value / floor, 2) if value is not None and floor else None


def table(results: Sequence[Result]) -> str:
    """The results as lines of equal width, one per view."""
    rows = [result.summary() for result in results]
    cells = [[heading for _, heading in HEADINGS]]
    cells.append(["budget", *(str(BUDGETS.get(name, "")) for name, _ in HEADINGS[1:])])
    cells += [[cell(name, row[name]) for name, _ in HEADINGS] for row in rows]
    widths = [max(len(line[place]) for line in cells) for place in range(len(HEADINGS))]
    lines = ["  ".join([line[0].ljust(widths[0]), *map(str.rjust, line[1:], widths[1:])]) for line in cells]
    return "\n".join([*lines, "", LEGEND])


def cell(name: str, value: str | float | None) -> str:
    """A number as it is read, marked where it is over its budget."""
    if value is None:
        return "–"
    return f"{value}{OVER}" if isinstance(value, (int, float)) and value > BUDGETS.get(name, math.inf) else str(value)


def over(row: Mapping[str, str | float | None]) -> list[str]:
    """Which numbers of a view are over their budget; all changes where the page answered none."""
    unanswered = ["changes"] if row["acts"] and not row["changes"] else []
    values = [(name, row[name], most) for name, most in BUDGETS.items()]
    return unanswered + [name for name, value, most in values if isinstance(value, (int, float)) and value > most]


def write(results: Sequence[Result], about: Mapping[str, object], path: Path) -> None:
    """The same as JSON, with every single measurement."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [(result.summary(), result) for result in results]
    views = [row | {"over": over(row), "measured": asdict(result)} for row, result in rows]
    path.write_text(json.dumps({**about, "budgets": BUDGETS, "views": views}, indent=1) + "\n", encoding="utf-8")
