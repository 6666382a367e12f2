"""How the rows were made, as a document. HTML, everything escaped."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip
from dashboard.parts.codebook import coded
from dashboard.parts.profile import anchor, facts, grid, profile, small
from dashboard.readings import method as said
from dashboard.readings.prose import counted, number, short_date, text
from dashboard.readings.wording import lowered

Row = Mapping[str, Any]
Href = Callable[[Row], str]


def method(theme: Theme, rules: Sequence[Row], share: Row, href: Href, book: Callable[[str], str]) -> str:
    """Found, coded, checked, represented: each under its heading."""
    found = paragraphs([*said.FOUND, several(share)])
    sections = [
        ("found", "How rows were found", [found]),
        ("checked", "How often they were wrong", [checks()]),
        ("represented", "What there is too much and too little of", [represented(share)]),
        ("reading", "What the numbers are not", [paragraphs([said.COUNTS, *said.SILENCE])]),
        ("coded", "How they were coded", [paragraphs(said.CODED)]),
        *((name, title, [rules_of(name, why, rules, href, book(name))]) for name, (title, why) in said.RULES.items()),
    ]
    return f'<div class="g-data">{profile(theme.name, "", sections, "")}</div>'


def paragraphs(words: Sequence[str]) -> str:
    """Text to read."""
    return f'<div class="g-prose">{"".join(f"<p>{escape(one)}</p>" for one in words)}</div>'


def several(share: Row) -> str:
    """How well rows are sourced."""
    return (
        f"{percent(share['several'], share['rows'])} of the rows rest on two or more pages; "
        f"{counted(int(share['doubts']), 'doubt')} stand against cells of them."
    )


def percent(part: Any, whole: Any, decimals: int = 0) -> str:
    """``71 %``."""
    return f"{number(100 * int(part) / max(int(whole), 1), decimals)} %"


def checks() -> str:
    """Each blind check with its faults and what followed; both together, with how far that may be off."""
    whole = said.checked()
    low, high = said.interval(whole.major, whole.rows)
    large = [
        (
            f"{number(100 * whole.major / whole.rows, 1)} %",
            f"of {number(whole.rows)} random rows had a major fault ({number(whole.major)} rows); the true share lies "
            f"between {number(low, 1)} and {number(high, 1)} % with 95 % confidence",
        ),
        (
            f"{number(100 * whole.minor / whole.rows, 1)} %",
            f"had a minor one ({number(whole.minor)} rows)",
        ),
    ]
    rows = [
        (
            f"{name} {small(f'{number(one.rows)} rows')}",
            f"<b>{number(one.major)}</b> {small(f'{number(one.share, 1)} %')}",
            f"<b>{number(one.minor)}</b> {small(f'{number(100 * one.minor / one.rows, 1)} %')}",
            escape(one.faults),
            escape(one.after),
        )
        for name, one in zip(("First check", "Second check"), said.CHECKS, strict=True)
    ]
    heads = ("Check", "Major", "Minor", "The major ones", "What was done")
    table = grid(heads, rows, "Blind checks of random rows", "g-checks")
    return f"{paragraphs([said.CHECKED])}{facts(large)}{table}{paragraphs([said.REMAIN])}"


def represented(share: Row) -> str:
    """What much of the collection has in common, and what it has little of, as computed."""
    loudest = ", ".join(text(one) for one in share["loudest_labels"])
    much = (
        f"Pages in English: {percent(share['english'], share['sources'])} of {number(share['sources'])}.",
        f"Those most spoken for – {loudest} – with {percent(share['loudest'], share['statements'])} of all statements.",
        f"Europe: {percent(share['european'], share['pledges'])} of the pledges are those of European states or the "
        "EU.",
        f"The year {share['year']} with its summits: {percent(share['best_year'], share['statements'])} of all "
        "statements.",
    )
    little = (
        f"The rest of the world: somebody speaks for {number(share['countries_heard'])} of "
        f"{number(share['countries'])} countries.",
        f"Words as they were spoken: {percent(share['in_original'], share['quoted'])} of the quotes are known to be in "
        "the original language.",
        f"Parliaments: {percent(share['parliaments'], share['pledges'])} of the pledges rest on a vote; governments "
        "and heads of state make the reports.",
        "Talks behind closed doors, and what was said and not reported.",
    )
    both = "".join(
        f'<div><h3>{title}</h3><ul class="g-points">{"".join(f"<li>{escape(one)}</li>" for one in words)}</ul></div>'
        for title, words in (("Over-represented", much), ("Under-represented", little))
    )
    return f'{paragraphs([said.REPRESENTED])}<div class="g-pair-of">{both}</div>'


def rules_of(name: str, why: str, rules: Sequence[Row], href: Href, book: str) -> str:
    """The codes of one vocabulary with their rules and examples."""
    told = "".join(rule(row, href) for row in rules if row["vocabulary"] == name)
    return f'{paragraphs([why])}<dl class="g-rules">{told}</dl><p class="g-more">{anchor(book, "In the codebook")}</p>'


def rule(row: Row, href: Href) -> str:
    """One code: its word, its rule, its rows, three of them."""
    mark = f"{chip(row['code'], small=True)} " if row["vocabulary"] == "pledge_status" else ""
    tone = f' class="g-tone-of g-tone-{escape(row["code"], quote=True)}"' if row["vocabulary"] == "tone" else ""
    counting = row.get("is_counting")
    counts = "" if counting is None else f' <span class="g-counts">{"counts" if counting else "does not count"}</span>'
    rows = anchor(row["href"], counted(int(row["rows"]), "row"))
    told = "".join(f"<li>{example(one, href)}</li>" for one in row["examples"])
    examples = f'<ul class="g-examples">{told}</ul>' if told else ""
    return (
        f"<div{tone}><dt>{mark}<b>{escape(row['label'])}</b>{counts} <small>{rows}</small></dt>"
        f"<dd><p>{coded(row['description'])}</p>{examples}</dd></div>"
    )


def example(row: Row, href: Href) -> str:
    """A row in a line: whose, on or toward what, when, what."""
    is_tone = row["vocabulary"] == "tone"
    toward = f"on {text(row['toward'])}" if is_tone else lowered(text(row["toward"]))
    about = f"{toward}, {short_date(row['day'], row['date_precision'])}"
    return f"<b>{escape(text(row['who']))}</b> {small(about)} {anchor(href(row), text(row['summary']))}"
