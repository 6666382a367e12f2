"""Allocations by month as a list, for a screen too small for the bars: donor, years, months. HTML, all escaped."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.figures.aidpaint import part_names
from dashboard.figures.theme import Theme
from dashboard.readings.aid import billions, donor_words, month
from dashboard.readings.prose import as_day, counted, is_missing, text
from dashboard.readings.wording import Row, lowered


def months_list(rows: Sequence[Row], totals: Sequence[Row], opens: Callable[[str], str], theme: Theme) -> str:
    """Each donor under its total and rank, the years newest first, a year's months folded; seen on a phone alone.

    `rows` are months of one release, in order, `totals` every donor's total in it; `opens` leads to a donor's card.
    """
    named = {row["actor_id"]: row for row in totals}
    owned: dict[str, list[Row]] = {}
    for row in rows:
        owned.setdefault(text(row["actor_id"]), []).append(row)
    told = "".join(_donor(own, named.get(donor), opens(donor)) for donor, own in owned.items())
    return f'<div class="g-allocated theme-{theme.name}">{told}</div>' if told else ""


def _donor(own: Sequence[Row], total: Row | None, href: str) -> str:
    name = f'<a href="{escape(href, quote=True)}">{escape(text(own[0]["donor"]))}</a>'
    standing = f'<p class="g-note">{escape(donor_words(total))}</p>' if total else ""
    years: dict[int, list[Row]] = {}
    for row in reversed(own):
        day = as_day(row["month_starts_on"])
        years.setdefault(day.year if day else 0, []).append(row)
    told = "".join(f"<li>{_year(year, months)}</li>" for year, months in years.items())
    return f"<section><h2>{name}</h2>{standing}<ul>{told}</ul></section>"


def _year(year: int, months: Sequence[Row]) -> str:
    """The year's sum within the release and the running total by then; its months unfold, the latest first."""
    sums = billions(sum(float(row["total_eur_bn"]) for row in months))
    since = billions(months[0]["running_eur_bn"]).replace(" billion", " bn")
    told = "".join(f"<li>{_month(row)}</li>" for row in months)
    head = f"<b>{year}</b> {sums} in {counted(len(months), 'month')} <small>{since} by then</small>"
    return f"<details><summary>{head}</summary><ul>{told}</ul></details>"


def _month(row: Row) -> str:
    parts = [
        f"{lowered(word)} {billions(row[part])}"
        for part, word in part_names().items()
        if not is_missing(row[part]) and float(row[part])
    ]
    return f"{escape(month(row['month_starts_on']))}: {billions(row['total_eur_bn'])} <small>{', '.join(parts)}</small>"
