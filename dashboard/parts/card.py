"""Cards of a statement and of an event: all that the collection holds about one row. HTML, everything escaped."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, questioned
from dashboard.parts.evidence import RIVALS, doubt_list, source_list
from dashboard.readings.prose import (
    counted,
    is_missing,
    items,
    listed,
    long_date,
    number,
    sentence,
    short_date,
    span,
    text,
)
from dashboard.readings.wording import Row, lowered, rows, status_words

Link = Callable[[str, str], str]
UNDETERMINED, OURS = "not determined", "English"
_FORMS = {"original": "original words", "translation": "translated", "unclear": "original or translated: not clear"}
_NONE = pd.DataFrame()


def no_link(_kind: str, _one: str) -> str:
    """The link of a page that has no pages to lead to."""
    return ""


def statement_card(
    card: Row,
    theme: Theme,
    answered: Row | None = None,
    answers: pd.DataFrame = _NONE,
    doubts: pd.DataFrame = _NONE,
    sources: pd.DataFrame = _NONE,
    link: Link = no_link,
    pledges: Sequence[Row] = (),
    corrected: str = "",
) -> str:
    """One row of relation ``statement_cards``, with what it answers, what answers it, its doubts and its sources.

    ``link(kind, id)`` gives the address of a "speaker", "country", "event" or "statement", and of the "reader" of a
    statement, where its whole conversation stands; "" leaves plain words. ``pledges`` are positions and offers that
    rest on it (relation ``pledge_cards``), ``corrected`` tells in HTML which cells said something else once.
    """
    return (
        f'<article class="g-card theme-{theme.name}">'
        f"<header>{_who(card, link)}{_where(card, link)}</header>"
        f'<p class="g-said">{escape(text(card.get("summary")))}{doubt_mark(card, RIVALS)}</p>'
        f"{quote(card)}{_count(card)}{_topics(card)}{tones(card, link)}{_pledges(pledges, link)}"
        f"{_answered(answered, card, link)}{_answers(answers, link)}"
        f"{doubt_list(doubts)}{corrected}{source_list(sources)}{_reader(card, link)}</article>"
    )


def linked(link: Link, kind: str, one: Any, words: str) -> str:
    """Words as a link where there is somewhere to lead."""
    href = link(kind, text(one)) if text(one) else ""
    return f'<a href="{escape(href, quote=True)}">{escape(words)}</a>' if href else escape(words)


def _who(card: Row, link: Link) -> str:
    """The speaker, and the office held on that day."""
    speaker = linked(link, "speaker", card.get("speaker_id"), text(card.get("speaker")))
    return f'<h3>{speaker}</h3><p class="g-office">{office(card, link)}</p>'


def office(card: Row, link: Link = no_link) -> str:
    """The office of that day and for whom; says so where none is recorded."""
    actor = linked(link, "country", card.get("actor_id"), text(card.get("actor"))) if text(card.get("actor")) else ""
    parts = [part for part in (escape(text(card.get("office"))), actor) if part]
    return ", ".join(parts) or "no office recorded for that day"


def _where(card: Row, link: Link) -> str:
    event = text(card.get("event_title"))
    parts = [
        escape(sentence(long_date(card.get("said_on"), card.get("date_precision"))).rstrip(".")),
        escape(text(card.get("place"))),
        linked(link, "event", card.get("event_id"), event) if event else "",
        escape(text(card.get("act")).lower()),
    ]
    return f'<p class="g-when">{" · ".join(part for part in parts if part)}</p>'


def quote(card: Row) -> str:
    """The words as reported, saying whether they are the original."""
    words = text(card.get("quote"))
    if not words:
        return ""
    return f'<blockquote class="g-quote">“{escape(words)}” <cite>{escape(spoken(card))}</cite></blockquote>'


def spoken(card: Row) -> str:
    """Whether the words are those spoken, and in which: ``original words, in French``, ``translated from French``."""
    form, language = _FORMS.get(text(card.get("quote_form")), "as reported"), text(card.get("quote_language"))
    if text(card.get("quote_form")) == "original" and language not in ("", OURS) and UNDETERMINED not in language:
        return f"{form}, in {language}"
    if form != "translated" or not language:
        return form
    return f"{form}; {lowered(language)}" if UNDETERMINED in language else f"{form} from {language}"


def doubt_mark(card: Row, href: str = "") -> str:
    """A raised question mark where a cell of the row is contested or uncertain, with words of its own.

    `href` leads to what rivals it.
    """
    if is_missing(card.get("doubts")) or not int(card["doubts"]):
        return ""
    return questioned(href)


def _count(card: Row) -> str:
    """A number of countries that the speaker gave: a number said, never a list of rows."""
    if is_missing(card.get("count_said")):
        return ""
    words = f"Gave a number of countries: {number(card['count_said'])}. It is the speaker’s, not a count of rows here."
    return f'<p class="g-note">{words}</p>'


def _topics(card: Row) -> str:
    """What it is about."""
    labels = [lowered(text(label)) for label in items(card.get("topic_labels"))]
    return f'<p class="g-note">On {escape(listed(labels))}.</p>' if labels else ""


def _pledges(pledges: Sequence[Row], link: Link) -> str:
    """Positions and offers that are on record by this statement."""
    told = "".join(f"<li>{_pledge(row, link)}</li>" for row in pledges)
    return f'<section class="g-turn"><h4>On record by it</h4><ul>{told}</ul></section>' if told else ""


def _pledge(row: Row, link: Link) -> str:
    profile, what = link("country", row["pledger_id"]), f"{lowered(text(row['kind_label']))}: {status_words(row)}"
    doubt = doubt_mark(row, f"{profile}#doubts" if profile else "")
    pledger = linked(link, "country", row["pledger_id"], text(row["pledger"]))
    return f"{chip(text(row['status']), small=True)} {pledger}, {escape(what)}{doubt}"


def _reader(card: Row, link: Link) -> str:
    """The way to the page where its whole conversation stands."""
    href = link("reader", text(card.get("statement_id")))
    return (
        f'<p class="g-onward"><a href="{escape(href, quote=True)}">Open it among the statements</a></p>' if href else ""
    )


def tones(card: Row, link: Link = no_link) -> str:
    """Toward whom, and in what tone, in words as well as colour."""
    told = []
    for one in items(card.get("mentions")):
        tone, name = text(one.get("tone")), text(one.get("label"))
        whom = linked(link, _kind_of(one.get("actor_id")), one.get("actor_id"), name)
        told.append(f'<li class="g-tone g-tone-{escape(tone, quote=True)}">{whom} <small>{escape(tone)}</small></li>')
    return f'<ul class="g-tones" aria-label="Tone toward others">{"".join(told)}</ul>' if told else ""


def _kind_of(actor_id: Any) -> str:
    """Ids of persons are written small, those of countries and organisations are not."""
    return "speaker" if text(actor_id).islower() else "country"


def _answered(answered: Row | None, card: Row, link: Link) -> str:
    """What the statement answers: whole where the row is given, by its speaker where only the id is."""
    if answered is not None:
        return f'<section class="g-turn"><h4>Answers</h4><ul><li>{brief(answered, link)}</li></ul></section>'
    speaker = text(card.get("reply_to_speaker"))
    if not speaker:
        return ""
    return f'<p class="g-note">Answers {linked(link, "statement", card.get("reply_to_id"), speaker)}.</p>'


def _answers(answers: pd.DataFrame, link: Link) -> str:
    if answers.empty:
        return ""
    told = "".join(f"<li>{brief(row, link)}</li>" for row in rows(answers))
    heading = f"{counted(len(answers), 'answer')} to it"
    return f'<section class="g-turn"><h4>{heading[0].upper()}{heading[1:]}</h4><ul>{told}</ul></section>'


def brief(card: Row, link: Link = no_link) -> str:
    """A statement in one line: who, when, what; the name leads to the speaker, what was said to the statement."""
    who = linked(link, "speaker", card.get("speaker_id"), text(card.get("speaker")))
    when = escape(short_date(card.get("said_on"), card.get("date_precision")))
    said = linked(link, "statement", card.get("statement_id"), text(card.get("summary")))
    href = link("statement", text(card.get("statement_id")))
    return f"<b>{who}</b> <small>{office(card, link)}, {when}</small> {said}{doubt_mark(card, href)}"


def event_card(
    event: Mapping[str, Any],
    theme: Theme,
    doubts: pd.DataFrame = _NONE,
    sources: pd.DataFrame = _NONE,
    link: Link = no_link,
    corrected: str = "",
) -> str:
    """One row of ``events`` with ``category_label``, ``participants`` (names) and ``doubts`` (their number)."""
    title = linked(link, "event", event.get("event_id"), text(event.get("title")))
    parts = [_days(event), text(event.get("place")), text(event.get("category_label")).lower()]
    return (
        f'<article class="g-card theme-{theme.name}"><header><h3>{title}</h3>'
        f'<p class="g-when">{" · ".join(escape(part) for part in parts if part)}</p></header>'
        f'<p class="g-said">{escape(text(event.get("summary")))}{doubt_mark(event, RIVALS)}</p>'
        f"{_participants(event, link)}{_held(event, link)}{doubt_list(doubts)}{corrected}"
        f"{source_list(sources)}</article>"
    )


def _days(event: Row) -> str:
    if not is_missing(event.get("ends_on")):
        return span(event.get("starts_on"), event.get("ends_on"))
    return sentence(long_date(event.get("starts_on"), event.get("date_precision"))).rstrip(".")


def _held(event: Row, link: Link) -> str:
    """How much hangs on the event, and the way to its page."""
    counts = (("statements", "statement"), ("pledges", "pledge"), ("answers", "answer"))
    told = [counted(int(event[name]), noun) for name, noun in counts if not is_missing(event.get(name)) and event[name]]
    href = link("event", text(event.get("event_id")))
    words = "Who took part, what each had on record, who answered"
    way = f'<a href="{escape(href, quote=True)}">{words}</a>' if href else ""
    said = f"<small>{escape(listed(told))} on record.</small> " if told else ""
    return f'<p class="g-onward">{said}{way}</p>' if said or way else ""


def _participants(event: Row, link: Link) -> str:
    """Who is named, and whether that is everybody: named of reported, Ukraine not counted."""
    ids = items(event.get("participant_ids"))
    found = [text(name) for name in items(event.get("participants"))]
    ids = ids if len(ids) == len(found) else [""] * len(found)
    names = [linked(link, _kind_of(one), one, name) for one, name in zip(ids, found, strict=True)]
    if not names:
        return ""
    reported = event.get("participants_reported")
    note = ""
    if not is_missing(reported):
        note = f" <small>Reports speak of {counted(int(reported), 'state')} besides Ukraine.</small>"  # type: ignore[arg-type]
    return f'<p class="g-part"><b>Took part, as far as named:</b> {listed(names)}.{note}</p>'
