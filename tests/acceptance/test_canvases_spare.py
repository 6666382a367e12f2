"""A canvas of which a view needs little isn't left blank: strips larger, the words behind them; else what was asked."""

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit

MACRON = "France signed with Britain and Ukraine the declaration of intent to deploy forces"
BLANK = """() => {
  const frame = document.querySelector("figure").getBoundingClientRect();
  const parts = document.querySelectorAll("figure .svg-container, figure .behind, figure .nothing");
  const boxes = [...parts].map((one) => one.getBoundingClientRect()).filter((box) => box.height);
  const top = Math.min(...boxes.map((box) => box.top)), bottom = Math.max(...boxes.map((box) => box.bottom));
  return { above: (top - frame.top) / frame.height, below: (frame.bottom - bottom) / frame.height };
}"""


@pytest.mark.parametrize("size", SIZES)
def test_a_single_strip_stands_in_the_middle_with_the_words_behind_its_last_two_changes(
    plain_visit: Visit, app: str, size: str
) -> None:
    page = canvas(plain_visit, f"{app}/view/pledges?shape=ledger&c=FRA", size)
    expect(page.locator(".behind .change:visible")).to_have_count(2 if size == SIZES[0] else 1)
    expect(page.locator(".behind .change").last).to_have_text("6 January 2026: France, “signed”")
    expect(page.locator(".behind blockquote").last).to_contain_text(MACRON)
    blank = page.evaluate(BLANK)
    assert abs(blank["above"] - blank["below"]) < 0.05, blank
    assert blank["above"] + blank["below"] < 0.45, blank
    assert not stumbles(page, size)


def test_a_single_strip_is_larger_than_one_of_many(plain_visit: Visit, app: str) -> None:
    high = [
        canvas(plain_visit, f"{app}/view/pledges?shape=ledger{chosen}", SIZES[0])
        .locator("#chart .ytick text, #chart .yaxislayer-above text")
        .first.evaluate("node => node.getBoundingClientRect().height")
        for chosen in ("", "&c=FRA")
    ]
    assert high[1] > 1.35 * high[0]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("view", "said", "ways"),
    [
        (
            "pledges?q=zzzz&c=FRA&status=signed",
            "On 13 March 2026 no state had a position on record that fits this selection.",
            ["Without the words “zzzz”: 1 position", "Without any of these: 40 positions"],
        ),
        (
            "timeline?q=zzzz",
            "nothing in this collection fits this selection.",
            ["Without the words “zzzz”: 203 events"],
        ),
        ("statements?q=zzzz", "No statement in this collection", ["Without the words “zzzz”: 1,374 statements"]),
        (
            "pledges?shape=ledger&q=zzzz&as=table",
            "No position is on record",
            ["Without the words “zzzz”: 149 recorded"],
        ),
    ],
)
def test_without_rows_it_says_what_was_asked_and_what_would_have_some(
    plain_visit: Visit, app: str, view: str, said: str, ways: list[str], size: str
) -> None:
    page = canvas(plain_visit, f"{app}/view/{view}", size)
    expect(page.locator(".nothing .said")).to_contain_text(said)
    expect(page.locator(".nothing")).to_contain_text("Asked for: ")
    for way in ways:
        expect(page.locator(".nothing li", has_text=way)).to_be_visible()
    assert not stumbles(page, size)
