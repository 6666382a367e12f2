"""On a picture of words every sign that is seen is explained, and nothing else; on the smallest nothing is cut."""

import pytest
from playwright.sync_api import Page

from tests.e2e.canvases import STUMBLES, canvas
from tests.e2e.visits import Visit

SIZES = ("1920x1080", "960x1080", "1080x1080", "1200x630")
PAGES = (
    "country?c=FRA",
    "country?c=DEU",
    "country?c=DEU&c=FRA",
    "country?c=JPN",
    "speaker?s=vladimir-putin",
    "event?e=2025-09-04-paris-coalition-summit",
    "event?e=2024-05-31-nordic-ukraine-summit-stockholm",
    "statements",
    "statements?q=soldiers",
    "quote?focus=2025-08-17-ursula-von-der-leyen-article-five",
    "conversation?focus=2025-08-17-ursula-von-der-leyen-article-five",
    "pledges?shape=contributions&part=agreements",
    "pledges?shape=conditions",
)
# Signs seen outside keys, and those that the keys seen explain: each by one character, hollow, dashed or a letter.
SIGNS = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent);
  const outside = (selector) => seen(selector).filter((one) => !one.closest(".g-key, .g-doubts"));
  const is = (selector, sign) => (outside(selector).length ? [sign] : []);
  const headed = outside(".g-answer > .g-chip").map((one) => one.textContent);
  const letters = outside(".g-onrecord .g-chip, .g-pair .g-chip").map((one) => one.textContent)
    .filter((one) => one && !headed.includes(one));
  const drawn = [
    ...outside("sup[title]").map((one) => one.querySelector("[aria-hidden]").textContent),
    ...is(".g-onrecord .g-none", "–"), ...is(".g-chip.g-dashed", "dashed"),
    ...(outside(".g-chip.g-hollow").some((one) => one.textContent) ? ["hollow"] : []), ...letters,
  ];
  const strips = seen(".g-key:not(.g-signs) .g-empty").map((one) => one.closest("li"));
  const keys = [...seen(".g-signs li"), ...(drawn.includes("hollow") ? strips : [])];
  const named = document.body.dataset.shape === "conditions" ? ["hollow", "dashed"] : [];
  const looks = (one) => (one.querySelector(".g-empty") ? "hollow" : "dashed");
  const told = keys.filter((one) => !one.querySelector("em"))
    .map((one) => one.querySelector(".g-swatch") ? looks(one) : one.querySelector("b, .g-chip").textContent);
  return [[...new Set(drawn)].filter((one) => !named.includes(one)).sort(), [...new Set(told)].sort()];
}"""


def signs(page: Page) -> tuple[list[str], list[str]]:
    drawn, told = page.evaluate(SIGNS)
    return drawn, told


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", PAGES)
def test_signs_in_words_are_explained(plain_visit: Visit, real_server: str, view: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}{'&' if '?' in view else '?'}proof=compact", size)
    drawn, told = signs(page)
    assert told == drawn
    entries = [words.strip() for words in page.locator(".g-key li:visible").all_inner_texts()]
    assert sorted(entries) == sorted(set(entries))


@pytest.mark.parametrize("view", [*PAGES, "network?shape=matrix", "pledges?shape=contributions&part=items"])
def test_the_picture_of_a_link_cuts_no_words(plain_visit: Visit, real_server: str, view: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}{'&' if '?' in view else '?'}proof=compact", SIZES[3])
    assert page.evaluate(STUMBLES, 20) == []


def test_few_words_are_large_on_the_picture_of_a_link(plain_visit: Visit, real_server: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/country?c=FRA&proof=compact", SIZES[3])
    free = page.evaluate(
        """() => { const box = document.querySelector("figure > .body"), last = [...box.querySelectorAll("li, p")]
          .filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect().bottom);
          return (box.getBoundingClientRect().bottom - Math.max(...last)) / innerHeight; }"""
    )
    assert free < 0.15


@pytest.mark.parametrize("view", [PAGES[3], PAGES[4]])
def test_a_reading_takes_the_room_that_the_words_leave(plain_visit: Visit, real_server: str, view: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/{view}&proof=compact", "960x1080")
    longer = page.locator(".reading").evaluate("one => JSON.parse(one.dataset.longer || '[]')")
    told = page.locator(".reading").inner_text()
    free = page.evaluate(
        """() => { const box = document.querySelector("figure > .body"), last = [...box.querySelectorAll("li, p, tr")]
          .filter((one) => one.offsetParent).map((one) => one.getBoundingClientRect().bottom);
          return box.getBoundingClientRect().bottom - Math.max(...last); }"""
    )
    assert told == longer[-1] or free < 60


STRIPS = """() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent);
  const shades = seen(".g-shade"), is = (found, name) => (found ? [name] : []);
  const drawn = [
    ...shades.map((one) => `.${one.className.match(/g-shade-\\w+/)[0]}`),
    ...is(shades.some((one) => one.style.getPropertyValue("--share") !== "100%"), "paler"),
    ...is(shades.some((one) => one.matches(".g-open-strip")), "hollow"), ...is(seen(".g-track .g-thin").length, "thin"),
  ];
  const name = (one) => ["fading", "empty", "thin"].find((kind) => one.querySelector(`.g-swatch.g-${kind}`));
  const names = { fading: "paler", empty: "hollow", thin: "thin" };
  const told = seen(".g-key:not(.g-signs) li").map((one) => names[name(one)] || one.dataset.seen);
  return [[...new Set(drawn)].sort(), told.sort()];
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["country?c=FRA&c=USA", "country?c=DEU&c=FRA", "country?c=FRA", "country?c=GBR&c=UKR"])
def test_what_strips_are_drawn_with_is_explained_once(
    plain_visit: Visit, real_server: str, view: str, size: str
) -> None:
    drawn, told = canvas(plain_visit, f"{real_server}/view/{view}", size).evaluate(STRIPS)
    assert told == drawn
    assert drawn or size == "1200x630"


@pytest.mark.parametrize("size", SIZES[:3])
def test_of_two_countries_no_reading_names_one_alone(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/country?c=FRA&c=DEU", size)
    told = " ".join(page.locator(".reading").all_inner_texts())
    assert [f"{name} has this position" in told for name in ("France", "Germany")] == [size == SIZES[0]] * 2
    first, second = page.locator(".g-lead-two > *").all()
    above, below = first.bounding_box(), second.bounding_box()
    assert above
    assert below
    assert size == SIZES[0] or below["y"] >= above["y"] + above["height"] + 4
