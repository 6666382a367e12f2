"""What a country gave, voted and belongs to, in the words of a brief."""

from collections.abc import Sequence
from datetime import date

from dashboard.catalogue import Catalogue
from dashboard.decks.blocks import BULLET, Block, Heading, Line, bold, joined, quiet, said, table
from dashboard.decks.wording import day_of, more, said_by, told
from dashboard.exhibits.countryrecord import Told
from dashboard.parts.dealings import by_sort, terms
from dashboard.readings.aid import billions, place, share
from dashboard.readings.prose import as_day, long_date, short_date, text
from dashboard.readings.wording import Row, lowered
from dashboard.selection import Selection


def given(found: Told, actor: str, selection: Selection, catalogue: Catalogue) -> list[Block]:
    """Kiel's totals, then agreements, what was announced last, refusals and stops; never summed."""
    rows = [row for row in found.of("pledged", actor) if row["what"] == "Contribution" and row["is_shown"]]
    agreements, others, refusals, left = by_sort(rows)
    totals = [aid(row, selection.day(catalogue)) for row in found.of("aid", actor)]
    return [
        *totals,
        *offers("Agreements", agreements),
        *offers("Announced last", others),
        *more(left, "earlier announcement"),
        *offers("Declined, stopped or withdrawn", refusals),
    ]


def aid(row: Row, day: date) -> Line:
    """A total of the newest release, with its rank among countries and what it covers."""
    among = f", {place(row, 'amount')} of {int(row['ranked'])} states" if row["is_country"] else ""
    rank = f", {place(row, 'share')} of {int(row['gdp_ranked'])} states" if row["is_country"] else ""
    of_gdp = f"; {share(row['gdp_share_pct'])} of GDP{rank}" if text(row["gdp_share_pct"]) else ""
    covers = f"Kiel Institute, release {row['kiel_release']}, to {long_date(row['covers_until_on'])}"
    covers += ", beyond the day shown" if (as_day(row["covers_until_on"]) or day) > day else ""
    words = f"{lowered(text(row['measure_label']))}{among}{of_gdp}"
    return Line(joined([bold(billions(row["total_eur_bn"])), said(words), quiet(f"({covers})")]), BULLET)


def offers(title: str, rows: Sequence[Row]) -> list[Block]:
    """Contributions of one sort: day, kind, what, by whom."""
    lines = [
        (
            day_of(row),
            joined([said(text(row["kind_label"])), quiet(lowered(text(row["status_label"])))], ", "),
            told(row, terms(row)),
            said_by(row),
        )
        for row in rows
    ]
    made = table(("Day", "Kind", "What", "Said by"), lines, title, 1.7, 2.6, 6, 3)
    return [Heading(title, 3), *made] if made else []


def events(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """The latest events in which it took part, spoke or pledged."""
    rows = found.of("events", actor)
    listed = [
        Line(
            joined(
                [
                    said(text(row["title"])),
                    quiet(short_date(row["starts_on"]) + ("" if row["took_part"] else ", spoke or pledged")),
                ],
                ", ",
            ),
            BULLET,
        )
        for row in rows
    ]
    left = int(rows[0]["of_all"]) - len(rows) if rows else 0
    return [*listed, *([Line(quiet(f"And {left} earlier on the timeline."))] if left > 0 else [])]


def votes(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Votes in the General Assembly, newest first."""
    lines = [
        (
            said(short_date(row["adopted_on"])),
            bold(text(row["vote_label"])),
            joined([said(text(row["title"])), quiet(f"({text(row['resolution_id'])})")]),
            quiet(f"{row['votes_yes']} : {row['votes_no']}, {row['votes_abstain']} abstained"),
        )
        for row in found.of("votes", actor)
    ]
    return table(("Day", "Vote", "Resolution", "Result"), lines, "Votes in the UN General Assembly", 1.7, 1.5, 7, 3)


def groups(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Groups it belongs to, since when."""
    return [
        Line(joined([said(text(row["bloc_label"])), quiet(member(row))], ", "), BULLET)
        for row in found.of("memberships", actor)
    ]


def member(row: Row) -> str:
    """Since when, until when, and whether the group is of our own making."""
    start, end = short_date(row["member_from_on"]), short_date(row["member_until_on"])
    ours = "a group of our own making" if row["is_ours"] else ""
    return ", ".join(one for one in (f"since {start}" if start else "", f"until {end}" if end else "", ours) if one)
