"""A number stands in a bar that is high enough for it, else behind it in the colour of text; none is lost."""

import pytest
from playwright.sync_api import expect

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit

# Numbers whose digits are higher than their bar; the sum of all numbers; of all bars.
NUMBERS = """() => {
  const chart = document.querySelector("#chart"), tall = [];
  for (const point of chart.querySelectorAll(".barlayer .point")) {
    const text = point.querySelector("text"), bar = point.querySelector("path").getBBox().height;
    if (text && text.textContent && 0.66 * parseFloat(getComputedStyle(text).fontSize) > bar)
      tall.push(text.textContent);
  }
  const words = [...chart.querySelectorAll(".barlayer text, .annotation text")].map((one) => one.textContent);
  const sum = (values) => values.reduce((all, one) => all + Number(one), 0);
  const [end, start] = chart._fullLayout.yaxis.range, isSeen = (y) => y < end && y > start;
  const traces = chart.data.filter((one) => one.type === "bar");
  const bars = traces.flatMap((one) => one.x.filter((_, i) => isSeen(one.y[i])));
  return [tall, sum(words.flatMap((one) => one.match(/\\d+/g) || [])), sum(bars)];
}"""


@pytest.mark.parametrize("size", [*SIZES, "1280x720"])
@pytest.mark.parametrize("over", ["", "&over=all", "&over=all&focus=us_backstop"])
def test_no_number_is_higher_than_its_bar(plain_visit: Visit, real_server: str, over: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/pledges?shape=conditions{over}", size)
    assert not stumbles(page, size)
    tall, told, counted = page.evaluate(NUMBERS)
    assert not tall
    assert told == counted


@pytest.mark.parametrize("size", ["1920x1080", "960x1080", "1200x630"])
def test_a_speakers_picture_draws_the_months(plain_visit: Visit, real_server: str, size: str) -> None:
    page = canvas(plain_visit, f"{real_server}/view/speaker?s=vladimir-putin", size)
    expect(page.locator("#activity .g-months")).to_be_in_viewport(ratio=0.99)
    assert not stumbles(page, size)
