"""What was said at an event and answered: conversations as nested lists, and what may or may not be an answer. HTML."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.parts.card import Link, doubt_mark, office, quote
from dashboard.parts.profile import anchor, small
from dashboard.readings.prose import counted, short_date, text
from dashboard.readings.wording import Row

MOST_ALONE, MOST_SAME = 12, 12


def talk(said: Sequence[Row], link: Link) -> str:
    """Statements made there with every answer and answer back; then those that nobody answered."""
    children = by_parent(said)
    roots = [row for row in openings(said) if row["took_part"]]
    answered = sorted(
        (row for row in roots if children.get(row["statement_id"])), key=lambda row: -below(row, children)
    )
    alone = [row for row in roots if not children.get(row["statement_id"])]
    told = "".join(_turn(row, children, link, 0) for row in answered)
    quiet = "".join(_turn(row, children, link, 0) for row in alone[:MOST_ALONE])
    left = len(alone) - MOST_ALONE
    more = f'<p class="g-more">{counted(left, "more statement")} in the table of this page.</p>' if left > 0 else ""
    between = "<h3>Said there, without an answer on record</h3>" if told and quiet else ""
    return f"{_list(told)}{between}{_list(quiet)}{more}"


def from_outside(said: Sequence[Row], link: Link) -> str:
    """Statements filed under the event by those who took no part, with what answered them."""
    children = by_parent(said)
    return _list("".join(_turn(row, children, link, 0) for row in openings(said) if not row["took_part"]))


def openings(said: Sequence[Row]) -> list[Row]:
    """Statements that answer nothing in the set."""
    known = {row["statement_id"] for row in said}
    return [row for row in said if text(row["reply_to_id"]) not in known]


def by_parent(said: Sequence[Row]) -> dict[str, list[Row]]:
    """Answers by what they answer, oldest first."""
    found: dict[str, list[Row]] = {}
    for row in said:
        if text(row["reply_to_id"]):
            found.setdefault(text(row["reply_to_id"]), []).append(row)
    return found


def below(row: Row, children: Mapping[str, list[Row]]) -> int:
    """How many answers hang on a statement, at any depth."""
    return sum(1 + below(child, children) for child in children.get(row["statement_id"], []))


def _turn(row: Row, children: Mapping[str, list[Row]], link: Link, depth: int) -> str:
    """A statement with its answers under it."""
    answers = "".join(_turn(child, children, link, depth + 1) for child in children.get(row["statement_id"], []))
    is_answer, href = text(row.get("reply_to_speaker")), link("statement", row["statement_id"])
    to = f" <small>answers {escape(is_answer)}</small>" if is_answer and not depth else ""
    return (
        f'<li class="g-turn g-deep-{min(depth, 3)}"><p class="g-who">{_who(row, link)}{to}</p>'
        f"<p>{anchor(href, text(row['summary']))}{doubt_mark(row, href)}{_aside(row)}</p>"
        f"{quote(row)}{_list(answers)}</li>"
    )


def _who(row: Row, link: Link) -> str:
    speaker = anchor(link("speaker", text(row["speaker_id"])), text(row["speaker"]))
    day = escape(short_date(row["said_on"], row["date_precision"]))
    return f"<b>{speaker}</b> <small>{office(row, link)}, {day}</small>"


def _aside(row: Row) -> str:
    """A number of countries that the speaker gave."""
    return (
        f' <span class="g-said-number">{int(row["count_said"])} countries, said here</span>'
        if text(row.get("count_said"))
        else ""
    )


def _list(body: str) -> str:
    return f'<ul class="g-talk">{body}</ul>' if body else ""


def same_topic(rows: Sequence[Row], link: Link, labels: Mapping[str, str]) -> str:
    """Said elsewhere on the same topic in these days, the first ``of_all``: nothing says that it is an answer."""
    told = "".join(
        f'<li><p class="g-who">{_who(row, link)} {small(_topics(row, labels))}</p>'
        f"<p>{anchor(link('statement', row['statement_id']), text(row['summary']))}</p></li>"
        for row in rows[:MOST_SAME]
    )
    left = rows[0]["of_all"] - MOST_SAME if rows else 0
    more = f'<p class="g-more">and {counted(left, "more statement")}</p>' if left > 0 else ""
    note = '<p class="g-note">Within ten days; not recorded as answers, and nothing here says that they are.</p>'
    return f"{note}{_list(told)}{more}" if told else ""


def _topics(row: Row, labels: Mapping[str, str]) -> str:
    shared = [labels.get(str(code), "").lower() for code in row["shared_topics"]]
    return f"on {', '.join(one for one in shared if one)}"
