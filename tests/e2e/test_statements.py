"""Statements as a reader uses them: type words, narrow, follow a conversation, go back."""

import re

from playwright.sync_api import expect

from tests.e2e.conftest import Visit

TARGETS = "2025-04-11-viktor-zorin-targets"


def test_words_are_found_narrowed_and_taken_off(visit: Visit, server: str) -> None:
    page = visit.open(f"{server}/statements")
    expect(page.get_by_text("1–20 of 32 statements").first).to_be_visible()
    search = page.get_by_role("searchbox", name="Words")
    search.fill("soldiers")
    search.press("Enter")
    expect(page.locator(".g-hits mark").first).to_have_text(re.compile("soldiers?", re.IGNORECASE))
    expect(page).to_have_url(re.compile(r"q=soldiers"))
    hits = page.locator(".g-hit")
    expect(hits).not_to_have_count(20)
    page.locator(".g-facets").get_by_role("link", name="Russia", exact=True).click()
    expect(page).to_have_url(re.compile(r"c=RUS"))
    expect(page.locator(".g-facets a[aria-current]")).to_have_text("× Russia")
    assert set(hits.locator("header a[href^='country']").all_inner_texts()) == {"Russia"}
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"c=RUS"))
    expect(page.locator(".g-facets a[aria-current]")).to_have_count(0)
    expect(page.get_by_role("searchbox", name="Words")).to_have_value("soldiers")


def test_a_conversation_is_followed_up_and_down_and_back(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements?q=targets")
    page.locator(".g-ties").get_by_role("link", name="2 answers").click()
    card = page.locator(".st-key-card")
    expect(card.locator(".g-turn[aria-current]")).to_contain_text("lawful targets")
    card.get_by_role("link", name=re.compile("First of 2 answers: Oksana Levchuk")).click()
    expect(card.locator(".g-turn[aria-current]")).to_contain_text("no say on Ukrainian soil")
    card.get_by_role("link", name=re.compile("Opening statement Alma Varenne")).click()
    expect(card.locator(".g-turn[aria-current]")).to_contain_text("twelve countries")
    expect(page.locator(".g-hits mark").first).to_be_visible()
    page.go_back()
    expect(card.locator(".g-turn[aria-current]")).to_contain_text("no say on Ukrainian soil")
    card.get_by_role("link", name="Close").click()
    expect(page.locator(".g-facets")).to_be_visible()


def test_the_tab_is_titled_as_its_link_is_previewed(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements?focus={TARGETS}")
    expect(page).to_have_title(re.compile(r"^Viktor Zorin on .+ · Guarantees$"))
    page.locator(".st-key-card").get_by_role("link", name="Close").click()
    expect(page).to_have_title("What was said · Guarantees")
    for address in ("", "country?c=FRA", "pledges?shape=conditions", "timeline"):
        served = re.search("<title>(.*?)</title>", page.request.get(f"{server}/{address}").text())
        assert served
        plain_visit.open(f"{server}/{address}")
        expect(page).to_have_title(served[1])


def test_what_was_said_besides_stands_apart(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements?focus={TARGETS}")
    also = page.locator(".g-also")
    expect(also).to_contain_text("not recorded as an answer")
    also.get_by_role("link", name=re.compile("Aksoy offered ships")).click()
    expect(page).to_have_url(re.compile("focus=2025-04-15-selim-aksoy-ships"))


def test_pages_and_what_would_find_something(plain_visit: Visit, server: str) -> None:
    page = plain_visit.open(f"{server}/statements")
    page.get_by_role("link", name="Next").first.click()
    expect(page.get_by_text("21–32 of 32 statements").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"at=2"))
    search = page.get_by_role("searchbox", name="Words")
    search.fill("brigadde")
    search.press("Enter")
    expect(page.get_by_text("Did you mean “brigade”")).to_be_visible()
    expect(page).not_to_have_url(re.compile(r"at=2"))
    page.get_by_role("link", name="“brigade” anywhere").click()
    expect(page.locator(".g-hits mark").first).to_be_visible()


def test_on_a_phone_the_list_comes_first_and_choices_are_folded(phone: Visit, server: str) -> None:
    page = phone.open(f"{server}/statements?q=soldiers")
    first, choices = page.locator(".g-hit").first, page.locator(".g-facets > summary")
    expect(first).to_be_visible()
    expect(page.locator(".g-facet").first).to_be_hidden()
    above, below = first.bounding_box(), choices.bounding_box()
    assert above
    assert below
    assert above["y"] < below["y"]
    assert below["height"] >= 44
    choices.click()
    expect(page.locator(".g-facet").first).to_be_visible()
    link = page.locator(".g-facet").first.get_by_role("link").first.bounding_box()
    assert link
    assert link["height"] >= 44
    assert phone.overflow() <= 0
