"""The picture menu, the place to drop a picture on, as a reader uses them."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.parts.opener import opener
from dashboard.parts.picturemenu import Pictured, picture_menu
from dashboard.pictures.chrome import SETTING
from dashboard.pictures.memory import ADDRESS, RELEASE, remembered, stamped
from tests.e2e.browser import find
from tests.e2e.visits import Visit, served

FOCUS = "2025-04-10-alma-varenne-twelve"
MENU = picture_menu(
    [
        Pictured("This view", "pledges", {"c": ["FRA", "GBR"], "asof": ["2025-04-11"]}),
        Pictured("The statement in focus", "quote", {"focus": [FOCUS]}),
    ]
)
MOUNT = """async ([html, script]) => {
  document.head.prepend(Object.assign(document.createElement("base"), { href: "/" }));
  document.body.innerHTML = html;
  const made = Object.assign(document.createElement("script"), { type: "module", src: `/app/static/v1/${script}` });
  await new Promise((done) => { made.onload = done; document.head.append(made); });
}"""


@pytest.fixture(scope="module")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(tiny_database, tmp_path_factory.mktemp("pictures") / "output.txt") as url:
            yield url


def opened(visit: Visit, server: str) -> Page:
    """A page of ours with the menu alone on it, opened."""
    page = visit.open_plain(f"{server}/view/quote?focus={FOCUS}")
    page.evaluate(
        MOUNT, [f'<details class="theme-light"><summary>Picture</summary><div>{MENU}</div></details>', "picture.js"]
    )
    page.get_by_text("Picture", exact=True).click()
    return page


def dropped(visit: Visit, server: str) -> Page:
    """A page of ours with the place to drop a picture on."""
    page = visit.open_plain(f"{server}/view/quote?focus={FOCUS}")
    page.evaluate(MOUNT, [opener(), "opener.js"])
    return page


def png(**words: str) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (8, 8), "white").save(buffer, "PNG")
    named = {"address": ADDRESS, "release": RELEASE}
    return stamped(buffer.getvalue(), {named[name]: text for name, text in words.items()})


def test_the_menu_saves_what_is_chosen_and_remembers_it(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    expect(page.locator(".g-preview img")).to_be_visible()
    page.get_by_label("Size").select_option("960x1080")
    page.get_by_label("Colours").select_option("Dark")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as PNG").click()
    image = Image.open(saved.value.path())
    assert image.size == (960, 1080)
    assert image.convert("RGB").getpixel((2, 2)) == (20, 21, 23)
    assert saved.value.suggested_filename.startswith("guarantees-pledges-positions-on-ground-troops")
    expect(page.get_by_role("status")).to_contain_text("Saved as guarantees-pledges")
    page = opened(plain_visit, server)
    expect(page.get_by_label("Size")).to_have_value("960x1080")
    expect(page.get_by_role("link", name="Save as PNG")).to_have_attribute(
        "href", "picture/pledges.png?c=FRA&c=GBR&asof=2025-04-11&size=960x1080&proof=full&title=1&theme=dark"
    )


def test_a_statement_is_chosen_for_the_view(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    page.get_by_label("Picture of").select_option("The statement in focus")
    expect(page.get_by_role("link", name="SVG")).to_have_attribute("href", re.compile(r"^picture/quote\.svg\?"))
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as PNG").click()
    found = remembered(saved.value.path().read_bytes())
    assert found
    assert found.address.startswith(f"/quote?focus={FOCUS}")


def test_picture_and_caption_are_copied(plain_visit: Visit, server: str) -> None:
    plain_visit.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened(plain_visit, server)
    page.get_by_role("button", name="Copy picture with caption").click()
    expect(page.get_by_role("status")).to_contain_text("Copied")
    kinds, words = page.evaluate("""async () => {
      const [item] = await navigator.clipboard.read();
      return [item.types, await (await item.getType("text/plain")).text()];
    }""")
    assert {"image/png", "text/plain"} <= set(kinds)
    assert words.splitlines()[1].startswith("Positions on ground troops of France and the United Kingdom")


def test_where_the_clipboard_is_closed_the_caption_is_selected(plain_visit: Visit, server: str) -> None:
    plain_visit.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page = opened(plain_visit, server)
    page.get_by_role("button", name="Copy picture with caption").click()
    expect(page.get_by_role("status")).to_contain_text("over https alone")
    box = page.get_by_label("Caption")
    expect(box).to_be_focused()
    assert box.evaluate("node => node.value.slice(node.selectionStart, node.selectionEnd) === node.value")
    assert "Source: Guarantees" in box.input_value()


def test_a_picture_that_is_chosen_leads_to_its_view(plain_visit: Visit, server: str) -> None:
    page = dropped(plain_visit, server)
    release = str(page.evaluate("async () => (await (await fetch('/readyz')).json()).release"))
    ours = png(address=f"/quote?focus={FOCUS}&release={release}", release=release)
    page.get_by_label("Choose a picture").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": ours})
    page.wait_for_url(f"**/statements?focus={FOCUS}&release={release}")


def test_a_picture_of_another_release_says_so_before_it_leads_on(plain_visit: Visit, server: str) -> None:
    page = dropped(plain_visit, server)
    old = png(address="/pledges?asof=2025-04-11", release="2025-01-01-00000000")
    page.evaluate(
        """(bytes) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([new Uint8Array(bytes)], "a.png", { type: "image/png" }));
          const drop = new DragEvent("drop", { bubbles: true, dataTransfer: transfer });
          document.querySelector(".g-drop").dispatchEvent(drop);
        }""",
        list(old),
    )
    expect(page.get_by_role("status")).to_contain_text("may have changed since")
    expect(page.get_by_role("link", name="Open this view")).to_be_focused()
    expect(page.get_by_role("link", name="Open this view")).to_have_attribute(
        "href", f"{server}/pledges?asof=2025-04-11"
    )


def drop(page: Page, place: str, picture: bytes) -> list[bool]:
    """Drops a file there; whether dragging and dropping it were kept from the browser."""
    kept: list[bool] = page.locator(place).first.evaluate(
        """(place, bytes) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([new Uint8Array(bytes)], "a.png", { type: "image/png" }));
          const told = (kind) => new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer });
          return ["dragover", "drop"].map((kind) => !place.dispatchEvent(told(kind)));
        }""",
        list(picture),
    )
    return kept


def ready_for_a_drop(visit: Visit, address: str, place: str) -> Page:
    """A page on which the place of a drop is drawn."""
    page = visit.open(address)
    if "plotly" in place:
        visit.chart()
    return page


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", "h1"),
        ("", "[data-testid=stMain]"),
        ("", ".js-plotly-plot"),
        ("data", "[data-testid=stMain]"),
        ("data?shape=quality", "[data-testid=stMain]"),
    ],
)
def test_a_picture_may_be_dropped_anywhere_on_overview_and_data(
    plain_visit: Visit, server: str, address: str, place: str
) -> None:
    page = ready_for_a_drop(plain_visit, f"{server}/{address}", place)
    ours = png(address="/pledges?asof=2025-04-11", release="2025-01-01-00000000")
    assert drop(page, place, ours) == [True, True]
    expect(page.get_by_role("link", name="Open this view")).to_be_in_viewport()


@pytest.mark.parametrize(("address", "place"), [("", ".js-plotly-plot"), ("data", "[data-testid=stMain]")])
def test_a_picture_of_others_gets_a_friendly_no_wherever_it_is_dropped(
    plain_visit: Visit, server: str, address: str, place: str
) -> None:
    page = ready_for_a_drop(plain_visit, f"{server}/{address}", place)
    assert drop(page, place, png()) == [True, True]
    no = page.locator("[data-opener-said]")
    expect(no).to_contain_text("This picture wasn’t made here")
    expect(no).to_be_in_viewport()
    refusals = [one for one in plain_visit.complaints if "422" in one]  # as the browser tells of any such answer
    assert plain_visit.complaints == refusals
    plain_visit.complaints.clear()


def test_elsewhere_a_dropped_file_is_the_browsers(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements")
    assert drop(page, "h1", png()) == [False, False]


def test_in_the_app_a_picture_is_saved_and_opened_again(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2025-04-11&c=FRA")
    page.locator("summary", has_text="Picture").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save as PNG").click()
    picture = saved.value.path().read_bytes()
    plain_visit.open(f"{server}/")
    page.get_by_label("Choose a picture").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture})
    page.wait_for_url("**/pledges?**c=FRA**")
    plain_visit.settle()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_text("as of 11 April 2025").first).to_be_visible()
