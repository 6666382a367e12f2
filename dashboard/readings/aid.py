"""What the Kiel Institute counted, in words: amounts, ranks, what is lacking. One release, one measure at a time."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import as_day, is_missing, listed, long_date, number, text
from dashboard.readings.wording import Row, rows

PARTS = {"military_eur_bn": "military", "financial_eur_bn": "financial", "humanitarian_eur_bn": "humanitarian"}
CREDIT = "Kiel Institute for the World Economy, Ukraine Support Tracker"
NO_STATE = "The EU is one donor beside its members; it isn’t ranked among states."
_TOP = 3
_MOST = 4
_VERBS = {"allocation": "allocated", "commitment": "committed"}


def billions(value: Any) -> str:
    """``€11.64 billion``, ``€115.4 billion``, ``€0.002 billion``, ``€0``; empty for what is missing."""
    if is_missing(value):
        return ""
    if not float(value):
        return "€0"
    return f"€{number(value, 1 if float(value) >= 100 else 2 if float(value) >= 0.1 else 3)} billion"


def share(value: Any) -> str:
    """``3.46%``, ``0.0006%``; ``0%`` where the release says 0; empty for what is missing."""
    if is_missing(value):
        return ""
    if float(value) < 0.01:
        return f"{f'{float(value):.4f}'.rstrip('0').rstrip('.')}%"
    return f"{number(value, 2 if float(value) >= 0.1 else 3)}%"


def ordinal(rank: Any, is_joint: Any = False) -> str:
    """``1st``, ``2nd``, ``11th``; ``joint 40th`` where others have the same figure; empty for what has no rank."""
    if is_missing(rank):
        return ""
    place = int(rank)
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{'joint ' if bool(is_joint) else ''}{place}{ending}"


def has_parts(totals: pd.DataFrame) -> bool:
    """Whether the release says how much was military, financial, humanitarian."""
    return bool(totals[list(PARTS)].notna().any(axis=None))


def has_shares(totals: pd.DataFrame) -> bool:
    """Whether the release gives shares of GDP for this measure."""
    return bool(totals["gdp_share_pct"].notna().any())


def release_words(totals: pd.DataFrame) -> str:
    """``release 30, to 30 June 2026``."""
    if totals.empty:
        return ""
    first = totals.iloc[0]
    return f"release {int(first['kiel_release'])}, to {long_date(first['covers_until_on'])}"


def aid(measure: str) -> str:
    """``Aid committed to Ukraine``."""
    return f"Aid {_VERBS.get(measure, measure)} to Ukraine"


def title_totals(totals: pd.DataFrame, measure: str, lacked: str, per: str = "amount") -> str:
    """Measure and release, as a headline; without a figure that `lacked`, of which release, isn't in the collection."""
    how = " as a share of GDP" if per == "gdp" else ""
    told = f"this collection has no {lacked}" if totals.empty else f"Kiel {release_words(totals)}"
    return f"{aid(measure)}{how}: {told}"


def reading_totals(totals: pd.DataFrame, chosen: Sequence[str], per: str, among: str = "among states") -> str:
    """Who gave most by the measure shown, and where those highlighted rank; from query ``totals``.

    `among` says whom the rows are: ranks are among all states of the release, whoever is shown.
    """
    if totals.empty:
        return "No figure is on record for this release and measure."
    column, rank = ("gdp_share_pct", "share_rank") if per == "gdp" else ("total_eur_bn", "amount_rank")
    found = [row for row in rows(totals) if not is_missing(row[column])]
    if not found:
        return f"Kiel’s {release_words(totals)} gives no share of GDP for {text(totals.iloc[0]['measure'])}s."
    named = [row for row in found if row["actor_id"] in chosen]
    first = f"By Kiel’s {release_words(totals)}, {_top(found, column, rank, among)}."
    second = listed([_standing(row) for row in named[:_MOST]]) if named else _apart(found, column)
    return f"{first} {second[:1].upper()}{second[1:]}." if second else first


def _verb(row: Row) -> str:
    return _VERBS.get(text(row["measure"]), text(row["measure"]))


def _top(found: Sequence[Row], column: str, rank: str, among: str) -> str:
    ranked = sorted((row for row in found if not is_missing(row[rank])), key=lambda row: int(row[rank]))
    said = share if column == "gdp_share_pct" else billions
    told = [f"{the(row['donor'])} ({said(row[column])})" for row in ranked[:_TOP]]
    if not told:
        return "no state is among those shown"
    how = "the largest shares of GDP" if column == "gdp_share_pct" else "most"
    return f"{listed(told)} had {_verb(found[0])} {how} {among}"


def _standing(row: Row) -> str:
    """``Denmark €11.64 billion, 6th of 41 states; 3.46% of GDP, 1st of 41``."""
    amount = f"{the(row['donor'])} {_verb(row)} {billions(row['total_eur_bn'])}{_of(row, 'amount', 'states')}"
    if is_missing(row["gdp_share_pct"]):
        return amount
    return f"{amount}, and {share(row['gdp_share_pct'])} of GDP{_of(row, 'share', 'states_with_share')}"


def _of(row: Row, by: str, among: str) -> str:
    return f" ({place(row, by)} of {int(row[among])} states)" if place(row, by) else ""


def place(row: Row, by: str) -> str:
    """Where a donor ranks by "amount" or by "share", equal figures sharing a rank; empty for what isn't ranked."""
    return ordinal(row[f"{by}_rank"], row.get(f"is_{by}_joint"))


def _apart(found: Sequence[Row], column: str) -> str:
    others = [row for row in found if not row["is_state"]]
    said = share if column == "gdp_share_pct" else billions
    told = [f"{the(row['donor'])}, one donor and no state, stands apart with {said(row[column])}" for row in others]
    return listed(told)


def lacking(totals: pd.DataFrame, measures: str, per: str) -> list[str]:
    """What the release doesn't give, in sentences: parts, shares, shares of some donors."""
    if totals.empty:
        return []
    said, release = [], f"Release {int(totals.iloc[0]['kiel_release'])}"
    if per != "gdp" and not has_parts(totals):
        said.append(f"{release} gives {measures} as totals only, without military, financial and humanitarian parts.")
    if not has_shares(totals):
        said.append(f"{release} gives no shares of GDP for {measures}.")
    elif per == "gdp":
        without = listed([the(row["donor"]) for row in rows(totals[totals["gdp_share_pct"].isna()])], _MOST)
        said += [f"{release} gives no share of GDP for {without}: not drawn, which is not zero."] if without else []
    return said


def no_state(rows: pd.DataFrame, per: str) -> tuple[str, ...]:
    """That an organisation isn't ranked, where one is drawn."""
    column = "gdp_share_pct" if per == "gdp" else "total_eur_bn"
    return (NO_STATE,) if (~rows["is_state"] & rows[column].notna()).any() else ()


def asking_else(totals: pd.DataFrame, lacks: Sequence[str], per: str) -> str:
    """What to ask for where the release has nothing of this measure, or, as it `lacks` them, no shares of GDP."""
    if totals.empty:
        return "Ask for the other measure, or for another release."
    is_lacking = per == "gdp" and not has_shares(totals)
    return " ".join([*lacks, "Ask for amounts, for the other measure, or for another release."] * is_lacking)


def reading_months(months: pd.DataFrame, totals: pd.DataFrame) -> str:
    """How much each donor shown allocated by the last month, when most, and where it ranks; from one release.

    ``months`` are the rows shown, donor by donor as they are drawn, ``totals`` every donor's total in the same release.
    """
    if months.empty:
        return "No month is on record for this selection."
    by_donor = {row["actor_id"]: row for row in rows(totals)}
    named = [by_donor[donor] for donor in months["actor_id"].unique() if donor in by_donor][:_MOST]
    standing = listed([_standing(row) for row in named])
    busiest = [_busiest(months, row) for row in named]
    head = f"By {release_words(totals).replace('release', 'Kiel’s release')}, {standing}."
    return f"{head} The largest month was {listed(busiest)}."


def _busiest(months: pd.DataFrame, donor: Row) -> str:
    own = months[months["actor_id"] == donor["actor_id"]]
    most = own.loc[own["total_eur_bn"].idxmax()]
    return f"{month(most['month_starts_on'])} for {the(donor['donor'])} ({billions(most['total_eur_bn'])})"


def month(day: Any) -> str:
    """``March 2025``."""
    return long_date(as_day(day)).split(" ", 1)[1]


def donor_words(row: Row, is_short: bool = False) -> str:
    """A donor's total and ranks in a line: ``€11.03 billion, 6th of 41 states · 3.27% of GDP, 1st of 41 states``.

    `is_short`: ``€11.03 bn, 6th · 3.27% of GDP, 1st``.
    """
    if is_short:
        amount = f"{billions(row['total_eur_bn']).removesuffix(' billion')} bn"
        shares = f"{share(row['gdp_share_pct'])} of GDP" if share(row["gdp_share_pct"]) else ""
        pairs = ((amount, place(row, "amount")), (shares, place(row, "share")))
        return " · ".join(", ".join(part for part in pair if part) for pair in pairs if pair[0])
    parts = [f"{billions(row['total_eur_bn'])}{_short(row, 'amount', 'states')}"]
    if not is_missing(row["gdp_share_pct"]):
        parts.append(f"{share(row['gdp_share_pct'])} of GDP{_short(row, 'share', 'states_with_share')}")
    return " · ".join(parts)


def _short(row: Row, by: str, among: str) -> str:
    return f", {place(row, by)} of {int(row[among])} states" if place(row, by) else ""
