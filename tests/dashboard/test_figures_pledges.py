from typing import Any

import pandas as pd
import pytest
from plotly.graph_objects import Figure

from dashboard.figures.atlas import in_europe, label_points
from dashboard.figures.pledges import position_map
from dashboard.figures.theme import DARK, LIGHT
from tests.dashboard.positions import countries, position, positions


def traces(figure: Any, kind: Any = None) -> Any:
    return {trace.name: trace for trace in figure.data if kind is None or trace.type == kind}


def painted(figure: Any) -> Any:
    """What each country shows, topmost last: actor id → fill, line, hover."""
    (land,) = traces(figure, "choropleth").values()
    fills = {round(stop * land.zmax): fill for stop, fill in land.colorscale}
    shown = zip(land.locations, land.z, land.marker.line.color, land.hovertext, land.customdata, strict=True)
    return {
        code: {"fill": fills[z], "line": line, "hover": hover, "id": list(data)} for code, z, line, hover, data in shown
    }


def drawn(*rows: Any, **options: Any) -> Any:
    return position_map(positions(*rows), countries(), LIGHT, **options)


def letters(figure: Any) -> Any:
    return dict(
        zip([code for (code,) in traces(figure)["letters"].customdata], traces(figure)["letters"].text, strict=True)
    )


def test_fill_tells_status_and_age() -> None:
    figure = drawn(
        position("FRA", "signed"), position("POL", "declined"), position("DEU", "declined", is_aged=True, age_days=200)
    )
    found = painted(figure)
    assert found["FRA"]["fill"] == LIGHT.status["signed"]
    assert found["POL"]["fill"] == LIGHT.status["declined"]
    assert found["DEU"]["fill"] == LIGHT.aged("declined")


@pytest.mark.parametrize(
    ("changed", "letter"),
    [
        ({"counted_as": "not_binding"}, "(C)"),
        ({"counted_as": "outside_ukraine"}, "C→"),
        ({"counted_as": "place_not_named"}, "C…"),
        ({"in_office": "former"}, "C*"),
        ({"in_office": "not_known"}, "C"),
        ({"counted_as": "not_binding", "in_office": "former"}, "(C)"),
        ({}, "C"),
    ],
)
def test_the_letter_says_why(changed: Any, letter: Any) -> None:
    assert letters(drawn(position("DEU", "conditional", **changed))) == {"DEU": f"<b>{letter}</b>"}


def test_what_is_not_counted_is_hollow_with_a_coloured_outline() -> None:
    area = painted(drawn(position("DEU", "conditional", counted_as="outside_ukraine")))["DEU"]
    assert area["fill"] == LIGHT.land
    assert area["line"] == LIGHT.status_outline["conditional"]


def test_a_country_without_record_can_be_pointed_at_and_clicked() -> None:
    found = painted(drawn(position("FRA")))
    assert found["POL"]["id"] == ["POL"]
    assert "No record" in found["POL"]["hover"]
    assert found["POL"]["fill"] == LIGHT.land
    assert "No record" not in found["FRA"]["hover"]


def test_ukraine_is_named_and_never_a_status() -> None:
    figure = drawn(position("FRA"))
    assert painted(figure)["UKR"]["fill"] == LIGHT.ukraine
    assert list(traces(figure)["Ukraine’s name"].text) == ["Ukraine"]


@pytest.mark.parametrize("code", ["LUX", "MLT", "CYP", "MNE"])
@pytest.mark.parametrize("framing", ["europe", "world"])
def test_small_states_are_discs(code: Any, framing: Any) -> None:
    disc = traces(drawn(position(code, "open"), framing=framing))["small states"]
    assert [list(cell) for cell in disc.customdata] == [[code]]


@pytest.mark.parametrize("width", [280, 300, 360])
def test_a_state_without_a_letter_has_no_disc_and_no_leader(width: int) -> None:
    crowd = [code for code in in_europe() if code != "UKR" and code in label_points()]
    said = position("FRA", "declined", doubts=1)
    figure = drawn(*(said | {"pledger_id": code, "pledge_id": code} for code in crowd), width=width, is_small=True)
    found, lettered = traces(figure), set(letters(figure))
    left = set(figure.layout.meta["unlettered"])
    bare = {code for (code,) in found["small states"].customdata} - lettered
    assert left
    assert bare <= left
    assert all(label_points()[code].room_km <= 12 for code in bare)
    assert sum(at is None for at in found["leaders"].lon) <= len(found["small states"].customdata) - len(bare)


def test_a_small_state_without_record_is_a_dot() -> None:
    dots = traces(drawn(position("FRA")))["no record, small states"]
    assert ["MLT"] in [list(cell) for cell in dots.customdata]


def test_countries_beyond_the_frame_stand_in_a_column() -> None:
    figure = drawn(position("CAN", "open"), position("AUS", "open", doubts=1), position("FRA", "signed"))
    found = traces(figure)
    assert [list(cell) for cell in found["beyond"].customdata] == [["CAN"], ["AUS"]]
    assert [name.strip() for name in found["beyond, names"].text] == ["Australia", "Canada"]
    assert list(found["beyond, names"].lat) == sorted(found["beyond"].lat, reverse=True)
    assert found["beyond"].lat[1] > found["beyond"].lat[0]
    assert list(found["beyond, heading"].text) == ["Beyond this frame"]
    assert list(letters(figure)) == ["FRA"]


def test_the_world_frame_needs_no_column() -> None:
    assert "beyond" not in traces(drawn(position("CAN", "open"), framing="world"))


def test_an_organisation_is_not_drawn() -> None:
    figure = drawn(position("EU", "undecided"), position("FRA", "signed"))
    assert list(letters(figure)) == ["FRA"]


def test_doubt_is_a_small_question_mark() -> None:
    found = letters(drawn(position("FRA", "signed", doubts=2), position("POL"), position("LUX", doubts=1)))
    assert {code: "?" in text for code, text in found.items()} == {"FRA": True, "POL": False, "LUX": True}
    assert "11.2px" in found["FRA"], "on a slide that is 20 pixels; less nobody reads"
    land, disc = (found[code].split("</b>")[1].split("<sup>")[0] for code in ("FRA", "LUX"))
    assert len(disc) > len(land), "outside the disc, not on its rim"


def test_age_alone_makes_a_fill_lighter() -> None:
    figure = drawn(position("FRA", "declined", in_office="former"), position("POL", "declined", is_aged=True))
    found = painted(figure)
    assert found["FRA"]["fill"] == LIGHT.status["declined"]
    assert found["POL"]["fill"] == LIGHT.aged("declined")
    assert letters(figure)["FRA"] == "<b>D*</b>"


def test_a_phone_shows_all_of_europe() -> None:
    figure = drawn(position("CAN", "open"), position("FRA", "signed"), position("LUX"), width=358)
    assert "min_width" not in (figure.layout.meta or {})
    assert "beyond" not in traces(figure)
    assert figure.layout.geo.lonaxis.range[1] > 40
    wide = drawn(position("FRA", "signed"), position("LUX"))
    assert traces(figure)["small states"].marker.size[0] < traces(wide)["small states"].marker.size[0]
    assert min(traces(figure)["letters"].textfont.size) >= 10


def test_focus_is_outlined_in_ink() -> None:
    found = painted(drawn(position("FRA"), position("POL"), focus="POL"))
    assert [code for code, area in found.items() if area["line"] == LIGHT.ink] == ["POL"]


def test_a_country_without_record_can_be_in_focus() -> None:
    area = painted(drawn(position("FRA"), focus="POL"))["POL"]
    assert area["line"] == LIGHT.ink
    assert "No record" in area["hover"]


def test_a_focus_that_is_no_country_is_not_drawn() -> None:
    found = painted(drawn(position("FRA"), focus="some-statement"))
    assert "some-statement" not in found
    assert LIGHT.ink not in {area["line"] for area in found.values()}


def test_hover_reads_as_english_and_is_escaped() -> None:
    row = position(
        "FRA",
        "conditional",
        summary="<script>alert(1)</script> troops & ships",
        condition="a ceasefire",
        earlier=3,
        doubts=1,
        is_aged=True,
        age_days=210,
        date_precision="about",
    )
    said = painted(drawn(row))["FRA"]["hover"]
    assert "<script>" not in said
    assert "&lt;script&gt;" in said
    assert "Would send on conditions" in said
    assert "About 6 January 2026 · Ada Example, Prime Minister" in said
    assert "On condition: a ceasefire" in said
    assert "3 earlier positions" in said
    assert "said 7 months earlier" in said
    for word in ("None", "nan", "FRA", "ground_troops"):
        assert word not in said


def test_nothing_on_record_still_draws_the_map() -> None:
    figure = drawn()
    assert "No record" in painted(figure)["FRA"]["hover"]
    assert "letters" not in traces(figure) or not traces(figure)["letters"].text


def test_no_countries_says_so() -> None:
    figure = position_map(positions(), countries().iloc[:0], DARK)
    assert figure.layout.annotations[0].text == "No countries to draw."


def test_a_country_without_label_point_falls_back_to_its_capital() -> None:
    extra = pd.concat(
        [countries(), pd.DataFrame([{"actor_id": "ZZZ", "label": "Zed", "latitude": 50.0, "longitude": 10.0}])]
    )
    figure = position_map(positions(position("FRA") | {"pledger_id": "ZZZ", "pledger": "Zed"}), extra, LIGHT)
    assert list(traces(figure)["letters"].lat) == [50.0]


@pytest.mark.parametrize("framing", ["europe", "world"])
def test_plotly_accepts_every_property(framing: Any) -> None:
    rows = [
        position("CAN", "open", doubts=1),
        position("CYP"),
        position("FRA", "signed"),
        position("DEU", is_aged=True),
    ]
    figure = drawn(*rows, framing=framing, focus="FRA")
    assert len(Figure(figure.to_dict()).data) == len(figure.data)
