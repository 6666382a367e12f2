"""Countries that a map's frame leaves out, in words: for a map that has no room for their marks."""

from collections.abc import Sequence
from html import escape

import pandas as pd

from dashboard.figures.atlas import in_europe_frame, places
from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, marks
from dashboard.readings.prose import long_date, text
from dashboard.readings.wording import Row, in_strip, is_counted, is_previous, is_state, rows


def outside(days: Sequence[tuple[object, pd.DataFrame]], countries: pd.DataFrame, theme: Theme) -> str:
    """Positions of countries outside the Europe frame as a line of a key, "" where there are none.

    ``days`` is one day or two, the earlier first, each with its positions (relation ``positions_on``); ``countries``
    has actor_id, latitude and longitude. Of two days a position is told as a step, once where it stayed the same.
    """
    where = places(countries)
    found: dict[str, list[list[Row]]] = {}
    for number, (_, positions) in enumerate(days):
        for row in rows(positions):
            place = where.get(row["pledger_id"])
            if is_state(row["pledger_id"]) and place and not in_europe_frame(place):
                found.setdefault(row["pledger_id"], [[] for _ in days])[number].append(row)
    if not found:
        return ""
    by_name = sorted(found.values(), key=_name)
    told = " and ".join(long_date(day) for day, _ in days)
    entries = "".join(f"<li>{_steps(stood)} {escape(_name(stood))}{_signs(stood)}</li>" for stood in by_name)
    first = f"<li><strong>Beyond this frame</strong> on {told}:</li>"
    return f'<ul class="g-key g-outside theme-{theme.name}" aria-label="Beyond this frame">{first}{entries}</ul>'


def _name(stood: Sequence[Sequence[Row]]) -> str:
    return text(next(row for day in stood for row in day)["pledger"])


def _signs(stood: Sequence[Sequence[Row]]) -> str:
    return marks(stood[-1][0]) if stood[-1] else ""


def _steps(stood: Sequence[Sequence[Row]]) -> str:
    """The letters of each day, with an arrow between those that differ."""
    told = list(dict.fromkeys("".join(_letter(row) for row in day) or "no record" for day in stood))
    return " → ".join(told)


def _letter(row: Row) -> str:
    words = in_strip(row["status"], text(row.get("kind")))
    return chip(row["status"], not is_counted(row), True, is_previous(row)) + hidden(words)
