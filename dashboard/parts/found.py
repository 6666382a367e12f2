"""The statements that a search found: a card each, the words found marked; pages; what to loosen. HTML, all escaped."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from dashboard.parts.card import Link, doubt_mark, linked, spoken, tones
from dashboard.parts.evidence import outward
from dashboard.readings.prose import counted, is_missing, items, long_date, number, text
from dashboard.readings.wording import Row

Spans = Callable[[str], Iterable[tuple[int, int]]]
MOST_SOURCES = 3


def no_spans(_words: str) -> tuple[tuple[int, int], ...]:
    """Where nothing is searched for, nothing is marked."""
    return ()


def marked(words: str, spans: Spans) -> str:
    """Text with the words found between `<mark>` and `</mark>`."""
    told, at = [], 0
    for start, end in spans(words):
        told.append(f"{escape(words[at:start])}<mark>{escape(words[start:end])}</mark>")
        at = end
    return "".join(told) + escape(words[at:])


def hits(
    rows: Sequence[Row],
    sources: Mapping[str, Row],
    link: Link,
    topic_link: Callable[[str], str],
    spans: Spans = no_spans,
    focus: str | None = None,
) -> str:
    """Cards of statements, in order; the one in focus is marked."""
    told = "".join(f"<li{current(row, focus)}>{hit(row, sources, link, topic_link, spans)}</li>" for row in rows)
    return f'<ol class="g-hits">{told}</ol>'


def current(row: Row, focus: str | None) -> str:
    """Says which one is open beside the list."""
    return ' aria-current="true"' if focus and row["statement_id"] == focus else ""


def hit(row: Row, sources: Mapping[str, Row], link: Link, topic_link: Callable[[str], str], spans: Spans) -> str:
    """One statement: who in what office, when and where; what, in which words; toward whom, in answer to what."""
    doubt = doubt_mark(row, link("statement", row["statement_id"]))
    return (
        f'<article class="g-hit">{who(row, link, spans)}'
        f'<p class="g-said">{named(link, "statement", row["statement_id"], text(row["summary"]), spans)}'
        f"{doubt}</p>{quoted(row, spans)}{said_count(row)}{about(row, link, topic_link, spans)}"
        f"{tones(row, link)}{ties(row, link)}{pages_relied_on(row, sources)}</article>"
    )


def who(row: Row, link: Link, spans: Spans) -> str:
    """The speaker, the office of that day, the day with the statement's own address, the place."""
    speaker = named(link, "speaker", row["speaker_id"], text(row["speaker"]), spans)
    actor = named(link, "country", row["actor_id"], text(row["actor"]), spans)
    offices = [part for part in (marked(text(row["office"]), spans), actor) if part]
    day = long_date(row["said_on"], row["date_precision"])
    when = linked(link, "statement", row["statement_id"], day[:1].upper() + day[1:])
    place = marked(text(row["place"]), spans)
    head = f"<h2>{speaker}</h2> <span>{', '.join(offices) or 'no office recorded for that day'}</span>"
    return f'<header>{head}<p class="g-when">{when}{f" · {place}" if place else ""}</p></header>'


def named(link: Link, kind: str, one: Any, words: str, spans: Spans) -> str:
    """A name as a link to its page, the words found in it marked."""
    if not words:
        return ""
    href = link(kind, text(one)) if text(one) else ""
    said = marked(words, spans)
    return f'<a href="{escape(href, quote=True)}">{said}</a>' if href else said


def quoted(row: Row, spans: Spans) -> str:
    """The words as reported, and whether they are those spoken."""
    words = text(row["quote"])
    if not words:
        return ""
    return f'<blockquote class="g-quote">“{marked(words, spans)}” <cite>{escape(spoken(row))}</cite></blockquote>'


def said_count(row: Row) -> str:
    """A number of countries that the speaker gave, as the speaker's."""
    if is_missing(row["count_said"]):
        return ""
    return f'<p class="g-note">Gave a number of countries: {number(row["count_said"])} (the speaker’s own count).</p>'


def about(row: Row, link: Link, topic_link: Callable[[str], str], spans: Spans) -> str:
    """The event and the topics; a topic leads to what was said on it."""
    event = named(link, "event", row["event_id"], text(row["event_title"]), spans)
    pairs = zip(items(row["topics"]), items(row["topic_labels"]), strict=True)
    topics = [f'<a href="{escape(topic_link(code), quote=True)}">{marked(label, spans)}</a>' for code, label in pairs]
    parts = [event, ", ".join(topics)]
    return f'<p class="g-about">{" · ".join(part for part in parts if part)}</p>'


def ties(row: Row, link: Link) -> str:
    """What it answers, how many answered it, what is doubted of it: each leads to the conversation."""
    here, told = row["statement_id"], []
    if text(row["reply_to_speaker"]):
        told.append(f"Answers {linked(link, 'statement', row['reply_to_id'], text(row['reply_to_speaker']))}")
    if row["answers"]:
        told.append(linked(link, "statement", here, counted(int(row["answers"]), "answer")))
    if row["doubts"]:
        told.append(linked(link, "statement", here, counted(int(row["doubts"]), "doubt")))
    return f'<p class="g-ties">{" · ".join(told)}</p>' if told else ""


def pages_relied_on(row: Row, sources: Mapping[str, Row]) -> str:
    """The publishers of its sources as links to the pages; those beyond three counted."""
    found = [sources[one] for one in items(row["source_ids"]) if one in sources]
    told = [outward(text(one["url"]), text(one["publisher"])) for one in found[:MOST_SOURCES]]
    rest = f" and {len(found) - MOST_SOURCES:,} more" if len(found) > MOST_SOURCES else ""
    heading = "Source" if len(found) == 1 else "Sources"
    return f'<p class="g-from">{heading}: {", ".join(told)}{rest}</p>' if told else ""


def pager(at: int, last: int, shown: str, link: Callable[[int], str], place: str = "above") -> str:
    """Which statements are on screen, and the ways to other pages; `place` tells two such rows apart."""
    if last < 2:
        return f'<p class="g-paging">{escape(shown)}</p>'
    ways = (("First", 1, at > 1), ("Previous", at - 1, at > 1), ("Next", at + 1, at < last), ("Last", last, at < last))
    told = "".join(way(name, link(page) if is_open else "") for name, page, is_open in ways)
    said = f'<span>{escape(shown)}</span><span class="g-flip">{told}</span>'
    return f'<nav class="g-paging" aria-label="Pages of the list, {place} it">{said}</nav>'


def way(name: str, href: str) -> str:
    """One way to another page; words alone where there is none."""
    return f'<a href="{escape(href, quote=True)}">{name}</a>' if href else f'<span aria-disabled="true">{name}</span>'


def what_answered(events: Sequence[tuple[str, str]]) -> str:
    """Where answers to an event are read: filed elsewhere, they aren't in a list of what was said at or about it."""
    links = (f'<a href="{escape(href, quote=True)}">{escape(title)}</a>' for title, href in events)
    return "".join(f'<p class="g-note">Answers to it, filed elsewhere: {link}</p>' for link in links)


def loosen(ways: Sequence[tuple[str, str, int]]) -> str:
    """What would find something: words, address, how many statements."""
    told = "".join(
        f'<li><a href="{escape(href, quote=True)}">{escape(words)}</a> <small>{number(count)}</small></li>'
        for words, href, count in ways
    )
    return f'<section class="g-loosen"><h2>What would find something</h2><ul>{told}</ul></section>' if told else ""
