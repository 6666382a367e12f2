"""On a canvas of the real data every shortened list still adds up: those named and those left out are those counted."""

import pytest

from tests.e2e.canvases import SIZES, canvas
from tests.e2e.visits import Visit

VIEWS = (
    "overview",
    "pledges",
    "pledges?kind=air_policing",
    "pledges?framing=world",
    "pledges?shape=compare",
    "pledges?shape=compare&asof2=2025-02-01",
    "pledges?shape=conditions&over=all",
    "timeline",
    "network",
    "network?shape=paths",
    "country?c=DEU",
    "speaker?s=emmanuel-macron",
    "statements",
    "event",
    "country?c=FRA&c=DEU",
    "country?c=USA",
    "pledges?shape=contributions&part=agreements",
    "network?shape=actors",
)
# What doesn't add up, in words: a group whose names and rest aren't its number, a heading without any of its items,
# a list whose visible items and rest aren't all of them.
WRONG = """() => {
  const found = [], seen = (node) => node.offsetParent !== null;
  const number = (words) => Number((words.match(/and\\s(\\d+)\\smore\\b/) || [0, 0])[1]);
  for (const group of [...document.querySelectorAll(".g-answer")].filter(seen)) {
    const rows = [...group.querySelectorAll(".g-names")];
    if (rows.some((row) => !seen(row))) continue;
    const told = rows.map((row) => row.querySelectorAll("a:not(.g-questions)").length + number(row.textContent.trim()));
    const sum = told.reduce((all, one) => all + one, 0), count = Number(group.querySelector(".g-count").textContent);
    if (sum !== count) found.push(`${count} but ${sum}: ${group.textContent.trim()}`);
  }
  for (const head of [...document.querySelectorAll(".aside h3, .aside h2")].filter(seen)) {
    const list = head.nextElementSibling;
    if (!list || !list.matches("ol, ul") || !list.children.length) continue;
    if (![...list.children].some(seen)) found.push(`empty: ${head.textContent}`);
  }
  for (const box of [...document.querySelectorAll(".g-paths")].filter((one) => seen(one.parentElement))) {
    const count = [...box.querySelectorAll(".g-count")].reduce((all, one) => all + Number(one.textContent), 0);
    const rest = [...box.parentElement.querySelectorAll(".more")].filter(seen).map((one) => number(one.textContent));
    const told = [...box.querySelectorAll("ol > li")].filter(seen).length + rest.reduce((all, one) => all + one, 0);
    if (told !== count) found.push(`${count} paths but ${told}`);
  }
  for (const note of [...document.querySelectorAll(".more")].filter(seen)) {
    if (/^and [\\d,]+ more$/.test(note.textContent)) found.push(`more of what: ${note.textContent}`);
  }
  return found;
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_those_named_and_those_left_out_are_those_counted(plain_visit: Visit, real_server: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{real_server}/view/{view}", size)
        assert page.evaluate(WRONG) == [], size
