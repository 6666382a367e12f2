"""Whatever eyes a reader has, classes stay apart: by colour, and where colours are close by letter, pattern or dash.

Seen by: dichromats of three kinds at full severity (protanopes and deuteranopes by Machado and others, 2009, tritanopes
by Brettel and others, 1997, whose model fits them better), and a grey print, of lightness alone. Differences are
CIEDE2000, whose unit is about the least that is noticed of two patches side by side. Areas of a map are small and lie
apart: packages that check maps ask ten units of neighbouring classes, and so do we of all pairs. The two ends of the
scale, a signature and a refusal, must not be mixed up by anybody: fifteen, and ten in grey.
"""

from itertools import combinations

import pandas as pd
import pytest
from coloraide import Color

from dashboard.figures.network import network
from dashboard.figures.pledges import position_map
from dashboard.figures.ribbons import PATTERN
from dashboard.figures.strip import strip
from dashboard.figures.theme import DARK, LIGHT, STATUS_LETTER, Theme
from dashboard.figures.ties import DASH, LETTER
from dashboard.parts.chips import chip
from tests.dashboard.lines import edges, places, tie
from tests.dashboard.positions import LETTERS, countries, position, positions

DICHROMATS = {"protan": "machado", "deutan": "machado", "tritan": "brettel"}
EYES = ("trichromat", *DICHROMATS)
APART, ENDS, ENDS_IN_GREY = 10, 15, 10
BOTH = pytest.mark.parametrize("drawn", [LIGHT, DARK], ids=["light", "dark"])
ALL_EYES = pytest.mark.parametrize("eyes", EYES)
# Withdrawn is declined, hatched: the two differ by pattern and letter, as the last test shows.
STATUSES = [status for status in LIGHT.status if status != "withdrawn"]


def seen(colour: str, eyes: str) -> Color:
    """A colour as these eyes see it."""
    if eyes == "grey":
        return Color("lab-d65", [Color(colour).convert("lab-d65")["lightness"], 0, 0])
    if eyes == "trichromat":
        return Color(colour)
    return Color(colour).filter(eyes, 1, method=DICHROMATS[eyes]).clip("srgb")


def difference(one: str, other: str, eyes: str) -> float:
    """CIEDE2000 of two colours as these eyes see them."""
    return float(seen(one, eyes).delta_e(seen(other, eyes), method="2000"))


def close(colours: dict[str, str], eyes: str, least: float = APART) -> list[tuple[str, str]]:
    """The pairs that these eyes can't tell apart by colour."""
    pairs = combinations(colours, 2)
    return [(one, other) for one, other in pairs if difference(colours[one], colours[other], eyes) < least]


def scale(drawn: Theme) -> dict[str, str]:
    return {status: drawn.status[status] for status in STATUSES}


def test_the_measure_is_the_standard_one() -> None:
    """The first and the last pair of the test data that Sharma, Wu and Dalal published with the formula in 2005."""
    first = (Color("lab-d65", [50, 2.6772, -79.7751]), Color("lab-d65", [50, 0, -82.7485]))
    last = (Color("lab-d65", [2.0776, 0.0795, -1.1350]), Color("lab-d65", [0.9033, -0.0636, -0.5514]))
    assert first[0].delta_e(first[1], method="2000") == pytest.approx(2.0425, abs=5e-4)
    assert last[0].delta_e(last[1], method="2000") == pytest.approx(0.9082, abs=5e-4)


def test_the_check_knows_colours_that_are_mixed_up() -> None:
    assert difference("#06524f", "#8b2500", "protan") < difference("#06524f", "#8b2500", "trichromat") / 2
    assert difference("#b5451b", "#0b7a75", "grey") < 3


@BOTH
@ALL_EYES
def test_all_statuses_are_told_apart(drawn: Theme, eyes: str) -> None:
    assert close(scale(drawn), eyes) == []


@BOTH
@ALL_EYES
def test_the_two_ends_are_told_apart_first(drawn: Theme, eyes: str) -> None:
    assert difference(drawn.status["signed"], drawn.status["declined"], eyes) >= ENDS


@BOTH
def test_the_two_ends_are_told_apart_in_grey(drawn: Theme) -> None:
    assert difference(drawn.status["signed"], drawn.status["declined"], "grey") >= ENDS_IN_GREY


@BOTH
@pytest.mark.parametrize("eyes", [*EYES, "grey"])
def test_no_status_looks_like_no_record(drawn: Theme, eyes: str) -> None:
    """No record is the land's colour on a map, the paper's in a ledger."""
    for status, colour in scale(drawn).items():
        assert difference(colour, drawn.land, eyes) >= APART, f"{status} and land"
        assert difference(colour, drawn.paper, eyes) >= APART, f"{status} and paper"


@BOTH
@ALL_EYES
def test_no_status_looks_like_ukraine_itself(drawn: Theme, eyes: str) -> None:
    found = {status: difference(colour, drawn.ukraine, eyes) for status, colour in scale(drawn).items()}
    assert {status: round(far, 1) for status, far in found.items() if far < APART - 2} == {}


@BOTH
@ALL_EYES
def test_all_tones_and_all_acts_are_told_apart(drawn: Theme, eyes: str) -> None:
    assert close(drawn.tone, eyes) == []
    assert close(drawn.quad, eyes) == []


@BOTH
@pytest.mark.parametrize("eyes", [*EYES, "grey"])
def test_tones_and_acts_stand_out_from_the_paper(drawn: Theme, eyes: str) -> None:
    for name, colour in {**drawn.tone, **drawn.quad}.items():
        assert difference(colour, drawn.paper, eyes) >= APART, name


@BOTH
def test_statuses_close_in_grey_have_letters_that_are_drawn(drawn: Theme) -> None:
    """On the map each state has its letter; beside it, and in lists, the chip has."""
    pairs = close(scale(drawn), "grey")
    assert pairs, "grey can't hold seven classes: if it does, this test has nothing to say"
    for pair in pairs:
        assert STATUS_LETTER[pair[0]] != STATUS_LETTER[pair[1]]
        for status in pair:
            assert f">{STATUS_LETTER[status]}</span>" in chip(status)
        if set(pair) <= set(LETTERS):
            rows = [position("FRA", pair[0]), position("POL", pair[1])]
            figure = position_map(positions(*rows), countries(), drawn).to_dict()
            written = [trace["text"] for trace in figure["data"] if trace.get("name") == "letters"]
            assert sorted(written[0]) == sorted(f"<b>{STATUS_LETTER[status]}</b>" for status in pair)


@BOTH
@pytest.mark.parametrize("eyes", [*EYES, "grey"])
def test_an_older_fill_close_to_another_or_to_no_record_has_its_letter_and_its_outline(drawn: Theme, eyes: str) -> None:
    """Older positions are lighter, and lighter fills lie closer: none may rest on its fill alone."""
    older = {f"older {status}": drawn.aged(status) for status in LETTERS}
    grounds = {"no record": drawn.land, "Ukraine": drawn.ukraine}
    pairs = close({status: drawn.status[status] for status in LETTERS} | older | grounds, eyes)
    assert pairs, "if all were far apart, letters would not be needed"
    for one, other in pairs:
        rows = {"FRA": one.removeprefix("older "), "POL": other.removeprefix("older ")}
        if rows["FRA"] == rows["POL"]:
            continue  # the same status, said long ago
        told = {code: status for code, status in rows.items() if status in LETTERS}
        figure = position_map(
            positions(*(position(code, status, is_aged=True, age_days=200) for code, status in told.items())),
            countries(),
            drawn,
        ).to_dict()
        letters = next(trace for trace in figure["data"] if trace.get("name") == "letters")
        land = next(trace for trace in figure["data"] if trace["type"] == "choropleth")
        written = {code: text for (code,), text in zip(letters["customdata"], letters["text"], strict=True)}
        outlined = dict(zip(land["locations"], land["marker"]["line"]["color"], strict=True))
        assert {code: written[code] for code in told} == {code: f"<b>{LETTERS[told[code]]}</b>" for code in told}
        assert len({written[code] for code in told}) == len(told)
        assert all(outlined[code] == drawn.status_outline[told[code]] for code in told)


@BOTH
def test_tones_close_in_grey_have_letters_and_dashes_that_are_drawn(drawn: Theme) -> None:
    for pair in close(drawn.tone, "grey"):
        assert LETTER[pair[0]] != LETTER[pair[1]]
        assert DASH[pair[0]] != DASH[pair[1]]
        rows = [tie("AAA", "BBB", pair[0], **share(pair[0])), tie("CCC", "AAA", pair[1], **share(pair[1]))]
        figure = network(edges(*rows), places(), drawn).to_dict()
        words = " ".join(str(trace.get("text")) for trace in figure["data"]) + str(figure["layout"].get("annotations"))
        assert all(f"{LETTER[tone]} 8" in words for tone in pair), pair


def share(tone: str) -> dict[str, int]:
    """Eight statements of a tone."""
    return {"supportive": 4, "hostile": 4} if tone == "mixed" else {tone: 8}


@BOTH
def test_acts_close_in_grey_have_hatchings_that_are_drawn(drawn: Theme) -> None:
    quads = list(drawn.quad)
    day = pd.Timestamp("2025-04-07")
    told = pd.DataFrame({"week_starts_on": [day] * 4, "quad_class": quads, "items": [3] * 4})
    bars = strip(told, drawn).to_dict()["data"][:4]
    hatching = [(bar["marker"].get("pattern") or {}).get("shape", "") for bar in bars]
    for one, other in close(drawn.quad, "grey"):
        assert hatching[quads.index(one)] != hatching[quads.index(other)], f"{one} and {other}"


def test_withdrawn_is_hatched_and_has_a_letter_of_its_own() -> None:
    assert STATUS_LETTER["withdrawn"] != STATUS_LETTER["declined"]
    assert chip("withdrawn") != chip("declined").replace(">D<", ">W<")
    assert len(set(STATUS_LETTER.values())) == len(STATUS_LETTER)


def test_bands_of_a_tie_are_hatched_apart() -> None:
    shapes = [PATTERN.get(tone, "") for tone in ("supportive", "neutral", "critical", "hostile")]
    assert len(set(shapes)) == len(shapes)
