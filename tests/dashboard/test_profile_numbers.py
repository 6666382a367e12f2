"""Each number of a profile’s reading opens its rows, each doubt leads to where it is told, on the invented world."""

import re

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.country import country
from dashboard.exhibits.event import event
from dashboard.exhibits.exhibit import Exhibit
from dashboard.figures.theme import theme
from dashboard.parts.contested import contested
from dashboard.parts.event import moved
from dashboard.published.page import themed
from dashboard.published.why import told
from dashboard.readings.country import reading_country
from dashboard.readings.prose import long_date
from dashboard.selection import Selection

EVENT = "2025-04-10-lakeside-conference"


def of_event(db: Database, known: Catalogue, one: str) -> Exhibit:
    return event(db, Selection("event", events=(one,)), known)


def test_every_position_on_record_is_counted_or_left_out_with_why(db: Database, known: Catalogue) -> None:
    for one in known.labels["place"]:
        selection = Selection("country", countries=(one,))
        found = country(db, selection, known)
        count = found.counts()[0]
        positions = found.table[found.table["what"] == "Position"]
        assert {*count.rows["pledge_id"], *count.left_out["pledge_id"]} == set(positions["pledge_id"])
        assert len(count.rows) + len(count.left_out) == len(positions)
        assert count.left_out["why"].str.len().gt(0).all()


def test_a_reading_names_the_words_that_never_stood() -> None:
    day, said = pd.Timestamp("2026-03-13").date(), {"change": "first_record", "kind": "ground_troops"}
    assert "; one never stood, beside a weightier one of the same day." in reading_country(
        ["Italy"], [None], [said], day, 1, 1
    )
    assert "never stood" not in reading_country(["Italy"], [None], [said], day, 1)


def test_each_number_of_an_event_opens_its_rows(db: Database, known: Catalogue) -> None:
    for one in known.labels["event"]:
        found = of_event(db, known, one)
        counts = found.counts()
        assert len({count.words for count in counts}) == len(counts)
        for count in counts:
            assert re.sub(r"\D.*", "", count.words.replace("no ", "0 ")) == str(len(count.rows))
            assert len(count.left_out) == 0 or count.left_out["why"].str.len().gt(0).all()
            assert told(count)
    words = [count.words for count in of_event(db, known, EVENT).counts()]
    reading = of_event(db, known, EVENT).reading
    held = [said for said in words if re.search(r"would|undecided|declined|signed", said)]
    assert held
    assert all(said in reading for said in held)
    assert any(said.endswith("states named") for said in words)
    assert any(re.search(r"answers?$", said) for said in words)


def test_what_moved_since_is_told_by_kind_beside_what_was_only_said_again(db: Database, known: Catalogue) -> None:
    count = next(count for count in of_event(db, known, EVENT).counts() if count.words.endswith(" since"))
    assert {"kind_label": "On", "summary": "What was said"}.items() <= count.columns.items()
    page = of_event(db, known, EVENT).body_html(theme("light"))
    for row in count.left_out[count.left_out["change"] == "restated"]["summary"]:
        assert f">{row}</a>" not in page.split('<section id="moved"')[-1].split("</section>")[0]


def test_a_doubt_of_a_profile_leads_to_a_place_that_is_there(db: Database, known: Catalogue) -> None:
    bodies = [of_event(db, known, one).body_html(theme("light")) for one in known.labels["event"]]
    bodies += [
        country(db, Selection("country", countries=(one,)), known).body_html(theme("light"))
        for one in known.labels["place"]
    ]
    assert any('href="#doubts"' in body for body in bodies)
    for body in bodies:
        for name in set(re.findall(r'href="#([^"]+)"', body)):
            assert f'id="{name}"' in body


def test_a_change_since_that_is_contested_opens_its_card() -> None:
    row = {
        "pledger_id": "FRA", "pledger": "France", "kind": "ground_troops", "kind_label": "Ground troops",
        "change": "first_record", "old_status": None, "new_status": "open", "date_precision": "on", "doubts": 2,
        "new_speaker": None, "new_office": None, "announced_on": pd.Timestamp("2026-01-06"), "summary": "word",
    }  # fmt: skip
    html = moved([row], lambda kind, one: f"{kind}?{one}", lambda _: "ledger", "compare")
    assert 'class="g-questions" href="ledger"' in html


def test_every_doubt_can_be_read() -> None:
    row = {"about": "word", "kind_label": "Status", "column_name": "status", "note": "", "rival_publishers": []}
    html = contested([{**row, "about": f"word {place}"} for place in range(5)], lambda _: "", 3)
    assert html.index("word 2") < html.index("<summary>2 more doubts</summary>") < html.index("word 3")
    assert "word 4" in html


def test_a_published_page_names_each_place_once() -> None:
    part = '<a href="#doubts">?</a><section id="doubts"></section>'
    html = themed([theme("light"), theme("dark")], "body", [part, part])
    assert re.findall(r' id="([^"]+)"', html) == re.findall(r'href="#([^"]+)"', html) == ["doubts", "dark-doubts"]
    assert 'id="doubts"' in themed([theme("dark")], "body", [part])


def test_what_no_day_narrows_says_its_days(known: Catalogue) -> None:
    assert long_date(known.covered_until) in Selection("event").sentence(known)
    asked = Selection("event", events=(EVENT,)).sentence(known)
    assert "said and answered on any day; changes up to " in asked
