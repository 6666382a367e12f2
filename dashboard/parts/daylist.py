"""The list that a count of the timeline opens into: each item in a line or two, opening its card. HTML, escaped."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any, NamedTuple

from dashboard.figures.acts import act_of
from dashboard.figures.theme import Theme
from dashboard.parts.chips import questioned
from dashboard.parts.lineskey import act_shape
from dashboard.readings.prose import counted, short_date, span, text


class Group(NamedTuple):
    """Items under a heading; no heading where there is one group."""

    name: str
    rows: Sequence[Mapping[str, Any]]


def day_list(
    name: str,
    first: date | None,
    last: date | None,
    count: int,
    groups: Sequence[Group],
    rest: int,
    opened: Callable[[str], str],
    zoomed: str,
    theme: Theme,
) -> str:
    """Items of a lane in some days: ``opened`` is the address of an item's card, ``zoomed`` of a window of these days.

    ``rest`` items are counted, not listed.
    """
    kinds = {row["item_kind"] for group in groups for row in group.rows}
    noun = kinds.pop() if len(kinds) == 1 else "item"
    told = "".join(_group(group, opened, theme) for group in groups)
    more = (
        f'<p class="g-note">{counted(rest, "more " + noun)} not listed here: fewer days show them.</p>' if rest else ""
    )
    ways = f'<a href="{escape(zoomed, quote=True)}">Show only these days</a>' if count else ""
    return (
        f'<section class="g-card g-list g-daylist theme-{theme.name}"><h3>{escape(name)}, {span(first, last)}</h3>'
        f'<p class="g-note">{counted(count, noun)}. {ways}</p>{told}{more}</section>'
    )


def chief_list(rows: Sequence[Mapping[str, Any]], count: int, opened: Callable[[str], str], theme: Theme) -> str:
    """The weightiest items of a window of `count`, as a list that comes before a chart; ``opened`` as above."""
    told = "".join(_item(row, opened, theme) for row in rows)
    heading = f"The weightiest {len(rows)} of {count}, latest first" if len(rows) < count else "Latest first"
    return f'<section class="g-list g-daylist theme-{theme.name}"><h2>{heading}</h2><ol>{told}</ol></section>'


def _group(group: Group, opened: Callable[[str], str], theme: Theme) -> str:
    heading = f"<h4>{escape(group.name)} · {len(group.rows)}</h4>" if group.name else ""
    return f"{heading}<ol>{''.join(_item(row, opened, theme) for row in group.rows)}</ol>" if group.rows else ""


def _item(row: Mapping[str, Any], opened: Callable[[str], str], theme: Theme) -> str:
    address = opened(row["item_id"])
    href = escape(address, quote=True)
    doubt = questioned(address) if row["doubts"] else ""
    when = escape(short_date(row["starts_on"], row["date_precision"]))
    if row["item_kind"] == "event":
        place = ", ".join(part for part in (when, escape(text(row["place"]))) if part)
        return f'<li><a href="{href}"><b>{escape(row["title"])}</b></a>{doubt} <small>{place}</small></li>'
    who = text(row["speaker"]) or text(row["actor"])
    office = ", ".join(part for part in (text(row["office"]), text(row["actor"])) if part and part != who)
    answers = " · an answer" if row["reply_to_id"] else ""
    return (
        f'<li>{act_shape(act_of(row["cameo_code"]), theme)}<a href="{href}"><b>{escape(who)}</b></a> '
        f"<small>{escape(office)}, {when}{answers}</small><p>{escape(text(row['title']))}{doubt}</p></li>"
    )
