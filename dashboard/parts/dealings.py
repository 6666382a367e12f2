"""What a country gave, voted and belongs to, and what was said by and about it. HTML, everything escaped."""

from collections.abc import Callable, Sequence
from datetime import date
from html import escape

from dashboard.parts.card import Link
from dashboard.parts.profile import anchor, facts, grid, said_by, signs, small, turns
from dashboard.readings.aid import billions, place, share
from dashboard.readings.prose import as_day, counted, items, long_date, number, short_date, text
from dashboard.readings.wording import Row, condition_words, conditions, lowered

Href = Callable[[Row], str]
MOST_OFFERS = 12
REFUSED = ("declined", "withdrawn")
Rows = Sequence[Row]


def aid(rows: Sequence[Row], day: date) -> str:
    """Kiel's totals of the newest release, each with its rank among countries; whether it counts beyond the day."""
    told = []
    for row in rows:
        among = f", {place(row, 'amount')} of {int(row['ranked'])} states" if row["is_country"] else ""
        of_gdp = f" · {share(row['gdp_share_pct'])} of GDP{_share_place(row)}" if text(row["gdp_share_pct"]) else ""
        covers = f"release {row['kiel_release']}, to {long_date(row['covers_until_on'])}"
        covers += ", beyond the day shown" if (as_day(row["covers_until_on"]) or day) > day else ""
        words = f"{escape(text(row['measure_label']).lower())}{among}{of_gdp} {small('Kiel Institute, ' + covers)}"
        told.append((billions(row["total_eur_bn"]).replace(" billion", " bn"), words))
    return facts(told)


def _share_place(row: Row) -> str:
    return f", {place(row, 'share')} of {int(row['gdp_ranked'])} states" if row["is_country"] else ""


def by_sort(rows: Rows) -> tuple[Rows, Rows, Rows, int]:
    """Agreements; what else was announced last; refusals and stops; how many of the second are left out."""
    agreements = [row for row in rows if row["kind"] == "security_agreement"]
    refusals = [row for row in rows if row["status"] in REFUSED and row not in agreements]
    others = [row for row in rows if row not in agreements and row not in refusals][:MOST_OFFERS]
    return agreements, others, refusals, others[0]["others"] - len(others) if others else 0


def offers(rows: Sequence[Row], link: Link, href: Href, list_href: str) -> str:
    """Agreements, then what was announced last, then refusals and stops; never summed."""
    agreements, others, refusals, left = by_sort(rows)
    parts = (
        ("Agreements", agreements),
        ("Announced last", others),
        ("Declined, stopped or withdrawn", refusals),
    )
    words = f"{counted(left, 'earlier announcement')}, with what they overlap"
    more = f'<p class="g-more">{anchor(list_href, words)}</p>' if left > 0 else ""
    told = (
        f"<h3>{title}</h3>{_items(chosen, link, href)}{more if title == 'Announced last' else ''}"
        for title, chosen in parts
        if chosen
    )
    return "".join(told)


def _items(rows: Sequence[Row], link: Link, href: Href) -> str:
    lines = [
        (
            escape(short_date(row["announced_on"], row["date_precision"])),
            f"{escape(text(row['kind_label']))} {small(lowered(text(row['status_label'])))}",
            f"{anchor(href(row), text(row['summary']))}{signs({'doubts': row['doubts']})} {small(terms(row))}",
            said_by(row, link),
        )
        for row in rows
    ]
    return grid(("Day", "Kind", "What", "Said by"), lines, "Contributions", "g-offers")


def terms(row: Row) -> str:
    """The term and the conditions of an offer, in words."""
    term = counted(int(row["term_years"]), "year") if text(row["term_years"]) else ""
    named = conditions(row) or condition_words(items(row.get("conditions")))
    return "; ".join(one for one in (term, f"on condition: {named}" if named else "") if one)


def votes(rows: Sequence[Row]) -> str:
    """Votes in the General Assembly, newest first."""
    lines = [
        (
            escape(short_date(row["adopted_on"])),
            f"<b>{escape(text(row['vote_label']))}</b>",
            f"{escape(text(row['title']))} {small(text(row['resolution_id']))}",
            small(f"{row['votes_yes']} : {row['votes_no']}, {row['votes_abstain']} abstained"),
        )
        for row in rows
    ]
    return grid(("Day", "Vote", "Resolution", "Result"), lines, "Votes in the UN General Assembly", "g-votes")


def memberships(rows: Sequence[Row]) -> str:
    """Groups it belongs to, since when."""
    told = "".join(f"<li>{escape(text(row['bloc_label']))} {small(_member(row))}</li>" for row in rows)
    return f'<ul class="g-plain">{told}</ul>' if told else ""


def _member(row: Row) -> str:
    start, end = short_date(row["member_from_on"]), short_date(row["member_until_on"])
    ours = ", a group of our own making" if row["is_ours"] else ""
    return f"{f'since {start}' if start else ''}{f', until {end}' if end else ''}{ours}".strip(", ")


def said(rows: Sequence[Row], link: Link, href: str, words: str) -> str:
    """The latest statements, and after these words the way to all of them."""
    if not rows:
        return ""
    count = int(rows[0]["of_all"])
    way = anchor(href, f"{words} {number(count)} statements")
    more = f'<p class="g-more">{way}</p>' if count > len(rows) else ""
    return turns(rows, link) + more


def events(rows: Sequence[Row], link: Link, href: str) -> str:
    """The latest events in which it took part, spoke or pledged."""
    told = "".join(
        f"<li>{anchor(link('event', row['event_id']), text(row['title']))} "
        f"{small(short_date(row['starts_on']) + ('' if row['took_part'] else ', spoke or pledged'))}</li>"
        for row in rows
    )
    total = int(rows[0]["of_all"]) if rows else 0
    words = f"All {number(total)} events on the timeline"
    more = f'<p class="g-more">{anchor(href, words)}</p>' if total > len(rows) else ""
    return f'<ul class="g-plain">{told}</ul>{more}' if told else ""
