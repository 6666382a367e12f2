"""Words of an SVG as outlines: read back as shapes, so no browser is needed."""

import re
from xml.etree import ElementTree

import pytest

from dashboard.pictures.outlines import STEPS, Look, covered, outline
from dashboard.pictures.vector import lettered

PAIR = re.compile(r"-?\d+")
PLAIN = Look(20)


def svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g role="img" aria-label="It">{inside}</g></svg>'.encode()


def points(steps: str) -> list[tuple[float, float]]:
    """Where the points of a path lie, in pixels."""
    x = y = 0.0
    start, found = (0.0, 0.0), list[tuple[float, float]]()
    for command, told in re.findall(r"([MmlqZz])([^MmlqZz]*)", steps):
        if command in "zZ":
            x, y = start
            continue
        numbers = [float(one) for one in PAIR.findall(told)]
        pairs = [(a, b) if command == "M" else (x + a, y + b) for a, b in zip(numbers[::2], numbers[1::2], strict=True)]
        x, y = pairs[-1]
        start = (x, y) if command in "Mm" else start
        found += pairs
    return [(a / STEPS, b / STEPS) for a, b in found]


def box(steps: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a path."""
    across, down = zip(*points(steps), strict=True)
    return min(across), min(down), max(across), max(down)


def test_letters_stand_on_their_line_at_their_places() -> None:
    left, top, right, bottom = box(outline("HH", [100, 200], 50, PLAIN))
    assert 100 < left < 103
    assert 210 < right < 213
    assert bottom == 50
    assert top == pytest.approx(50 - 0.66 * 20, abs=0.3)


def test_a_letter_ends_where_it_began() -> None:
    steps = outline("O", [0], 0, Look(400))
    assert steps.count("z") == 2
    outer, inner = (points(one) for one in re.split(r"(?=m)", steps, maxsplit=1))
    assert outer[0] == pytest.approx(outer[-1], abs=0.1)
    assert inner


def test_heavier_letters_are_wider_and_slanted_ones_lean() -> None:
    plain, bold = (box(outline("n", [0], 0, Look(100, weight))) for weight in (400, 700))
    assert bold[2] > plain[2] + 1
    upright, leaning = (box(outline("H", [0], 0, Look(100, is_slanted=one))) for one in (False, True))
    assert leaning[0] == upright[0]
    assert leaning[2] == pytest.approx(upright[2] + 66 / 4, abs=0.2)


def test_letters_join_where_the_browser_joins_them() -> None:
    joined, apart = (outline("after", [0, 10, 16, 23, 33], 0, Look(20, is_spaced=one)) for one in (False, True))
    assert joined.count("M") == 4
    assert apart.count("M") == 5
    assert outline("of the", [0, 10, None, 20, 27, 38], 0, PLAIN).count("M") == 5


def test_a_mark_without_a_place_follows_its_letter() -> None:
    first, second = outline("HH", [0, None], 0, PLAIN).split("M")[1:]
    assert points("M" + second)[0][0] - points("M" + first)[0][0] == pytest.approx(13, abs=0.5)


def test_names_of_the_continent_and_the_signs_of_the_pages_are_covered() -> None:
    assert set("Šešelj Łódź Đorđe Erdoğan Kövér Ţară ß “–” ’ € → ◆ ● ? ✓") <= set(covered())
    assert outline("щ", [0], 0, PLAIN) == ""


def test_words_become_outlines_that_need_no_typeface() -> None:
    told = '<text x="10,20" y="30" font-size="20" font-weight="600" fill="rgb(1,2,3)" fill-opacity="0.5">It</text>'
    drawn = ElementTree.fromstring(lettered(svg(told), {"Title": "A & B", "Description": "C"}))
    assert [one.tag.partition("}")[2] for one in drawn.iter()] == ["svg", "title", "desc", "metadata", "g", "path"]
    assert (drawn.findtext("{*}title"), drawn.findtext("{*}desc")) == ("A & B", "C")
    assert "Title: A & B" in str(drawn.findtext("{*}metadata"))
    (path,) = drawn.findall(".//{*}path")
    assert path.attrib == {
        "d": outline("It", [10, 20], 30, Look(20, 600)),
        "transform": "scale(0.05)",
        "fill": "rgb(1,2,3)",
        "fill-opacity": "0.5",
    }


def test_a_halo_is_a_line_of_its_own_behind_the_letters() -> None:
    told = '<text x="1" y="2" font-size="20" fill="#000" stroke="#fff" stroke-width="4" transform="rotate(9)">H</text>'
    behind, letters = ElementTree.fromstring(lettered(svg(told), {})).findall(".//{*}path")
    assert behind.get("d") == letters.get("d")
    assert (behind.get("fill"), behind.get("stroke"), behind.get("stroke-width")) == ("none", "#fff", str(4 * STEPS))
    assert (letters.get("fill"), letters.get("stroke")) == ("#000", None)
    assert behind.get("transform") == letters.get("transform") == "rotate(9) scale(0.05)"


@pytest.mark.parametrize("other", [b"<html>", b"<html/>", b"", b"<svg/>", b"\xef\xbb\xbf"])
def test_what_is_no_svg_is_refused(other: bytes) -> None:
    with pytest.raises(ValueError, match="no SVG"):
        lettered(other, {})


def test_signs_that_xml_lacks_are_left_out_of_drawing_and_words() -> None:
    drawing = svg('<path d="M0 0z" aria-label="a\x0b\ufffe\uffffb"/>')
    made = ElementTree.fromstring(lettered(drawing, {"Title": "c\x00\x1f\ud800\uffffd", "Where\ufffe": "e"}))
    assert made.findtext("{*}title") == "cd"
    assert made.findtext("{*}metadata") == "\nTitle: cd\nWhere: e\n"
    assert [one.get("aria-label") for one in made.iter() if one.get("d")] == ["ab"]
