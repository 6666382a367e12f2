"""Two maps on a picture: as large as the room allows, their days right above them, letters apart."""

import pandas as pd
import pytest

from dashboard.exhibits.compare import besides
from dashboard.figures.atlas import label_points
from dashboard.figures.compare import two_maps
from dashboard.figures.crowd import apart_in_world
from dashboard.figures.theme import LIGHT
from dashboard.parts.key import map_key
from dashboard.published.counted import as_marked
from tests.dashboard.positions import countries, position, positions

DAYS = (pd.Timestamp("2025-05-01"), pd.Timestamp("2026-03-13"))
STANDS = positions(position("FRA", "open"), position("POL", "declined"))
COUNTRIES = pd.DataFrame(
    [(code, code, None, None) for code in ("FRA", "POL", "UKR")], columns=["actor_id", "label", "latitude", "longitude"]
)


@pytest.mark.parametrize(
    ("framing", "width", "height"), [("world", 493, 297), ("europe", 554, 300), ("world", 700, 320)]
)
def test_maps_use_the_room_they_have_and_leave_none_between_a_day_and_its_map(
    framing: str, width: int, height: int
) -> None:
    figure = two_maps(STANDS, STANDS, DAYS, COUNTRIES, LIGHT, framing, width=width, height=height)
    layout = figure.layout
    assert layout.meta["most"] == layout.height <= height
    for geo, note in zip((layout.geo, layout.geo2), layout.annotations, strict=True):
        wide = width * (geo.domain.x[1] - geo.domain.x[0])
        high = layout.height * (geo.domain.y[1] - geo.domain.y[0])
        assert note.y == geo.domain.y[1]
        assert high / wide <= 1.05 * {"world": 0.46, "europe": 0.766}[framing]
    is_stacked = layout.geo.domain.y[0] > layout.geo2.domain.y[0]
    assert is_stacked is (width == 493)


def test_on_a_small_world_no_question_mark_lies_on_a_neighbours_letter() -> None:
    rows = [
        {"pledger_id": code, "letter": "D", "status": "declined", "counted_as": counted, "doubts": doubts, "basis": ""}
        for code, counted, doubts in (("CHN", "not_binding", 0), ("IND", "not_binding", 1), ("USA", "counted", 0))
    ]
    assert {row["pledger_id"] for row in apart_in_world(rows, label_points(), 277)} == {"CHN", "USA"}
    assert len(apart_in_world(rows, label_points(), 1000)) == 3


def test_the_key_names_only_those_without_a_letter_that_the_list_beside_it_does_not() -> None:
    stands = [[{"pledger_id": "FRA"}], [{"pledger_id": "POL"}, {"pledger_id": "FRA"}]]
    assert besides({"FRA"}, stands, None) == {"POL"}
    assert besides({"FRA"}, stands, ["FRA", "POL"]) == {"POL"}


def test_the_key_of_two_maps_has_no_sign_that_neither_writes() -> None:
    rows = [position("FRA", counted_as="not_binding"), position("POL")]
    before, after = positions(rows[1]), positions(*rows)
    told = map_key(LIGHT, [*rows, position("DEU", counted_as="outside_ukraine")])
    drawn = two_maps(before, after, ("2025-01-01", "2026-01-01"), countries(), LIGHT, width=700, height=400)
    key = as_marked(told, {"meta": dict(drawn.layout.meta)})
    assert "outside Ukraine" in told
    assert "outside Ukraine" not in key
    assert "a voice that doesn’t bind" in key
