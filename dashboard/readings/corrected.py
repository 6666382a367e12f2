"""A cell that was corrected after its release, in a sentence: what it said, until when, and why it doesn't any more."""

from dashboard.readings.prose import is_missing, long_date, text
from dashboard.readings.wording import Row


def corrected_words(row: Row) -> tuple[str, str]:
    """``Status``, ``was “Open” until 4 December 2026, because … It is “Signed”.``: a row of ``corrected_cells``."""
    why = text(row["why"]).rstrip(".").removeprefix("Because ")
    because = why[:1].lower() + why[1:] if why[1:2].islower() or why[:2] == "A " else why
    was, now = value(row["old_shown"]), value(row["new_shown"])
    stop = "" if now.endswith((".”", "!”", "?”")) else "."
    until = long_date(row["corrected_on"])
    return text(row["column_title"]), f"was {was} until {until}, because {because}. It is {now}{stop}"


def value(shown: object) -> str:
    """A value as it was read on screen, between marks."""
    if is_missing(shown):
        return "empty"
    words = text(shown)
    is_day = len(words) == 10 and words[4:5] == words[7:8] == "-" and words[:4].isdigit()
    return f"“{long_date(words) if is_day else words}”"
