"""A picture of few ties fills its frame; names at the edges stand free; the key has what is drawn, and no more."""

import numpy as np

from dashboard.figures.netlabels import name_boxes
from dashboard.figures.netnodes import filling
from dashboard.figures.network import divided
from dashboard.figures.theme import LIGHT
from dashboard.figures.ties import Node
from dashboard.parts.toneskey import tones_key
from dashboard.published.counted import as_marked
from tests.dashboard.lines import edges, tie


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


def test_on_a_narrow_picture_few_actors_have_all_their_ties() -> None:
    few = edges(*(tie(f"N{i}", f"N{i + 1}", "neutral", neutral=1) for i in range(9)))
    assert divided(few, None, True, {"N0", "N1"}).left_out == 0
    many = edges(*(tie(f"N{i}", f"N{i + 1}", "neutral", neutral=1) for i in range(30)))
    assert divided(many, None, True, {"N0", "N1"}).left_out == 29
