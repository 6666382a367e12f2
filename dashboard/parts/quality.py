"""What the rows rest on, as a document: each number leads to its rows. HTML, everything escaped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Any

from dashboard.figures.theme import Theme
from dashboard.parts.method import paragraphs
from dashboard.parts.profile import anchor, grid, profile, small
from dashboard.readings import method as said
from dashboard.readings.prose import MONTHS, as_day, counted, long_date, number, short_date, text

Row = Mapping[str, Any]
TABLES = {"events": "event", "statements": "statement", "pledges": "pledge"}
MOST_COUNTRIES, MOST_PUBLISHERS = 20, 15
# A year of fewer months has no room for its name.
LEAST_MONTHS = 4


@dataclass(frozen=True)
class Told:
    """All that the document tells; `href`, `hrefs` and the last of each cell lead to the rows."""

    measures: Sequence[Row]
    months: Sequence[Row]
    countries: Sequence[Row]
    doubts: Sequence[Row]
    publishers: Sequence[Row]
    unread: Sequence[Row]
    gaps: Sequence[tuple[str, int, str]]
    totals: Mapping[str, tuple[int, str]]
    other_publishers: str


def quality(theme: Theme, told: Told) -> str:
    """Evidence, coverage, doubts, gaps, publishers: each under its heading."""
    sections = [
        ("evidence", "What rows rest on", [evidence(told)]),
        ("by-month", "Coverage by month", [by_month(told.months)]),
        ("by-country", "Coverage by country", [by_country(told.countries)]),
        ("kinds", "Doubts by kind", [doubts(told.doubts)]),
        ("gaps", "Known gaps", [gaps(told.gaps)]),
        ("unread", "To read again first", [unread(told.unread)]),
        ("publishers", "Pages by publisher", [publishers(told.publishers, told.other_publishers)]),
    ]
    return f'<div class="g-data">{profile(theme.name, "", sections, "")}</div>'


def evidence(told: Told) -> str:
    """How many rows of each table rest on what, and which share that is."""
    heads = ("Rows that …", *(name.capitalize() for name in TABLES))
    whole = ("… are held", *(linked(*told.totals[name]) for name in TABLES))
    rows = [
        (f"… {escape(text(one['words']))}", *(share(one["cells"][name], told.totals[name][0]) for name in TABLES))
        for one in told.measures
    ]
    return grid(heads, [whole, *rows], "What rows rest on", "g-numbers")


def share(cell: tuple[int, str], total: int) -> str:
    """A number that leads to its rows, and its share as words and a bar."""
    count, href = cell
    percent = 100 * count / max(total, 1)
    words = "under 1 %" if 0 < percent < 1 else f"{number(percent)} %"
    return f"{linked(count, href)} {small(words)}{bar(count, total)}"


def linked(count: Any, href: str) -> str:
    """A number as a link; nothing leads nowhere."""
    return anchor(href, number(count)) if int(count) else f'<span class="g-none">{number(count)}</span>'


def by_month(months: Sequence[Row]) -> str:
    """A column per month with a bar for each kind of row; each leads to its rows."""
    most = {name: max((int(row[name]) for row in months), default=0) or 1 for name in TABLES}
    columns = "".join(month(row, most) for row in months)
    years = "".join(
        f'<span style="grid-column: span {count}">{year if count >= LEAST_MONTHS else ""}</span>'
        for year, rows in groupby(months, lambda row: as_day(row["month_starts_on"]).year)  # type: ignore[union-attr]
        for count in [len(list(rows))]
    )
    names = "".join(f"<b>{name.capitalize()} <small>most: {number(most[name])}</small></b>" for name in TABLES)
    note = "Paler: thin months, chief events only. A month leads to its rows."
    return (
        f'<div class="g-monthly" style="--months: {len(months)}"><div class="g-names" aria-hidden="true">{names}</div>'
        f'<div class="g-cols-of" role="list">{columns}</div><div class="g-years" aria-hidden="true">{years}</div></div>'
        f'<p class="g-note">{note}</p>'
    )


def month(row: Row, most: Mapping[str, int]) -> str:
    """One month."""
    day = as_day(row["month_starts_on"])
    name = f"{MONTHS[day.month - 1]} {day.year}" if day else ""
    words = f"{name}: {', '.join(counted(int(row[table]), noun) for table, noun in TABLES.items())}"
    bars = "".join(
        f'<span class="g-of-{table}"><i style="height:{100 * int(row[table]) / most[table]:.1f}%"></i></span>'
        for table in TABLES
    )
    thin = "" if row["is_dense"] else ' class="g-thinly"'
    said_so = escape(words if row["is_dense"] else f"{words}; thin coverage", quote=True)
    href = escape(row["href"], quote=True)
    return f'<div role="listitem"><a href="{href}"{thin} title="{said_so}" aria-label="{said_so}">{bars}</a></div>'


def by_country(countries: Sequence[Row]) -> str:
    """Countries and organisations with most rows; how many more there are."""
    rows = [
        (
            anchor(f"country?c={one['actor_id']}", text(one["label"])),
            *(linked(one[name], one["hrefs"][name]) for name in ("statements", "pledges", "events")),
        )
        for one in countries[:MOST_COUNTRIES]
    ]
    heads = ("Country or organisation", "Statements for it", "Pledges of it", "Events it took part in")
    rest = len(countries) - len(rows)
    more = f"{counted(rest, 'more country or organisation', 'more countries and organisations')} in the table."
    return grid(heads, rows, "Coverage by country", "g-numbers") + (f'<p class="g-more">{more}</p>' if rest > 0 else "")


def doubts(kinds: Sequence[Row]) -> str:
    """Each kind of doubt with what it means, and how many there are against which table."""
    ordered = sorted(kinds, key=lambda one: -one["total"])
    rows = [
        (
            f"{escape(one['label'])} {small(one['description'])}",
            f"<b>{linked(one['total'], one['href'])}</b>",
            *(linked(one[name], one["hrefs"][name]) for name in (*TABLES, "other")),
        )
        for one in ordered
    ]
    heads = ("Kind of doubt", "All", "On events", "On statements", "On pledges", "On other tables")
    return grid(heads, rows, "Doubts by kind", "g-numbers g-doubt-kinds")


def gaps(found: Sequence[tuple[str, int, str]]) -> str:
    """What is known to be missing: as counted, then as told."""
    counts = "".join(f"<li><b>{linked(count, href)}</b> {escape(words)}</li>" for words, count, href in found)
    told = "".join(f"<li>{escape(words)}</li>" for words in said.GAPS)
    return f'<ul class="g-gaps">{counts}</ul><ul class="g-points">{told}</ul>'


def unread(rows: Sequence[Row]) -> str:
    """The rows recorded first that nothing has touched since."""
    told = [
        (
            anchor(row["href"], text(row["what"])),
            escape(short_date(row["day"])),
            f"{linked(row['sources'], row['pages_href'])} {'page' if int(row['sources']) == 1 else 'pages'}",
            escape(long_date(row["recorded_on"])),
        )
        for row in rows
    ]
    heads = ("Row", "Day", "Rests on", "Recorded")
    return paragraphs([said.REVIEWED]) + grid(heads, told, "Rows to read again first", "g-unread")


def publishers(rows: Sequence[Row], others: str) -> str:
    """Publishers with most pages, and how many rows rest on them."""
    most, weak = max((int(row["pages"]) for row in rows), default=1), f" {small('weak')}"
    told = [
        (
            f"{escape(text(row['publisher']))}{weak if row['is_weak'] else ''}",
            f"{linked(row['pages'], row['href'])}{bar(int(row['pages']), most)}",
            linked(row["rows"], row["rows_href"]),
        )
        for row in rows[:MOST_PUBLISHERS]
    ]
    rest = rows[MOST_PUBLISHERS:]
    pages = sum(int(row["pages"]) for row in rest)
    more = (
        f"{linked(len(rest), others)} more {'publisher' if len(rest) == 1 else 'publishers'}, {counted(pages, 'page')}."
    )
    heads = ("Publisher", "Pages", "Rows that rest on them")
    table = grid(heads, told, "Pages by publisher", "g-numbers")
    return table + (f'<p class="g-more">{more}</p>' if rest else "")


def bar(count: int, most: int) -> str:
    """A number as a length."""
    part = f'<span style="width:{100 * count / max(most, 1):.1f}%"></span>' if count else ""
    return f'<span class="g-share" aria-hidden="true">{part}</span>'
