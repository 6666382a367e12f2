"""What the positions of those who took part in an event hung on by its first day. HTML, everything escaped."""

from collections.abc import Iterator, Sequence
from html import escape

from dashboard.parts.card import Link
from dashboard.parts.profile import anchor, grid
from dashboard.readings.prose import listed, short_date, text
from dashboard.readings.wording import Row, lowered


def hanging(rows: Sequence[Row], link: Link) -> str:
    """Conditions, each with who named it and for what; those not repeated since are paler, with their day."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(text(row["condition_label"]), []).append(row)
    ranked = sorted(found.items(), key=lambda pair: (-len({text(row["pledger_id"]) for row in pair[1]}), pair[0]))
    lines = [(escape(label), "; ".join(_who_named(told, link))) for label, told in ranked]
    return grid(("Condition", "Named by"), lines, "Conditions of those who took part", "g-hung")


def _who_named(rows: Sequence[Row], link: Link) -> Iterator[str]:
    """Each pledger once, with the kinds that hang on the condition."""
    for one in sorted({text(row["pledger_id"]) for row in rows}, key=lambda one: _name_of(one, rows)):
        own = [row for row in rows if row["pledger_id"] == one]
        told = listed([_for_what(row) for row in own])
        words = f'<span class="g-paler">{told}</span>' if not any(row["is_current"] for row in own) else told
        yield f"{anchor(link('country', one), _name_of(one, rows))} <small>{words}</small>"


def _name_of(one: str, rows: Sequence[Row]) -> str:
    return next(text(row["pledger"]) for row in rows if row["pledger_id"] == one)


def _for_what(row: Row) -> str:
    """``ground troops``, with the day where it was not repeated, and whose voice it is where that doesn't bind."""
    notes = [] if row["is_current"] else [f"named {short_date(row['last_named_on'])}, not repeated"]
    notes += [] if row["is_counting"] else ["a voice that doesn’t bind"]
    return escape(lowered(text(row["kind_label"])) + (f" ({', '.join(notes)})" if notes else ""))
