"""As many strips of a ledger have room beside a code as without one; what is left out is counted."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.citing.address import SETTING
from dashboard.database import Database
from dashboard.routes import routes

VIEWS = [
    "",
    "&from=2021-12-17&until=2026-07-05",
    "&sort=name",
    "&group=nato",
    "&focus=FRA",
    "&also=air_policing&also=guarantee",
]


def drawn(client: TestClient, query: str) -> tuple[int, int]:
    """How many strips a canvas draws, of how many."""
    found = re.search(r"(\d+) of (\d+) strips", client.get(f"/view/pledges?shape=ledger{query}").text)
    assert found
    return int(found[1]), int(found[2])


@pytest.mark.parametrize("proof", ["full", "compact"])
@pytest.mark.parametrize("size", ["960x1080", "1080x1080"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_code_costs_no_strip(
    real_database: Path, monkeypatch: pytest.MonkeyPatch, view: str, size: str, proof: str
) -> None:
    client = TestClient(Starlette(routes=routes(Database(real_database))))
    query = f"{view}&size={size}&proof={proof}"
    monkeypatch.delenv(SETTING, raising=False)
    without = drawn(client, query)
    monkeypatch.setenv(SETTING, "https://guarantees.example")
    assert drawn(client, query) == without
