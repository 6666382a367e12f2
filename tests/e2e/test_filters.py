"""The filters of the sidebar, the menus and what opens over the page, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.conftest import Visit
from tests.e2e.visits import AT_REST


def test_countries_are_found_picked_and_taken_off_by_keyboard(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=ledger")
    field = page.get_by_role("combobox", name="Countries and organisations")
    field.focus()
    page.keyboard.type("fran")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?c=FRA&shape=ledger$"))
    page.keyboard.type("germ")
    expect(page.get_by_role("option", name="Germany")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?c=FRA&c=DEU&shape=ledger$"))
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox", name="Countries and organisations")).to_be_hidden()
    page.keyboard.press("Backspace")
    expect(page).to_have_url(re.compile(r"\?c=FRA&shape=ledger$"))
    expect(page.locator("[data-name=c]").get_by_role("button")).to_have_text(["France ✕"])


def test_accents_are_no_matter_and_what_is_unknown_is_said(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    field = page.get_by_role("combobox", name="Countries and organisations")
    field.click()
    field.fill("turkiye")
    expect(page.get_by_role("option", name="Türkiye")).to_be_visible()
    field.fill("turkey")
    expect(page.get_by_role("option", name="Türkiye")).to_be_visible()
    field.fill("uk")
    expect(page.locator("#filter-c-list [role=option]").first).to_have_text("United Kingdom")
    field.fill("atlantis")
    expect(page.get_by_text("Nothing of this name")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/pledges$"))


def test_places_with_records_come_first_and_the_open_list_stays_as_it_is(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    page.get_by_role("combobox", name="Countries and organisations").click()
    items = page.locator("#filter-c-list li")
    expect(items.filter(has_text="Nothing on record")).to_be_attached()
    words = items.all_text_contents()
    at = words.index("Nothing on record")
    assert {"France", "Russia", "United Kingdom"} <= set(words[:at])
    assert "Andorra" in words[at:]
    france = page.get_by_role("option", name="France").element_handle()
    france.click()
    expect(page.locator(".g-chips")).to_contain_text("France")
    plain_visit.settle()
    assert france.evaluate("option => [option.isConnected, option.ariaSelected]") == [True, "true"]


def test_a_day_is_taken_over_when_it_is_whole(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    day = page.get_by_label("As of", exact=True)
    day.fill("2025-06-01")
    day.press("Enter")
    expect(page).to_have_url(re.compile(r"asof=2025-06-01"))
    expect(page.locator(".g-sentence")).to_contain_text("as of 1 June 2025")
    day.fill("1999-01-01")
    day.press("Enter")
    expect(day).to_have_value("2025-06-01")
    told = page.get_by_text("A day from 17 December 2021 to 5 July 2026 is needed.")
    expect(told).to_be_visible()
    day.press("Enter")
    expect(told).to_be_visible()
    page.get_by_role("link", name="Take off: As of 1 Jun 2025").click()
    expect(day).to_have_value("2026-03-13")
    expect(page).to_have_url(re.compile(r"/pledges$"))


def test_the_sidebar_follows_back_and_forward(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?c=FRA")
    page.get_by_label("Kind of position").select_option(label="Training")
    expect(page).to_have_url(re.compile("kind=training"))
    page.go_back()
    expect(page.get_by_label("Kind of position")).to_have_value("ground_troops")
    page.go_forward()
    expect(page.get_by_label("Kind of position")).to_have_value("training")
    page.get_by_role("button", name="Reset").click()
    expect(page).to_have_url(re.compile(r"/pledges$"))
    expect(page.locator("[data-name=c]").get_by_role("button")).to_have_count(0)


def test_a_link_that_is_followed_by_keyboard_keeps_its_place(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    expect(page.locator("html[data-room]")).to_be_attached()
    page.get_by_role("link", name="Conditions").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("shape=conditions"))
    expect(page.get_by_role("link", name="Conditions")).to_be_focused()


def test_t_changes_between_chart_and_table_but_not_while_typing(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges")
    words = page.get_by_role("searchbox", name="Words")
    words.press("t")
    expect(words).to_have_value("t")
    expect(page).to_have_url(re.compile(r"/pledges$"))
    words.press("Backspace")
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("t")
    expect(page).to_have_url(re.compile("as=table"))
    expect(page.get_by_test_id("stDataFrame")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    page.keyboard.press("t")
    expect(page).to_have_url(re.compile(r"/pledges$"))


def test_sources_open_over_the_page_and_close(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?c=FRA")
    asked = page.get_by_role("button", name="Sources")
    asked.click()
    dialog = page.get_by_role("dialog", name="Sources")
    expect(dialog.get_by_role("listitem").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(asked).to_be_focused()


def test_a_menu_closes_by_escape_by_a_click_elsewhere_and_by_its_choice(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=ledger")
    menu = page.locator(".g-menu-presets")
    choice = menu.get_by_text("Since the invasion")
    menu.locator("summary").click()
    expect(choice).to_be_visible()
    page.keyboard.press("Escape")
    expect(choice).to_be_hidden()
    menu.locator("summary").click()
    page.get_by_role("heading", level=1).click()
    expect(choice).to_be_hidden()
    menu.locator("summary").click()
    choice.click()
    expect(page).to_have_url(re.compile("from=2022-02-24"))
    expect(choice).to_be_hidden()


def test_a_last_day_before_the_first_moves_the_first(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?from=2025-09-01")
    until = page.get_by_label("Until", exact=True)
    until.fill("2025-04-30")
    until.press("Enter")
    expect(page).to_have_url(re.compile(r"\?until=2025-04-30$"))
    expect(page.get_by_label("From", exact=True)).to_have_value("2025-01-31")


def test_a_kind_is_chosen_by_arrow_keys_one_after_the_other(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?kind=air_policing")
    kind = page.get_by_label("Kind of position")
    kind.focus()
    for _ in range(3):
        before = kind.input_value()
        page.keyboard.press("ArrowDown")
        expect(kind).not_to_have_value(before)
        plain_visit.settle()
        expect(kind).to_be_focused()


def test_escape_closes_the_card(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/pledges?focus=FRA")
    expect(page.locator("html[data-room]")).to_be_attached()
    expect(page.locator(".st-key-card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-card")).to_have_count(0)
    expect(page).to_have_url(re.compile(r"/pledges$"))


@pytest.mark.parametrize("name", ["g-menu-download", "g-menu-picture", "g-menu-link", "g-menu-presets"])
def test_on_a_phone_a_menu_stays_on_the_screen(phone: Visit, server: str, name: str) -> None:
    page = phone.open(f"{server}/pledges")
    menu = page.locator(f".{name}")
    menu.locator("summary").click()
    box = menu.locator(":scope > div").element_handle()
    page.wait_for_function(
        "one => { const { left, right } = one.getBoundingClientRect(); return 0 <= left && right <= 390; }", arg=box
    )


def test_the_icons_of_streamlit_are_not_fetched(plain_visit: Visit, server: str) -> None:
    fetched: list[str] = []
    plain_visit.page.on("request", lambda request: fetched.append(request.url))
    plain_visit.open(f"{server}/pledges")
    plain_visit.chart()
    assert not [url for url in fetched if "MaterialSymbols" in url]


@pytest.mark.parametrize("wide", [720, 1440])
def test_the_way_back_to_closed_filters_lies_on_nothing(visit: Visit, server: str, wide: int) -> None:
    page = visit.page
    page.set_viewport_size(ViewportSize(width=wide, height=900))
    visit.open(f"{server}/timeline")
    opened = page.get_by_test_id("stExpandSidebarButton")
    if wide > 768:
        page.get_by_test_id("stSidebar").hover()
        page.get_by_test_id("stSidebarCollapseButton").click()
    expect(opened).to_be_visible()
    expect(page.get_by_test_id("stSidebar")).to_have_attribute("data-collapsed", "true")
    page.evaluate(AT_REST)
    way, first = opened.bounding_box(), page.locator(".g-pages a").first.bounding_box()
    assert way
    assert first
    assert way["x"] + way["width"] <= first["x"]
