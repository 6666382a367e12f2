from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import plotly.graph_objects as go
import pytest

from dashboard.figures.labels import Box, text_width
from dashboard.figures.matrix import matrix
from dashboard.figures.network import network
from dashboard.figures.spread import NAME, spread
from dashboard.figures.theme import DARK, LIGHT
from dashboard.figures.ties import DASH, LETTER, TONES, WIDTHS, step_of
from tests.dashboard.lines import NAMES, edges, places, text_box, tie

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
    assert "Arvonia of Belmark" in words["AAA>BBB"]
    assert "12 statements: 3 critical, 9 hostile" in words["AAA>BBB"]
    assert "not ranked" in words["AAA>CCC"]
    assert ties.marker.opacity == ties.unselected.marker.opacity == 0


def test_width_tells_the_number_and_under_three_is_thinnest() -> None:
    assert step_of(1) == step_of(2) == 0
    assert step_of(3) == 1
    assert list(WIDTHS) == sorted(WIDTHS)
    assert [step_of(count) for count in (3, 6, 12, 24, 48, 500)] == [1, 2, 3, 4, 5, 5]


def test_tone_is_never_colour_alone() -> None:
    assert len(set(LETTER.values())) == len(TONES)
    assert len(set(DASH.values())) == 4
    numbers = trace(draw(), "numbers")
    assert {"H 12", "M 8", "C 5", "N 30"} == set(numbers.text)


def test_arrowheads_end_at_the_rim_of_whom_is_spoken_of() -> None:
    figure = draw(tie("AAA", "BBB", "hostile"))
    head = trace(figure, "hostile arrows")
    x, y, radius = discs(figure)["BBB"]
    away = float(np.hypot(head.x[1] - x, head.y[1] - y))
    assert radius < away < radius + 12
    assert list(head.marker.size)[0] == 0
    assert head.marker.angleref == "previous"


def test_two_directions_are_two_lines() -> None:
    figure = draw(tie("AAA", "BBB", "hostile"), tie("BBB", "AAA", "supportive"))
    there, back = trace(figure, "hostile"), trace(figure, "supportive")
    middle = len(there.x) // 2
    assert abs(there.y[middle] - back.y[middle]) + abs(there.x[middle] - back.x[middle]) > 8


def test_nodes_stay_while_what_is_drawn_changes() -> None:
    few, all_ties = discs(draw(WORLD[0])), discs(draw())
    assert {actor: few[actor][:2] for actor in few} == {actor: all_ties[actor][:2] for actor in few}


def test_larger_discs_for_more_statements() -> None:
    found = discs(draw())
    assert found["AAA"][2] > found["DDD"][2]


def test_focus_on_an_actor_fades_what_is_not_its_own() -> None:
    figure = draw(focus="DDD")
    assert {data[0] for data in trace(figure, "ties").customdata} == {"DDD>ORG"}
    assert set(trace(figure, "names").text) == {"Dornia", "Union"}
    assert trace(figure, "out of focus").line.color == LIGHT.hairline


def test_focus_on_a_tie_leaves_that_tie() -> None:
    assert {data[0] for data in trace(draw(focus="AAA>BBB"), "ties").customdata} == {"AAA>BBB"}


def test_focus_on_nobody_drawn_fades_nothing() -> None:
    assert trace(draw(focus="ZZZ"), "out of focus") is None


def test_minimum_leaves_weaker_ties_out() -> None:
    assert "CCC" not in discs(draw(minimum=3))


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
    figure = network(edges(*[row for row in rows if row["source_id"] != row["target_id"]]), places(*ids), LIGHT)
    assert len(figure.data) <= 45
    assert len(figure.to_json()) < 1_500_000


def test_no_ties_says_so() -> None:
    for figure in (network(edges(), places(), LIGHT), matrix(edges(), LIGHT)):
        assert "No ties" in figure.layout.annotations[0].text


def test_names_of_the_data_are_text() -> None:
    row = {**tie("AAA", "BBB"), "target": "<img src=x>"}
    for figure in (network(edges(row), places(), LIGHT), matrix(edges(row), LIGHT)):
        assert "<img" not in figure.to_json().replace("\\u003c", "<")


@pytest.mark.parametrize("width", [374, 1080, 1888])
@pytest.mark.parametrize("focus", [None, "AAA", "AAA>BBB"])
def test_figures_are_valid_in_both_themes(width: int, focus: str | None) -> None:
    for theme in (LIGHT, DARK, replace(DARK, scale=1.4)):
        go.Figure(network(edges(*WORLD), places(), theme, focus=focus, width=width).to_dict())
        go.Figure(matrix(edges(*WORLD), theme, focus=focus, width=width).to_dict())


def test_matrix_heads_every_row_and_every_column() -> None:
    notes = matrix(edges(*WORLD), LIGHT).layout.annotations
    for kind in ("row", "column"):
        assert [note.text for note in notes if note.name == kind][0] == "Arvonia"
        assert {note.text for note in notes if note.name == kind} == set(NAMES.values())


def test_matrix_numbers_carry_the_letter_only_when_ranked() -> None:
    texts = {text for one in matrix(edges(*WORLD), LIGHT).data if one.name == "numbers" for text in one.text}
    assert texts == {"H 12", "M 8", "2", "C 5", "N 30"}


def test_matrix_bands_fill_a_box_by_tone() -> None:
    figure = matrix(edges(tie("AAA", "BBB", "hostile", hostile=9, critical=3)), LIGHT)
    widths = {one.name: max(one.x[:4]) - min(one.x[:4]) for one in figure.data if one.fill == "toself"}
    assert widths["hostile"] == pytest.approx(3 * widths["critical"], abs=0.3)


def test_matrix_counts_who_is_left_out_and_marks_the_focus() -> None:
    figure = matrix(edges(*WORLD), LIGHT, top=3, focus="AAA>BBB")
    assert figure.layout.meta["left_out"] == 3
    assert any("3 more speak" in note.text for note in figure.layout.annotations)
    assert LIGHT.ukraine in {shape.fillcolor for shape in figure.layout.shapes}
    ids = {data[0] for one in figure.data if one.name == "ties" for data in one.customdata}
    assert ids <= {f"{one}>{other}" for one in NAMES for other in NAMES}


@pytest.mark.parametrize("width", [760, 1080])
def test_matrix_numbers_stay_in_their_cells_and_small_boxes_are_seen(width: int) -> None:
    ids = [f"N{i:02}" for i in range(15)]
    rows = [
        tie(one, other, "hostile", hostile=151 if i else 3)
        for i, one in enumerate(ids)
        for other in ids
        if one != other
    ]
    figure = matrix(edges(*rows), LIGHT, width=width)
    column = figure.layout.xaxis.range[1] / 15
    for one in figure.data:
        if one.name == "numbers":
            for x, text, size in zip(one.x, one.text, one.textfont.size, strict=True):
                assert size >= 10
                assert x - text_width(text, size) >= (x // column) * column, (text, size)
    boxes = next(one for one in figure.data if one.fill == "toself")
    assert min(boxes.x[i + 1] - boxes.x[i] for i in range(0, len(boxes.x), 6)) >= 7
