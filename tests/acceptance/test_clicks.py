"""The eight questions by clicking, in the real app on the real data; every answer's address opens it elsewhere."""

import csv
import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.e2e import bars
from tests.e2e.conftest import Visit

FOLDER = Path(__file__).resolve().parent / "questions"
SUMMIT = "Coalition of the willing summit in Paris, September 2025"
WORDS = {
    "pledged": "Would send",
    "conditional": "Would send on conditions",
    "open": "Would consider it",
    "undecided": "Undecided",
    "declined": "Declined",
}


def expected(question: int) -> list[dict[str, str]]:
    """The rows that stand beside the question in SQL."""
    (path,) = FOLDER.glob(f"{question}_*.csv")
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def go(visit: Visit, name: str) -> None:
    """Click a page in the row of pages."""
    visit.page.locator(".g-pages").get_by_role("link", name=name, exact=True).click()
    visit.settle()


def choose(visit: Visit, field: str, words: str) -> None:
    """Pick from the filter of the sidebar that sets the key `field`, by typing and a click."""
    box = visit.page.locator(f"[data-name={field}] [role=combobox]")
    box.click()
    box.fill(words)
    visit.page.locator(f"[data-name={field}]").get_by_role("option", name=words, exact=True).click()
    box.press("Escape")
    expect(visit.page.locator(".g-chips")).to_contain_text(words[:24])
    visit.settle()


def set_day(visit: Visit, field: str, day: str) -> None:
    """Type a day, written 01/09/2025, into a filter of the sidebar, and wait until it stands in the address."""
    written = "-".join(reversed(day.split("/")))
    box = visit.page.locator(f"[data-name={field}] input")
    box.fill(written)
    box.press("Enter")
    expect(visit.page).to_have_url(re.compile(f"[?&]{field}={written}"))
    visit.settle()


def shape(visit: Visit, name: str) -> None:
    """Choose a shape of the page above the chart."""
    visit.page.locator(".g-set-shape").get_by_text(name, exact=True).click()
    expect(visit.page).to_have_url(re.compile("[?&]shape="))
    visit.settle()


def reopened(visit: Visit, words: Locator) -> None:
    """The address, opened by a browser that knows nothing of this visit, shows the same words."""
    said = words.inner_text()
    context = visit.page.context.browser.new_context()  # type: ignore[union-attr]
    try:
        other = context.new_page()
        other.goto(visit.page.url)
        expect(other.locator(locator_of(words))).to_have_text(said, use_inner_text=True)
    finally:
        context.close()


def locator_of(words: Locator) -> str:
    """The selector behind a locator, for use on another page."""
    return re.sub(r"^.*selector='(.*)'>?$", r"\1", repr(words))


def section(page: Page, name: str) -> Locator:
    """A section of a profile."""
    return page.locator(f"section#{name}")


def test_1_who_are_the_26(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/")
    go(plain_visit, "Events")
    choose(plain_visit, "e", SUMMIT)
    expect(page.get_by_role("heading", level=1)).to_have_text(SUMMIT)
    expect(page.locator(".g-reading")).to_contain_text("Emmanuel Macron spoke of 26 countries, a number said")
    table = section(page, "record").get_by_role("table").first
    for row in expected(1):
        if row["participant"] == "Ukraine":
            continue
        line = table.get_by_role("row").filter(has=page.get_by_role("rowheader", name=row["participant"], exact=True))
        cell = line.locator('[data-head="Ground troops"]')
        expect(cell).to_contain_text("–" if row["ground_troops"] == "no record" else WORDS[row["ground_troops"]])
    reopened(plain_visit, page.locator(".g-reading"))


def test_2_who_had_ruled_out_troops_and_who_has_moved_since(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/pledges")
    shape(plain_visit, "Two days")
    set_day(plain_visit, "asof2", "01/09/2025")
    set_day(plain_visit, "asof", "05/07/2026")
    choose(plain_visit, "status", "Declined")
    expect(page).to_have_url(re.compile("asof=2026-07-05&asof2=2025-09-01.*status=declined"))
    rows = expected(2)
    again = sum(row["said_again"] != "0" for row in rows)
    assert not [row for row in rows if row["moves"] != "0"]
    expect(page.locator(".g-reading")).to_contain_text("no position that was on record moved")
    expect(page.locator(".g-reading")).to_contain_text("nine said the same again and four were not said again")
    assert (again, len(rows) - again) == (9, 4)
    page.locator(".g-settings").get_by_text("All that was said").click()
    plain_visit.settle()
    told = page.locator(".g-paths")
    for row in rows:
        if row["said_again"] != "0":
            expect(told).to_contain_text(row["pledger"])
    reopened(plain_visit, page.locator(".g-reading"))


def test_3_what_moscow_answered_and_what_was_answered_back(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/event")
    choose(plain_visit, "e", SUMMIT)
    said = {row["statement_id"]: row for row in expected(3)}
    answers = section(page, "talk")
    for statement, row in said.items():
        where = {"answer": "talk", "filed_under": "outside", "same_topic": "topic"}[row["how"]]
        expect(section(page, where).locator(f'a[href*="{statement}"]').first).to_be_visible()
    for row in expected(3):
        if row["answer_id"]:
            expect(page.locator(f'section a[href*="{row["answer_id"]}"]').first).to_be_attached()
    answers.locator('a[href*="2025-09-05-vladimir-putin-legitimate-targets"]').first.click()
    plain_visit.settle()
    expect(page).to_have_url(re.compile("statements.*focus=2025-09-05-vladimir-putin-legitimate-targets"))
    expect(page.get_by_text("legitimate targets").first).to_be_visible()


def test_4_which_promises_hang_on_a_us_backstop(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/pledges")
    shape(plain_visit, "Conditions")
    page.locator(".g-settings").get_by_text("All kinds").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What the promises hang on")
    plain_visit.settle()
    bars.click(plain_visit.chart("pledges_conditions"), "us_backstop")
    expect(page).to_have_url(re.compile("focus=us_backstop"))
    card = page.locator(".st-key-card")
    for row in expected(4):
        expect(card).to_contain_text(row["pledger"])
    expect(card).to_contain_text("not repeated since")
    reopened(plain_visit, page.locator(".g-reading"))


def test_5_what_washington_itself_guarantees(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/country")
    choose(plain_visit, "c", "United States")
    standing = section(page, "positions")
    for row in expected(5):
        expect(standing).to_contain_text(
            row["kind"].replace("_", " ").capitalize().replace("Guarantee", "guarantee")[1:]
        )
        if row["speaker"]:
            expect(standing).to_contain_text(row["speaker"])
    expect(standing).to_contain_text("Europe going first")
    reopened(plain_visit, page.locator(".g-reading"))


def test_6_who_speaks_most_and_most_harshly_about_frozen_assets(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/network?from=2021-12-17&until=2026-07-05")
    choose(plain_visit, "topic", "Frozen Russian assets")
    most = expected(6)[0]
    harshest = max(expected(6), key=lambda row: int(row["hostile"]) / int(row["statements"]))
    reading = page.locator(".g-reading")
    expect(reading).to_contain_text(f"the {most['source']} on {most['target']} ({most['statements']}")
    tie = f"{harshest['source']} on the {harshest['target']}"
    expect(reading).to_contain_text(
        f"{tie} ({harshest['hostile']} of {harshest['statements']}) has the largest share of hostile"
    )
    shape(plain_visit, "Matrix")
    page.locator('a[href*="focus=RUS%3EEU"]').first.click()
    plain_visit.settle()
    expect(page.locator(".st-key-card")).to_contain_text("Russia on EU: 4 statements")
    reopened(plain_visit, page.locator(".g-sentence"))


def test_7_what_denmark_allocated_by_month_and_its_rank(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/pledges?shape=contributions")
    page.locator(".g-set-part select").select_option(label="Months")
    plain_visit.settle()
    choose(plain_visit, "c", "Denmark")
    rows = expected(7)
    reading = page.locator(".g-reading")
    expect(reading).to_contain_text(f"Denmark allocated €{float(rows[0]['total_eur_bn']):.2f} billion")
    expect(reading).to_contain_text(f"{float(rows[0]['gdp_share_pct']):.2f}% of GDP (1st of")
    assert {row["place"] for row in rows} == {"1"}
    expect(page.locator(".g-proof")).to_contain_text(f"{len(rows)} of")
    reopened(plain_visit, reading)


def test_8_what_is_contested_about_germany(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/country")
    choose(plain_visit, "c", "Germany")
    doubts = section(page, "doubts")
    for row in expected(8):
        entry = doubts.locator("li").filter(has_text=re.compile(row["rival"], re.IGNORECASE))
        expect(entry.first).to_be_visible()
    reopened(plain_visit, page.locator(".g-reading"))


def test_all_that_a_path_leads_through_is_in_sight_beside_its_card(plain_visit: Visit, app: str) -> None:
    page = plain_visit.open(f"{app}/network?focus=POL&to=CHN&from=2021-12-17&until=2026-07-05")
    expect(page.locator(".st-key-card")).to_contain_text("1. Poland on Ukraine")
    chart = plain_visit.chart()
    for name in ("Poland", "Ukraine", "China"):
        expect(chart.get_by_text(name, exact=True)).to_be_in_viewport(ratio=1)


def test_an_event_in_focus_is_in_sight_with_its_whole_name_beside_its_card(plain_visit: Visit, app: str) -> None:
    plain_visit.open(f"{app}/timeline?focus=2025-03-02-london-summit&from=2025-02-27&until=2025-03-12")
    expect(plain_visit.page.locator(".st-key-card")).to_contain_text("London summit launches")
    name = plain_visit.chart("timeline_lanes").get_by_text("London summit launches").bounding_box()
    place = plain_visit.page.locator(".st-key-chart_timeline_lanes .g-box").bounding_box()
    assert name
    assert place
    assert place["x"] + 128 <= name["x"] <= name["x"] + name["width"] <= place["x"] + place["width"]
