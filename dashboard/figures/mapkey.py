"""Which fills, letters and signs of a map occur in one that is drawn: the key of its picture has these alone."""

from collections.abc import Collection

from dashboard.figures.marks import Rows
from dashboard.figures.paint import FORMS, form
from dashboard.readings.prose import text
from dashboard.readings.wording import NOT_COUNTED, ORDER, Row, is_counted, is_doubted, is_previous

NO_RECORD, MOVED = "no record", "moved"


def occurring(shown: Rows, written: Rows, moved: Collection[str] = ()) -> list[str]:
    """The marks of those shown by their fill and of those whose letter is written; land without a record is always."""
    fills = {form(row) for row in shown}
    signs = {sign for row in written for sign in signs_of(row)}
    statuses = {row["status"] for row in shown}
    has_moved = any(row["pledger_id"] in moved for row in shown)
    return [
        *(status for status in ORDER if status in statuses),
        *(one for one in FORMS if one in fills),
        NO_RECORD,
        *[MOVED] * has_moved,
        *sorted(signs),
    ]


def signs_of(row: Row) -> list[str]:
    """The signs at a letter: why the position isn't counted, a speaker who left office, voices that differ, a doubt."""
    told = text(row.get("counted_as"))
    return [
        *[told] * (told in NOT_COUNTED),
        *["previous"] * (is_counted(row) and is_previous(row)),
        *["differs"] * bool(text(row.get("differs_letter"))),
        *["doubt"] * is_doubted(row),
    ]
