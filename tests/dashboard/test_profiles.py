"""Profiles on the invented world: what each says of a country, a speaker, an event, and where its names lead."""

import re
from html import unescape

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.country import country
from dashboard.exhibits.event import event
from dashboard.exhibits.eventrecord import debate
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.rows import left_out
from dashboard.exhibits.speaker import speaker
from dashboard.figures.theme import theme
from dashboard.selection import Selection

EVENT = "2025-04-10-lakeside-conference"


def body(exhibit: Exhibit) -> str:
    return exhibit.body_html(theme("light"))


def words(html: str) -> str:
    """What a reader reads, in one line."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def section(exhibit: Exhibit, name: str) -> str:
    """The words of one section."""
    found = re.search(rf'<section id="{name}".*?</section>(?=<section id=|</div>)', body(exhibit), re.DOTALL)
    return words(found.group(0)) if found else ""


def of_country(db: Database, known: Catalogue, *actors: str, **chosen: object) -> Exhibit:
    return country(db, Selection("country", countries=actors, **chosen), known)  # type: ignore[arg-type]


def of_event(db: Database, known: Catalogue, one: str = EVENT) -> Exhibit:
    return event(db, Selection("event", events=(one,)), known)


def test_a_country_opens_with_its_position_on_ground_troops(db: Database, known: Catalogue) -> None:
    found = of_country(db, known, "POL")
    assert found.title == "Poland on ground troops: declined"
    assert "3 December 2025 · Marta Zielak" in words(body(found))


def test_it_stands_as_of_the_day(db: Database, known: Catalogue) -> None:
    day = known.dense_from.replace(year=2025, month=4, day=30)
    assert of_country(db, known, "FRA", asof=day).title == "France on ground troops: would send"
    assert of_country(db, known, "FRA").title == "France on ground troops: signed a declaration of intent"


def test_no_record_is_no_refusal(db: Database, known: Catalogue) -> None:
    found = of_country(db, known, "RUS")
    assert found.title == "Russia"
    assert "No record is not “declined”" in words(body(found))
    assert not found.is_empty
    assert set(found.table["what"]) == {"Statement"}


def test_positions_tell_of_voices_that_differ_and_of_those_that_do_not_bind(db: Database, known: Catalogue) -> None:
    italy = of_country(db, known, "ITA", asof=known.dense_from.replace(year=2025, month=5, day=1))
    assert "voices differ:" in section(italy, "positions")
    france = section(of_country(db, known, "FRA"), "positions")
    assert "Voices that don’t bind, not counted" in france
    assert "The chief of staff said that the army was not ready" in france


def test_conditions_outlive_silence(db: Database, known: Catalogue) -> None:
    told = section(of_country(db, known, "FRA"), "conditions")
    assert "not repeated since, never withdrawn" in told
    assert "named by the position that stands" in told


def test_doubts_stand_in_one_list_with_rival_and_why(db: Database, known: Catalogue) -> None:
    told = section(of_country(db, known, "EST"), "doubts")
    assert "stated “pledged” · against it “conditional”" in told
    assert "Outlets differ." in told
    assert "Northern Wire" in told
    assert "The first meeting is not listed." in told
    assert told.index("About earlier positions") < told.index("About groups, votes and figures")


def test_aid_has_a_rank_among_countries_and_refusals_stand_apart(db: Database, known: Catalogue) -> None:
    told = section(of_country(db, known, "DEU"), "offers")
    assert "€15.95 bn" in told
    assert "1st of 4 states" in told
    assert "release 30" in told
    usa = section(of_country(db, known, "USA"), "offers")
    assert "Washington stopped a delivery" in usa.split("Declined, stopped or withdrawn")[1]


def test_two_countries_stand_beside_each_other_section_by_section(db: Database, known: Catalogue) -> None:
    found = of_country(db, known, "FRA", "USA")
    html = body(found)
    assert found.title == "France and United States"
    columns = re.findall(r'<section id="positions".*?</section>', html, re.DOTALL)[0].count("g-column")
    assert columns == 3  # the pair and its two columns
    assert "Nothing on record" in section(found, "conditions")


def test_beside_one_that_never_pledged_the_other_keeps_its_strips(db: Database, known: Catalogue) -> None:
    found = of_country(db, known, "FRA", "UKR")
    assert 'class="g-period"' in body(found)
    assert "Nothing on record" in section(found, "strips")


def test_a_third_country_is_left_out(db: Database, known: Catalogue) -> None:
    assert of_country(db, known, "FRA", "USA", "POL").title == "France and United States"
    assert left_out(Selection("country", countries=("FRA", "USA", "POL")), known) == ("Chosen, but not shown: Poland",)


def test_positions_over_time_lead_to_the_words_behind_them(db: Database, known: Catalogue) -> None:
    strips = re.search(r'<section id="strips".*?</section>', body(of_country(db, known, "EST")), re.DOTALL)
    assert strips
    assert strips.group(0).count('class="g-period"') == 3
    assert "statements?focus=2025-06-01-tove-lind-reconsiders" in strips.group(0)


def test_a_number_said_is_the_speakers(db: Database, known: Catalogue) -> None:
    found = of_event(db, known)
    said = words(body(found))
    assert "12 countries, said Alma Varenne" in said
    assert "a number said and not a list" in found.reading


def test_named_of_reported_leaves_ukraine_and_organisations_out(db: Database, known: Catalogue) -> None:
    found = of_event(db, known, "2026-02-10-second-lakeside-conference")
    assert "5 of 15 states that took part are named" in words(body(found))
    assert "10 are not named" in words(body(found))
    alone = of_event(db, known, "2025-12-03-hartwig-in-warsaw")
    assert "whether that is everybody isn’t reported" in words(body(alone))


def test_what_each_had_on_record_is_as_of_the_first_day(db: Database, known: Catalogue) -> None:
    table = of_event(db, known).table
    held = table[table["what"] == "On record on the first day"].set_index(["pledger_id", "kind"])
    assert held.loc[("ITA", "ground_troops"), "status"] == "declined"  # it moved on the second day
    assert ("DEU", "ground_troops") not in held.index
    assert "DEU" in set(table.loc[table["what"] == "No position on record", "pledger_id"])


def test_answers_from_moscow_are_there_with_what_was_answered_back(db: Database, known: Catalogue) -> None:
    told = section(of_event(db, known), "talk")
    for speaker_name in ("Viktor Zorin", "Oksana Levchuk", "Pavel Grudov", "Clara Whitmore"):
        assert speaker_name in told
    assert told.index("Viktor Zorin") < told.index("Oksana Levchuk") < told.index("Pavel Grudov")
    assert "Russia (1)" in of_event(db, known).reading


def test_filed_by_others_and_same_topic_stand_apart(db: Database, known: Catalogue) -> None:
    found = of_event(db, known)
    assert "Selim Aksoy" in section(found, "outside")
    assert "Selim Aksoy" not in section(found, "talk")
    assert "not recorded as answers" in section(found, "topic")


def test_whom_outlets_name_against_their_own_word(db: Database, known: Catalogue) -> None:
    told = section(of_event(db, known), "against")
    assert "Estonia" in told
    assert "Outlets differ." in told


def test_changes_since_are_told_latest_first(db: Database, known: Catalogue) -> None:
    told = section(of_event(db, known), "moved")
    assert "from would send to signed" in told
    assert told.index("10 Feb 2026") < told.index("3 Dec 2025")


def test_an_event_without_participants_is_whole_too(db: Database, known: Catalogue) -> None:
    for one in known.labels["event"]:
        found = of_event(db, known, one)
        assert not found.is_empty
        assert not re.search(r"\b(None|nan|NaT)\b", words(body(found)))


def test_every_country_and_speaker_has_a_profile(db: Database, known: Catalogue) -> None:
    for one in ("FRA", "DEU", "EU", "NATO", "UKR", "JPN"):
        assert not re.search(r"\b(None|nan|NaT)\b", words(body(of_country(db, known, one))))
    for one in known.labels["speaker"]:
        found = speaker(db, Selection("speaker", speakers=(one,)), known)
        assert not re.search(r"\b(None|nan|NaT)\b", words(body(found)))


def test_a_speaker_has_offices_tones_and_conversations(db: Database, known: Catalogue) -> None:
    found = speaker(db, Selection("speaker", speakers=("viktor-zorin",)), known)
    assert "7 May 2018" in section(found, "offices")
    assert "France" in section(found, "tones")
    assert "Oksana Levchuk" in section(found, "talks")
    assert "Whoever comes will be a target." in section(found, "answered")
    thin = speaker(db, Selection("speaker", speakers=("owen-hale",)), known)
    assert "Fewer than three statements, not ranked" in section(thin, "tones")


def test_an_office_says_when_its_end_is_not_known(db: Database, known: Catalogue) -> None:
    assert "end not known" in section(speaker(db, Selection("speaker", speakers=("luc-armand",)), known), "offices")
    assert "in office" in section(speaker(db, Selection("speaker", speakers=("tove-lind",)), known), "offices")


def test_lists_lead_to_each_profile(db: Database, known: Catalogue) -> None:
    assert 'href="country?c=FRA"' in body(country(db, Selection("country"), known))
    assert 'href="speaker?s=viktor-zorin"' in body(speaker(db, Selection("speaker"), known))
    assert f'href="event?e={EVENT}"' in body(event(db, Selection("event"), known))


@pytest.mark.parametrize("page", ["country", "speaker", "event"])
def test_headline_numbers_say_what_they_leave_out(page: str, db: Database, known: Catalogue) -> None:
    chosen = {"country": "FRA", "speaker": "viktor-zorin", "event": EVENT}[page]
    made = {
        "country": lambda: of_country(db, known, chosen),
        "speaker": lambda: speaker(db, Selection("speaker", speakers=(chosen,)), known),
        "event": lambda: of_event(db, known, chosen),
    }[page]()
    for count in made.counts():
        assert set(count.left_out.get("why", [])) != {""}
        assert count.asked.sql
        assert re.match(r"(no|\d+) ", count.words)


def test_names_of_strangers_are_escaped(db: Database, known: Catalogue) -> None:
    html = body(of_event(db, known, "2026-02-10-second-lakeside-conference"))
    assert "<script" not in html
    assert "=1+1 was how simple" in html


def test_the_debate_is_the_one_that_was_led_there() -> None:
    wartime, later = pd.DataFrame({"phase": ["wartime", None]}), pd.DataFrame({"phase": ["post_war", "wartime"]})
    nothing = pd.DataFrame({"phase": pd.Series([], dtype=str)})
    assert debate(later, wartime) == "wartime"
    assert debate(wartime, nothing) == "wartime"
    assert debate(later, nothing) == debate(nothing, nothing) == "post_war"
