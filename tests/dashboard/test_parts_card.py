import re
from datetime import date
from typing import Any

import pandas as pd

from dashboard.figures.theme import DARK, LIGHT
from dashboard.parts.card import event_card, statement_card
from dashboard.parts.evidence import doubt_list, outward, source_list
from dashboard.parts.lineskey import acts_key
from dashboard.parts.sourcelist import source_item
from dashboard.parts.style import style
from dashboard.parts.thread import thread_of
from dashboard.parts.toneskey import tones_key
from dashboard.readings.names import page_title
from dashboard.readings.wording import rows

EVIL = "<script>alert('x')</script>"


def card(**more: Any) -> dict[str, Any]:
    row = {
        "statement_id": "one",
        "said_on": date(2030, 3, 4),
        "date_precision": "on",
        "speaker_id": "ada-varn",
        "speaker": "Ada Varn",
        "office": "Prime Minister",
        "actor_id": "AAA",
        "actor": "Arvonia",
        "event_id": "summit",
        "event_title": "A summit",
        "place": "Arvon",
        "act": "Reject",
        "summary": "She refused to send troops.",
        "quote": "not one soldier",
        "quote_form": "translation",
        "quote_language": "Arvonian",
        "mentions": [{"actor_id": "BBB", "label": "Belmark", "tone": "critical"}],
        "reply_to_id": None,
        "reply_to_speaker": None,
        "count_said": None,
        "doubts": 0,
    }
    return {**row, **more}


def source(**more: Any) -> dict[str, Any]:
    row = {
        "publisher": "The Paper",
        "title": "A page",
        "url": "https://paper.example/a",
        "published_on": date(2030, 3, 5),
    }
    rest = {
        "language": "English",
        "standing": "Newspaper",
        "is_weak": False,
        "original_house": None,
        "weak_because": None,
    }
    return {**row, **rest, **more}


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_statement_card_says_who_in_what_office_where_what_and_in_what_words() -> None:
    text = words(statement_card(card(), LIGHT))
    for part in (
        "Ada Varn",
        "Prime Minister, Arvonia",
        "4 March 2030 · Arvon · A summit · reject",
        "She refused to send",
    ):
        assert part in text
    assert "“not one soldier” translated from Arvonian" in text
    assert "Belmark critical" in text


def test_original_and_unclear_quotes_say_so() -> None:
    assert "original words" in statement_card(card(quote_form="original"), LIGHT)
    assert "not clear" in statement_card(card(quote_form="unclear"), LIGHT)
    assert "blockquote" not in statement_card(card(quote=None), LIGHT)


def test_original_words_name_their_language_where_it_is_another() -> None:
    said = {"quote_form": "original", "quote_language": "French"}
    assert "“not one soldier” original words, in French" in words(statement_card(card(**said), LIGHT))
    for language in ("English", "Language not determined", None):
        assert "original words</cite>" in statement_card(card(**{**said, "quote_language": language}), LIGHT)


def test_a_translation_from_nobody_says_which_language_says_so() -> None:
    text = words(statement_card(card(quote_language="Language not determined"), LIGHT))
    assert "“not one soldier” translated; language not determined" in text


def test_no_office_is_said_and_nothing_missing_is_printed() -> None:
    empty = dict.fromkeys(card())
    text = words(statement_card({**empty, "summary": "Said.", "said_on": date(2030, 3, 4)}, LIGHT))
    assert "no office recorded for that day" in text
    assert not re.search(r"\b(None|nan|NaT)\b", text)


def test_a_number_given_is_the_speakers_not_a_list() -> None:
    assert "Gave a number of countries: 26. It is the speaker’s" in statement_card(card(count_said=26.0), LIGHT)


def test_the_turn_before_and_the_answers_are_named() -> None:
    answered = card(statement_id="zero", speaker="Bo Kell", summary="He asked.")
    answers = pd.DataFrame([card(statement_id="two", speaker="Cy Dorn", summary="He disagreed.")])
    text = words(statement_card(card(), LIGHT, answered, answers))
    assert "Answers Bo Kell" in text
    assert "1 answer to it Cy Dorn" in text
    assert "Answers Bo Kell." in words(statement_card(card(reply_to_id="zero", reply_to_speaker="Bo Kell"), LIGHT))


def test_links_lead_where_the_caller_says_and_persons_to_speakers() -> None:
    people = [{"actor_id": "bo-kell", "label": "Bo Kell", "tone": "hostile"}]
    html = statement_card(card(mentions=people), LIGHT, link=lambda kind, one: f"/{kind}/{one}?a=1&b=2")
    for href in ("/speaker/ada-varn", "/country/AAA", "/event/summit", "/speaker/bo-kell"):
        assert f'href="{href}?a=1&amp;b=2"' in html
    assert "<a " not in statement_card(card(), LIGHT)


def test_every_cell_is_escaped() -> None:
    cells = {name: EVIL for name in card() if name not in ("said_on", "mentions", "doubts", "count_said")}
    nasty = {**cells, "said_on": date(2030, 3, 4), "mentions": [{"actor_id": EVIL, "label": EVIL, "tone": EVIL}]}
    doubt = {"kind_label": EVIL, "column_name": EVIL, "stated": EVIL, "rival": EVIL, "note": EVIL}
    frame = pd.DataFrame([nasty | {"depth": 0, "path": EVIL}])
    sources = pd.DataFrame([source(publisher=EVIL, title=EVIL, url=f"https://x.example/{EVIL}", weak_because=EVIL)])
    event = {"event_id": EVIL, "title": EVIL, "summary": EVIL, "place": EVIL, "category_label": EVIL}
    html = [
        statement_card(nasty, LIGHT, nasty, frame, pd.DataFrame([doubt]), sources, lambda kind, one: f"/{kind}/{one}"),
        event_card({**event, "starts_on": date(2030, 3, 4), "participants": [EVIL]}, DARK),
        thread_of(rows(frame), LIGHT),
    ]
    assert not any("<script" in one for one in html)
    assert not any(re.search(r'href="[^"]*<', one) for one in html)


def test_only_addresses_of_the_web_become_links() -> None:
    assert outward("javascript:alert(1)", "page") == "<span>page</span>"
    assert 'rel="noopener noreferrer"' in outward("https://paper.example", "page")


def test_sources_tell_publisher_date_and_weakness_weak_ones_last() -> None:
    weak = source(publisher="Rumour", is_weak=True, weak_because="rewrites others", published_on=None)
    text = words(source_list(pd.DataFrame([weak, source()])))
    assert text.index("The Paper") < text.index("Rumour")
    assert "5 Mar 2030 · newspaper" in text
    assert "undated" in text
    assert "weak: rewrites others" in text
    assert "and 3 more sources" in words(source_list(pd.DataFrame([source()] * 15)))


def test_a_file_is_named_by_what_it_holds_not_by_its_path() -> None:
    sheet = source(
        publisher="GitHub: somebody/numbers", title="[Support, release 5: table, file data/summary_clean.csv]"
    )
    text = words(source_list(pd.DataFrame([sheet])))
    assert "GitHub: somebody/numbers [Support, release 5: table]" in text
    assert "summary_clean" not in text + words(source_item(sheet))
    assert page_title("[Tables of countries, files under data/processed]") == "[Tables of countries]"
    assert page_title("Leaked file, files and folders") == "Leaked file, files and folders"


def test_doubts_show_both_readings_in_a_readers_words() -> None:
    rows: list[dict[str, Any]] = [
        {"kind_label": "Date uncertain", "column_name": "said_on", "stated": "2030-03-04", "rival": "2030-02-04"}
    ]
    rows += [
        {"kind_label": "Other doubt", "column_name": "kind", "stated": "ground_troops", "rival": None, "note": "So"}
    ]
    text = words(doubt_list(pd.DataFrame(rows)))
    assert "on the day: stated: “4 March 2030” · against it: “4 February 2030”" in text
    assert "stated: “ground troops”. So." in text


def test_an_event_card_tells_named_of_reported() -> None:
    event = {"title": "A summit", "starts_on": date(2030, 3, 4), "ends_on": date(2030, 3, 5), "place": "Arvon"}
    people = {"participants": ["Arvonia", "Belmark"], "participants_reported": 35.0, "doubts": 1}
    text = words(event_card({**event, **people}, LIGHT))
    assert "4–5 March 2030 · Arvon" in text
    assert "Arvonia and Belmark. Reports speak of 35 states besides Ukraine." in text
    assert "?" in text


def test_a_thread_nests_answers_and_marks_the_focus() -> None:
    told = [
        card(statement_id="a", depth=0, path="1"),
        card(statement_id="b", depth=1, path="1>2"),
        card(statement_id="c", depth=2, path="1>2>3"),
        card(statement_id="d", depth=1, path="1>4"),
    ]
    html = thread_of(told, LIGHT, focus="c")
    assert html.count("<ul>") == html.count("</ul>") == 3
    assert html.count('aria-current="true"') == 1
    assert "3 answers" in words(html)


def test_keys_name_every_act_and_tone_in_words() -> None:
    acts, tones = words(acts_key(LIGHT)), words(tones_key(DARK))
    for word in ("comment", "offer or support", "object", "threaten or sanction", "contested or uncertain"):
        assert word in acts
    for word in ("S supportive", "N neutral", "C critical", "H hostile", "M mixed"):
        assert word in tones
    assert "row speaks of column" in words(tones_key(LIGHT, is_matrix=True))
    assert "how many in a week or month" in words(acts_key(LIGHT, counted_from=1060))


def test_the_style_sheet_of_the_parts_holds_the_cards() -> None:
    assert ".g-card" in style()
    assert ".g-thread" in style()
