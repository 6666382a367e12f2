"""SVGs of the real app on the invented world: no typeface is needed, all words are told, and they look like the PNG."""

import re
from base64 import b64encode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import expect

from dashboard.pictures.chrome import SETTING
from tests.e2e.browser import find
from tests.e2e.sight import sight
from tests.e2e.test_pictures import VIEWS, asked, got
from tests.e2e.visits import Visit, served

ALLOWED = {"svg", "title", "desc", "metadata", "defs", "g", "path", "rect", "line", "circle", "polygon", "polyline"}
ALLOWED |= {"clipPath", "linearGradient", "stop", "pattern"}
LARGEST = 1_000_000
MOST, STRONG = 0.01, 32  # how many pixels may differ by how much, to an eye that takes in three at once
LOOKS = ({"size": "1920x1080"}, {"size": "960x1080", "theme": "dark"}, {"size": "1080x1080", "proof": "compact"})
SEEN = """() => {
  const told = [], walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const range = document.createRange(), node = walker.currentNode, parent = node.parentElement;
    range.selectNodeContents(node);
    const isWide = [...range.getClientRects()].some((box) => box.width && box.height);
    if (isWide && !parent.closest(".g-unseen, script, style") && parent.checkVisibility({ visibilityProperty: true }))
      told.push(node.data);
  }
  return told.join(" ");
}"""
SHOWN = """async (address) => {
  const image = document.body.appendChild(new Image());
  document.body.style.margin = "0";
  image.style.display = "block";
  image.src = address;
  await image.decode();
}"""


@pytest.fixture(scope="module")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("drawings") / "output.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(tiny_database, log) as url:
            yield url
    assert "Traceback" not in log.read_text(), log.read_text()


def words(drawn: ElementTree.Element) -> list[str]:
    """What is told of a drawing's outlines, piece by piece."""
    groups = drawn.findall(".//{*}g[@aria-label]")
    assert {one.get("role") for one in groups} == {"img"}
    return [str(one.get("aria-label")) for one in groups]


def pieces(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+|\?", text.lower()))


def drawn_as_image(visit: Visit, svg: bytes) -> Image.Image:
    """A drawing as an <img>, which no typeface of a page reaches."""
    page = visit.open_plain("about:blank")
    page.evaluate(SHOWN, f"data:image/svg+xml;base64,{b64encode(svg).decode()}")
    return sight(page)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that an eye would see as others."""
    soft = (image.filter(ImageFilter.GaussianBlur(1.5)) for image in (one, other))
    return float((np.asarray(ImageChops.difference(*soft)).max(axis=2) > STRONG).mean())


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look["size"])
@pytest.mark.parametrize("view", VIEWS)
def test_every_drawing_looks_like_its_picture_without_any_typeface(
    plain_visit: Visit, server: str, view: str, look: dict[str, str]
) -> None:
    svg = got(asked(server, view, "svg", **look))
    assert {one.tag.partition("}")[2] for one in ElementTree.fromstring(svg).iter()} <= ALLOWED
    assert not re.search(rb"font-face|font-family|https?://(?!www\.w3\.org/)", svg.partition(b"</metadata>")[2])
    assert len(svg) < LARGEST
    png = Image.open(BytesIO(got(asked(server, view, "png", **look)))).convert("RGB")
    plain_visit.page.set_viewport_size({"width": png.width, "height": png.height})
    assert difference(png, drawn_as_image(plain_visit, svg)) < MOST
    assert difference(png, drawn_as_image(plain_visit, re.sub(rb"<g role=.*?</g>", b"", svg))) > MOST


@pytest.mark.parametrize("view", VIEWS)
def test_all_that_is_written_in_a_view_is_told_in_its_drawing(plain_visit: Visit, server: str, view: str) -> None:
    plain_visit.page.set_viewport_size({"width": 1920, "height": 1080})
    page = plain_visit.open_plain(f"{server}/view/{view}&size=1920x1080")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    shown = str(page.evaluate(SEEN))
    told = " ".join(words(ElementTree.fromstring(got(asked(server, view, "svg")))))
    assert len(pieces(shown)) > 20
    assert pieces(shown) == pieces(told)
    assert "release 2026-11-25-" in told
    assert "[Data set]" in told


def test_a_drawing_has_key_chart_and_list_where_the_picture_has_them(server: str) -> None:
    drawn = ElementTree.fromstring(got(asked(server, VIEWS[0], "svg")))
    assert drawn.get("viewBox") == "0 0 1920 1080"
    told = " ".join(words(drawn))
    assert str(drawn.findtext("{*}title")) in told
    for one in ("as of 11 April 2025", "said within 180 days", "Would send on conditions"):
        assert one in told
    charts = [one for one in drawn.findall(".//{*}svg") if one.get("class") == "main-svg"]
    assert charts
    assert 0 < float(charts[0].get("x", 0)) < 200
    assert float(charts[0].get("width", 0)) > 800
