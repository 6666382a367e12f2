"""Who moved between two days, by what path and on whose word, as a list: the text of the two maps in one."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, marks
from dashboard.readings.compare import GROUPS, grouped, office_words, path_words
from dashboard.readings.prose import counted, items, number, short_date, text
from dashboard.readings.wording import Row, condition_words, in_strip, is_counted, rows, why_not_counted

# profile of an actor or speaker, statement, pledge in focus, ledger of a pledger → its address
Link = Callable[[str, str], str]
Words = Mapping[str, Row]
# what is said, the words of a link, its address
Way = tuple[str, str, str]
FIRST, LAST = 2, 9
MOST = FIRST + LAST + 1


def paths(
    found: Sequence[Row],
    steps: pd.DataFrame,
    theme: Theme,
    link: Link,
    until: object,
    opening: str = "",
    ways: Sequence[Way] = (),
    is_apart: bool = True,
) -> str:
    """Paths (queries.compare.paths) under a heading per outcome; ``steps`` says who said each step on the way.

    A row's `uncounted` is what stood on the earlier day without counting; ``opening`` is a line above them all, and
    below it lead ``ways`` on: what is said, the words of a link, its address. ``is_apart``: the days are two.
    """
    said = {text(row["pledge_id"]): row for row in rows(steps)}
    groups = grouped(found)
    body = "".join(_group(name, groups[name], said, link, until) for name in GROUPS if groups.get(name))
    empty = '<p class="g-none">No position moved between these days.</p>' if is_apart else ""
    label = "Who moved between the two days"
    above = _above(opening, ways)
    counts = 'data-more="position|positions"'
    return f'<section class="g-paths theme-{theme.name}" {counts} aria-label="{label}">{above}{body or empty}</section>'


def lead(theme: Theme, opening: str = "", ways: Sequence[Way] = ()) -> str:
    """What stands above the list of paths, alone: above maps that have the row, where the list follows far below."""
    said = _above(opening, ways)
    return f'<section class="g-path-lead theme-{theme.name}" aria-label="In short">{said}</section>' if said else ""


def _above(opening: str, ways: Sequence[Way]) -> str:
    return (f'<p class="g-path-chosen">{escape(opening)}</p>' if opening else "") + "".join(map(_further, ways))


def _further(way: Way) -> str:
    said, words, address = way
    told = " ".join(part for part in (escape(said), _anchor(address, words) if address else "") if part)
    return f'<p class="g-path-said g-path-further">{told}</p>'


def _group(name: str, chosen: Sequence[Row], said: Words, link: Link, until: object) -> str:
    title = f'<h2><span class="g-count">{len(chosen)}</span> {escape(GROUPS[name])}</h2>'
    return f"{title}<ol>{''.join(_path(row, said, link, until) for row in chosen)}</ol>"


def _path(row: Row, said: Words, link: Link, until: object) -> str:
    name = _anchor(link("actor", text(row["pledger_id"])), text(row["pledger"]))
    ledger = _anchor(link("ledger", text(row["pledger_id"])), "ledger", "g-small")
    doubted = link("pledge", text(row["pledge_id"]))
    way = "".join(_steps(items(row["path"]), row, said, link))
    lines = [_voice("Now", row, "new", link, until), *_before(row, link, until)]
    return (
        f'<li><p class="g-path-who"><strong>{name}</strong>{marks(row, doubted)} {ledger} '
        f'<span class="g-path-words">{escape(path_words(row))}</span></p>'
        f'<p class="g-path-way">{way}</p>{"".join(lines)}<p class="g-path-said">{escape(text(row["summary"]))}'
        f"{_conditions(row)} {_evidence(row, link)}</p></li>"
    )


def _steps(path: Sequence[Row], row: Row, said: Words, link: Link) -> list[str]:
    """Each position on the way, after its arrow; of a long way the first and the last ones, those between counted."""
    statuses = [(text(step["status"]), _is_hollow(step, row, said)) for step in path]
    told = [
        _led(_step(step, row, said, link), at == 0, at > 0 and statuses[at] == statuses[at - 1])
        for at, step in enumerate(path)
    ]
    if len(path) <= MOST:
        return told
    between = _anchor(link("ledger", text(row["pledger_id"])), f"{number(len(path) - FIRST - LAST)} more", "g-small")
    return [*told[:FIRST], _led(between), *told[-LAST:]]


def _led(step: str, is_first: bool = False, is_again: bool = False) -> str:
    """A step with the arrow that leads to it; one that only says again what came before can be left out."""
    arrow = "" if is_first else '<span aria-hidden="true">→</span>'
    return f'<span class="g-path-step{" g-again" * is_again}">{arrow}{step}</span>'


def _is_hollow(step: Row, row: Row, said: Words) -> bool:
    """True for a step that doesn't count."""
    told, is_last = said.get(text(step["pledge_id"]), {}), text(step["pledge_id"]) == text(row["pledge_id"])
    counted_as = row["counted_as"] if is_last else told.get("counted_as") or row["old_counted_as"]
    return text(counted_as or "counted") != "counted"


def _step(step: Row, row: Row, said: Words, link: Link) -> str:
    """One position on the way: its letter and day, leading to the words behind it."""
    told = said.get(text(step["pledge_id"]), {})
    status = in_strip(text(step["status"]), text(row["kind"]))
    who = text(told.get("new_speaker")) or (text(row["old_speaker"]) if not step["is_step"] else "")
    title = ", ".join(part for part in (status, who) if part)
    day = f'<span class="g-path-day">{short_date(step["announced_on"])}</span>'
    shown = f"{chip(text(step['status']), hollow=_is_hollow(step, row, said), small=True)} {day}"
    href = escape(link("pledge", text(step["pledge_id"])), quote=True)
    return f'<a href="{href}" title="{escape(title, quote=True)}">{shown}{hidden(f": {status}")}</a>'


def _voice(when: str, row: Row, end: str, link: Link, until: object) -> str:
    speaker, office = text(row[f"{end}_speaker"]), text(row[f"{end}_office"])
    name = _anchor(link("speaker", text(row[f"{end}_speaker_id"])), speaker) if speaker else "speaker not recorded"
    day = short_date(row["announced_on" if end == "new" else "old_announced_on"])
    since = office_words(office, text(row[f"{end}_office_now"]), until) if speaker else ""
    told = ", ".join(part for part in (escape(office), escape(day)) if part)
    return f'<p class="g-path-voice"><span>{when}</span> {name}, {told}{escape(since)}</p>'


def _before(row: Row, link: Link, until: object) -> list[str]:
    if text(row["old_pledge_id"]):
        return [_voice("Before", row, "old", link, until)]
    return [_uncounted(row["uncounted"], link)] if row.get("uncounted") else []


def _uncounted(row: Row, link: Link) -> str:
    """What stood on the earlier day though it doesn't count: who, when, what, why not."""
    who = text(row["speaker"])
    name = _anchor(link("speaker", text(row["speaker_id"])), who) if who else "speaker not recorded"
    day = _anchor(link("pledge", text(row["pledge_id"])), short_date(row["announced_on"], row["date_precision"]))
    told = ", ".join(part for part in (name, escape(text(row["office"])), day) if part)
    status = in_strip(text(row["status"]), text(row["kind"]))
    why = escape(f"{status}; not counted: {why_not_counted(row['counted_as'])}")
    return f'<p class="g-path-voice"><span>Before</span> {told}: {why}</p>'


def _conditions(row: Row) -> str:
    words = condition_words(row["new_conditions"])
    why = "" if is_counted(row) else f" Not counted: {why_not_counted(row['counted_as'])}."
    return escape(f" Hangs on {words}." if words and text(row["new_status"]) != "declined" else "") + escape(why)


def _evidence(row: Row, link: Link) -> str:
    """The statement, and on how many pages it rests."""
    statement, count = text(row["statement_id"]), len(items(row["source_ids"]))
    words = _anchor(link("statement", statement), "statement") if statement else "no statement recorded"
    sources = _anchor(link("pledge", text(row["pledge_id"])), counted(count, "source"))
    return f'<span class="g-path-proof">{words} · {sources}</span>'


def _anchor(href: str, words: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<a{named} href="{escape(href, quote=True)}">{escape(words)}</a>'
