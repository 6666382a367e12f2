"""The film shows on each of its days what the map of that day draws."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from dashboard.database import Database
from dashboard.exhibits.drawn import drawn
from dashboard.exhibits.play import change_days, film_of
from dashboard.exhibits.rows import kept
from dashboard.figures.pledges import position_map
from dashboard.figures.theme import theme
from dashboard.queries import pledges as asks
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection

LIGHT = theme("light")
SELECTIONS = [
    Selection("pledges"),
    Selection("pledges", focus="FRA"),
    Selection("pledges", focus="JPN"),
    Selection("pledges", framing="world"),
    Selection("pledges", voices="binding"),
    Selection("pledges", statuses=("conditional", "declined"), blocs=("EU",)),
    Selection("pledges", conditions=("ceasefire",)),
    Selection("pledges", kind="training", phase="standing", eu="members"),
    Selection("pledges", text="troops"),
]
Look = tuple[str, str, str, float]


def on(layer: dict[str, Any], day: int) -> list[int]:
    """The entries of a layer that a day shows."""
    edges = (list(zip(spans[::2], spans[1::2], strict=True)) for spans in layer["spans"])
    return [index for index, runs in enumerate(edges) if any(start <= day < end for start, end in runs)]


def looks(trace: dict[str, Any], chosen: list[int] | None = None) -> dict[str, Look]:
    """Country -> fill, outline and its width as painted last."""
    fills = {round(at * trace["zmax"]): colour for at, colour in trace["colorscale"]}
    line = trace["marker"]["line"]
    every = range(len(trace["locations"])) if chosen is None else chosen
    return {
        trace["locations"][i]: (
            fills[trace["z"][i]],
            line["color"][i],
            trace["hovertext"][i].split("<br>")[0],
            line["width"][i],
        )
        for i in every
    }


def column(traces: Sequence[tuple[dict[str, Any], list[int] | None]]) -> set[tuple[str, str, float, float]]:
    """Trace, name or country, and place, for all that stands in the column beyond the frame."""
    found = set()
    for trace, chosen in traces:
        if trace.get("name", "").startswith("beyond"):
            every = range(len(trace["lon"])) if chosen is None else chosen
            what = trace["text"] if "names" in trace["name"] or "heading" in trace["name"] else trace["customdata"]
            found |= {(trace["name"], str(what[i]), trace["lon"][i], trace["lat"][i]) for i in every}
    return found


def words(traces: Sequence[tuple[dict[str, Any], list[int] | None]]) -> set[tuple[str, str, str]]:
    """Trace, country and letter, for each letter written."""
    found = set()
    for trace, chosen in traces:
        if "letters" in trace.get("name", ""):
            every = range(len(trace["lon"])) if chosen is None else chosen
            found |= {(trace["name"], trace["customdata"][i][0], trace["text"][i]) for i in every}
    return found


@pytest.mark.parametrize("width", [1060, 340])
@pytest.mark.parametrize("selection", SELECTIONS, ids=lambda one: str({k: v for k, v in vars(one).items() if v})[:60])
def test_each_day_of_the_film_is_the_map_of_that_day(tiny_database: Path, selection: Selection, width: int) -> None:
    db = Database(tiny_database)
    shown = catalogue(db)
    film = film_of(db, selection, shown, "light", width)
    days = change_days(db, selection, shown)
    for number, day in enumerate(days):
        of_day = Selection(**{**vars(selection), "asof": day})
        rows = drawn(db, of_day, shown, kept(asks.positions(db, of_day, shown).frame))
        framing = selection.framing or "europe"
        still = position_map(rows, asks.states(db).frame, LIGHT, framing, selection.focus, width).to_dict()["data"]
        played = [(layer["mark"], on(layer, number)) for layer in film["layers"]]
        assert looks(*played[0]) == looks(still[0]), day
        if framing == "europe":
            assert words(played) == words([(trace, None) for trace in still]), day
            assert column(played) == column([(trace, None) for trace in still]), day


def test_the_film_is_small(tiny_database: Path) -> None:
    db = Database(tiny_database)
    film = film_of(db, Selection("pledges"), catalogue(db), "light", 690)
    assert all(len(layer["spans"]) * layer["points"] == length(layer["mark"]) for layer in film["layers"])


def length(mark: dict[str, Any]) -> int:
    """How many points a trace has."""
    return len(mark["locations"] if "locations" in mark else mark["lon"])
