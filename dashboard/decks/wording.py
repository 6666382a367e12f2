"""Rows of a profile in the words of a brief: where somebody stands, who said it when, what is contested."""

from collections.abc import Sequence

from dashboard.decks.blocks import BULLET, QUOTE, Block, Line, Run, Words, bold, joined, quiet, said
from dashboard.parts.card import spoken
from dashboard.parts.evidence import cell_words, worded
from dashboard.parts.profile import office_of
from dashboard.readings.corrected import corrected_words
from dashboard.readings.prose import ago, counted, is_missing, items, listed, sentence, short_date, text
from dashboard.readings.wording import (
    LEFT_OFFICE,
    Row,
    is_counted,
    is_doubted,
    is_previous,
    position_words,
    why_not_counted,
)

DOUBT = "contested or uncertain in part"
NOTHING: Block = Line(quiet("Nothing on record."))


def stand(row: Row) -> list[Run]:
    """A position in words, with why it isn't counted, whether its speaker left office, and whether it is contested."""
    notes = [] if is_counted(row) else [f"not counted: {why_not_counted(row['counted_as'])}"]
    notes += [LEFT_OFFICE] if is_counted(row) and is_previous(row) else []
    notes += [] if is_missing(row.get("differs_id")) else ["voices of the same government differ"]
    return joined([bold(position_words(row)), quiet(bracketed([*notes, *doubted(row)]))])


def doubted(row: Row) -> list[str]:
    """Says that a cell of the row is contested."""
    return [DOUBT] if is_doubted(row) else []


def bracketed(notes: Sequence[str]) -> str:
    """``(one; another)``, or nothing."""
    return f"({'; '.join(notes)})" if notes else ""


def last_said(row: Row) -> list[Run]:
    """The day on which a position was last said, and how long ago that was."""
    return joined([day_of(row), quiet(ago(row.get("age_days")))])


def said_by(row: Row, name: str = "speaker", office: str = "office") -> list[Run]:
    """Who said it, in which office."""
    if not text(row.get(name)):
        return quiet("speaker not recorded")
    return joined([said(text(row.get(name))), quiet(text(row.get(office)))], ", ")


def day_of(row: Row, column: str = "announced_on") -> list[Run]:
    """The day of a row."""
    return said(short_date(row.get(column), row.get("date_precision")))


def told(row: Row, *notes: str) -> list[Run]:
    """What was said, with notes and the doubt on it."""
    return joined([said(text(row.get("summary"))), quiet(bracketed([*filter(None, notes), *doubted(row)]))])


def statement(card: Row, depth: int = 0, note: str = "") -> list[Block]:
    """Who, in which office, when, what; below it the words as reported."""
    day = short_date(card.get("said_on"), card.get("date_precision"))
    held = ", ".join(one for one in (office_of(card), day) if one)
    who = joined([bold(text(card.get("speaker"))), quiet(held)], ", ")
    found: list[Block] = [Line([*joined([who, quiet(note)]), Run(": "), *told(card)], BULLET, depth)]
    words = text(card.get("quote"))
    return [*found, Line([Run(f"“{words}” "), *quiet(bracketed([spoken(card)]))], QUOTE, depth)] if words else found


def doubt(row: Row) -> Line:
    """What is contested: of which row, what is stated, what stands against it, whose, and why."""
    names = listed([text(one) for one in items(row.get("rival_publishers"))], 3)
    stated, rival = worded(row.get("stated")), worded(row.get("rival"))
    against = f"against it “{rival}”{f' ({names})' if names else ''}" if rival else ""
    values = "; ".join(part for part in (f"stated “{stated}”" if stated else "", against) if part)
    about: list[Words] = [
        bold(text(row.get("kind_label"))),
        said(f"on {cell_words(row)}: {text(row.get('about'))}"),
        quiet(short_date(row.get("day"))),
        said(f"– {values}." if values else "."),
        said(sentence(text(row.get("note")))),
    ]
    return Line(joined(about), BULLET)


def correction(row: Row) -> Line:
    """A cell that said something else once: what, until when, and why it doesn't any more."""
    title, words = corrected_words(row)
    about = text(row["words"]) if row["row_id"] != row["told_of"] else ""
    return Line([*said(f"{about}: " if about else ""), *joined([bold(title), said(words)])], BULLET)


def more(count: int, noun: str) -> list[Block]:
    """How many are not listed here."""
    return [Line(quiet(f"And {counted(count, noun)} in the table of this profile."))] if count > 0 else []
