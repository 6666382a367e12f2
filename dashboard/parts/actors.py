"""Actors of the network with their measures as a table, what each measure means, and the communities by name."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.graph import MEASURES, Measure
from dashboard.parts.tieparts import Open, within
from dashboard.readings.prose import counted, listed
from dashboard.readings.wording import Row

CAVEAT = "A summary of the statements collected here, not of diplomacy."
_SHARES = ("betweenness", "pagerank")


def actors_table(
    rows: Sequence[Row],
    left_out: int,
    sort: str,
    sorts: Open,
    profile: Open,
    opens: Open,
    theme: Theme,
    focus: str = "",
) -> str:
    """One line per actor; every heading sorts (``sorts``), every name leads to its page, the last link to its ties."""
    heads = "".join(_head(measure, sort, sorts) for measure in MEASURES)
    lines = "".join(_line(row, profile, opens, focus) for row in rows)
    more = f'<p class="g-note">{counted(left_out, "more actor")}; the table has all.</p>' if left_out else ""
    first, last = f'<th scope="col">{_sorted("name", "Name", sort, sorts)}</th>', '<th scope="col">Drawing</th>'
    body = f"<thead><tr>{first}{heads}{last}</tr></thead><tbody>{lines}</tbody>"
    table = f'<table class="g-actors" data-more="actor|actors">{body}</table>'
    return within(table, "Actors and their measures", theme) + more + _meanings(theme)


def _head(measure: Measure, sort: str, sorts: Open) -> str:
    direction = "ascending" if measure.column == "community" else "descending"
    chosen = f' aria-sort="{direction}"' if measure.column == sort else ""
    meaning = escape(measure.meaning, quote=True)
    return f'<th scope="col"{chosen} title="{meaning}">{_sorted(measure.column, measure.heading, sort, sorts)}</th>'


def _sorted(column: str, heading: str, sort: str, sorts: Open) -> str:
    mark = (" ▴" if column in ("name", "community") else " ▾") if column == sort else ""
    return f'<a href="{escape(sorts(column), quote=True)}">{escape(heading)}{mark}</a>'


def _line(row: Row, profile: Open, opens: Open, focus: str) -> str:
    actor = str(row["actor_id"])
    current = ' aria-current="true"' if actor == focus else ""
    name = f'<a href="{escape(profile(actor), quote=True)}">{escape(str(row["actor"]))}</a>'
    whose = f'<span class="g-unseen"> of {escape(str(row["actor"]))}</span>'
    ties = f'<a href="{escape(opens(actor), quote=True)}">show ties{whose}</a>'
    cells = "".join(f"<td>{_value(row, measure.column)}</td>" for measure in MEASURES[:-1])
    return (
        f'<tr{current}><th scope="row">{name}</th>{cells}'
        f"<td>{row['community']} <small>{escape(str(row['community_of']))}</small></td><td>{ties}</td></tr>"
    )


def _value(row: Row, column: str) -> str:
    return f"{float(row[column]):.3f}" if column in _SHARES else f"{int(row[column]):,}"


def _meanings(theme: Theme) -> str:
    told = "".join(
        f"<dt>{escape(measure.heading)}</dt><dd>{escape(measure.meaning[0].upper() + measure.meaning[1:])}."
        + (f" <small>{escape(measure.source)}.</small>" if measure.source else "")
        + "</dd>"
        for measure in MEASURES
    )
    return f'<dl class="g-measures theme-{theme.name}">{told}</dl><p class="g-note">{CAVEAT}</p>'


def groups(members: Mapping[int, Sequence[tuple[str, str]]], profile: Open, theme: Theme) -> str:
    """Communities by their members (id, name), the largest first; single actors are counted."""
    alone = sum(len(group) == 1 for group in members.values())
    told = "".join(
        f"<li><b>Community {number}</b> ({len(group):,}): {_names(group, profile)}</li>"
        for number, group in members.items()
        if len(group) > 1
    )
    rest = f"<li>{counted(alone, 'actor')} in a community of its own</li>" if alone else ""
    return f'<ul class="g-groups theme-{theme.name}" aria-label="Communities">{told}{rest}</ul>'


def _names(group: Sequence[tuple[str, str]], profile: Open) -> str:
    shown = [f'<a href="{escape(profile(one), quote=True)}">{escape(name)}</a>' for one, name in group[:12]]
    return listed([*shown, f"{len(group) - 12:,} more"] if len(group) > 12 else shown)
