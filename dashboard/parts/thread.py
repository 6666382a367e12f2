"""A conversation as an indented thread, oldest first: each answer under what it answers. HTML, everything escaped."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.card import Link, brief, doubt_mark, linked, no_link, office, quote
from dashboard.parts.evidence import source_list
from dashboard.readings.prose import counted, listed, short_date, text
from dashboard.readings.wording import Row

DEEPEST, ALL_OPEN, FEW = 6, 8, 2
Children = Mapping[str, Sequence[Row]]


def thread_of(told: Sequence[Row], theme: Theme, link: Link = no_link, focus: str | None = None) -> str:
    """The statements of one conversation in reading order; in a long one only the focus's own branch is unfolded.

    Nested lists carry the order for a screen reader; deeper than six levels the indent stops growing.
    """
    parents = parents_of(told)
    children: dict[str, list[Row]] = {}
    for row in told:
        children.setdefault(parents[row["statement_id"]], []).append(row)
    open_ids = set(parents) if len(told) <= ALL_OPEN or focus not in parents else near(parents, str(focus))
    answers = sum(int(row["depth"]) > 0 for row in told)
    heading = f"<h3>What was said, and answered <small>{counted(answers, 'answer')}</small></h3>"
    body = branch(children[""], children, open_ids, link, focus)
    return f'<section class="g-thread theme-{theme.name}">{heading}{body}</section>'


def parents_of(told: Sequence[Row]) -> dict[str, str]:
    """Statement → the one it answers, by their depths in reading order; "" for the opening one."""
    parents, above = dict[str, str](), list[str]()
    for row in told:
        del above[int(row["depth"]) :]
        parents[row["statement_id"]] = above[-1] if above else ""
        above.append(row["statement_id"])
    return parents


def near(parents: Mapping[str, str], focus: str) -> set[str]:
    """A statement, what it answers up to the opening one, and whatever hangs on it."""
    found, one = {focus}, focus
    while one := parents[one]:
        found.add(one)
    below = {focus}
    for answer, answered in parents.items():
        below |= {answer} if answered in below else set()
    return found | below


def branch(told: Sequence[Row], children: Children, open_ids: set[str], link: Link, focus: str | None) -> str:
    """Statements on one level, each with its answers; those off the branch of the focus folded at the end."""
    shown = [row for row in told if row["statement_id"] in open_ids]
    folded = [row for row in told if row["statement_id"] not in open_ids]
    body = "".join(turn(row, children, open_ids, link, focus) for row in shown)
    if folded:
        every = {row["statement_id"] for level in children.values() for row in level}
        inner = branch(folded, children, every, link, focus)
        words = counted(size(folded, children), "other answer")
        body += f"<li><details><summary>{words}</summary>{inner}</details></li>"
    return f"<ul>{body}</ul>"


def size(told: Sequence[Row], children: Children) -> int:
    """How many statements hang together, these with all their answers."""
    return sum(1 + size(children.get(row["statement_id"], ()), children) for row in told)


def turn(row: Row, children: Children, open_ids: set[str], link: Link, focus: str | None) -> str:
    """One statement and, under it, its answers; the name leads to the speaker, what was said to the statement."""
    one = row["statement_id"]
    who = linked(link, "speaker", row.get("speaker_id"), text(row.get("speaker")))
    when = escape(short_date(row.get("said_on"), row.get("date_precision")))
    depth = min(int(row["depth"]), DEEPEST)
    here = ' aria-current="true"' if focus and one == focus else ""
    head = f'<p class="g-who"><b>{who}</b> <small>{office(row, link)}, {when}</small></p>'
    answers = branch(children[one], children, open_ids, link, focus) if one in children else ""
    summary = linked(link, "statement", one, text(row.get("summary")))
    doubt = doubt_mark(row, link("statement", one))
    said = f"{head}<p>{summary}{doubt}</p>{'' if here else quote(row)}"  # the focus has a card of its own
    return f'<li><div class="g-turn g-deep-{depth}"{here}>{said}</div>{answers}</li>'


def steps(told: Sequence[Row], focus: str, link: Link) -> str:
    """Ways from a statement through its conversation: up to what opened it and what it answers, down to answers."""
    known = {row["statement_id"]: row for row in told}
    row, first = known[focus], told[0]
    parent = known.get(text(row.get("reply_to_id")))
    below = [one for one in told if one.get("reply_to_id") == focus]
    ways = []
    if parent and parent["statement_id"] != first["statement_id"]:
        ways.append(step("↑", "Opening statement", first, link))
    if parent:
        ways.append(step("↑", "Answers", parent, link))
    if below:
        words = "Answered by" if len(below) == 1 else f"First of {counted(len(below), 'answer')}:"
        ways.append(step("↓", words, below[0], link))
    return f'<nav class="g-through" aria-label="Through the conversation">{"".join(ways)}</nav>' if ways else ""


def step(arrow: str, words: str, row: Row, link: Link) -> str:
    """One way, as a link that names where it leads."""
    href = escape(link("statement", row["statement_id"]), quote=True)
    name, when = escape(text(row["speaker"])), escape(short_date(row["said_on"], row["date_precision"]))
    return f'<a href="{href}"><span aria-hidden="true">{arrow}</span> {escape(words)} {name}, {when}</a>'


def unanswered(told: Sequence[Row], heading: str, rule: str, rest: str, theme: Theme, link: Link) -> str:
    """What else was said, one line each, under its heading and the rule by which it stands here."""
    if not told:
        return ""
    lines = "".join(f"<li>{brief(row, link)}</li>" for row in told)
    return (
        f'<section class="g-card g-also theme-{theme.name}"><h4>{escape(heading)}</h4>'
        f'<p class="g-note">{escape(rule)}</p><ul>{lines}</ul>{rest}</section>'
    )


def relied_on(sources: pd.DataFrame, theme: Theme) -> str:
    """The sources of a statement; more than a few folded under their number, so that the conversation stays near."""
    told = source_list(sources)
    if len(sources) <= FEW:
        return f'<div class="g-card theme-{theme.name}">{told}</div>'
    names = listed(list(dict.fromkeys(sources["publisher"].map(str))), FEW)
    summary = escape(f"{counted(len(sources), 'source')}: {names}")
    return f'<details class="g-card g-relied theme-{theme.name}"><summary>{summary}</summary>{told}</details>'
