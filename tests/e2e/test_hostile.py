"""A world whose every text cell tries to run something, walked in a real browser: all is read, nothing runs."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.conftest import compose
from tests.e2e.conftest import Visit, served
from tests.hostile.addresses import WIDE
from tests.hostile.corpus import SCRIPTS
from tests.hostile.worlds import built, spoil

# What a cell would have made, wherever it is: in the page, in a shadow, in a frame.
MADE = """() => {
  const shadow = (one) => one.shadowRoot ? within(one.shadowRoot) : [];
  const within = (root) => [...root.querySelectorAll("*")].flatMap((one) => [one, ...shadow(one)]);
  const acts = (name) => name.startsWith("on") || name === "ill";
  const safe = /^(https?:|mailto:|file:|data:(image|text\\/csv);)/;
  const leads = (one) => typeof one.href === "string" && one.href && !safe.test(one.href);
  const drawn = ["a", "iframe", "object", "embed", "base", "marquee", "math", "template", "foreignObject"];
  const isMade = (one) => one.localName.includes("x-ill") || one.getAttributeNames().some(acts) || leads(one)
    || (drawn.includes(one.localName) && one.closest("svg"));
  const said = within(document).filter(isMade).map((one) => one.outerHTML.slice(0, 300));
  return window.ill === undefined ? said : [...said, "ran"];
}"""
# Words of marks as their labels show them: a few pointed at, then all of them drawn by what draws labels.
POINTED = """async () => {
  const chart = document.querySelector(".js-plotly-plot"), shown = [];
  const told = chart._fullData.filter((trace) => trace.hoverinfo !== "skip" && trace.hovertext);
  for (const trace of told.slice(0, 8)) {
    const at = [].concat(trace.hovertext).findIndex((words) => words?.includes("&lt;"));
    if (at < 0) continue;
    const hovered = new Promise((done) => chart.once("plotly_hover", done));
    Plotly.Fx.hover(chart, [{ curveNumber: trace.index, pointNumber: at }], trace.subplot ?? trace.geo);
    await Promise.race([hovered, new Promise((done) => setTimeout(done, 1000))]);
    shown.push(chart.querySelector(".hoverlayer").textContent);
  }
  const all = [...new Set(chart._fullData.flatMap((trace) => [trace.hovertext ?? [], trace.text ?? []].flat()))];
  const words = all.filter((one) => typeof one === "string" && one);
  const place = document.body.appendChild(document.createElement("div"));
  const [x, y] = [words.map((_, at) => at), words.map(() => 0)];
  await Plotly.newPlot(place, [{ type: "scatter", mode: "text", x, y, text: words }]);
  const drawn = [...place.querySelectorAll(".textpoint")].map((one) => one.textContent);
  return { shown, words, drawn, made: document.querySelectorAll("svg a, svg foreignObject, svg [ill]").length };
}"""
OURS = r"<(br|/?b|/?i|/?sup|/?span|/?extra|(span|b) style=(\"[^\"<]*\"|'[^'<]*'))>"
APP = (
    *("?as=table", "timeline?{wide}", "timeline?as=table&{wide}", "timeline?group=speaker&{wide}"),
    *("pledges?shape=map", "pledges?shape=map&focus=FRA", "pledges?shape=ledger", "pledges?shape=ledger&as=table"),
    *("pledges?shape=compare&asof2=2025-04-01&asof=2026-02-10", "pledges?shape=conditions&over=all"),
    *("pledges?shape=contributions&part=totals", "pledges?shape=contributions&part=months"),
    *("pledges?shape=contributions&part=agreements", "pledges?shape=contributions&part=items&{wide}"),
    *("network?{wide}", "network?shape=matrix&{wide}", "network?shape=actors&{wide}", "network?focus=FRA>UKR&{wide}"),
    *("statements?{wide}", "statements?q=ill&{wide}", "statements?focus=2025-04-10-alma-varenne-twelve"),
    *("country?c=FRA", "country?c=FRA&c=GBR", "speaker?s=alma-varenne", "event?e=2025-04-10-lakeside-conference"),
    *("data", "data?shape=codebook", "data?shape=quality", "data?shape=release"),
    *("statements?q=%3Cx-ill%3E%3Cimg%20ill%20src%20onerror%3Dill()%3E", "pledges?c=%3Cx-ill%3E&asof=%22onload%3D1"),
)
BARE = (
    *("view/overview", "view/timeline?{wide}", "view/pledges?shape=map", "view/pledges?shape=ledger"),
    *("view/pledges?shape=conditions&over=all", "view/pledges?shape=contributions&part=totals"),
    *("view/pledges?shape=contributions&part=months", "view/network?{wide}", "view/statements?{wide}"),
    *("view/country?c=FRA", "view/speaker?s=alma-varenne", "view/event?e=2025-04-10-lakeside-conference"),
    *(
        "view/data?shape=codebook",
        "view/quote?focus=2025-04-10-alma-varenne-twelve",
        "view/network?shape=matrix&{wide}",
    ),
    *("view/conversation?focus=2025-04-10-alma-varenne-twelve", "view/timeline?size=1080x1080&{wide}"),
    *(
        "present/pledges",
        "present/timeline?{wide}",
        "present/statements",
        "api",
        "sql",
        "sql?view=pledges",
        "nothing/x",
    ),
    *("deck?view=/pledges&view=/statements?q=<x-ill>&view=/nothing<x-ill>", "deck?add=/timeline"),
)


@pytest.fixture(scope="module")
def hostile_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("hostile")
    world = compose(folder / "data")
    spoil(world, SCRIPTS)
    with served(built(world, folder / "hostile.duckdb"), folder / "output.txt") as url:
        yield url


@pytest.fixture
def wary(browser: Browser) -> Iterator[Visit]:
    """A visit that any dialog, console error or foreign request spoils."""
    made = Visit(browser)

    def told(dialog: Dialog) -> None:
        made.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    made.page.on("dialog", told)
    made.page.on("popup", lambda page: made.complaints.append(f"popup: {page.url}"))
    yield made
    made.close()


def assert_unharmed(page: Page) -> None:
    assert page.evaluate(MADE) == []


def opened(page: Page) -> None:
    """Open each menu and each dialog of a page in turn."""
    for menu in page.locator("details.g-menu > summary").all():
        menu.click()
    assert_unharmed(page)
    page.keyboard.press("Escape")
    for name in ("sources", "why"):
        button = page.locator(f"button[data-part*='{name}']").first
        if button.count() and button.is_visible():
            button.click()
            expect(page.locator(".g-dialog-body")).not_to_have_text("…")
            assert_unharmed(page)
            page.locator(".g-dialog .g-close").click()


@pytest.mark.parametrize("at", range(5))
def test_no_page_of_the_app_runs_what_a_cell_says(wary: Visit, hostile_server: str, at: int) -> None:
    for address in APP[at::5]:
        page = wary.open(f"{hostile_server}/{address.format(wide=WIDE)}")
        expect(page.locator("html[data-room]")).to_be_attached()
        if page.locator(".js-plotly-plot").count():
            wary.chart()
        assert_unharmed(page)
        opened(page)


@pytest.mark.parametrize("path", ["pledges?shape=map", "timeline", "statements"])
def test_lists_to_pick_from_show_labels_as_text(wary: Visit, hostile_server: str, path: str) -> None:
    page = wary.open(f"{hostile_server}/{path}")
    fields = page.get_by_role("search", name="Filters").get_by_role("combobox")
    expect(fields.first).to_be_visible()
    for field in [one for one in fields.all() if one.evaluate("node => node.localName") == "input"]:
        field.click()
        expect(page.locator("[role=listbox]:visible [role=option]").first).to_be_visible()
        assert_unharmed(page)
        page.keyboard.press("Escape")
    field = fields.and_(page.locator("input")).first
    field.fill("x-ill")
    option = page.locator("[role=listbox]:visible [role=option]").first
    expect(option).to_contain_text("x-ill")
    option.click()
    expect(page.locator("html[data-room]")).to_be_attached()
    wary.settle()
    assert_unharmed(page)


@pytest.mark.parametrize("at", range(4))
def test_nor_does_a_page_beside_it(wary: Visit, hostile_server: str, at: int) -> None:
    for address in BARE[at::4]:
        wary.open_plain(f"{hostile_server}/{address.format(wide=WIDE)}")
        wary.page.wait_for_load_state("networkidle")
        assert_unharmed(wary.page)
        for frame in wary.page.frames[1:]:
            assert frame.evaluate(MADE) == []
        wary.complaints = [said for said in wary.complaints if "/nothing/x" not in said and "/deck" not in said]


@pytest.mark.parametrize("address", ["view/timeline?{wide}", "view/network?{wide}", "view/pledges?shape=ledger"])
def test_labels_of_marks_show_cells_as_they_stand(wary: Visit, hostile_server: str, address: str) -> None:
    page = wary.open_plain(f"{hostile_server}/{address.format(wide=WIDE)}")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    found = page.evaluate(POINTED)
    assert found["made"] == 0
    assert any("<" in words for words in found["shown"])
    assert [bare(one) for one in found["drawn"]] == [bare(unescape(re.sub(OURS, "", one))) for one in found["words"]]
    assert_unharmed(page)


def bare(words: str) -> str:
    """Words without blanks: where lines break doesn't count."""
    return re.sub(r"[\s\u200b]", "", words)


def test_the_saved_page_is_as_harmless_without_a_server(wary: Visit, hostile_server: str, tmp_path: Path) -> None:
    saved = wary.context.request.get(f"{hostile_server}/view/statements.html?{WIDE}")
    place = tmp_path / "saved.html"
    place.write_bytes(saved.body())
    wary.open_plain(place.as_uri())
    expect(wary.page.get_by_role("heading", level=1)).to_be_visible()
    assert_unharmed(wary.page)
