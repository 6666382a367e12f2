"""A view on a canvas of fixed size: it fills the frame, nothing is cut off, and all of it can be read from afar."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.conftest import Visit

QUOTED = "2025-04-10-alma-varenne-twelve"
VIEWS = (
    "overview",
    "pledges",
    "pledges?framing=world",
    "pledges?shape=ledger",
    "pledges?shape=compare",
    "pledges?shape=conditions&over=all",
    "pledges?shape=contributions",
    "pledges?shape=contributions&part=months",
    "pledges?shape=contributions&part=agreements",
    "pledges?shape=contributions&part=items",
    "pledges?as=table",
    "timeline?from=2025-03-01",
    f"timeline?focus={QUOTED}",
    "network?from=2025-03-01",
    "network?shape=matrix&from=2025-03-01",
    "network?shape=actors&from=2025-03-01",
    "statements",
    "country",
    "country?c=FRA",
    "speaker?s=alma-varenne",
    "event",
    f"quote?focus={QUOTED}",
    f"conversation?focus={QUOTED}",
    "pledges?c=FRA&status=declined",
)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_fits_every_size(plain_visit: Visit, server: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{server}/view/{view}", size)
        assert not stumbles(page, size), size


@pytest.mark.parametrize("size", ["1280x720", "3840x2160", "1200x630"])
def test_other_screens_show_the_same(plain_visit: Visit, server: str, size: str) -> None:
    page = canvas(plain_visit, f"{server}/view/pledges?shape=ledger", size)
    assert not stumbles(page, size)
    frame = page.locator("main").bounding_box()
    assert frame
    width, height = map(int, size.split("x"))
    assert (round(frame["width"]), round(frame["height"])) == (width, height)


@pytest.mark.parametrize("extra", ["proof=compact", "title=0", "title=0&proof=compact&theme=dark"])
def test_less_around_it_leaves_more_for_it(plain_visit: Visit, server: str, extra: str) -> None:
    heights = []
    for look in ("theme=light", extra):
        page = canvas(plain_visit, f"{server}/view/timeline?from=2025-03-01&{look}", "1920x1080")
        assert not stumbles(page, "1920x1080")
        chart = page.locator("#chart").bounding_box()
        assert chart
        heights.append(chart["height"])
    assert heights[1] > heights[0]
    expect(page.locator("h1")).to_have_count(0 if "title=0" in extra else 1)


def test_the_proof_is_inside_the_frame(plain_visit: Visit, server: str) -> None:
    page = canvas(plain_visit, f"{server}/view/pledges?asof=2025-04-11", "1920x1080")
    footer = page.locator("footer")
    for words in ("positions", "1 source: Northern Wire", "release 2026-11-25-"):
        expect(footer).to_contain_text(words)
    expect(page.locator(".sentence")).to_contain_text("as of 11 April 2025")
    expect(footer).to_be_in_viewport(ratio=1)


def test_on_this_machine_alone_a_citation_stands_in_place_of_a_code(plain_visit: Visit, server: str) -> None:
    page = canvas(plain_visit, f"{server}/view/pledges", "1920x1080")
    expect(page.locator(".code")).to_have_count(0)
    expect(page.locator("footer")).to_contain_text("[Data set]")
    expect(page.locator("footer")).not_to_contain_text("127.0.0.1")


def test_hover_works_on_a_canvas(plain_visit: Visit, server: str) -> None:
    page = canvas(plain_visit, f"{server}/view/pledges?shape=ledger", "1920x1080")
    bar = page.locator("#chart .barlayer .point path").first
    bar.hover(force=True)
    expect(page.locator("#chart .hoverlayer .hovertext")).to_be_visible()


def test_a_size_that_cannot_be_is_refused(plain_visit: Visit, server: str) -> None:
    for wrong in ("size=12x12", "size=wide", "size=1920x1080&proof=none"):
        answer = plain_visit.page.request.get(f"{server}/view/pledges?{wrong}")
        assert answer.status == 400


def test_two_countries_beside_each_other_show_as_much_each(plain_visit: Visit, server: str) -> None:
    for size in ("1920x1080", "1280x720"):
        page = canvas(plain_visit, f"{server}/view/country?c=FRA&c=GBR", size)
        counts = page.evaluate(
            """() => [...document.querySelectorAll("#strips .g-column")].map((one) => {
              const seen = (node) => node.offsetParent !== null, lanes = [...one.querySelectorAll(".g-lane")];
              const more = [...one.querySelectorAll(".more")].filter(seen)
                .map((note) => Number(note.textContent.match(/\\d+/)));
              return [lanes.filter(seen).length, lanes.length - lanes.filter(seen).length, more[0] || 0];
            })"""
        )
        assert len(counts) == 2
        assert all(shown and left == more for shown, left, more in counts), (size, counts)


CLICKED = "Read the conversation|Take (it|one) off|Widen the dates|opens its rows"


@pytest.mark.parametrize(
    "view", ["overview", "pledges?c=FRA&status=declined", "statements?q=nowhere", "data?shape=quality"]
)
def test_nothing_on_a_canvas_asks_to_be_clicked(plain_visit: Visit, server: str, view: str) -> None:
    page = canvas(plain_visit, f"{server}/view/{view}", "1920x1080")
    assert not re.search(CLICKED, page.locator("main").inner_text())


def test_links_on_a_canvas_look_like_the_words_around_them(plain_visit: Visit, server: str) -> None:
    page = canvas(plain_visit, f"{server}/view/statements", "1920x1080")
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent')")
    coloured = page.evaluate(
        """accent => {
          const probe = Object.assign(document.createElement("i"), { style: `color: ${accent}` });
          document.body.append(probe);
          const { color } = getComputedStyle(probe);
          const links = [...document.querySelectorAll("main a")].filter((link) => link.offsetParent);
          return links.filter((link) => getComputedStyle(link).color === color).map((link) => link.textContent);
        }""",
        accent,
    )
    assert not coloured
