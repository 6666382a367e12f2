"""Countries whose letter a map can't show, in words: those that its frame leaves out, those it has no room for."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from html import escape

import pandas as pd

from dashboard.figures.atlas import Place, in_europe_frame, places
from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, marks
from dashboard.readings.prose import long_date, text
from dashboard.readings.wording import Row, in_strip, is_counted, is_previous, is_state

Days = Sequence[tuple[object, Iterable[Row]]]
Stood = Mapping[str, Sequence[Sequence[Row]]]
Link = Callable[[str], str]
OLDER = ", older than 180 days"


def nowhere(_: str) -> str:
    """No address."""
    return ""


def outside(days: Days, countries: pd.DataFrame, theme: Theme, link: Link = nowhere) -> str:
    """Positions of countries outside the Europe frame as a line of a key, "" where there are none.

    ``days`` is one day or two, the earlier first, each with its rows of relation ``positions_on``; ``countries``
    has actor_id, latitude and longitude; ``link(actor_id)`` is where a doubt is opened. Of two days a position is told
    as a step, once where it stayed the same.
    """
    where = places(countries)
    found = stood_on(days, (code for code, place in where.items() if not in_europe_frame(place)))
    told = " and ".join(dict.fromkeys(long_date(day) for day, _ in days))
    return _line(found, "outside", "Beyond this frame", f" on {told}", theme, link)


def unlettered(
    days: Days,
    countries: pd.DataFrame,
    theme: Theme,
    actor_ids: Collection[str] | None = None,
    is_world: bool = False,
    link: Link = nowhere,
) -> str:
    """The same for countries in the frame, Europe's or the world's, without a letter: those given, by default all.

    Each entry has its actor id as ``data-actor``, by which a page shows those that its figure names.
    """
    where: Mapping[str, Place] = places(countries)
    inside = (code for code, place in where.items() if is_world or in_europe_frame(place))
    found = stood_on(days, inside if actor_ids is None else set(inside) & set(actor_ids))
    return _line(found, "unlettered", "No room on the map", "", theme, link)


def stood_on(days: Days, actor_ids: Iterable[str]) -> Stood:
    """Actor id → the positions of each day, of those states that have any."""
    chosen = set(actor_ids)
    found: dict[str, list[list[Row]]] = {}
    for number, (_, positions) in enumerate(days):
        for row in positions:
            if is_state(row["pledger_id"]) and row["pledger_id"] in chosen:
                found.setdefault(row["pledger_id"], [[] for _ in days])[number].append(row)
    return found


def _line(found: Stood, name: str, heading: str, more: str, theme: Theme, link: Link) -> str:
    if not found:
        return ""
    entries = "".join(
        f'<li data-actor="{escape(code, quote=True)}">{_steps(stood)} '
        f"{escape(_name(stood))}{_signs(stood, link(code))}</li>"
        for code, stood in sorted(found.items(), key=lambda one: _name(one[1]))
    )
    first = f"<li><strong>{heading}</strong>{more}:</li>" if more else f"<li><strong>{heading}:</strong></li>"
    return f'<ul class="g-key g-{name} theme-{theme.name}" aria-label="{heading}">{first}{entries}</ul>'


def _name(stood: Sequence[Sequence[Row]]) -> str:
    return text(next(row for day in stood for row in day)["pledger"])


def _signs(stood: Sequence[Sequence[Row]], href: str) -> str:
    return marks(stood[-1][0], href) if stood[-1] else ""


def _steps(stood: Sequence[Sequence[Row]]) -> str:
    """The letters of each day, with an arrow between those that differ; of the same letters the later day's age."""
    told = {"".join(_letter(row, False) for row in day): "".join(map(_letter, day)) or "no record" for day in stood}
    return " → ".join(told.values())


def _letter(row: Row, has_age: bool = True) -> str:
    is_pale = has_age and is_counted(row) and bool(row.get("is_aged"))
    words = in_strip(row["status"], text(row.get("kind"))) + (OLDER if is_pale else "")
    return chip(row["status"], not is_counted(row), True, is_previous(row), is_pale) + hidden(words)
