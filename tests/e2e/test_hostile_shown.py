"""What a stranger wrote into a cell is read in the browser, sign by sign, on each page that shows its column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import compose
from tests.e2e.conftest import Visit, served
from tests.hostile.addresses import WIDE
from tests.hostile.corpus import SCRIPTS
from tests.hostile.worlds import built, spoil

EVENT, SPEAKER, STATEMENT = "2025-04-10-lakeside-conference", "alma-varenne", "2025-04-10-alma-varenne-twelve"
PLEDGE = "AUS-2025-04-10-ground_troops"
# By page, what has to be read there: each a query for one text a row.
SHOWN = {
    "statements?from=2021-12-17&until=2025-05-31": (
        "select unnest([summary, quote]) from statements where said_on < '2025-06-01'",
        "select distinct name from speakers join statements using (speaker_id) where said_on < '2025-06-01'",
    ),
    "statements?from=2025-06-01&until=2026-07-05": (
        "select unnest([summary, quote]) from statements where said_on >= '2025-06-01'",
    ),
    f"statements?focus={STATEMENT}&{WIDE}": (
        f"select unnest([summary, quote, place]) from statements where statement_id = '{STATEMENT}'",
    ),
    f"event?e={EVENT}": (
        f"select unnest([title, summary, place]) from events where event_id = '{EVENT}'",
        f"select summary from statements where event_id = '{EVENT}'",
        f"select summary from pledges where event_id = '{EVENT}'",
    ),
    f"speaker?s={SPEAKER}": (
        f"select name from speakers where speaker_id = '{SPEAKER}'",
        f"select office from offices where speaker_id = '{SPEAKER}'",
        f"select summary from statements where speaker_id = '{SPEAKER}'",
    ),
    "country?c=FRA": (
        "select unnest([label, capital, head_of_state_note]) from countries where actor_id = 'FRA'",
        "select summary from pledges where pledger_id = 'FRA'",
    ),
    "country?c=BEL": ("select unnest([stated, rival, note]) from doubts where row_id like 'BEL%'",),
    f"pledges?focus={PLEDGE}": (f"select unnest([summary, condition]) from pledges where pledge_id = '{PLEDGE}'",),
    "country?c=GBR": ("select title from un_resolutions",),
    "country?c=EU": ("select unnest([label, seat]) from organisations where actor_id = 'EU'",),
    "event?e=2025-07-02-test-sanctions": ("select summary from sanctions_packages where package_id = 'EU-T9'",),
    "pledges?focus=CAN-2025-06-18-funding": ("select unnest([label, note]) from same_money",),
    "data?shape=codebook&table=topic": ("select unnest([label, description]) from topic",),
    "data?shape=codebook&table=pledge_status": ("select unnest([label, description]) from pledge_status",),
}
# By page, the place in `corrected_pages` whose corrections are told there.
CORRECTED = {
    "event?e=2022-03-01-first-promises": ("event", "2022-03-01-first-promises"),
    f"event?e={EVENT}": ("event", EVENT),
    "speaker?s=edgar-pell": ("speaker", "edgar-pell"),
    "country?c=AFG": ("country", "AFG"),
    "country?c=GBR": ("country", "GBR"),
    f"pledges?focus={PLEDGE}": ("pledge", PLEDGE),
    f"statements?focus=2022-03-01-edgar-pell-first-weapons&{WIDE}": (
        "statement",
        "2022-03-01-edgar-pell-first-weapons",
    ),
    "data?shape=codebook&table=topic": ("codebook", "topic"),
}
MENDED = """
select distinct unnest([old_shown, new_shown, why]) from corrected_cells
join corrected_pages using (table_name, row_id) where page = $1 and page_id = $2
"""


@dataclass(frozen=True)
class Served:
    """A server, and the database that it serves."""

    url: str
    path: Path

    def texts(self, sql: str, *values: str) -> list[str]:
        """The texts that a query finds: at least one."""
        with duckdb.connect(str(self.path), read_only=True) as connection:
            found = [text for (text,) in connection.execute(sql, list(values)).fetchall() if text]
        assert found, sql
        return found


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("shown")
    world = compose(folder / "data")
    spoil(world, SCRIPTS)
    path = built(world, folder / "hostile.duckdb")
    with served(path, folder / "output.txt") as url:
        yield Served(url, path)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    made = Visit(browser)
    yield made
    made.close()


def read(visit: Visit, url: str) -> str:
    """What a reader sees of a page once all that is folded is open."""
    page: Page = visit.open(url)
    expect(page.locator("html[data-room]")).to_be_attached()
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    return bare(page.inner_text("body"))


def bare(words: str) -> str:
    """Words without blanks, size and ticks: lines break, a word is set in capitals, one in ticks as code."""
    return re.sub(r"[\s\u200b`]", "", words).casefold()


@pytest.mark.parametrize("address", SHOWN)
def test_cells_are_read_as_they_stand(visit: Visit, hostile: Served, address: str) -> None:
    seen = read(visit, f"{hostile.url}/{address}")
    for sql in SHOWN[address]:
        missed = [text for text in hostile.texts(sql) if bare(text) not in seen]
        assert not missed, (sql, missed)


@pytest.mark.parametrize("address", CORRECTED)
def test_what_was_corrected_is_read_as_it_stood_with_its_reason(visit: Visit, hostile: Served, address: str) -> None:
    seen = read(visit, f"{hostile.url}/{address}")
    missed = [text for text in hostile.texts(MENDED, *CORRECTED[address]) if bare(text.rstrip(".")) not in seen]
    assert not missed, missed
