from playwright.sync_api import expect

from tests.e2e.conftest import Visit


def test_overview_shows_where_things_stand(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/")
    visit.chart()
    expect(page.get_by_role("heading", level=1)).to_contain_text("ground troops")
    expect(page.get_by_text("as of 13 March 2026").first).to_be_visible()
    expect(page.locator(".g-foot")).to_contain_text("Release 2026-11-25-")


def test_overview_names_what_changed_last(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/")
    expect(page.get_by_text("10 Feb 2026").first).to_be_visible()
    expect(page.get_by_text("United Kingdom").first).to_be_visible()


def test_every_page_is_one_click_away_and_keeps_the_filters(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?asof=2025-04-11")
    for name in ("Timeline", "Network", "Pledges"):
        page.locator(".g-pages").get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{name.lower()}?*")
        plain_visit.settle()
    assert "asof=2025-04-11" in page.url
    expect(page.get_by_text("as of 11 April 2025").first).to_be_visible()


DRAWN = """window.drawn = new Set(); setInterval(() => {
  const bar = document.querySelector(".js-plotly-plot .barlayer");
  if (bar?.textContent) drawn.add(bar.textContent);
}, 20)"""


def test_on_a_phone_no_chart_is_drawn_for_another_width_first(phone: Visit, server: str) -> None:
    phone.page.add_init_script(DRAWN)
    page = phone.open(f"{server}/")
    phone.chart()
    assert page.evaluate("drawn.size") == 1


def test_on_a_phone_the_lists_come_before_the_map(phone: Visit, server: str) -> None:
    page = phone.open(server)
    phone.chart()
    told = page.get_by_role("heading", name="What changed last").bounding_box()
    drawn = page.locator(".js-plotly-plot:has(.choroplethlayer)").bounding_box()
    assert told
    assert drawn
    assert told["y"] < drawn["y"]


def test_its_numbers_open_their_rows(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/")
    plain_visit.chart()
    page.get_by_role("button", name="Why these numbers?").click()
    expect(page.get_by_role("dialog")).to_contain_text("counted")


def test_beside_the_filters_of_a_small_screen_a_move_takes_two_lines(plain_visit: Visit, server: str) -> None:
    page = plain_visit.page
    page.set_viewport_size({"width": 1024, "height": 768})
    plain_visit.open(f"{server}/")
    moves = page.locator(".g-moves li")
    expect(moves.first).to_be_visible()
    found = moves.evaluate_all(
        """all => all.map(one => {
            const [name, day, kind] = ["a", "time", "p"].map((part) => one.querySelector(part));
            const more = name.innerText.split(" ").length + kind.innerText.split("(").length;
            const apart = day.getBoundingClientRect().left - name.getBoundingClientRect().right;
            return { name: name.innerText, lines: Math.round(one.clientHeight / 20), more, apart };
        })"""
    )
    assert [one for one in found if one["lines"] > one["more"] or one["apart"] < 0] == []
    assert page.locator(".g-pages").evaluate("row => row.clientHeight") < 2 * 36
