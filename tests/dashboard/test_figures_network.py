import re
from dataclasses import replace
from itertools import combinations
from time import process_time
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from dashboard.figures.labels import Box
from dashboard.figures.network import network
from dashboard.figures.ribbons import PATTERN, outlined
from dashboard.figures.spread import NAME, spread
from dashboard.figures.theme import DARK, LIGHT, mix
from dashboard.figures.ties import DASH, LETTER, TONES, WIDTHS, step_of
from tests.dashboard.lines import NAMES, edges, pieces, places, shape, text_box, tie

WORLD = (
    tie("AAA", "BBB", "hostile", hostile=9, critical=3),
    tie("BBB", "AAA", "mixed", supportive=4, critical=4),
    tie("AAA", "CCC", "supportive", supportive=2),
    tie("DDD", "ORG", "critical", critical=5),
    tie("EEE", "AAA", "neutral", neutral=30),
)


def draw(*rows: Any, **options: Any) -> Any:
    return network(edges(*(rows or WORLD)), places(), LIGHT, **options)


def trace(figure: Any, name: str) -> Any:
    return next((one for one in figure.data if one.name == name), None)


def discs(figure: Any) -> dict[str, tuple[float, float, float]]:
    nodes = trace(figure, "nodes")
    return {
        data[0]: (x, y, s / 2)
        for data, x, y, s in zip(nodes.customdata, nodes.x, nodes.y, nodes.marker.size, strict=True)
    }


def test_every_actor_has_a_disc_a_name_and_an_id() -> None:
    figure = draw()
    assert set(discs(figure)) == set(NAMES)
    assert set(trace(figure, "names").text) == set(NAMES.values())
    assert {data[1] for data in trace(figure, "nodes").customdata} == {"node"}


def test_names_cover_neither_each_other_nor_a_disc() -> None:
    figure = draw()
    names = trace(figure, "names")
    boxes = [text_box(x, y, text, NAME) for x, y, text in zip(names.x, names.y, names.text, strict=True)]
    circles = [Box(x - r, y - r, x + r, y + r) for x, y, r in discs(figure).values()]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))
    assert not any(one.meets(other) for one in boxes for other in circles)


def test_ties_can_be_clicked_and_say_their_composition() -> None:
    ties = trace(draw(), "ties")
    assert {data[0] for data in ties.customdata} == {"AAA>BBB", "BBB>AAA", "AAA>CCC", "DDD>ORG", "EEE>AAA"}
    words = dict(zip([data[0] for data in ties.customdata], ties.hovertext, strict=True))
    assert "Arvonia on Belmark" in words["AAA>BBB"]
    assert "12 statements: 3 critical, 9 hostile" in words["AAA>BBB"]
    assert "not ranked" in words["AAA>CCC"]
    assert ties.mode == "none"


def test_width_tells_the_number_and_under_three_is_thinnest() -> None:
    assert step_of(1) == step_of(2) == 0
    assert step_of(3) == 1
    assert list(WIDTHS) == sorted(WIDTHS)
    assert [step_of(count) for count in (3, 6, 12, 24, 48, 500)] == [1, 2, 3, 4, 5, 5]


def test_tone_is_never_colour_alone() -> None:
    assert len(set(LETTER.values())) == len(TONES)
    assert len(set(DASH.values())) == len(TONES)
    shapes = [PATTERN.get(tone) for tone in TONES[:4]]
    assert len(set(shapes)) == len(shapes)
    numbers = trace(draw(), "numbers")
    assert {"H 12", "M 8", "C 5", "N 30"} == set(numbers.text)


def test_arrowheads_end_at_the_rim_of_whom_is_spoken_of() -> None:
    figure = draw(tie("AAA", "BBB", "hostile"))
    head = trace(figure, "hostile arrows")
    x, y, radius = discs(figure)["BBB"]
    tip, *feet = [float(np.hypot(at_x - x, at_y - y)) for at_x, at_y in zip(head.x[:3], head.y[:3], strict=True)]
    assert radius < tip < radius + 12
    assert min(feet) > tip + 4
    assert (head.fill, head.fillcolor) == ("toself", mix(LIGHT.tone["hostile"], LIGHT.paper, 0.94))


def test_many_outlines_are_one_that_joining_adds_no_ground_to() -> None:
    square, far = np.array([(0, 0), (10, 0), (10, 10), (0, 10)]), np.array([(100, 50), (120, 50), (120, 70), (100, 70)])
    x, y = outlined([square, far, square + 40])
    assert len(x) == len(y) == 3 * 5 + 2
    assert float(np.dot(x, np.roll(y, -1)) - np.dot(y, np.roll(x, -1))) / 2 == 100 + 400 + 100
    assert None not in trace(draw(), "hostile bands").x


def test_two_directions_are_two_lines() -> None:
    figure = draw(tie("AAA", "BBB", "hostile"), tie("BBB", "AAA", "supportive"))
    there, back = trace(figure, "hostile bands"), trace(figure, "supportive bands")
    middle = len(there.x) // 4
    assert abs(there.y[middle] - back.y[middle]) + abs(there.x[middle] - back.x[middle]) > 8


def test_nodes_stay_while_what_is_drawn_changes() -> None:
    few, all_ties = discs(draw(WORLD[0])), discs(draw())
    assert {actor: few[actor][:2] for actor in few} == {actor: all_ties[actor][:2] for actor in few}


def test_larger_discs_for_more_statements() -> None:
    found = discs(draw())
    assert found["AAA"][2] > found["DDD"][2]


def test_what_is_out_of_focus_fades_and_keeps_its_place() -> None:
    figure = draw(focus="DDD", near={"DDD>ORG"})
    assert {data[0] for data in trace(figure, "ties").customdata} == {"DDD>ORG"}
    assert set(trace(figure, "names").text) == {"Dornia", "Union"}
    assert set(trace(figure, "other names").text) == {"Arvonia", "Belmark", "Corland", "Esteria"}
    assert {actor: at[:2] for actor, at in discs(figure).items()} == {
        actor: at[:2] for actor, at in discs(draw()).items()
    }


def test_on_a_narrow_picture_too_what_is_out_of_focus_fades_and_the_rest_is_not_called_weaker() -> None:
    focused = network(edges(*WORLD), places(), LIGHT, focus="DDD", near={"DDD>ORG"}, width=540)
    assert pieces(focused, "weaker") > 0
    apart = [*(tie("AAA", f"B{at:02}", "neutral", neutral=9) for at in range(30)), tie("CCC", "DDD")]
    cut = network(edges(*apart), places(), LIGHT, focus="CCC", near={"CCC>DDD"}, width=340)
    assert cut.layout.meta["left_out"] > 0
    assert "other ties are not drawn" in cut.layout.annotations[0].text


@pytest.mark.parametrize("width", [374, 1080])
def test_the_drawing_says_how_many_ties_are_drawn_how_and_the_numbers_make_all(width: int) -> None:
    ids = [f"N{i:03}" for i in range(60)]
    rows = [tie(ids[i % 60], ids[(i * 7 + 1 + i // 60) % 60], "neutral", neutral=1 + i % 9) for i in range(300)]
    frame = edges(*[row for row in rows if row["source_id"] != row["target_id"]])
    figure = network(frame, places(*ids), LIGHT, width=width)
    said, left = figure.layout.annotations[0].text, figure.layout.meta["left_out"]
    full, every = map(int, re.findall(r"^(\d+) of (\d+) ties in full", said)[0])
    assert 0 < len({data[0] for data in trace(figure, "ties").customdata}) <= full < every == len(frame)
    pale = re.findall(r"(\d+) as pale lines", said)
    assert ("the others as pale lines" in said) == (left == 0)
    assert not left or full + sum(map(int, pale)) + left == every
    assert (f"{left} not drawn" in said) == (left > 0)


def test_who_is_in_focus_has_a_ring() -> None:
    nodes = trace(draw(focus="DDD>ORG", near={"DDD>ORG"}), "nodes")
    ringed = {
        data[0]
        for data, colour in zip(nodes.customdata, nodes.marker.line.color, strict=True)
        if colour == LIGHT.accent
    }
    assert ringed == {"DDD", "ORG"}


def test_a_path_is_underlaid_and_its_ties_are_counted_in_order() -> None:
    path = ("EEE>AAA", "AAA>CCC")
    figure = draw(focus="EEE", near=set(path), path=path)
    assert set(trace(figure, "numbers").text) == {"1: N 30", "2: S 2"}
    assert shape(figure, "path").line.width > max(WIDTHS)
    assert [one.name for one in figure.layout.shapes] == ["weaker", "path", "supportive"]


def test_bands_share_a_ties_width_by_tone() -> None:
    figure = draw(tie("AAA", "BBB", "hostile", hostile=9, critical=3))
    areas = {}
    for tone in ("hostile", "critical"):
        band = trace(figure, f"{tone} bands")
        x, y = np.array(band.x, dtype=float), np.array(band.y, dtype=float)
        areas[tone] = abs(np.dot(x, np.roll(y, 1)) - np.dot(y, np.roll(x, 1))) / 2
    assert areas["hostile"] == pytest.approx(3 * areas["critical"], rel=0.1)


def test_actors_without_a_place_get_one() -> None:
    figure = network(edges(*WORLD), places().iloc[0:0], LIGHT)
    assert len({(x, y) for x, y, _ in discs(figure).values()}) == len(NAMES)


def test_boxes_are_pushed_apart_and_stay_on_the_picture() -> None:
    ids = tuple(f"a{i}" for i in range(30))
    at = spread(ids, tuple("Some country" for _ in ids), (0.5,) * 30, tuple(i / 300 for i in range(30)), 1080, 600)
    for one, other in combinations(at.values(), 2):
        assert abs(one[0] - other[0]) > 60 or abs(one[1] - other[1]) > 30
    assert all(0 < x < 1080 and 0 < y < 600 for x, y in at.values())


def test_200_nodes_and_1000_ties_stay_few_traces_and_little_text() -> None:
    ids = [f"N{i:03}" for i in range(200)]
    tones = list(TONES)
    rows = [tie(ids[i % 200], ids[(i * 7 + 1 + i // 200) % 200], tones[i % 5], neutral=1 + i % 30) for i in range(1000)]
    frame = edges(*[row for row in rows if row["source_id"] != row["target_id"]])
    network(frame, places(*ids), LIGHT)
    began = process_time()
    figure = network(frame, places(*ids), LIGHT)
    assert process_time() - began < 1.5
    assert len(trace(figure, "nodes").x) == 200
    assert figure.layout.meta["left_out"] == 0
    assert len(figure.data) <= 45
    assert len(figure.to_json()) < 600_000


def test_names_of_200_nodes_never_cover_each_other_and_the_rest_is_counted() -> None:
    ids = [f"N{i:03}" for i in range(200)]
    rows = [tie(ids[i], ids[(i * 7 + 1) % 200], "neutral", neutral=1 + i % 9) for i in range(200) if i * 7 % 200 != 199]
    figure = network(edges(*rows), places(*ids), LIGHT)
    names = trace(figure, "names")
    boxes = [text_box(x, y, text, NAME) for x, y, text in zip(names.x, names.y, names.text, strict=True)]
    assert sum(one.meets(other) for one, other in combinations(boxes, 2)) == 0
    assert len(names.text) + figure.layout.meta["unnamed"] == len(trace(figure, "nodes").x)
    assert len(names.text) >= 40


def test_a_name_in_a_crowd_stands_near_no_other_disc() -> None:
    ids = [f"N{i:03}" for i in range(200)]
    rows = [tie(ids[i], ids[(i * 7 + 1) % 200], "neutral", neutral=1 + i % 9) for i in range(200) if i * 7 % 200 != 199]
    figure = network(edges(*rows), places(*ids), LIGHT)
    names, nodes = trace(figure, "names"), trace(figure, "nodes")
    boxes = [text_box(x, y, text, NAME) for x, y, text in zip(names.x, names.y, names.text, strict=True)]
    discs = [(x, y, size / 2) for x, y, size in zip(nodes.x, nodes.y, nodes.marker.size, strict=True)]
    doubtful = sum(
        sum(left - r < x < right + r and top - r < y < bottom + r for x, y, r in discs) > 1
        for left, top, right, bottom in ((box.left - 8, box.top - 3, box.right + 8, box.bottom + 3) for box in boxes)
    )
    assert doubtful <= 17


def test_no_ties_says_so() -> None:
    assert "No ties" in network(edges(), places(), LIGHT).layout.annotations[0].text


def test_names_of_the_data_are_text() -> None:
    row = {**tie("AAA", "BBB"), "target": "<img src=x>"}
    assert "<img" not in network(edges(row), places(), LIGHT).to_json().replace("\\u003c", "<")


@pytest.mark.parametrize("width", [374, 1080, 1888])
@pytest.mark.parametrize(("focus", "near"), [("", None), ("AAA", {"AAA>BBB", "EEE>AAA"}), ("AAA>BBB", {"AAA>BBB"})])
def test_figures_are_valid_in_both_themes(width: int, focus: str, near: set[str] | None) -> None:
    for theme in (LIGHT, DARK, replace(DARK, scale=1.4)):
        go.Figure(network(edges(*WORLD), places(), theme, focus=focus, near=near, width=width).to_dict())
