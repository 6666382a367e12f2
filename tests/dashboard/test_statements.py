"""Statements: what the filters keep, what each further choice would leave, pages, conversations, what to loosen."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.archive import index
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.facets import FACETS, months, offers
from dashboard.exhibits.statements import A_PAGE, seek, statements
from dashboard.figures.theme import theme
from dashboard.selection import Selection

ALL = Selection("statements")
TWELVE, TARGETS = "2025-04-10-alma-varenne-twelve", "2025-04-11-viktor-zorin-targets"
LIGHT = theme("light")


def shown(db: Database, known: Catalogue, **chosen: Any) -> Exhibit:
    return statements(db, replace(ALL, **chosen), known)


def ids(found: Exhibit) -> list[str]:
    return [str(one) for one in found.table["statement_id"]]


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


def test_every_choice_leaves_as_many_as_it_says(db: Database, known: Catalogue) -> None:
    for chosen in (ALL, replace(ALL, topics=("foreign_troops",)), replace(ALL, text="soldiers", tones=("critical",))):
        sought = seek(db, chosen, known)
        counts = {facet.field: sought.counted(facet.field, facet.field) for facet in FACETS}
        for facet, offer in zip(FACETS, offers(counts, chosen, known, chosen.to_query(known)), strict=True):
            for choice in (*offer.seen, *offer.folded):
                query = {name: list(values) for name, values in parse_qs(choice.href[1:]).items()}
                led_to, notices = Selection.from_query("statements", query, known)
                assert notices == ()
                if getattr(chosen, facet.field):
                    assert choice.is_chosen or len(getattr(led_to, facet.field)) == 2
                    assert not choice.is_chosen or not getattr(led_to, facet.field)
                else:
                    assert len(seek(db, led_to, known).kept) == choice.statements > 0


def test_months_cover_the_span_and_lead_to_their_days(known: Catalogue) -> None:
    told = months({"2024-11": 1, "2025-02": 2}, {"at": ["3"], "c": ["FRA"]}, known)
    assert [(month.label, month.statements) for month in told] == [
        ("November 2024", 1), ("December 2024", 0), ("January 2025", 0), ("February 2025", 2),
    ]  # fmt: skip
    assert told[-1].href == "?c=FRA&from=2025-02-01&until=2025-02-28"
    assert months({}, {}, known) == ()


def test_every_month_leads_to_as_many_as_it_says(db: Database, known: Catalogue) -> None:
    edges = {known.covered_from.strftime("%Y-%m"): 1, known.covered_until.strftime("%Y-%m"): 1}
    days = {**edges, **seek(db, ALL, known).counted("months")}
    for month in months(days, {}, known)[1:-1]:
        led_to, notices = Selection.from_query("statements", parse_qs(month.href[1:]), known)
        assert notices == ()
        assert len(seek(db, led_to, known).kept) == month.statements
    ends = [months(days, {}, known)[at].href for at in (0, -1)]
    assert all(Selection.from_query("statements", parse_qs(href[1:]), known)[1] == () for href in ends)


def test_orders(db: Database, known: Catalogue) -> None:
    newest, oldest = ids(shown(db, known, sort="newest")), ids(shown(db, known, sort="oldest"))
    assert newest[0] == "2026-02-11-viktor-zorin-again"
    assert oldest[0] == "2022-03-01-edgar-pell-first-weapons"
    assert ids(shown(db, known)) == newest
    pell, varenne = "2025-04-10-edgar-pell-backstop", "2026-02-10-alma-varenne-signs"
    assert ids(shown(db, known, text="backstop")) == list(index(db).find("backstop").ids)
    assert ids(shown(db, known, text="backstop pell")) == [pell]
    assert ids(shown(db, known, text="backst*", sort="newest")) == [varenne, pell]
    assert ids(shown(db, known, text="backst*", sort="oldest")) == [pell, varenne]


def test_pages_hold_twenty_and_the_table_holds_all(db: Database, known: Catalogue) -> None:
    first, second, beyond = (shown(db, known, at=at).body_html(LIGHT) for at in (None, 2, 99))
    total = len(ids(shown(db, known)))
    assert first.count("<article") == A_PAGE
    assert second.count("<article") == total - A_PAGE
    assert f"{A_PAGE + 1}–{total} of {total} statements" in words(second)
    assert beyond == second
    assert 'href="?at=2"' in first
    assert 'href="?"' in second
    assert 'rel="noopener noreferrer"' in first


def test_words_found_are_marked_and_everything_is_escaped(db: Database, known: Catalogue) -> None:
    html = shown(db, known, text='"no brigade"').body_html(LIGHT)
    assert "No backstop, <mark>no brigade</mark>." in html
    assert "cite>original words" in html
    html = shown(db, known, text="silent").body_html(LIGHT)
    assert "translated from French" in html
    evil = shown(db, known, text="<script>alert(1)</script>")
    assert "<script" not in evil.body_html(LIGHT) + evil.aside_html(LIGHT)


def test_a_card_says_who_where_toward_whom_and_in_answer_to_what(db: Database, known: Catalogue) -> None:
    html = shown(db, known, text="lawful targets").body_html(LIGHT)
    said = words(html)
    for part in ("Viktor Zorin", "Russia", "11 April 2025 · Moscow", "Foreign troops", "France hostile",
                 "Answers Alma Varenne · 2 answers", "Sources:"):  # fmt: skip
        assert part in said
    for address in ('"speaker?s=viktor-zorin"', '"country?c=RUS"', '"event?e=2025-04-11-moscow-answer"',
                    f"focus={TARGETS}", f"focus={TWELVE}", "topic=foreign_troops"):  # fmt: skip
        assert address in html


def opened(db: Database, known: Catalogue, **chosen: Any) -> str:
    selection = replace(ALL, **chosen)
    made = card(db, selection, known, statements(db, selection, known).table)
    assert made
    assert statements(db, selection, known).aside_html(LIGHT) == made(LIGHT)
    return made(LIGHT)


def test_a_conversation_is_followed_both_ways(db: Database, known: Catalogue) -> None:
    html = opened(db, known, focus=TARGETS)
    said = words(html)
    assert "↑ Answers Alma Varenne, 10 Apr 2025" in said
    assert "↓ First of 2 answers: Oksana Levchuk, 12 Apr 2025" in said
    assert html.count('aria-current="true"') == 1
    deep = words(opened(db, known, focus="2025-04-13-pavel-grudov-illusions"))
    assert "↑ Opening statement Alma Varenne" in deep
    assert "↑ Answers Oksana Levchuk" in deep
    assert "↓" not in deep


def test_what_is_no_recorded_answer_stands_apart(db: Database, known: Catalogue) -> None:
    html = opened(db, known, focus=TARGETS)
    thread, also = html.split("Also said on this topic in these days, not recorded as an answer")
    assert "Selim Aksoy" in also
    assert "Selim Aksoy" not in thread
    assert "1 statement on foreign troops, 11–21 April 2025, outside this conversation" in words(also)
    alone = words(opened(db, known, focus="2022-03-01-edgar-pell-first-weapons"))
    assert "No answer to it is recorded here" in alone
    assert "Also said" not in alone


def test_the_reading_counts_what_the_table_holds(db: Database, known: Catalogue) -> None:
    found = shown(db, known, countries=("RUS",))
    table = found.table
    answered, answers = (table["answers"] > 0).sum(), table["reply_to_id"].notna().sum()
    assert found.reading.startswith(f"{len(table)} statements by {table['speaker'].nunique()} speakers, ")
    assert "Viktor Zorin speaks most often (3 times), then Pavel Grudov (twice)." in found.reading
    assert (answered, answers) == (1, 5)
    assert found.reading.endswith("One of them has an answer recorded here, and five answer another.")
    one = shown(db, known, text='"no brigade"').reading
    assert one == "One statement, by Edgar Pell on 10 April 2025. No answers to it are recorded here."


def test_why_these_numbers(db: Database, known: Catalogue) -> None:
    found = shown(db, known, countries=("RUS",), topics=("foreign_troops",))
    counts = found.counts()
    assert [count.words for count in counts] == [
        "3 statements", "2 by Viktor Zorin", "1 with an answer", "3 that answer another",
    ]  # fmt: skip
    assert ids(found) == list(found.table["statement_id"])
    assert set(counts[0].left_out["why"]) == {"said for another country or organisation", "on another topic"}
    assert all(set(count.columns) <= set(count.rows) for count in counts)
    assert shown(db, known, text="xyzzy").counts() == ()


LOOSENED: list[tuple[dict[str, Any], str, str]] = [
    ({"text": "brigadde"}, "No statement holds “brigadde”. Did you mean “brigade”?", "“brigade” anywhere"),
    ({"text": "!!"}, "There is no letter and no figure in “!!”: type a word", "The same without the words"),
    ({"text": '"'}, "There is no letter and no figure in “\"”: type a word", "The same without the words"),
    ({"text": "brigade lawful"}, "No statement holds all of these words.", "“lawful” anywhere"),
    ({"text": "brigade", "topics": ("sanctions",)}, "Set: topics (Sanctions)", "The same without the topics"),
    ({"tones": ("hostile",), "quoted": ("original",)}, "tone (Hostile) and form of the quote (Original words)",
     "The same without the tone"),
    ({"text": "brigade", "since": dt.date(2026, 1, 1)}, "Widen the dates", "The same over all that is covered"),
]  # fmt: skip


@pytest.mark.parametrize(("chosen", "hint", "way"), LOOSENED)
def test_nothing_found_says_what_would_find_something(
    db: Database, known: Catalogue, chosen: dict[str, Any], hint: str, way: str
) -> None:
    found = shown(db, known, **chosen)
    assert found.is_empty
    assert found.reading == "No statement in this collection fits this selection."
    assert hint in found.hint
    html = found.body_html(LIGHT)
    told = re.findall(r'href="\?([^"]*)">([^<]*)</a> <small>(\d+)', html)
    assert way in [words for _, words, _ in told]
    for address, _, count in told:
        query = {name: list(values) for name, values in parse_qs(address.replace("&amp;", "&")).items()}
        led_to, _ = Selection.from_query("statements", query, known)
        assert len(seek(db, led_to, known).kept) == int(count)
