"""The SQL page in a browser: type, run, read, take away, and be told what is wrong."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.e2e.conftest import Visit

LARGE = "select range as n, '=1+1' as formula, [1, 2] as pair, null as nothing from range(800)"


def opened(visit: Visit, server: str, query: str = "") -> Page:
    page = visit.open_plain(f"{server}/sql{query}")
    expect(page.locator("body[data-ready]")).to_be_visible()
    return page


def run(page: Page, sql: str) -> None:
    page.get_by_label("Your query").fill(sql)
    page.keyboard.press("Control+Enter")


def forgive_refusals(visit: Visit) -> None:
    """A browser's console mentions every answer of 422; anything else stays a complaint."""
    visit.complaints = [one for one in visit.complaints if "422" not in one]


def test_a_query_is_typed_run_and_read(visit: Visit, server: str) -> None:
    page = opened(visit, server)
    run(page, "select pledger, status_label from positions_on(date '2026-03-13') where kind = 'ground_troops'")
    expect(page.get_by_role("status").filter(has_text="rows in")).to_be_visible()
    expect(page.get_by_role("columnheader", name="pledger VARCHAR")).to_be_visible()
    expect(page.get_by_role("cell", name="France", exact=True).first).to_be_visible()
    assert "sql=select+pledger" in page.url
    assert visit.overflow() <= 0


def test_a_link_opens_the_query_again(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    run(page, "select 'ä & b' as words, 1 + 1 as two")
    expect(page.get_by_role("cell", name="ä & b")).to_be_visible()
    address = page.get_by_role("link", name="Link to this query").get_attribute("href")
    page.goto(f"{server}/{address}")
    expect(page.get_by_label("Your query")).to_have_value("select 'ä & b' as words, 1 + 1 as two")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("cell", name="2", exact=True)).to_be_visible()


def test_a_number_of_the_data_page_opens_its_rows_and_a_foreign_address_runs_nothing(
    plain_visit: Visit, server: str
) -> None:
    page = plain_visit.open(f"{server}/data?shape=quality")
    page.locator('a[href^="/sql?sql="]').first.click()
    expect(page.locator("#rows table")).to_be_visible()
    page.goto("about:blank")
    page.goto(f"{server}/sql?sql=select+1")
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    expect(page.locator("#rows table")).to_have_count(0)
    assert page.evaluate("running") is None


def test_the_rows_are_taken_away_as_csv(plain_visit: Visit, server: str, tmp_path: Path) -> None:
    page = opened(plain_visit, server)
    run(page, LARGE)
    expect(page.get_by_text("800 rows")).to_be_visible()
    expect(page.get_by_text("The first 500 are shown")).to_be_visible()
    assert page.locator("#rows tbody tr").count() == 500
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download CSV").click()
    assert taken.value.suggested_filename.startswith("guarantees-2026-11-25-")
    taken.value.save_as(tmp_path / "rows.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rows.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 800
    assert rows[7] == {"n": "7", "formula": "'=1+1", "pair": "1;2", "nothing": ""}


def test_a_mistake_is_explained_where_it_is(visit: Visit, server: str) -> None:
    page = opened(visit, server)
    run(page, "select pledger_id,\n    statu\nfrom pledges")
    trouble = page.get_by_role("alert")
    expect(trouble).to_contain_text("There is no column “statu” here. Line 2, column 5.")
    expect(trouble).to_contain_text("Near it: status")
    expect(trouble.locator("mark")).to_have_text("statu")
    run(page, "from duckdb_settings()")
    expect(trouble).to_contain_text("isn't open here")
    run(page, "from release")
    expect(page.locator("#rows table")).to_be_visible()
    expect(trouble).to_be_empty()
    forgive_refusals(visit)


def test_words_of_the_data_are_never_markup(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    page.on("dialog", lambda dialog: plain_visit.complaints.append(dialog.message))
    run(page, "select '<img src=x onerror=alert(1)>' as \"<b>bold</b>\"")
    expect(page.get_by_role("cell", name="<img src=x onerror=alert(1)>")).to_be_visible()
    expect(page.get_by_role("columnheader", name="<b>bold</b>")).to_be_visible()
    run(page, 'from "<img src=x onerror=alert(2)>"')
    expect(page.get_by_role("alert")).to_contain_text("<img")
    forgive_refusals(plain_visit)


def test_examples_and_names_go_into_the_editor(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    editor = page.get_by_label("Your query")
    page.get_by_role("link", name="Who moved between two days, and by how much?").click()
    expect(editor).to_be_focused()
    assert "position_changes(" in editor.input_value()
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#rows table")).to_be_visible()
    editor.fill("from ")
    page.get_by_label("Find a table or column").fill("positions_on")
    expect(page.get_by_text("with “positions_on”")).to_be_visible()
    page.locator(".relation summary", has_text="positions_on").first.click()
    page.get_by_role("button", name="Put into the query").first.click()
    expect(editor).to_have_value("from positions_on(day, phase := 'post_war')")


def test_a_view_brings_its_own_question(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server, "?page=pledges&asof=2025-04-11")
    assert "date '2025-04-11'" in page.get_by_label("Your query").input_value()
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#rows table")).to_be_visible()


def test_the_keyboard_alone_is_enough(plain_visit: Visit, server: str) -> None:
    page = opened(plain_visit, server)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the editor")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your query")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("from release")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Rows")).to_be_visible()


def test_it_is_all_there_on_a_phone(phone: Visit, server: str) -> None:
    page = opened(phone, server, "?example=who_would_send_troops")
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#rows table")).to_be_visible()
    page.get_by_text("What can be asked", exact=True).click()
    expect(page.get_by_label("Find a table or column")).to_be_visible()
    assert phone.overflow() <= 0
