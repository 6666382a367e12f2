import pandas as pd
from plotly.graph_objects import Figure

from dashboard.figures.overview import density, status_bar
from dashboard.figures.theme import DARK, LIGHT, mix
from tests.dashboard.positions import position, positions

MONTHS = pd.DataFrame(
    {
        "month_starts_on": pd.to_datetime(["2024-01-01", "2024-02-01"]),
        "events": [1, 2],
        "statements": [3, 4],
        "pledges": [0, 5],
        "is_dense": [False, True],
    }
)


def test_the_bar_counts_states_by_status_and_sets_the_rest_apart() -> None:
    frame = positions(
        position("FRA", "signed"),
        position("POL"),
        position("CAN"),
        position("DEU", "conditional", counted_as="outside_ukraine"),
        position("EU", "undecided"),
    )
    figure = status_bar(frame, LIGHT)
    assert [(trace.customdata[0][0], trace.x[0]) for trace in figure.data] == [
        ("signed", 1),
        ("declined", 2),
        ("not counted", 1),
    ]
    assert "Poland and Canada" in figure.data[1].hovertext[0]


def test_an_empty_bar_says_so() -> None:
    assert status_bar(positions(), DARK).layout.annotations[0].text == "No position is on record."


def test_thin_months_are_pale_and_named() -> None:
    figure = density(MONTHS, LIGHT)
    pledges = next(trace for trace in figure.data if trace.name == "pledges")
    full = LIGHT.status["signed"]
    assert list(pledges.marker.color) == [mix(full, LIGHT.paper, 0.45), full]
    assert "<i>paler: thin coverage</i>" in [note.text for note in figure.layout.annotations]
    assert pledges.hovertext[1] == "<b>February 2024</b><br>5 pledges"
    assert "Thin coverage" in pledges.hovertext[0]


def test_no_month_says_so() -> None:
    assert density(MONTHS.iloc[:0], LIGHT).layout.annotations[0].text == "No month is covered."


def test_plotly_accepts_every_property() -> None:
    for figure in (status_bar(positions(position("FRA", "signed")), LIGHT), density(MONTHS, DARK)):
        assert len(Figure(figure.to_dict()).data) == len(figure.data)


def test_a_narrow_bar_keeps_letters_and_numbers_and_drops_words() -> None:
    frame = positions(position("FRA", "signed"), *(position(code) for code in ("POL", "CAN", "AUS", "DEU", "LUX")))
    wide, narrow = (status_bar(frame, LIGHT, width=width) for width in (620, 120))
    assert [trace.text[0] for trace in wide.data] == ["<b>S</b> 1<br>signed", "<b>D</b> 5<br>declined"]
    assert [trace.text[0] for trace in narrow.data] == ["<b>S</b><br>1", "<b>D</b> 5<br>declined"]


def test_the_months_name_themselves_shorter_on_a_phone() -> None:
    notes = [note.text for note in density(MONTHS, LIGHT, width=340).layout.annotations]
    assert "<i>paler: thin</i>" in notes
    assert not any("per month" in note for note in notes)
