"""What was said at an event and answered, in the words of a brief: answers are set in under what they answer."""

from collections.abc import Mapping, Sequence

from dashboard.decks.blocks import NOTE, Block, Heading, Line, quiet
from dashboard.decks.wording import more, statement
from dashboard.parts.eventtalk import MOST_ALONE, MOST_SAME, below, by_parent, openings
from dashboard.readings.prose import text
from dashboard.readings.wording import Row

DEEPEST = 3


def talk(rows: Sequence[Row]) -> list[Block]:
    """Statements made there with every answer and answer back; then those that nobody answered."""
    children = by_parent(rows)
    roots = [row for row in openings(rows) if row["took_part"]]
    asked = [row for row in roots if children.get(row["statement_id"])]
    answered = sorted(asked, key=lambda row: -below(row, children))
    alone = [row for row in roots if not children.get(row["statement_id"])]
    made = [block for row in answered for block in turn(row, children)]
    quiet_ones = [block for row in alone[:MOST_ALONE] for block in turn(row, children)]
    between: list[Block] = [Heading("Said there, without an answer on record", 3)] if made and quiet_ones else []
    return [*made, *between, *quiet_ones, *more(len(alone) - MOST_ALONE, "more statement")]


def from_outside(rows: Sequence[Row]) -> list[Block]:
    """Statements filed under the event by those who took no part, with what answered them."""
    children = by_parent(rows)
    return [block for row in openings(rows) if not row["took_part"] for block in turn(row, children)]


def turn(row: Row, children: Mapping[str, list[Row]], depth: int = 0) -> list[Block]:
    """A statement, and its answers set in under it."""
    notes = []
    if text(row.get("reply_to_speaker")) and not depth:
        notes.append(f"answers {text(row['reply_to_speaker'])}")
    if text(row.get("count_said")):
        notes.append(f"{int(row['count_said'])} countries, said here")
    own = statement(row, min(depth, DEEPEST), f"({'; '.join(notes)})" if notes else "")
    below_it = children.get(row["statement_id"], [])
    return [*own, *(block for child in below_it for block in turn(child, children, depth + 1))]


def same_topic(rows: Sequence[Row], labels: Mapping[str, str]) -> list[Block]:
    """Said elsewhere on the same topic in these days, the first ``of_all``: nothing says that it is an answer."""
    if not rows:
        return []
    note = Line(quiet("Within ten days; not recorded as answers, and nothing here says that they are."), NOTE)
    told = [block for row in rows[:MOST_SAME] for block in statement(row, 0, topics(row, labels))]
    return [note, *told, *more(rows[0]["of_all"] - MOST_SAME, "more statement")]


def topics(row: Row, labels: Mapping[str, str]) -> str:
    """The topics that it shares with what was said there."""
    shared = [labels.get(str(code), "").lower() for code in row["shared_topics"]]
    return f"(on {', '.join(one for one in shared if one)})"
