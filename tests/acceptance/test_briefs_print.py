"""Long profiles on paper: no chart is cut, a table says its heads on each page, no page holds the proof alone."""

import io
import re

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.e2e.visits import Visit


def pages(visit: Visit, url: str) -> list[str]:
    """The text of each page that a browser prints, without its foot."""
    page = visit.open_plain(url)
    expect(page.locator("body[data-ready=true]")).to_be_visible()
    reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [re.sub(r"\s+", " ", one.extract_text()) for one in reader.pages]


def test_a_speakers_months_stand_on_one_page_and_the_proof_never_alone(plain_visit: Visit, app: str) -> None:
    told = pages(plain_visit, f"{app}/view/speaker?s=vladimir-putin")
    chart = next(text for text in told if "Statements by month" in text)
    assert "in a month" in chart
    last = told[-1]
    assert "more sources" in last
    assert "Counts of statements measure this collection" in last


def test_the_heads_of_a_folded_table_stand_on_each_of_its_pages(plain_visit: Visit, app: str) -> None:
    told = pages(plain_visit, f"{app}/view/event?e=2025-09-04-paris-coalition-summit")
    first = next(at for at, text in enumerate(told) if "earlier changes" in text)
    last = next(at for at, text in enumerate(told) if "What was said, and answered" in text)
    assert last > first + 1
    assert all("Day Of On Change" in text for text in told[first : last + 1])
