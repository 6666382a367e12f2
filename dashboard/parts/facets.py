"""Facets beside a list: each value a link that puts it on or takes it off, with how many rows hold it. HTML."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from dashboard.readings.prose import counted, number


@dataclass(frozen=True)
class Choice:
    """A value of a facet with how many statements hold it; `href` puts it on, or takes it off where it is chosen."""

    label: str
    statements: int
    is_chosen: bool
    href: str


@dataclass(frozen=True)
class Offer:
    """A facet's choices: those seen at once, those folded away, how many more are listed nowhere."""

    heading: str
    seen: tuple[Choice, ...]
    folded: tuple[Choice, ...] = ()
    unlisted: int = 0


@dataclass(frozen=True)
class Month:
    """A month with how many statements it holds, and the address of its days."""

    label: str
    year: int
    statements: int
    href: str


def facets(offers: Sequence[Offer], months: Sequence[Month] = ()) -> str:
    """All facets, folded together on a phone."""
    told = "".join(facet(offer) for offer in offers if offer.seen)
    return f'<details class="g-facets"><summary>Narrow these down</summary>{strip(months)}{told}</details>'


def facet(offer: Offer) -> str:
    """One facet under its heading."""
    rest = f"<li>{counted(offer.unlisted, 'more', 'more')}, by name in the filters</li>" if offer.unlisted else ""
    folded = (
        f"<details><summary>{counted(len(offer.folded) + offer.unlisted, 'more', 'more')}</summary>"
        f"<ul>{choices(offer.folded)}{rest}</ul></details>"
        if offer.folded
        else ""
    )
    heading = escape(offer.heading)
    return f'<section class="g-facet"><h3>{heading}</h3><ul>{choices(offer.seen)}</ul>{folded}</section>'


def choices(told: Sequence[Choice]) -> str:
    """The values as list items."""
    return "".join(choice(one) for one in told)


def choice(one: Choice) -> str:
    """A value: chosen ones say that a click takes them off."""
    state = ' aria-current="true" title="Chosen: click to take it off"' if one.is_chosen else ""
    sign = '<span aria-hidden="true">×</span> ' if one.is_chosen else ""
    return (
        f'<li><a href="{escape(one.href, quote=True)}"{state}>{sign}{escape(one.label)}</a> '
        f"<small>{number(one.statements)}</small></li>"
    )


def strip(months: Sequence[Month]) -> str:
    """How many statements each month holds, as bars that lead to its days; years named beneath."""
    if len(months) < 2:
        return ""
    most = max(month.statements for month in months)
    bars = "".join(bar(month, most) for month in months)
    first, last = months[0].year, months[-1].year
    years = f"<span>{first}</span><span>{last}</span>" if first != last else f"<span>{first}</span>"
    return (
        f'<section class="g-facet g-by-month"><h3>Month</h3><div class="g-month-bars">{bars}</div>'
        f'<p class="g-month-years">{years}</p></section>'
    )


def bar(month: Month, most: int) -> str:
    """One month's bar; a month without statements is a gap."""
    height = round(100 * month.statements / most)
    said = escape(f"{month.label}: {counted(month.statements, 'statement')}", quote=True)
    if not month.statements:
        return f'<span title="{said}"></span>'
    href = escape(month.href, quote=True)
    return f'<a href="{href}" title="{said}" aria-label="{said}"><i style="height:{max(height, 4)}%"></i></a>'
