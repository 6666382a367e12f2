"""Briefs: in which order the sections of an event are read, what positions hung on, how a voice is told."""

import re
from html import unescape

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.country import country
from dashboard.exhibits.event import event
from dashboard.exhibits.speaker import speaker
from dashboard.figures.theme import theme
from dashboard.selection import Selection

EVENT = "2025-04-10-lakeside-conference"
ORDER = (
    "record",
    "conditions",
    "pledged",
    "papers",
    "moved",
    "talk",
    "outside",
    "topic",
    "against",
    "doubts",
    "sources",
)


def body(db: Database, known: Catalogue, one: str) -> str:
    return event(db, Selection("event", events=(one,)), known).body_html(theme("light"))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def test_position_conditions_offers_words_what_contradicts_sources(db: Database, known: Catalogue) -> None:
    for one in known.labels["event"]:
        html = body(db, known, one)
        sections = re.findall(r'<section id="([a-z]+)"', html)
        assert sections == [name for name in ORDER if name in sections]
        assert re.findall(r'<li><a href="#([a-z]+)"', html) == sections
        assert html.count("<div") == html.count("</div>")
    assert len(re.findall(r'<section id="', body(db, known, EVENT))) >= 8


def test_conditions_are_those_of_the_first_day(db: Database, known: Catalogue) -> None:
    asked = """
    select distinct conditions.pledger, conditions.condition_label
    from conditions_on($day) as conditions
    join event_participants as participants
        on participants.actor_id = conditions.pledger_id and participants.event_id = $event
    """
    wanted = db.query(asked, day="2025-04-10", event=EVENT)
    found = re.search(r'<section id="conditions".*?</section>', body(db, known, EVENT), re.DOTALL)
    assert len(wanted)
    assert found
    told = {words(line.split("</th>")[0]): words(line) for line in found[0].split("<tr>")[2:]}
    assert set(told) == set(wanted["condition_label"])
    for row in wanted.itertuples():
        assert str(row.pledger) in told[str(row.condition_label)]


def test_of_a_voice_that_does_not_bind_office_and_basis_are_told_apart(db: Database, known: Catalogue) -> None:
    told = {"POL": "Kazimir Dolny, President, head of state", "AUS": "speaker not recorded, third party"}
    for one, words in told.items():
        found = country(db, Selection("country", countries=(one,)), known).body_html(theme("light"))
        assert words in re.sub(r"<[^>]+>", "", found)


def test_positions_over_time_have_a_key_of_what_is_drawn(db: Database, known: Catalogue) -> None:
    found = country(db, Selection("country", countries=("EST",)), known).body_html(theme("light"))
    strips = re.search(r'<section id="strips".*?</section>', found, re.DOTALL)
    assert strips
    key = re.search(r'<ul class="g-key.*?</ul>', strips.group(0), re.DOTALL)
    assert key
    statuses = set(re.findall(r"g-shade-(\w+)", strips.group(0)))
    assert set(re.findall(r"g-chip-(\w+)", key.group(0))) == statuses
    assert ("thin coverage" in key.group(0)) is ('class="g-thin"' in strips.group(0))
    assert ("not counted" in key.group(0)) is ("g-open-strip" in strips.group(0))
    assert "not repeated for 3, 6, 12 months" in key.group(0)


def lanes(html: str) -> list[list[str]]:
    """The kinds that the strips of each column show, from the top down."""
    found = re.search(r'<section id="strips".*?</section>', html, re.DOTALL)
    assert found
    return [re.findall(r'g-lane-name">([^<]+)', column) for column in found[0].split('class="g-column"')[1:]]


def told(html: str, after: str) -> list[str]:
    """The kinds of positions told of after the fighting, from the top down."""
    found = html.split(after)[1]
    return re.findall(r'<th scope="row" data-head="On">([^<]+)', found.split("</table>")[0])


def test_two_countries_have_the_same_strips_in_the_same_order(db: Database, known: Catalogue) -> None:
    html = country(db, Selection("country", countries=("POL", "SWE")), known).body_html(theme("light"))
    first, second = lanes(html)
    kinds = ["Ground troops", "Air policing", "Demining", "Logistics and bases", "Ground troops (during the war)"]
    assert first == second == kinds
    assert html.count("nothing on record</span>") == 5


def test_kinds_are_told_in_the_same_order_whenever_they_were_said(db: Database, known: Catalogue) -> None:
    for one in ("POL", "SWE", "USA", "FRA", "EST"):
        html = country(db, Selection("country", countries=(one,)), known).body_html(theme("light"))
        kinds = told(html, "After the fighting</h3>")
        assert kinds
        assert [kind for kind in lanes(html)[0] if kind in kinds] == kinds


def test_on_a_slide_of_a_speaker_what_is_drawn_comes_first_and_the_words_count_all(
    db: Database, known: Catalogue
) -> None:
    asked = speaker(db, Selection("speaker", speakers=("alma-varenne",)), known)
    drawn = asked.slide_html(theme("light"))
    assert re.findall(r'<section id="(\w+)"', drawn)[:3] == ["activity", "tones", "latest"]
    assert "g-months" in drawn
    assert f'data-of="{asked.total}"' in drawn
    assert re.findall(r'<section id="(\w+)"', asked.body_html(theme("light")))[0] == "latest"
