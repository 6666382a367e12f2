"""The themes: contrast by WCAG 2, 4.5 for text and 3 for marks; ages; what the style sheet says of them."""

import pytest
from coloraide import Color

from dashboard.figures.theme import DARK, LIGHT, Theme, contrast, mix, readable, theme
from dashboard.parts.style import style

SCALE = ("signed", "pledged", "conditional", "open", "undecided", "declined")
BOTH = pytest.mark.parametrize("drawn", [LIGHT, DARK], ids=["light", "dark"])


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
        assert contrast(colour, drawn.paper) >= 3, name


@BOTH
def test_older_is_lighter_but_not_land(drawn: Theme) -> None:
    """Where it comes near the land, its outline and its letter tell it, at 3:1 and 4.5:1."""
    for status in SCALE:
        aged = Color(drawn.aged(status))
        assert aged.delta_e(drawn.status[status], method="2000") >= 7, status
        assert aged.delta_e(drawn.land, method="2000") >= 3, status


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
