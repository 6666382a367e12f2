"""What is in focus is what is cited; a view without rows is still what it would draw."""

import re

import pytest
from starlette.testclient import TestClient

from dashboard.endings.references import STYLES
from tests.api.test_citing import cited


@pytest.mark.parametrize("page", ["timeline", "event"])
def test_an_event_in_focus_is_cited_with_its_sources(client: TestClient, page: str) -> None:
    events = client.get("/api/timeline.json?from=2022-01-01&until=2026-03-13").json()["records"]
    one = next(row for row in events if row["item_kind"] == "event")
    first, *pages = cited(client, page, focus=one["item_id"]).splitlines()
    assert first.startswith(f"The Guarantees project. ({one['starts_on'][:4]}, ")
    assert f"). {one['title']} [Event: " in first
    assert pages
    assert all("http" in line for line in pages)


@pytest.mark.parametrize("style", STYLES)
def test_in_every_style(client: TestClient, style: str) -> None:
    events = client.get("/api/timeline.json?from=2022-01-01&until=2026-03-13").json()["records"]
    one = next(row for row in events if row["item_kind"] == "event")
    told = cited(client, "timeline", style=style, focus=one["item_id"])
    assert one["title"] in re.sub(r"[{}]", "", told)


@pytest.mark.parametrize(
    ("page", "shape", "kind"),
    [
        ("pledges", "map", "Map"),
        ("pledges", "ledger", "Chart"),
        ("timeline", "lanes", "Chart"),
        ("network", "network", "Network diagram"),
    ],
)
def test_an_empty_view_is_no_table(client: TestClient, page: str, shape: str, kind: str) -> None:
    nobody = {"c": "BRA", "until": "2022-01-02", "from": "2022-01-01", "asof": "2022-01-01"}
    assert client.get(f"/api/{page}.json", params={"shape": shape, **nobody}).json()["records"] == []
    assert f" [{kind}]. In " in cited(client, page, shape=shape, **nobody)
    assert " [Table]. In " in cited(client, page, shape=shape, **nobody, **{"as": "table"})
