"""What a presentation steps through, and the page that holds its steps."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.edge import is_closed
from dashboard.exhibits.walk import Walk, place, walk
from dashboard.guard import policy
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from dashboard.selection import Selection


@pytest.fixture
def client(tiny_database: Path) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes(Database(tiny_database)))) as client:
        yield client


def walked(tiny_database: Path, page: str, **asked: Any) -> Walk:
    db = Database(tiny_database)
    return walk(db, Selection(page, **asked), catalogue(db))


def days(tiny_database: Path, found: Walk) -> list[tuple[Any, ...]]:
    known = catalogue(Database(tiny_database))
    return [place(step, known) for step in found.steps]


def told(client: TestClient, address: str) -> dict[str, Any]:
    """What the page says to its script."""
    found = re.search(r'<script type="application/json" id="walk">(.*?)</script>', client.get(address).text)
    assert found
    return dict(json.loads(found[1]))


def test_a_map_steps_through_its_change_days_and_its_own(tiny_database: Path) -> None:
    own = dt.date(2025, 5, 1)
    found = walked(tiny_database, "pledges", asof=own)
    steps = [day for (day,) in days(tiny_database, found)]
    assert steps == sorted({*steps, own, dt.date(2025, 4, 12), dt.date(2026, 2, 10)})
    assert steps[found.at] == own
    assert found.one == "change day"


def test_filters_leave_the_days_on_which_something_of_theirs_changes(tiny_database: Path) -> None:
    every = set(days(tiny_database, walked(tiny_database, "pledges")))
    france = set(days(tiny_database, walked(tiny_database, "pledges", countries=("FRA",))))
    assert (dt.date(2025, 3, 20),) in france < every


def test_a_ledger_grows_from_its_first_day(tiny_database: Path) -> None:
    since = dt.date(2025, 4, 11)
    found = days(tiny_database, walked(tiny_database, "pledges", shape="ledger", since=since))
    assert {start for start, _ in found} == {since}
    assert found[0][1] == dt.date(2025, 5, 20)


@pytest.mark.parametrize("page", ["timeline", "network"])
def test_windows_keep_their_length_and_reach_both_ends(tiny_database: Path, page: str) -> None:
    known = catalogue(Database(tiny_database))
    since, until = dt.date(2025, 4, 1), dt.date(2025, 4, 30)
    found = walked(tiny_database, page, since=since, until=until)
    windows = days(tiny_database, found)
    assert windows[found.at] == (since, until)
    assert {end - start for start, end in windows} == {until - since}
    assert windows[-1][1] == known.covered_until
    assert windows[0][0] <= known.covered_from + dt.timedelta(31)
    between = [later[0] - earlier[1] for earlier, later in zip(windows, windows[1:], strict=False)]
    assert max(between) <= dt.timedelta(1 if page == "timeline" else 2)


def test_of_two_days_the_second_steps_on(tiny_database: Path) -> None:
    known = catalogue(Database(tiny_database))
    first, own = dt.date(2025, 4, 1), dt.date(2025, 5, 1)
    found = walked(tiny_database, "pledges", shape="compare", asof2=first, asof=own)
    seconds = [step.day(known) for step in found.steps]
    assert seconds == sorted({*seconds, own, dt.date(2026, 2, 10)})
    assert min(seconds) > first
    assert {step.earlier_day(known) for step in found.steps} == {first}
    assert (seconds[found.at], found.one) == (own, "change day")


def test_a_profile_steps_through_the_days_on_which_its_positions_changed(tiny_database: Path) -> None:
    known = catalogue(Database(tiny_database))
    found = walked(tiny_database, "country", countries=("FRA",), asof=dt.date(2025, 5, 1))
    every = [step.day(known) for step in found.steps]
    assert every == sorted({*every, dt.date(2025, 3, 20), dt.date(2025, 5, 1)})
    assert (every[found.at], found.one) == (dt.date(2025, 5, 1), "change day")


def test_a_list_of_statements_is_followed_by_each_of_its_statements(client: TestClient) -> None:
    page = told(client, "/present/statements")
    first, *others = page["steps"]
    assert (page["at"], first["view"].split("?")[0]) == (0, "statements")
    assert others
    assert {one["view"].split("&")[0].split("?")[0] for one in others} == {"quote"}
    assert all(client.get(f"/view/{one['view']}&size=1920x1080").status_code == 200 for one in others)
    again = told(client, f"/present/statements?{others[-1]['query']}")
    assert again["at"] == len(others)
    assert [one["view"] for one in again["steps"]] == [one["view"] for one in page["steps"]]


@pytest.mark.parametrize(("page", "shape"), [("pledges", "contributions"), ("speaker", None), ("event", None)])
def test_other_views_have_nothing_to_step_through_and_say_nothing_of_it(
    tiny_database: Path, client: TestClient, page: str, shape: str | None
) -> None:
    found = walked(tiny_database, page, shape=shape)
    assert (len(found.steps), found.at, found.one) == (1, 0, "")
    html = client.get(f"/present/{page}{f'?shape={shape}' if shape else ''}").text
    assert "step" not in re.sub(r"<script.*?</script>|<[^>]*>", "", html, flags=re.DOTALL)


def test_the_page_says_its_steps_and_where_it_begins(client: TestClient) -> None:
    page = told(client, "/present/pledges?asof=2025-04-10&theme=dark&proof=compact&c=FRA")
    step = page["steps"][page["at"]]
    assert step["says"] == "As of 10 April 2025"
    assert "asof=2025-04-10" in step["query"]
    assert all("c=FRA" in one["query"] and "release=" in one["query"] for one in page["steps"])
    assert (page["theme"], page["look"], page["page"]) == ("dark", "proof=compact", "pledges")


def test_what_can_not_be_honoured_is_said(client: TestClient) -> None:
    assert "“&lt;b&gt;Atlantis” is no country" in client.get("/present/pledges", params={"c": "<b>Atlantis"}).text
    assert "“foo” is no filter here" in client.get("/present/pledges?foo=1").text
    assert told(client, "/present/pledges?theme=pink")["theme"] == ""
    assert client.get("/present/pledges?proof=none").status_code == 400
    assert [client.get(f"/present/{path}").status_code for path in ("nothing", "pledges/x")] == [404, 404]


def test_every_view_can_be_presented(client: TestClient) -> None:
    views = ("overview", "timeline", "network", "statements", "country", "speaker?s=nobody", "event")
    assert {client.get(f"/present/{view}").status_code for view in views} == {200}


@pytest.mark.parametrize("card", ["quote", "conversation"])
def test_a_statement_that_is_not_there_is_said_at_once(client: TestClient, card: str) -> None:
    answer = client.get(f"/present/{card}?focus=no-such-words")
    assert answer.status_code == 404
    assert "“no-such-words” is no item we hold. Choose a statement" in answer.text
    assert client.get(f"/present/{card}").status_code == 404
    assert "is no item we hold" in client.get(f"/view/{card}.html?focus=no-such-words").text


def test_nothing_in_an_address_ends_the_script_early(client: TestClient) -> None:
    page = told(client, "/present/statements?q=</script><script>alert(1)</script>")
    assert "alert" in page["steps"][0]["query"]


def test_the_door_is_open_and_no_inline_script_runs() -> None:
    assert is_closed("/present")
    assert not is_closed("/present/pledges")
    assert "script-src 'self';" in policy("/present/pledges")
    assert "frame-ancestors 'self'" in policy("/present/pledges")
