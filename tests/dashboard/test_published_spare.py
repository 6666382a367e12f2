"""What a picture with few rows has below its chart: a timeline’s items, the words behind a ledger’s last changes."""

import re
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.routes import routes

ALBANIA = "timeline?c=ALB&from=2021-12-17&until=2026-07-05"


@pytest.fixture
def client(real_database: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(real_database))))


def test_few_items_stand_as_a_list_below_their_timeline(client: TestClient) -> None:
    html = client.get(f"/view/{ALBANIA}&size=960x1080").text
    (told,) = re.findall(r'<ol class="told">(.*?)</ol>', html, re.DOTALL)
    assert told.count("<li>") == 7
    assert "20 Sep 2023" in told
    for address in (f"{ALBANIA}&size=1200x630", ALBANIA, "timeline?size=960x1080"):
        assert 'class="told"' not in client.get(f"/view/{address}").text


def test_below_a_single_strip_stand_the_words_behind_its_last_changes(client: TestClient) -> None:
    html = client.get("/view/pledges?shape=ledger&c=FRA&size=1920x1080").text
    days = re.findall(r'<p class="change">(.*?):', html)
    assert days == ["4 September 2025", "6 January 2026"]


SEVEN = "pledges?" + "&".join(f"c={code}" for code in ("FRA", "DEU", "GBR", "POL", "ITA", "ESP", "NLD"))


@pytest.mark.parametrize("size", ["1920x1080", "960x1080"])
def test_a_picture_names_all_who_were_chosen_where_two_lines_hold_them(client: TestClient, size: str) -> None:
    told = re.findall('<p class="sentence">(.*?)</p>', client.get(f"/view/{SEVEN}&size={size}").text)
    assert "Poland, Italy, Spain and the Netherlands" in told[0]
    (short,) = re.findall('<p class="sentence">(.*?)</p>', client.get(f"/view/{SEVEN}").text)
    assert "and 4 more" in short


def test_conditions_say_what_their_numbers_count_and_of_whom_more_are(client: TestClient) -> None:
    html = client.get("/view/pledges?shape=conditions&over=all&size=1920x1080").text
    assert "length and numbers: promises, part by part" in html
    assert re.search(r'<span class="g-how">now, \d+ pledgers</span>', html)
