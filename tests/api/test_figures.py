"""A view's figure: of each view whose page shows one, drawn or as HTML; where it shows none, why."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.api.test_endings import SAID

Asked = dict[str, Any]
DRAWN: list[tuple[str, Asked]] = [
    *((page, {}) for page in ("overview", "timeline", "pledges", "network")),
    ("network", {"shape": "matrix"}),
    ("country", {"c": "FRA"}),
    ("country", {"c": ["FRA", "DEU"]}),
    ("speaker", {"s": "viktor-zorin"}),
    ("event", {"e": "2025-10-20-riverside-talks"}),
]
READ: list[tuple[str, Asked]] = [
    ("network", {"shape": "actors"}),
    ("statements", {}),
    ("data", {}),
    *((page, {}) for page in ("country", "speaker", "event")),
    *((page, SAID) for page in ("quote", "conversation")),
    ("pledges", {"shape": "contributions", "part": "items"}),
]


def figure(client: TestClient, page: str, asked: Asked, **look: str) -> Any:
    answer = client.get(f"/api/{page}.plotly.json", params=asked | look)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize(("page", "asked"), DRAWN)
def test_the_figure_is_the_pages_own(client: TestClient, page: str, asked: Asked) -> None:
    light, dark = (figure(client, page, asked, theme=theme) for theme in ("light", "dark"))
    assert light["data"]
    assert light["layout"] != dark["layout"]
    assert figure(client, page, asked, width="400") != light
    assert light["layout"]["meta"]["sentence"]


@pytest.mark.parametrize(("page", "asked"), READ)
def test_what_is_read_has_no_figure_and_says_so(client: TestClient, page: str, asked: Asked) -> None:
    answer = client.get(f"/api/{page}.plotly.json", params=asked)
    assert answer.status_code == 404
    assert "as rows, workbook, picture and page" in answer.json()["error"]
    assert client.get(answer.json()["instead"]["rows"]).status_code == 200


def test_a_countrys_strips_are_those_of_its_page(client: TestClient) -> None:
    names = figure(client, "country", {"c": "FRA"})["layout"]["yaxis"]["ticktext"]
    shown = client.get("/view/country", params={"c": "FRA", "theme": "light"}).text
    assert len(names) == shown.count('class="g-lane"')
    both = figure(client, "country", {"c": ["FRA", "DEU"]})["layout"]["yaxis"]["ticktext"]
    assert {name.partition(":")[0] for name in both} == {"France", "Germany"}


def test_a_speakers_months_hold_all_that_was_said(client: TestClient) -> None:
    asked = {"s": "viktor-zorin"}
    (bars,) = figure(client, "speaker", asked)["data"]
    assert sum(bars["y"]) == client.get("/api/speaker.json", params=asked).json()["shown"] > 0


def test_an_events_squares_are_the_positions_on_record(client: TestClient) -> None:
    asked = {"e": "2025-10-20-riverside-talks"}
    (cells,) = figure(client, "event", asked)["data"]
    rows = client.get("/api/event.json", params=asked).json()["records"]
    held = {row["pledge_id"] for row in rows if row["what"] == "On record on the first day"}
    assert {one for (one,) in cells["customdata"]} == held


def test_a_matrixs_squares_are_its_ties(client: TestClient) -> None:
    (cells,) = figure(client, "network", {"shape": "matrix"})["data"]
    rows = client.get("/api/network.json", params={"shape": "matrix"}).json()["records"]
    assert {one for (one,) in cells["customdata"]} == {f"{row['source_id']}>{row['target_id']}" for row in rows}


def test_the_description_says_of_which_view_there_may_be_none(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    told = {page: paths[f"/api/{page}.plotly.json"]["get"]["description"] for page in ("country", "statements")}
    assert "profile" in told["country"]
    assert "No chart" in told["statements"]
    assert "description" not in paths["/api/pledges.csv"]["get"]
