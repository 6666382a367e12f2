"""Colours: contrast by WCAG 2, and status classes that stay apart for each kind of colour blindness."""

from itertools import combinations
from typing import Any

import pytest

from dashboard.figures.theme import DARK, LIGHT, Theme, contrast, mix, readable, theme
from dashboard.parts.style import style

# Matrices of full severity, for linear RGB, from Machado and others, "A Physiologically-based Model for Simulation
# of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics, volume 15, number 6, 2009.
SEEN_BY = {
    "everyone": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopes": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopes": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopes": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
SCALE = ("signed", "pledged", "conditional", "open", "undecided", "declined")
BOTH = pytest.mark.parametrize("drawn", [LIGHT, DARK], ids=["light", "dark"])


def times(matrix: Any, vector: Any) -> Any:
    return [sum(cell * value for cell, value in zip(row, vector, strict=True)) for row in matrix]


def linear(colour: Any) -> Any:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def lab(rgb: Any) -> Any:
    scaled = [value / white for value, white in zip(times(TO_XYZ, rgb), WHITE, strict=True)]
    x, y, z = (value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116 for value in scaled)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: Any, other: Any, eyes: Any) -> Any:
    """CIE 1976 colour difference of two colours as these eyes see them."""
    seen = [lab([min(max(part, 0), 1) for part in times(SEEN_BY[eyes], linear(colour))]) for colour in (one, other)]
    return sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5


@BOTH
def test_text_reads_on_paper_and_surface(drawn: Theme) -> None:
    for ground in (drawn.paper, drawn.surface):
        assert contrast(drawn.ink, ground) >= 4.5
        assert contrast(drawn.muted, ground) >= 4.5
        assert contrast(drawn.doubt, ground) >= 4.5
        assert contrast(drawn.accent, ground) >= 4.5
    assert contrast(drawn.ink, drawn.land) >= 4.5
    assert contrast(drawn.ink, drawn.ukraine) >= 4.5


@BOTH
def test_letters_read_on_their_fill(drawn: Theme) -> None:
    for status, fill in drawn.status.items():
        assert contrast(drawn.status_ink[status], fill) >= 4.5, status
        assert contrast(drawn.ink, drawn.aged(status)) >= 4.5, f"aged {status}"
        assert contrast(drawn.status_word[status], drawn.paper) >= 4.5, f"word {status}"


@BOTH
def test_marks_stand_out_by_fill_or_outline(drawn: Theme) -> None:
    for status in drawn.status:
        assert contrast(drawn.status_outline[status], drawn.paper) >= 3, status
        assert contrast(drawn.status_outline[status], drawn.land) >= 3, status
    for name, colour in {**drawn.tone, **drawn.quad}.items():
        if name != "verbal_cooperation":
            assert contrast(colour, drawn.paper) >= 2.2, name


@BOTH
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_every_pair_of_statuses_can_be_told_apart(drawn: Theme, eyes: str) -> None:
    """A difference of 2.3 is just noticeable; four times that, and each class has its letter as well."""
    for one, other in combinations(SCALE, 2):
        assert difference(drawn.status[one], drawn.status[other], eyes) >= 10, f"{one} and {other}"


@BOTH
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_tones_can_be_told_apart(drawn: Theme, eyes: str) -> None:
    for one, other in combinations(drawn.tone, 2):
        assert difference(drawn.tone[one], drawn.tone[other], eyes) >= 7, f"{one} and {other}"


@BOTH
def test_older_is_lighter_but_not_land(drawn: Theme) -> None:
    for status in SCALE:
        assert difference(drawn.aged(status), drawn.status[status], "everyone") >= 8, status


def test_readable_takes_the_better_of_ink_and_white() -> None:
    assert readable("#000000") == "#ffffff"
    assert readable("#ffffff") == LIGHT.ink


def test_mix_runs_from_ground_to_colour() -> None:
    assert mix("#ffffff", "#000000", 0) == "#000000"
    assert mix("#ffffff", "#000000", 1) == "#ffffff"
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"


def test_an_unknown_theme_is_light() -> None:
    assert theme("sepia") is LIGHT
    assert theme("dark") is DARK


def test_the_type_family_is_quoted() -> None:
    """An unquoted name with a word that begins with a digit voids the whole list."""
    assert '"Source Sans 3"' in LIGHT.font


def test_the_style_sheet_names_both_themes() -> None:
    sheet = style()
    assert ".theme-light {" in sheet
    assert f"--g-signed: {DARK.status['signed']};" in sheet
    assert sheet.count("{") == sheet.count("}")
