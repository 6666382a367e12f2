"""What the profiles of a country, a speaker and an event are put together from: sections, tables, lines. HTML."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from dashboard.parts.card import Link, brief, quote
from dashboard.parts.chips import chip, hidden, marks, questioned
from dashboard.readings.prose import ago, counted, is_missing, number, short_date, text
from dashboard.readings.wording import (
    LEFT_OFFICE,
    Row,
    heading,
    is_counted,
    is_doubted,
    is_previous,
    position_words,
    why_not_counted,
)

Cell = tuple[str, str]
Section = tuple[str, str, Sequence[str]]
# The ways into sections are shorter than their titles.
WAYS = {
    "record": "On record",
    "against": "Against their word",
    "pledged": "Pledged there",
    "papers": "Documents",
    "moved": "Changed since",
    "talk": "Said and answered",
    "outside": "By others",
    "topic": "Same topic",
    "doubts": "Contested",
    "corrected": "Corrected",
    "positions": "Positions",
    "strips": "Over time",
    "changes": "Changes",
    "conditions": "Conditions",
    "offers": "Contributions",
    "by": "Said for it",
    "about": "Said about it",
    "votes": "UN votes",
    "tones": "Tone",
    "activity": "By month",
}
# What a list counts that has no room for all, one and many.
NOUNS = {
    "strips": "kind of position|kinds of position",
    "changes": "change|changes",
    "conditions": "condition|conditions",
    "offers": "contribution|contributions",
    "events": "event|events",
    "votes": "vote|votes",
    "papers": "document|documents",
    "doubts": "doubt|doubts",
    "corrected": "correction|corrections",
    "latest": "statement|statements",
    "answered": "statement|statements",
    "talk": "statement|statements",
    "outside": "statement|statements",
    "topic": "statement|statements",
    "by": "statement|statements",
    "about": "statement|statements",
    "offices": "office|offices",
    "topics": "topic|topics",
    "tones": "spoken of",
    "talks": "person|people",
}
NOTHING = '<p class="g-none">Nothing on record.</p>'


def profile(theme_name: str, brief_href: str, sections: Sequence[Section], lead: str, aside: Sequence[str] = ()) -> str:
    """A whole profile: the lead, a row of ways into its sections, the sections.

    Each section is (anchor, title, columns); two columns stand beside each other, section by section. Where there is
    room, the sections named in `aside` stand beside those before them; elsewhere, and on paper, all follow in order.
    """
    shown = [(name, title, columns) for name, title, columns in sections if any(columns)]
    ways = "".join(f'<li><a href="#{name}">{escape(WAYS.get(name, title))}</a></li>' for name, title, _ in shown)
    printed = (
        f'<li class="g-brief"><a href="{escape(brief_href, quote=True)}" target="_blank" rel="noopener">'
        "Print a brief</a></li>"
        if brief_href
        else ""
    )
    beside = [place for place, one in enumerate(shown) if one[0] in aside]
    first, last = (beside[0], beside[-1] + 1) if beside else (0, 0)
    main, side, foot = ("".join(section(*one) for one in part) for part in cut(shown, first, last))
    body = (
        f'<div class="g-desk"><div>{main}</div><div>{side}</div></div>{foot}' if main and side else main + side + foot
    )
    nav = f'<nav class="g-ways" aria-label="Sections of this profile"><ul>{ways}{printed}</ul></nav>'
    return f'<div class="g-profile theme-{theme_name}">{lead}{nav}{body}</div>'


def cut(shown: Sequence[Section], first: int, last: int) -> tuple[Sequence[Section], ...]:
    """What stands before, beside and after."""
    return shown[:first], shown[first:last], shown[last:]


def section(name: str, title: str, columns: Sequence[str]) -> str:
    """A section under its heading; a column with nothing says so where another has something."""
    inner = "".join(f'<div class="g-column">{column or NOTHING}</div>' for column in columns)
    beside = " g-beside" if len(columns) > 1 else ""
    head = f"<h2>{escape(title)}</h2>"
    counts = f' data-more="{NOUNS[name]}"' if name in NOUNS else ""
    return (
        f'<section id="{name}" class="g-part-of{beside}"{counts}>{head}<div class="g-columns">{inner}</div></section>'
    )


def grid(heads: Sequence[str], rows: Iterable[Sequence[str]], label: str, kind: str = "") -> str:
    """A table of ready HTML cells; on a phone each cell carries its heading."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join(f"<tr>{_cells(heads, row)}</tr>" for row in rows)
    if not body:
        return ""
    names = f"g-grid {kind}".strip()
    return (
        f'<table class="{names}" aria-label="{escape(label, quote=True)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _cells(heads: Sequence[str], row: Sequence[str]) -> str:
    first = f'<th scope="row" data-head="{escape(heads[0], quote=True)}">{row[0]}</th>'
    rest = (
        f'<td data-head="{escape(head, quote=True)}">{cell}</td>' for head, cell in zip(heads[1:], row[1:], strict=True)
    )
    return first + "".join(rest)


def small(words: str) -> str:
    """Quiet words."""
    return f"<small>{escape(words)}</small>" if words else ""


def and_more(left: int, noun: str = "") -> str:
    """How many aren't listed; nothing where all are."""
    told = counted(left, f"more {noun}") if noun else f"{number(left)} more"
    return f'<p class="g-more">and {told}</p>' if left > 0 else ""


def anchor(href: str, words: str) -> str:
    """Words as a link where there is somewhere to lead; ready words are escaped here."""
    return f'<a href="{escape(href, quote=True)}">{escape(words)}</a>' if href else escape(words)


def signs(row: Row, href: str = "#doubts") -> str:
    """The signs that a row carries; that of a doubt leads to what is contested, on the same page if nowhere else."""
    return marks({**row, "doubts": 0}) + (questioned(href) if is_doubted(row) else "")


def stand(row: Row, href: str = "#doubts") -> str:
    """A position as a chip with its words and the signs that it carries."""
    status = text(row.get("status"))
    shown = chip(status, hollow=not is_counted(row), small=True, dashed=is_counted(row) and is_previous(row))
    apart = "" if is_counted(row) else small(f"not counted: {why_not_counted(row['counted_as'])}")
    previous = small(LEFT_OFFICE) if is_counted(row) and is_previous(row) else ""
    words = f"<b>{escape(position_words(row))}</b>{signs(row, href)}"
    return f'<span class="g-stands">{shown} {words}</span> {apart}{previous}'


def stand_short(row: Row) -> str:
    """A position in a narrow cell: chip and day, its words for who doesn't see the mark."""
    status = text(row.get("status"))
    words = heading(status, text(row.get("kind")), {text(row.get("instrument"))} - {""})
    apart = "" if is_counted(row) else f", not counted: {why_not_counted(row['counted_as'])}"
    shown = chip(status, hollow=not is_counted(row), small=True, dashed=is_counted(row) and is_previous(row))
    day = escape(short_date(row.get("announced_on"), row.get("date_precision")))
    aged = bool(row.get("is_aged")) and not is_missing(row.get("is_aged"))
    dated = f'<em title="older than 180 days">{day}</em>' if aged else day
    return f'<span class="g-stands">{shown}{hidden(f" {words}{apart}, ")} {dated}{marks(row)}</span>'


def last_said(row: Row) -> str:
    """The day on which a position was last said, and how long ago that is."""
    day = escape(short_date(row.get("announced_on"), row.get("date_precision")))
    aged = bool(row.get("is_aged")) and not is_missing(row.get("is_aged"))
    return f"{f'<em>{day}</em>' if aged else day} {small(ago(row.get('age_days')))}"


def said_by(row: Row, link: Link, name: str = "speaker", office: str = "office") -> str:
    """Who said it, in which office; says so where nobody is recorded."""
    speaker = text(row.get(name))
    if not speaker:
        return small("speaker not recorded")
    named, told = anchor(link("speaker", text(row.get(f"{name}_id"))), speaker), text(row.get(office))
    return f"{named}, {small(told)}" if told else named


def turns(cards: Sequence[Row], link: Link) -> str:
    """Statements one under the other: who, when, what, the quote."""
    told = "".join(f"<li>{brief(card, link)}{quote(card)}</li>" for card in cards)
    return f'<ul class="g-said-list">{told}</ul>' if told else ""


def own(card: Row, link: Link) -> str:
    """A statement on the page of who made it: day, occasion, what, what it answers."""
    day = short_date(card.get("said_on"), card.get("date_precision"))
    event, place = text(card.get("event_title")), text(card.get("place"))
    where = anchor(link("event", text(card.get("event_id"))), event) if event else escape(place)
    to = text(card.get("reply_to_speaker"))
    answers = f" · answers {anchor(link('statement', text(card.get('reply_to_id'))), to)}" if to else ""
    facts_told = f"<small>{escape(office_of(card))}{f' · {where}' if where else ''}{answers}</small>"
    href = link("statement", text(card.get("statement_id")))
    said, doubt = anchor(href, text(card.get("summary"))), questioned(href) if is_doubted(card) else ""
    return f"<b>{escape(day)}</b> {facts_told}<br>{said}{doubt}{quote(card)}"


def office_of(card: Row) -> str:
    """The office of that day, and for whom."""
    parts = [text(card.get("office")), text(card.get("actor"))]
    return ", ".join(part for part in parts if part) or "no office recorded for that day"


def rest(count: int, words: str, href: str) -> str:
    """A line that leads to what isn't listed here; nothing where all is."""
    return f'<p class="g-more">{anchor(href, words)}</p>' if count > 0 else ""


def facts(pairs: Sequence[Cell]) -> str:
    """A few large facts beside each other: (the number or word, what it is, as HTML)."""
    told = "".join(f"<li><b>{escape(large)}</b><span>{words}</span></li>" for large, words in pairs)
    return f'<ul class="g-facts">{told}</ul>' if told else ""


def bands(row: Mapping[str, object]) -> str:
    """A composition of tones as one bar, widest to the harshest, with the counts in words."""
    tones = ("supportive", "neutral", "critical", "hostile")
    counts = [(tone, int(str(row[tone]))) for tone in tones]
    total = sum(count for _, count in counts) or 1
    parts = "".join(
        f'<span class="g-band g-band-{tone}" style="width:{100 * count / total:.1f}%"></span>'
        for tone, count in counts
        if count
    )
    words = ", ".join(f"{count} {tone}" for tone, count in counts if count)
    return f'<span class="g-bands" aria-hidden="true">{parts}</span> {small(words)}'
