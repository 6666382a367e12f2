from datetime import date
from html.parser import HTMLParser
from typing import Any

from dashboard.figures.theme import DARK, LIGHT
from dashboard.parts.answers import answers
from dashboard.parts.key import map_key
from dashboard.parts.position import position_card
from tests.dashboard.positions import position, positions


class Words(HTMLParser):
    """Text, links and balance of a piece of HTML."""

    def __init__(self, html: Any) -> None:
        super().__init__()
        self.words = ""
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: Any, attrs: Any) -> None:
        self.open.append(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: Any) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: Any) -> None:
        self.words += data


ROWS = (
    position("FRA", "signed", doubts=2),
    position("LUX", "conditional", is_aged=True, announced_on="2025-08-26"),
    position("MNE", "conditional", in_office="former"),
    position("DEU", "conditional", counted_as="outside_ukraine"),
    position("CYP", "declined", counted_as="not_binding"),
    position("CAN", "pledged", counted_as="place_not_named"),
    position("POL", differs_id="POL-0"),
    position("EU", "undecided", counted_as="not_binding"),
)


def test_the_list_is_grouped_counted_and_linked() -> None:
    read = Words(answers(positions(*ROWS), LIGHT))
    assert read.open == []
    assert "1 Signed a declaration of intent" in read.words
    assert "2 Would send on conditions" in read.words
    assert "?focus=FRA" in read.links
    assert "theme-light" in answers(positions(*ROWS), LIGHT)


def test_not_counted_is_split_by_why() -> None:
    words = Words(answers(positions(*ROWS), LIGHT)).words
    assert "3 Not counted" in words
    assert "Outside Ukraine" in words
    assert "Place not named" in words
    assert "The voice doesn’t bind" in words


def test_marks_say_themselves() -> None:
    read = Words(answers(positions(*ROWS), LIGHT))
    words = read.words
    assert "France? (contested or uncertain in part: open what rivals it)" in words
    assert read.links.count("?focus=FRA") == 2  # the name and the sign
    assert "Luxembourg Aug 2025, not repeated since 26 August 2025" in words
    assert "Montenegro* (speaker no longer in office)" in words
    assert "Poland≠ (voices of the same government differ)" in words


def test_the_eu_is_a_badge_of_its_own() -> None:
    html = answers(positions(*ROWS), DARK)
    assert html.count("g-badge") == 1
    assert "one pledger, not its members" in html


def test_no_record_is_not_declined() -> None:
    assert "No record is not “declined”" in answers(positions(*ROWS), LIGHT)
    assert "No position is on record." in answers(positions(), LIGHT)


def test_the_list_is_escaped() -> None:
    html = answers(positions(position("POL", pledger="<img src=x>")), LIGHT, link=lambda code: f'?focus="{code}&x=1')
    assert "<img" not in html
    assert 'href="?focus=&quot;POL&amp;x=1"' in html


def test_the_maps_key_names_only_what_occurs() -> None:
    everything, some = map_key(LIGHT), map_key(LIGHT, [position("FRA", counted_as="not_binding")])
    assert "C→" in everything
    assert "(C)" in some
    assert "C→" not in some
    assert "C*" not in some


def test_the_maps_key_has_the_fills_that_occur_and_the_dashed_line_and_italics_of_its_list() -> None:
    fresh = map_key(LIGHT, [position("FRA")])
    assert "said within 180 days" in fresh
    assert not any(words in fresh for words in ("older", "not counted", "no longer in office", "italics"))
    left = position("POL", counted_as="not_binding", in_office="former", is_aged=True)
    listed = map_key(LIGHT, [left, position("FRA", is_aged=True)], is_listed=True)
    assert all(words in listed for words in ("g-dash", "speaker no longer in office", "italics", "not counted"))
    assert "said within 180 days" not in listed


def test_the_card_says_what_when_who_and_what_speaks_against_it() -> None:
    row = position(
        "DEU", "conditional", counted_as="outside_ukraine", condition="a ceasefire", doubts=1, earlier=7,
        summary="<b>Merz</b> said", is_aged=True, age_days=200, differs_id="x",
    )  # fmt: skip
    read = Words(position_card(row, LIGHT, "/statements?focus=a&b"))
    assert read.open == []
    assert "Would send on conditions · Ground troops" in read.words
    assert "6 January 2026, 7 months earlier · Ada Example, Prime Minister · head of government" in read.words
    assert "On condition: a ceasefire" in read.words
    assert "Not counted: outside Ukraine" in read.words
    assert "1 doubt on record" in read.words
    assert "7 earlier positions" in read.words
    assert "2 sources" in read.words
    assert "<b>Merz</b> said" in read.words
    assert read.links == ["#rivals", "/statements?focus=a&b"]


def test_the_card_names_what_stood_before_and_leads_to_the_ledger() -> None:
    before = [
        {"status": "open", "announced_on": date(2025, 2, 12), "date_precision": "on"},
        {"status": "declined", "announced_on": date(2024, 3, 3), "date_precision": "on"},
    ]
    read = Words(position_card(position("POL", earlier=3, before=before), LIGHT, ledger_href="/ledger"))
    assert "Before: would consider (12 Feb 2025), declined (3 Mar 2024), and 1 more" in read.words
    assert read.links == ["/ledger"]
    assert "First position on record" in Words(position_card(position("POL"), LIGHT, ledger_href="/ledger")).words


def test_a_card_without_speaker_or_date_shows_no_none() -> None:
    row = position("CYP", speaker=None, office=float("nan"), condition=float("nan"), summary=None, basis_label=None)
    words = Words(position_card(row, DARK)).words
    assert "speaker not recorded" in words
    assert "None" not in words
    assert "nan" not in words
