"""The timeline in use: marks open cards, counts open lists, lanes follow the choice, two face each other."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from tests.e2e.lines import click, point_at

SPRING = "from=2025-03-01&until=2025-05-31"
ZORIN = "2025-04-11-viktor-zorin-targets"


def test_a_click_on_a_mark_opens_its_card(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline?{SPRING}")
    click(visit.chart("timeline_lanes"), ZORIN)
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Whoever comes will be a target.")
    for words in ("Viktor Zorin", "Moscow", "hostile", "Alma Varenne", "Clara Whitmore", "2 answers"):
        expect(card).to_contain_text(words, ignore_case=True)
    expect(page).to_have_url(re.compile(f"focus={ZORIN}"))


def test_a_count_opens_the_list_and_an_item_its_card(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?{SPRING}&group=topic")
    click(plain_visit.chart("timeline_lanes"), "foreign_troops@2025-04-10..2025-04-10")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("Foreign troops, 10 April 2025")
    expect(card).to_contain_text("6 statements")
    expect(card.locator("li")).to_have_count(6)
    expect(page).to_have_url(re.compile("focus=foreign_troops(@|%40)2025-04-10"))
    card.get_by_role("link", name="Giulia Ferrante").click()
    expect(card).to_contain_text("no Italian soldier would go")
    expect(page).to_have_url(re.compile("focus=2025-04-10-giulia-ferrante"))
    page.go_back()
    expect(card.locator("li")).to_have_count(6)


def test_the_address_of_a_list_opens_it(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?{SPRING}&focus=RUS@2025-04-11..2025-04-13")
    expect(page.locator(".st-key-card li")).to_have_count(2)
    expect(page.locator(".g-notices")).to_have_count(0)


def test_a_lanes_name_opens_all_that_it_holds(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?{SPRING}")
    click(plain_visit.chart("timeline_lanes"), "GBR@2025-03-01..2025-05-31")
    card = page.locator(".st-key-card")
    expect(card).to_contain_text("London, 1 March – 31 May 2025")
    card.get_by_role("link", name="Edgar Pell").first.click()
    expect(card.locator("h3").first).to_contain_text("Edgar Pell")


def test_lanes_follow_the_choice(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/timeline?{SPRING}")
    page.locator(".g-set-group select").select_option(label="Speaker")
    expect(page.locator(".g-sentence")).to_contain_text("grouped by speaker")
    expect(plain_visit.chart("timeline_lanes").get_by_text("Zorin").first).to_be_visible()


def test_two_actors_face_each_other_below_the_events(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/timeline?{SPRING}&c=RUS&c=FRA")
    chart = visit.chart("timeline_lanes")
    expect(page.locator(".g-sentence")).to_contain_text("Russia and France, face to face")
    expect(page.locator(".g-reading")).to_contain_text("Moscow answered Paris once")
    above, below = (point_at(chart, f"{code}@2025-03-01..2025-05-31")[1] for code in ("RUS", "FRA"))
    assert point_at(chart, "2025-04-10-lakeside-conference")[1] < above < below


def test_on_a_phone_the_picture_fits_and_a_count_opens_its_list(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/timeline?{SPRING}")
    assert phone.overflow() <= 0
    click(phone.chart("timeline_lanes"), "RUS@2025-03-01..2025-05-31")
    expect(page.locator(".st-key-card")).to_contain_text("Moscow, 1 March – 31 May 2025")
    assert phone.overflow() <= 0
