"""Conditions and contributions in words: which part, of whom, under which filters, when."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.readings.names import the
from dashboard.readings.prose import long_date, span
from dashboard.readings.wording import lowered
from dashboard.sentence.words import joined, mentioning, phase_words, places, subject

if TYPE_CHECKING:
    from dashboard.selection import Selection

MONTHLY_RELEASE = "29"


def conditions(selection: "Selection", catalogue: Catalogue) -> str:
    """The conditions of positions on a kind or on all, of whom, as of a day."""
    day = f"as of {long_date(selection.day(catalogue))}"
    named = [f"“{lowered(name)}”" for name in catalogue.names("condition", selection.conditions)]
    only = [f"only {joined(named, 'or')}"] if named else []
    if selection.option("over") == "all":
        head = "Conditions of positions of every kind, in every debate"
        return ", ".join([head + whose_places(selection, catalogue), *only, day])
    head = f"Conditions of {lowered(subject(selection, catalogue))}{whose_places(selection, catalogue)}"
    return ", ".join([head, phase_words(selection, catalogue), *only, day])


def whose_places(selection: "Selection", catalogue: Catalogue) -> str:
    """Of which countries, organisations and groups; empty when none is chosen."""
    of = joined(places(selection, catalogue))
    return f" of {of}" if of else ""


def contributions(selection: "Selection", catalogue: Catalogue) -> str:
    """Totals of a release, months of one, agreements or announcements."""
    return PARTS[selection.option("part")](selection, catalogue)


def totals(selection: "Selection", catalogue: Catalogue) -> str:
    """One release, one measure; as an amount or a share of GDP; who is highlighted."""
    measure = selection.measure or catalogue.default_of("measure")
    how = "share of GDP" if selection.option("per") == "gdp" else "billions of euros"
    head = f"{catalogue.label('measure', measure)}s by donor, {how}"
    named = release_named(selection, catalogue)
    return ", ".join([head, *of_groups(selection, catalogue), *standing_out(selection, catalogue), named])


def release_named(selection: "Selection", catalogue: Catalogue) -> str:
    """The release of the totals, chosen or the newest: ``Kiel release 30, to 30 June 2026``."""
    release = selection.kiel or catalogue.default_of("kiel_release")
    return f"Kiel {lowered(catalogue.label('kiel_release', release))}"


def months(selection: "Selection", catalogue: Catalogue) -> str:
    """The monthly allocations, which one release has."""
    how = "running total" if selection.option("pace") == "running" else "each month"
    named = lowered(catalogue.label("kiel_release", MONTHLY_RELEASE))
    who = joined([the(name) for name in catalogue.names("actor", highlighted(selection))]) or "the largest donors"
    return ", ".join([f"Allocations by month of {who}, {how}", *of_groups(selection, catalogue), f"Kiel {named}"])


def agreements(selection: "Selection", catalogue: Catalogue) -> str:
    """Bilateral security agreements of whom, when."""
    head = "Bilateral security agreements" + whose_places(selection, catalogue)
    return ", ".join(filter(None, [head, mentioning(selection), span(*selection.window(catalogue))]))


def items(selection: "Selection", catalogue: Catalogue) -> str:
    """Announced contributions of which kinds, of whom, when."""
    kinds = [lowered(name) for name in catalogue.names("contribution_kind", selection.offers)]
    head = "Announced contributions" + (f" ({joined(kinds, 'or')})" if kinds else "")
    within = joined(catalogue.names("framework", selection.frameworks), "or")
    parts = [
        head + whose_places(selection, catalogue),
        f"within {within}" if within else "",
        mentioning(selection),
        span(*selection.window(catalogue)),
    ]
    return ", ".join(filter(None, parts))


def highlighted(selection: "Selection") -> tuple[str, ...]:
    """Who is highlighted: those named so, and the countries chosen."""
    return tuple(dict.fromkeys((*selection.highlights, *selection.countries)))


def of_groups(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """The groups that the donors belong to, as a phrase."""
    groups = joined(catalogue.names("bloc", selection.blocs), "or")
    return [f"in the group {groups}"] if groups else []


def standing_out(selection: "Selection", catalogue: Catalogue) -> list[str]:
    """Who stands out among the others, as a phrase."""
    names = joined(catalogue.names("actor", highlighted(selection)))
    return [f"{names} highlighted"] if names else []


PARTS: dict[str, Callable[["Selection", Catalogue], str]] = {
    "totals": totals,
    "months": months,
    "agreements": agreements,
    "items": items,
}
AID: dict[str, Callable[["Selection", Catalogue], str]] = {"conditions": conditions, "contributions": contributions}
