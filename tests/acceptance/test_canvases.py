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


@pytest.mark.parametrize("view", [*LARGEST, *SMALLEST])
def test_the_largest_and_the_smallest_selection_fit(plain_visit: Visit, app: str, view: str) -> None:
    for size in SIZES:
        page = canvas(plain_visit, f"{app}/view/{view}", size)
        assert not stumbles(page, size), size
