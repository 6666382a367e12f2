"""Every sign that a picture's chart draws is explained in its key, at every size, and none that it doesn't draw."""

import json
import re
from html import unescape
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.routes import routes

SIZES = ("1200x630", "960x1080", "1080x1080", "1920x1080")
TAG = re.compile(r"<[^>]*>")
MAPS = (
    "overview",
    "overview?asof=2025-06-01",
    "pledges?asof=2025-09-04",
    "pledges?asof=2026-03-13",
    "pledges?kind=air_policing",
    "pledges?c=FRA&c=DEU",
    "pledges?framing=world",
    "pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05",
    "pledges?shape=compare&asof2=2025-09-01&asof=2026-07-05&status=declined",
)
STRIPS = (
    "pledges?shape=ledger",
    "pledges?shape=ledger&c=FRA",
    "pledges?shape=ledger&c=NLD&c=HUN",
    "pledges?shape=ledger&kind=air_policing",
)
LETTER = re.compile(r"^\(?([A-Z])(?:≠[A-Z])?[→…*]?\)?\??$")
SIGNS = {"(": "(C)", "→": "C→", "…": "C…", "*": "C*", "≠": "D≠C", "?": "?"}
SPOTS = {"circle": "●", "diamond": "◆"}


@pytest.fixture(scope="module")
def client(real_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(real_database))))


def shown(client: TestClient, view: str, size: str, proof: str) -> tuple[str, Any, str]:
    """The key as HTML, the traces of the light figure, and the list beside it."""
    html = client.get(f"/view/{view}{'&' if '?' in view else '?'}size={size}&proof={proof}&theme=light").text
    figures = re.search(r'<script type="application/json" id="figures">(.*?)</script>', html, re.DOTALL)
    body = html.partition("<figure")
    keys = "".join(re.findall(r'<ul[^>]* class="g-key.*?</ul>|<ul class="g-key.*?</ul>', html, re.DOTALL))
    assert figures
    return keys, json.loads(figures[1])["light"], body[2].partition('<div class="aside')[2].partition("<footer")[0]


def explained(keys: str) -> set[str]:
    """The signs that a key has."""
    return {unescape(TAG.sub("", one)) for one in re.findall(r"<b[^>]*>(.*?)</b>", keys)}


def texts(figure: Any, *names: str) -> list[str]:
    """What traces of these names write, without markup."""
    written = [one for trace in figure["data"] if trace.get("name") in names for one in trace.get("text") or ()]
    return [unescape(TAG.sub("", one)).strip("\u2004\u2005 ") for one in written]


@pytest.mark.parametrize("proof", ["full", "compact"])
@pytest.mark.parametrize(("view", "size"), [*product(MAPS, SIZES)])
def test_the_key_of_a_map_has_its_letters_and_signs(client: TestClient, view: str, size: str, proof: str) -> None:
    keys, figure, aside = shown(client, view, size, proof)
    drawn = [re.sub(r"[\u2004\s]", "", one) for one in texts(figure, "letters", "beyond, letters")]
    drawn = [re.sub(r"^\?(.+)", r"\1?", one) for one in drawn]
    assert all(map(LETTER.match, drawn)), drawn
    letters = {LETTER.sub(r"\1", one) for one in drawn}
    beside = "" if size == SIZES[0] else aside
    assert letters <= set(re.findall(r'<span class="g-chip[^"]*" aria-hidden="true">([A-Z])</span>', keys + beside))
    told = explained(keys)
    for sign, words in SIGNS.items():
        if any(sign in one for one in drawn):
            assert words in told, sign
        elif size == SIZES[0]:
            assert words not in told, sign
    assert size != SIZES[0] or ("g-bold" in keys) == ("compare" in view and "status" not in view)


@pytest.mark.parametrize("proof", ["full", "compact"])
@pytest.mark.parametrize(("view", "size"), [*product(STRIPS, SIZES)])
def test_the_key_of_a_ledger_has_the_marks_of_the_strips_drawn(
    client: TestClient, view: str, size: str, proof: str
) -> None:
    keys, figure, _ = shown(client, view, size, proof)
    layout, told = figure["layout"], explained(keys)
    names = [TAG.sub("", one) for axis in ("yaxis", "yaxis2") for one in layout.get(axis, {}).get("ticktext", ())]
    written = " ".join([*texts(figure, "words", "uncertain starts"), *names])
    again = [trace["marker"]["symbol"] for trace in figure["data"] if trace["name"] == "said again"]
    spots = {one for symbols in again for one in symbols}
    rings = any(trace["name"] == "remarks" and trace["x"] for trace in figure["data"])
    drawn = {sign for sign in "?*~‹" if sign in written} | {SPOTS[one] for one in spots} | ({"○"} if rings else set())
    assert told == drawn
    assert ("g-dash" in keys) == any(shape.get("name") == "left office" for shape in layout["shapes"])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["&over=all", "", "&c=FRA"])
def test_the_key_of_conditions_has_the_parts_of_the_bars(client: TestClient, view: str, size: str) -> None:
    keys, figure, _ = shown(client, f"pledges?shape=conditions{view}", size, "compact")
    parts = {"g-named": "named in the current row", "g-named-earlier": "named earlier", "g-named-apart": "not binding"}
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    for (look, _), trace in zip(parts.items(), bars, strict=True):
        assert (f'g-swatch {look}"' in keys) == any(trace["x"]), trace["name"]
    assert "length and numbers" in keys


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "days",
    ["", "?from=2021-12-17&until=2026-07-05", "?from=2025-08-18&until=2025-08-19", "?from=2026-02-20&until=2026-03-05"],
)
def test_the_key_of_a_timeline_has_bars_where_bars_are_drawn(client: TestClient, days: str, size: str) -> None:
    keys, figure, _ = shown(client, f"timeline{days}", size, "compact")
    names = {trace.get("name") for trace in figure["data"]}
    acts = {"comment", "offer or support", "object", "threaten or sanction"}
    assert {act for act in acts if f"> {act}</li>" in keys} == acts & names
    is_counted = figure["layout"]["meta"]["columns"] != "days"
    assert ('<circle cx="8" cy="8" r="5.5"/>' in keys.partition("</li>")[0]) is not is_counted
    assert ("how many in a" in keys) is is_counted
    doubts = [one for trace in figure["data"] for one in trace.get("text") or () if "?" in str(one)]
    assert ("contested or uncertain" in keys or "in doubt" in keys) == bool(doubts)
    assert ("so many of them" in keys) == any(re.search(r"\?\d", str(one)) for one in doubts)
    assert ("one without room" in keys or "unnamed" in keys) == ("small events" in names)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("days", ["", "&from=2025-08-18&until=2025-08-18"])
def test_the_key_of_a_network_has_its_lines_and_actors(client: TestClient, days: str, size: str) -> None:
    keys, figure, _ = shown(client, f"network?shape=drawing{days}", size, "compact")
    assert [one for one in ("country", "organisation", "person") if f" {one}</li>" in keys] == [
        one for one in ("country", "organisation", "person") if one in figure["layout"]["meta"]["marks"]
    ]
    assert "from speaker to spoken of" in keys or "speaks of" in keys


AID = ("", "&c=DEU", "&per=gdp", "&part=months&c=DNK", "&part=months&c=IND")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", AID)
def test_the_key_of_aid_has_the_parts_that_any_bar_has(client: TestClient, view: str, size: str) -> None:
    keys, figure, _ = shown(client, f"pledges?shape=contributions{view}", size, "compact")
    bars = [trace for trace in figure["data"] if trace["type"] == "bar"]
    drawn = {trace["name"] for trace in bars if any(trace["x" if trace.get("orientation") == "h" else "y"])}
    assert {word for word in ("Military", "Financial", "Humanitarian") if f" {word}</li>" in keys} == drawn - {"Total"}
    assert ("not highlighted" in keys) == (view == "&c=DEU")
