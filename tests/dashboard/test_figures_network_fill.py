"""A picture of few ties fills its frame; names at the edges stand free; the key has what is drawn, and no more."""

from typing import Any

import numpy as np
import pytest

from dashboard.figures.netlabels import name_boxes
from dashboard.figures.netnodes import filling
from dashboard.figures.network import divided, network
from dashboard.figures.theme import LIGHT
from dashboard.figures.ties import Node, bent_ties
from dashboard.parts.toneskey import tones_key
from dashboard.published.counted import as_marked
from tests.dashboard.lines import edges, places, tie


def test_few_places_are_moved_apart_and_full_ones_stay() -> None:
    few = {"A": (200.0, 100.0), "B": (350.0, 160.0), "C": (420.0, 190.0)}
    moved = filling(few, 1000, 400)
    across = [x for x, _ in moved.values()]
    down = [y for _, y in moved.values()]
    assert max(across) - min(across) >= 500
    assert max(down) - min(down) >= 200
    assert (min(across) + max(across)) / 2 == 500
    assert across == sorted(across)
    full = {"A": (70.0, 50.0), "B": (930.0, 350.0)}
    assert filling(full, 1000, 400) == full


def test_names_at_the_edge_cover_no_other() -> None:
    nodes = [Node("boris-johnson", "Boris Johnson", 30, 190, 5, "person"), Node("LUX", "Luxembourg", 142, 172, 6)]
    crowded = [Node(f"N{i}", "Luxembourg", 100, 40 + 17 * i, 5) for i in range(9)]
    boxes = name_boxes([*nodes, *crowded], [], 1000, 200)
    boris = boxes["boris-johnson"]
    for other in (box for actor, box in boxes.items() if actor != "boris-johnson"):
        across = min(boris.right, other.right) - max(boris.left, other.left)
        down = min(boris.bottom, other.bottom) - max(boris.top, other.top)
        assert min(across, down) <= 0
    assert np.all([boris.left >= 0, boris.bottom <= 200])


def test_the_key_has_the_marks_that_are_drawn() -> None:
    key = tones_key(LIGHT, found={"country", "person", "unranked"})
    assert all(word in key for word in ("country", "person", "fewer than three"))
    assert not any(word in key for word in ("organisation", "more statements"))
    drawn = as_marked(key, {"meta": {"marks": ["country", "unranked"]}})
    assert "country" in drawn
    assert "person" not in drawn
    assert "from speaker to spoken of" in drawn


def test_the_key_of_boxes_has_letters_only_where_some_are_drawn() -> None:
    few, many = (tones_key(LIGHT, True, found) for found in ({"unranked", "mixed"}, {"ranked", "mixed"}))
    assert "<b>" not in few
    assert "<b>H</b> hostile" in many
    assert "<b>M</b> mixed" in many
    assert "mixed" not in tones_key(LIGHT, True, {"ranked"})


def test_on_a_narrow_picture_few_actors_have_all_their_ties() -> None:
    few = edges(*(tie(f"N{i}", f"N{i + 1}", "neutral", neutral=1) for i in range(9)))
    assert divided(few, None, True, {"N0", "N1"}).left_out == 0
    many = edges(*(tie(f"N{i}", f"N{i + 1}", "neutral", neutral=1) for i in range(30)))
    assert divided(many, None, True, {"N0", "N1"}).left_out == 29


def crowd() -> tuple[Any, Any]:
    """A hundred actors around one, all tied to it; those named last in the alphabet say most."""
    ids = [f"N{i:02}" for i in range(100)]
    lines = [tie(one, "N99", "hostile", hostile=1 + i // 10) for i, one in enumerate(ids[:-1])]
    return edges(*lines), places(*ids)


def drawn(figure: Any, name: str) -> Any:
    return next(trace for trace in figure.data if trace.name == name)


def test_a_picture_of_very_many_has_those_with_most_statements_each_with_its_name_and_says_so() -> None:
    ties, where = crowd()
    figure = network(ties, where, LIGHT, width=1010, height=300)
    shown = [actor for actor, _ in drawn(figure, "nodes").customdata]
    assert 30 < len(shown) < 60
    assert {f"N{i}" for i in range(60, 100)} <= set(shown) <= {f"N{i}" for i in range(50, 100)}
    assert len(drawn(figure, "names").text) == len(shown)
    assert f"The {len(shown)} who speak or are spoken of most" in figure.layout.annotations[0].text
    whole = network(ties, where, LIGHT, width=1010)
    assert len(drawn(whole, "nodes").x) == 100


def test_names_go_by_statements_where_not_all_have_room() -> None:
    few = [Node(f"A{i}", "Somebody", 500, 100, 5, "country", i) for i in range(90)]
    assert [*name_boxes(few, [], 1000, 200)][0] == "A89"


@pytest.mark.parametrize("height", [170, 300])
def test_no_arc_leaves_the_sheet(height: int) -> None:
    rows = [tie("A", "B", "hostile", hostile=9), tie("B", "A", "hostile", hostile=9)]
    nodes = {"A": Node("A", "A", 20, 12, 5), "B": Node("B", "B", 980, 14, 5)}
    low = {"A": Node("A", "A", 20, height - 12.0, 5), "B": Node("B", "B", 980, height - 14.0, 5)}
    for where in (nodes, low):
        for one in bent_ties(edges(*rows), where, (1000, height)):
            assert one.path.min() >= 5
            assert one.path[:, 1].max() <= height - 5
