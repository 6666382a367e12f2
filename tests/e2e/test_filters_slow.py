"""Filters on a slow line: what the reader chose last stands, whatever comes of earlier choices, and when."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.slow import Slow


@pytest.fixture
def lines(plain_visit: Visit) -> list[Slow]:
    """The lines of the visit to the server, the last one last."""
    found: list[Slow] = []
    plain_visit.page.route_web_socket(re.compile("stream"), lambda route: found.append(Slow(route)))
    return found


def test_an_answer_that_comes_late_takes_nothing_back_that_was_chosen_since(
    plain_visit: Visit, lines: list[Slow], server: str
) -> None:
    page = plain_visit.open(f"{server}/pledges?shape=ledger")
    expect(page.locator("html[data-room]")).to_be_attached()
    plain_visit.chart()
    field, chosen = (
        page.get_by_role("combobox", name="Countries and organisations"),
        page.locator("[data-name=c] li button"),
    )
    field.focus()
    lines[-1].hold()
    for country in ("France", "Germany"):
        page.keyboard.type(country)
        expect(page.get_by_role("option", name=country)).to_be_visible()
        page.keyboard.press("Enter")
    expect(chosen).to_have_text(["France ✕", "Germany ✕"])
    expect(page.locator(".g-chips")).to_contain_text("France")
    expect(chosen).to_have_text(["France ✕", "Germany ✕"])
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    expect(page).to_have_url(re.compile(r"\?c=FRA&shape=ledger$"))
    lines[-1].let_go()
    expect(page.locator(".g-chips")).not_to_contain_text("Germany")
    plain_visit.settle()
    expect(chosen).to_have_text(["France ✕"])


def test_a_choice_that_is_gone_back_on_before_its_answer_stands_no_longer(
    plain_visit: Visit, lines: list[Slow], server: str
) -> None:
    page = plain_visit.open(f"{server}/pledges")
    expect(page.locator("html[data-room]")).to_be_attached()
    plain_visit.chart()
    lines[-1].hold(0)
    page.get_by_label("Kind of position").select_option(label="Training")
    page.get_by_role("combobox", name="Countries and organisations").fill("France")
    page.get_by_role("option", name="France").click()
    expect(page).to_have_url(re.compile("c=FRA"))
    page.go_back()
    expect(page.locator("[data-name=c] li button")).to_have_count(0)
    expect(page.get_by_label("Kind of position")).to_have_value("training")
    page.go_back()
    expect(page.get_by_label("Kind of position")).to_have_value("ground_troops")
    lines[-1].let_go()
    plain_visit.settle()
    expect(page.get_by_label("Kind of position")).to_have_value("ground_troops")
