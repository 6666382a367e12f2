"""A server without Chrome: the published page saves its chart from the browser, with all that a picture tells."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from dashboard.pictures.chrome import SETTING
from dashboard.pictures.memory import remembered
from tests.e2e.test_pictures_menu import opened
from tests.e2e.visits import Visit, served


@pytest.fixture(scope="module")
def server_without_chrome(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, "/no/chrome/here")
        with served(tiny_database, tmp_path_factory.mktemp("bare") / "output.txt") as url:
            yield url


def test_without_chrome_the_published_page_saves_its_chart(plain_visit: Visit, server_without_chrome: str) -> None:
    page = opened(plain_visit, server_without_chrome)
    expect(page.locator("[data-picture-missing]")).to_contain_text("apt-get install chromium")
    expect(page.get_by_role("link", name="Save as PNG")).to_be_hidden()
    with page.expect_popup() as popped:
        page.get_by_role("link", name="Open as a page").click()
    published = popped.value
    expect(published.get_by_role("status")).to_contain_text("Chrome or Chromium")
    with published.expect_download() as saved:
        published.get_by_role("button", name="Save the chart as PNG").click()
    published.evaluate("document.querySelectorAll('.key, .aside').forEach((one) => one.remove())")
    with published.expect_download() as keyless:
        published.get_by_role("button", name="Save the chart as PNG").click()
    assert Image.open(saved.value.path()).height > Image.open(keyless.value.path()).height + 50
    found = remembered(saved.value.path().read_bytes())
    assert found
    assert found.address.startswith("/pledges?")
    assert found.query["asof"] == ["2025-04-11"]
    assert Image.open(saved.value.path()).width > 1000


def test_a_browser_that_cannot_draw_the_key_saves_the_chart_and_says_so(
    plain_visit: Visit, server_without_chrome: str
) -> None:
    plain_visit.page.add_init_script(
        """const { decode } = HTMLImageElement.prototype;
        HTMLImageElement.prototype.decode = function () {
          return this.src.includes("foreignObject") ? Promise.reject(new Error("tainted")) : decode.call(this);
        };"""
    )
    page = plain_visit.open_plain(f"{server_without_chrome}/view/pledges#save")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the chart as PNG").click()
    expect(page.get_by_role("status")).to_contain_text("without the key")
    assert Image.open(saved.value.path()).width > 1000


def test_signs_that_no_drawing_may_hold_keep_neither_chart_nor_key_away(
    plain_visit: Visit, server_without_chrome: str
) -> None:
    page = plain_visit.open_plain(f"{server_without_chrome}/view/pledges#save")
    page.evaluate("document.querySelectorAll('.key li').forEach((one) => one.append('\\uffff\\ufffe\\ud800'))")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save the chart as PNG").click()
    assert Image.open(saved.value.path()).width > 1000
    expect(page.get_by_role("status")).not_to_contain_text("without the key")


CUT = "figure => figure.scrollHeight - figure.clientHeight"
ADDED = """main => {
    const words = Object.assign(document.createElement("p"), { textContent: "One more line.", style: "height: 80px" });
    main.prepend(words);
}"""


@pytest.mark.parametrize("size", [(1440, 900), (1440, 1000), (1920, 1080), (960, 1080)])
@pytest.mark.parametrize("view", ["network", "pledges", "pledges?c=FRA"])
def test_what_is_offered_above_a_chart_takes_nothing_from_it(
    plain_visit: Visit, server_without_chrome: str, view: str, size: tuple[int, int]
) -> None:
    plain_visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = plain_visit.open_plain(f"{server_without_chrome}/view/{view}")
    expect(page.locator("body[data-ready]")).to_be_visible()
    alone = page.locator("#chart .main-svg").first.bounding_box()
    page.goto("about:blank")
    page = plain_visit.open_plain(f"{server_without_chrome}/view/{view}#save")
    expect(page.get_by_role("status")).to_contain_text("Chrome or Chromium")
    beside = page.locator("#chart .main-svg").first.bounding_box()
    assert alone
    assert beside
    assert beside["height"] == alone["height"]
    assert page.locator("figure").evaluate(CUT) <= 0


def test_a_chart_fits_the_window_whatever_comes_to_stand_above_it(
    plain_visit: Visit, server_without_chrome: str
) -> None:
    page = plain_visit.open_plain(f"{server_without_chrome}/view/network")
    expect(page.locator("body[data-ready]")).to_be_visible()
    page.locator("main").evaluate(ADDED)
    page.wait_for_function("() => chart.querySelector('.main-svg').clientHeight <= chart.parentElement.clientHeight")
    assert page.locator("figure").evaluate(CUT) <= 0
