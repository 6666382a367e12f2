"""Cells that were corrected after their release: what they said, until when, and why they don't any more. HTML."""

from collections.abc import Sequence
from html import escape

from dashboard.readings.prose import is_missing, long_date, text
from dashboard.readings.wording import Row


def corrected_list(rows: Sequence[Row]) -> str:
    """Rows of relation ``corrected_cells`` on one row of the collection; nothing where no cell was corrected."""
    told = "".join(f"<li>{corrected(row)}</li>" for row in rows)
    heading = "Corrected" if len(rows) == 1 else f"Corrected in {len(rows)} places"
    return f'<section class="g-corrected"><h4>{heading}</h4><ul>{told}</ul></section>' if told else ""


def corrected_lines(row: Row) -> str:
    """The same beside a row that carries its corrected cells as ``corrected``: one quiet line each."""
    return "".join(f'<p class="g-corrected"><small>{corrected(one)}</small></p>' for one in row.get("corrected") or ())


def corrected(row: Row) -> str:
    """``Status was “Open” until 4 December 2026, because … It is “Signed”.``"""
    title = escape(text(row["column_title"]))
    until = escape(long_date(row["corrected_on"]))
    why = escape(text(row["why"]).rstrip("."))
    because = why[:1].lower() + why[1:] if why[1:2].islower() or why[:2] == "A " else why
    was, now = value(row["old_shown"]), value(row["new_shown"])
    stop = "" if now.endswith((".”", "!”", "?”")) else "."
    return f"<b>{title}</b> was {was} until {until}, because {because}. It is {now}{stop}"


def value(shown: object) -> str:
    """A value as it was read on screen, between marks."""
    if is_missing(shown):
        return "empty"
    words = text(shown)
    day = long_date(words) if len(words) == 10 and words[4:5] == words[7:8] == "-" and words[:4].isdigit() else words
    return f"“{escape(day)}”"
