"""What a country's profile says first: title and two sentences."""

from collections.abc import Sequence
from datetime import date

from dashboard.readings.names import the
from dashboard.readings.prose import counted, in_words, long_date, plural, sentence, text
from dashboard.readings.wording import Row, heading, in_strip, is_counted, lowered, why_not_counted


def title_of(names: Sequence[str], troops: Sequence[Row | None]) -> str:
    """One name with where it stands on ground troops; two names beside each other."""
    if len(names) != 1:
        return " and ".join(names)
    row = troops[0]
    if row is None:
        return names[0]
    return f"{names[0]} on ground troops: {stands(row)}"


def stands(row: Row) -> str:
    """Its position in words within a sentence: ``would send on conditions (outside Ukraine)``."""
    words = lowered(heading(text(row["status"]), text(row["kind"]), {text(row["instrument"])} - {""}))
    return words if is_counted(row) else f"{words} ({why_not_counted(row['counted_as'])})"


def reading_country(
    names: Sequence[str],
    troops: Sequence[Row | None],
    changes: Sequence[Row],
    day: date,
    unbound: int = 0,
    outranked: int = 0,
) -> str:
    """Where each stands on ground troops on the day, and the latest move.

    `unbound` words don't bind, `outranked` ones never stood beside a weightier word of their day: neither can move.
    """
    said = [f"{the(name)} {_on_troops(row)}" for name, row in zip(names, troops, strict=True)]
    moved = [row for row in changes if text(row["change"]) == "moved"]
    first = sentence(f"as of {long_date(day)}, {'; '.join(said)}")
    return f"{first} {_last(moved, changes, _apart(unbound, outranked))}".strip()


def _on_troops(row: Row | None) -> str:
    if row is None:
        return "has no position on ground troops after the fighting on record, which is not “declined”"
    said = long_date(row["announced_on"])
    return f"has this position on ground troops after the fighting: {stands(row)}, said on {said}"


def _apart(unbound: int, outranked: int) -> str:
    loose = f"; {counted(unbound, 'further word')} {plural(unbound, 'doesn’t', 'don’t')} bind" if unbound else ""
    beside = f"; {in_words(outranked)} never stood, beside a weightier one of the same day" if outranked else ""
    return f"{loose}{beside}"


def _last(moved: Sequence[Row], changes: Sequence[Row], apart: str) -> str:
    if not changes:
        return f"No word that binds is on record{apart}." if apart else ""
    if not moved:
        words, are = counted(len(changes), "word that binds", "words that bind"), plural(len(changes), "is", "are")
        return f"No position has moved; {words} {are} on record{apart}."
    row = moved[0]
    kind = text(row["kind"])
    moves = counted(len(moved), "was a move", "were moves")
    return (
        f"Of {counted(len(changes), 'word that binds', 'words that bind')} {moves}; the last, on "
        f"{long_date(row['announced_on'])}: {the(text(row['pledger']))} on {lowered(text(row['kind_label']))}, "
        f"from {in_strip(text(row['old_status']), kind)} to {in_strip(text(row['new_status']), kind)}{apart}."
    )
