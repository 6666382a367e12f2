"""What the pointer opens in a crowded network, by the rule that Plotly chooses a mark with; what a crowd keeps."""

from math import hypot
from random import Random
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard.figures.labels import text_width
from dashboard.figures.netlabels import number_width, tie_boxes
from dashboard.figures.netmarks import records
from dashboard.figures.netnodes import nodes_of
from dashboard.figures.network import MOST_FULL, divided, network
from dashboard.figures.strongest import strongest
from dashboard.figures.theme import LIGHT
from dashboard.figures.ties import TONES, WIDTHS, bent_ties, step_of
from dashboard.parts.toneskey import tones_key
from tests.dashboard.lines import edges, pieces, places, tie


def crowd(actors: int, ties: int, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    dice = Random(seed)
    ids = [f"N{i:02}" for i in range(actors)]
    pairs = dice.sample([(one, other) for one in ids for other in ids if one != other], ties)
    rows = [tie(s, t, dice.choice(TONES), neutral=int(1 + dice.paretovariate(0.7)) % 160) for s, t in pairs]
    return edges(*rows), places(*ids)


def opened(figure: Any, x: float, y: float) -> Any:
    """The id of the mark that a click there opens: the nearest, distances within a mark measured by its radius."""
    found: list[tuple[float, Any]] = []
    for one in figure.data:
        if one.customdata is None:
            continue
        least = 3.0 if "markers" in one.mode else 0.5
        sizes = one.marker.size if "markers" in one.mode else [0.0] * len(one.x)
        for data, at_x, at_y, size in zip(one.customdata, one.x, one.y, sizes, strict=True):
            radius = max(least, size / 2)
            found.append((max(hypot(at_x - x, at_y - y) - radius, 1 - least / radius), data[0]))
    return min(found, key=lambda pair: pair[0])[1]


def numbers(figure: Any) -> Any:
    return next(one for one in figure.data if one.name == "numbers")


def owners(figure: Any, frame: pd.DataFrame) -> list[set[str]]:
    """For each number drawn, the ties that it can belong to."""
    rows = list(zip(frame["source_id"], frame["target_id"], frame["tone"], frame["statements"], strict=True))
    return [{f"{s}>{t}" for s, t, tone, n in rows if f"{tone[0].upper()} {n}" == text} for text in numbers(figure).text]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("width", [620, 1080])
def test_a_click_on_a_number_opens_its_own_tie(seed: int, width: int) -> None:
    frame, where = crowd(18, 80, seed)
    figure = network(frame, where, LIGHT, width=width)
    drawn = numbers(figure)
    assert len(drawn.text) > 8
    for text, x, y, own in zip(drawn.text, drawn.x, drawn.y, owners(figure, frame), strict=True):
        side = text_width(text, 11, True) / 2
        for step in (-1, -0.5, 0, 0.5, 1):
            assert opened(figure, x + step * side, y) in own, (text, step)


def test_a_click_on_a_thick_line_opens_no_thin_one() -> None:
    frame, where = crowd(18, 80, 3)
    figure = network(frame, where, LIGHT)
    counts = dict(zip(frame["source_id"] + ">" + frame["target_id"], frame["statements"], strict=True))
    nodes = next(one for one in figure.data if one.name == "nodes")
    discs = nodes_of(records(frame), where, 1080, 605)
    thick = [tie for tie in bent_ties(frame, discs) if tie.step >= 3]
    on_lines = [(x, y) for tie in thick for x, y in tie.path.tolist()]
    clear = [
        at for at in on_lines if all(hypot(at[0] - x, at[1] - y) > 40 for x, y in zip(nodes.x, nodes.y, strict=True))
    ]
    assert clear
    assert all(counts[opened(figure, x, y)] >= 3 for x, y in clear)


def test_of_many_ties_the_strongest_are_drawn_in_full_and_the_others_pale() -> None:
    frame, where = crowd(60, 350, 1)
    figure = network(frame, where, LIGHT)
    drawn = {data[0] for data in next(one for one in figure.data if one.name == "nodes").customdata}
    assert drawn == set(frame["source_id"]) | set(frame["target_id"])
    full = {data[0] for data in next(one for one in figure.data if one.name == "ties").customdata}
    assert len(full) <= MOST_FULL
    assert pieces(figure, "weaker") == 350 - len(divided(frame, None, False).full)
    assert figure.layout.meta["left_out"] == 0
    assert len(numbers(figure).text) <= 30


def test_a_pale_tie_opens_at_its_middle() -> None:
    frame, where = crowd(60, 350, 1)
    weaker = next(one for one in network(frame, where, LIGHT).data if one.name == "weaker ties")
    pale = divided(frame, None, False).pale
    assert {data[0] for data in weaker.customdata} == set(pale["source_id"] + ">" + pale["target_id"])


def test_the_focus_is_drawn_in_full_however_weak() -> None:
    frame, where = crowd(60, 350, 1)
    mine = frame[(frame["source_id"] == "N07") | (frame["target_id"] == "N07")]
    near = set(mine["source_id"] + ">" + mine["target_id"])
    figure = network(frame, where, LIGHT, focus="N07", near=near)
    assert {data[0] for data in next(one for one in figure.data if one.name == "ties").customdata} <= near
    assert sum((len(one.x) + 1) // 5 for one in figure.data if "arrows" in (one.name or "")) == len(near)
    assert len(next(one for one in figure.data if one.name == "nodes").x) == 60


def test_the_strongest_are_those_of_all_and_of_each() -> None:
    frame, _ = crowd(60, 350, 1)
    kept = frame[strongest(frame, 90)]
    assert kept["statements"].max() == frame["statements"].max()
    assert {*kept["source_id"], *kept["target_id"]} == {*frame["source_id"], *frame["target_id"]}
    assert strongest(frame.head(50), 90).all()


def test_a_narrow_picture_has_the_busiest_alone() -> None:
    frame, where = crowd(40, 200, 2)
    nodes = next(one for one in network(frame, where, LIGHT, width=358).data if one.name == "nodes")
    assert len(nodes.x) <= 14
    assert all(0 < x < 358 for x in nodes.x)


def test_a_narrow_picture_has_whom_the_collection_mentions_most_or_else_the_window() -> None:
    frame, where = crowd(40, 200, 2)
    known = where.assign(mentions=range(40))
    nodes = next(one for one in network(frame, known, LIGHT, width=358).data if one.name == "nodes")
    assert {data[0] for data in nodes.customdata} <= {f"N{i:02}" for i in range(26, 40)}
    few = edges(tie("N00", "N01"), tie("N01", "N00"))
    nodes = next(one for one in network(few, known, LIGHT, width=358).data if one.name == "nodes")
    assert {data[0] for data in nodes.customdata} == {"N00", "N01"}


def test_widths_reach_to_the_strongest_tie() -> None:
    assert step_of(151, 151) == len(WIDTHS) - 1
    assert step_of(50, 151) < len(WIDTHS) - 1
    assert step_of(2, 151) == 0 < step_of(3, 151)


def test_a_person_is_a_hollow_square_that_the_key_explains() -> None:
    frame = edges(tie("AAA", "BBB"), tie("ada-example", "BBB"))
    where = places("AAA", "BBB", "ada-example").assign(actor_kind=["country", "organisation", "person"])
    nodes = next(one for one in network(frame, where, LIGHT).data if one.name == "nodes")
    looks = dict(
        zip(
            [data[0] for data in nodes.customdata],
            zip(nodes.marker.symbol, nodes.marker.color, strict=True),
            strict=True,
        )
    )
    assert looks["ada-example"] == ("square", LIGHT.paper)
    assert looks["AAA"][0] == "circle"
    assert "person" in tones_key(LIGHT)


@pytest.mark.parametrize("seed", range(4))
def test_no_line_as_thick_runs_through_a_number_that_is_not_its_own(seed: int) -> None:
    frame, where = crowd(18, 60, seed)
    nodes = nodes_of(records(frame), where, 1080, 600)
    ties = bent_ties(frame, nodes)
    ranked = [one for one in ties if one.step]
    found = tie_boxes(ranked, list(nodes.values()), [])
    assert len(found) > 12
    for own, x, y in found:
        half = number_width(own) / 2
        for other in ranked:
            if other is not own and other.step >= own.step:
                across, down = np.abs(other.path - (x, y)).T
                assert not ((across < half) & (down < 8)).any()


def test_the_numbers_of_a_path_are_always_written() -> None:
    lines = [f"N{i}" for i in range(6)]
    frame = edges(*(tie(one, other, "hostile", hostile=9) for one in lines for other in lines if one != other))
    nodes = nodes_of(records(frame), places(*lines), 500, 300)
    path = ["N0>N3", "N3>N1", "N1>N5"]
    ties = bent_ties(frame, nodes)
    assert set(path) <= {own.tie_id for own, _, _ in tie_boxes(ties, list(nodes.values()), [], path=path)}
