"""The real collection on canvases: the most and the least that may be asked for stands there whole and readable."""

import pytest

from tests.e2e.canvases import SIZES, canvas, stumbles
from tests.e2e.visits import Visit

EVERYTHING = "from=2021-12-17&until=2026-07-05"
LARGEST = (
    f"timeline?{EVERYTHING}",
    f"pledges?shape=ledger&also=air_policing&also=guarantee&{EVERYTHING}",
    "pledges?shape=compare&asof2=2025-02-01&changes=all",
    "pledges?shape=conditions&over=all",
    "pledges?shape=contributions",
    f"network?fold=both&{EVERYTHING}",
    f"network?shape=matrix&{EVERYTHING}",
    "statements",
    "country?c=USA",
    "speaker?s=volodymyr-zelenskyy",
)
SMALLEST = (
    "pledges?c=FRA",
    "pledges?shape=ledger&c=FRA",
    "timeline?from=2025-09-04&until=2025-09-04&c=FRA",
    "network?c=JPN",
)
OFFERS = "pledges?shape=contributions&part=items"
# Headings whose first row stands above them: in the next column.
APART = """() => [...document.querySelectorAll("figure > .body :is(h2, h3)")].filter((head) => {
    const follows = (row) => head.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING && row.offsetParent;
    const first = [...document.querySelectorAll("figure > .body li")].find(follows);
    return head.offsetParent && first && first.getClientRects()[0].top < head.getBoundingClientRect().top;
}).map((head) => head.textContent)"""


@pytest.mark.parametrize("view", [OFFERS, f"{OFFERS}&at=3", f"{OFFERS}&c=DEU", f"{OFFERS}&offer=weapons"])
def test_a_heading_stands_in_the_column_of_its_first_row(plain_visit: Visit, app: str, view: str) -> None:
    for size in ("1920x1080", "1920x900", "1600x1200", "1280x720"):
        page = canvas(plain_visit, f"{app}/view/{view}", size)
        assert page.locator(".g-offer-month:visible h2").count() > 1
        assert page.evaluate(APART) == [], size


@pytest.mark.parametrize("view", [*LARGEST, *SMALLEST])
def test_the_largest_and_the_smallest_selection_fit(plain_visit: Visit, app: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{app}/view/{view}", size)
        assert not stumbles(page, size), size
