"""What the script that draws a page makes of letters, hatching and layers; a real browser, no server."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser

from dashboard.pictures.outlines import FACES, FILES
from dashboard.pictures.shot import drawing
from tests.e2e.visits import unguarded

FACE = b64encode((FACES / FILES[0]).read_bytes()).decode()
SHEET = f"""<style>
@font-face {{ font-family: "Ours"; font-weight: 200 900; src: url("data:font/woff2;base64,{FACE}") format("woff2"); }}
body {{ margin: 0; font: 20px/1.3 "Ours", sans-serif; color: rgb(1, 2, 3); }}
main {{ position: absolute; inset: 0; transform: scale(2); transform-origin: 0 0; }}
p {{ margin: 0; }}
</style>"""
Element = ElementTree.Element
Drawn = Callable[[str], Element]


@pytest.fixture
def drawn(browser: Browser) -> Iterator[Drawn]:
    page = unguarded(browser)
    page.set_viewport_size({"width": 800, "height": 600})

    def draw(inside: str) -> Element:
        page.set_content(f"{SHEET}<main>{inside}</main>")
        page.evaluate("document.fonts.load('20px Ours')")
        return ElementTree.fromstring(page.evaluate(drawing()))

    yield draw
    page.close()


def texts(made: Element) -> list[tuple[str, list[float]]]:
    """Each piece of letters with their places."""
    found = made.findall(".//{*}text")
    return [(str(one.text), [float(x) for x in one.get("x", "").split(",") if x]) for one in found]


def test_letters_have_their_places_and_words_are_told(drawn: Drawn) -> None:
    made = drawn("<p>AVA  to</p>")
    ((words, places),) = texts(made)
    assert words == "AVA to"
    assert len(places) == 5  # a space needs none
    kerned = places[1] - places[0]
    ((_, places),) = texts(drawn('<p style="font-kerning: none">AVA to</p>'))
    assert kerned < places[1] - places[0] - 0.5
    assert [one.get("aria-label") for one in made.iter() if one.get("aria-label")] == ["AVA to"]


def test_lines_that_break_are_lines(drawn: Drawn) -> None:
    made = drawn('<p style="width: 60px">one two three</p>')
    assert [words for words, _ in texts(made)] == ["one", "two", "three"]
    first, second, _ = (float(one.get("y", 0)) for one in made.iter() if one.tag.endswith("text"))
    assert second - first == pytest.approx(2 * 26, abs=0.1)
    assert [one.get("aria-label") for one in made.iter() if one.get("aria-label")] == ["one two three"]


def test_size_weight_and_colour_are_those_that_are_seen(drawn: Drawn) -> None:
    sheet = "zoom: 1.5; font-weight: 600; font-style: italic; letter-spacing: 1px; color: rgb(9 8 7 / 50%)"
    (one,) = drawn(f'<p style="{sheet}; text-transform: uppercase">it</p>').findall(".//{*}text")
    assert (one.text, one.get("font-size"), one.get("font-weight")) == ("IT", "60", "600")
    assert (one.get("font-style"), one.get("letter-spacing")) == ("italic", "1")
    assert (one.get("fill"), one.get("fill-opacity")) == ("rgb(9,8,7)", "0.5")


def test_letters_that_the_typeface_lacks_are_pictures_with_their_words(drawn: Drawn) -> None:
    made = drawn("<p>so: Цю другу.</p>")
    assert [words for words, _ in texts(made)] == ["so:", "."]
    (image,) = made.findall(".//{*}image")
    assert str(image.get("{http://www.w3.org/1999/xlink}href")).startswith("data:image/png;base64,")
    ((_, (*_, last)), (_, (stop,))) = texts(made)
    assert last < float(image.get("x", 0)) + 40 < stop
    assert "so: Цю другу." in [one.get("aria-label") for one in made.iter()]


def test_what_no_svg_can_hold_is_left_out(drawn: Drawn) -> None:
    made = drawn("<p>a\x07b &lt;i&gt; &amp;amp; \ufffec</p>")
    assert "ab <i> &amp; c" in [one.get("aria-label") for one in made.iter()]


def test_what_a_style_sheet_writes_before_and_after_stands_there(drawn: Drawn) -> None:
    sheet = "p::before { content: '–'; display: inline-block; width: 30px } p::after { content: ' more' }"
    made = drawn(f"<style>{sheet}</style><p>words</p>")
    (dash, (left,)), (words, places), (more, after) = texts(made)
    assert (dash, words, more) == ("–", "words", "more")
    assert (left, places[0]) == (0, 60)
    assert after[0] > places[-1] + 20


def test_a_turned_text_of_two_lines_with_a_shadow(drawn: Drawn) -> None:
    shadow = "text-shadow: rgb(255, 255, 255) 1px 0px 2px"
    made = drawn(
        f'<svg width="200" height="200"><text transform="rotate(-90)" text-anchor="middle" x="-50" y="40"'
        f' style="{shadow}"><tspan>ab</tspan><tspan x="-50" dy="20" font-weight="700">cd</tspan></text></svg>'
    )
    (group,) = (one for one in made.iter() if one.get("aria-label"))
    assert (group.get("transform"), group.get("aria-label")) == ("rotate(-90)", "ab cd")
    first, second = group.findall("{*}text")
    assert [(one.text, one.get("y"), one.get("font-weight")) for one in (first, second)] == [
        ("ab", "40", "400"),
        ("cd", "60", "700"),
    ]
    assert float(first.get("x", "").split(",")[0]) < -55
    assert (first.get("stroke"), first.get("stroke-width")) == ("rgb(255,255,255)", "5")


def test_upright_words_run_from_below(drawn: Drawn) -> None:
    sheet = "position: absolute; top: 50px; writing-mode: vertical-rl; transform: rotate(180deg)"
    made = drawn(f'<p style="{sheet}">two words</p>')
    (one,) = made.findall(".//{*}text")
    assert str(one.get("transform")).endswith("rotate(-90)")
    ((words, places),) = texts(made)
    assert words == "two words"
    assert places == sorted(places)


@pytest.mark.parametrize(
    "image",
    [
        "repeating-linear-gradient(135deg, rgb(9, 9, 9) 0 3px, transparent 3px 6px)",
        "repeating-linear-gradient(45deg, rgb(9, 9, 9) 0 3px, rgb(200, 0, 0) 3px 6px)",
        "radial-gradient(rgb(9, 9, 9) 0.5px, transparent 0.9px) 0 0 / 5px 5px",
    ],
)
def test_hatching_and_dots_are_shapes_inside_their_box(drawn: Drawn, image: str) -> None:
    made = drawn(f'<p style="width: 30px; height: 20px; background: {image}"></p>')
    assert not made.findall(".//{*}pattern")
    (path,) = made.findall(".//{*}path")
    steps = str(path.get("d"))
    assert steps.count("M") >= 4
    begun = [tuple(map(float, one.split("L")[0].split("a")[0].strip("z").split())) for one in steps.split("M")[1:]]
    assert all(-0.01 <= x <= 60.01 and -0.01 <= y <= 40.01 for x, y in begun)


def test_what_lies_above_comes_last_within_its_layer(drawn: Drawn) -> None:
    above = '<b style="position: relative; z-index: 1">above</b>'
    made = drawn(f'<p style="isolation: isolate">{above}<i>below</i></p><p>after</p>')
    assert [words for words, _ in texts(made)] == ["below", "above", "after"]
