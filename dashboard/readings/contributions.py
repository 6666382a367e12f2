"""Agreements and announced contributions in words: sums as named, terms, what was refused. No sum is ever added."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from dashboard.readings.names import the
from dashboard.readings.prose import (
    as_day,
    counted,
    in_words,
    is_missing,
    items,
    listed,
    long_date,
    number,
    plural,
    sentence,
    text,
)
from dashboard.readings.wording import Row, lowered

_SIGNS = {"EUR": "€", "GBP": "£", "USD": "US$", "CAD": "C$", "AUD": "A$", "JPY": "¥"}
_MANY = {"krona": "kronor", "krone": "kroner", "króna": "krónur", "franc": "francs", "koruna": "koruna"}
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_STATUS = {
    "signed": "Signed",
    "pledged": "Promised",
    "conditional": "Promised on conditions",
    "open": "Considered",
    "undecided": "Undecided",
    "delivered": "Delivered",
    "declined": "Refused",
    "withdrawn": "Stopped",
}
_KINDS = 3


def money(row: Row) -> str:
    """A sum as it was named: ``€1.2 billion``, ``75 billion Swedish kronor``; empty where none was."""
    if is_missing(row.get("amount")):
        return ""
    said, code = scaled(float(row["amount"])), text(row.get("currency_code"))
    if code in _SIGNS:
        return f"{_SIGNS[code]}{said}"
    words = text(row.get("currency_label")) or code
    return f"{said} {' '.join(_MANY.get(word, word) for word in words.split())}".strip()


def scaled(amount: float) -> str:
    """``1.2 billion``, ``120.5 million``, ``75,000``."""
    for size, word in _SCALES:
        if amount >= size:
            return f"{number(amount / size, 3).rstrip('0').rstrip('.')} {word}"
    return number(amount)


def term(row: Row) -> str:
    """``10 years``; that none is named where it isn't."""
    return "no term named" if is_missing(row.get("term_years")) else counted(int(row["term_years"]), "year")


def status_words(status: Any) -> str:
    """What became of a contribution, in a word or two."""
    return _STATUS.get(text(status), text(status).capitalize())


def is_signed(row: Row) -> bool:
    """Whether a document was signed."""
    return text(row.get("status")) == "signed"


def reading_agreements(agreements: Sequence[Row]) -> str:
    """How many were signed, by whom first and last, for how long; how many name a sum, who did not sign."""
    found = sorted(agreements, key=lambda row: str(row["announced_on"]))
    signed = [row for row in found if is_signed(row)]
    if not signed:
        return "No bilateral security agreement is on record that fits this selection."
    first, last = signed[0], signed[-1]
    pledgers = len({row["pledger_id"] for row in signed})
    verb = plural(len(signed), "is", "are")
    head = f"{counted(len(signed), 'agreement')} of {counted(pledgers, 'pledger')} {verb} on record, "
    if len(signed) == 1:
        span = f"signed by {the(text(first['pledger']))} on {long_date(first['announced_on'])}"
    else:
        span = f"from {_signed_by(first)} to {_signed_by(last)}"
    return f"{head}{span}{_terms(signed)}. {sentence('; '.join(_details(found, signed)))}"


def _signed_by(row: Row) -> str:
    return f"{the(text(row['pledger']))} on {long_date(row['announced_on'])}"


def _terms(signed: Sequence[Row]) -> str:
    years = [int(row["term_years"]) for row in signed if not is_missing(row["term_years"])]
    told = [
        f"{years.count(term)} for {in_words(term) if term < 10 else term} years"
        for term in sorted(set(years), key=lambda term: (-years.count(term), term))
    ]
    without = len(signed) - len(years)
    told += [f"{without} without a term"] if without else []
    return f": {listed(told)}" if told and len(signed) > 1 else ""


def _details(found: Sequence[Row], signed: Sequence[Row]) -> list[str]:
    named = sum(not is_missing(row["amount"]) for row in signed)
    treaties = [row for row in signed if text(row.get("instrument")) == "treaty"]
    refused = [the(text(row["pledger"])) for row in found if not is_signed(row)]
    told = ["no sum is named"]
    if named:
        told = [f"{in_words(named)} {plural(named, 'names', 'name')} a sum, given as named and never added up"]
    if treaties:
        told.append(f"only that of {listed([_signed_by(row) for row in treaties], 3)} is a treaty")
    if refused:
        told.append(f"{listed(refused, 4)} did not sign")
    return told


def reading_items(found: Sequence[Row]) -> str:
    """How many were announced and of which kinds; how many refusals and stops; what overlaps."""
    if not found:
        return "No contribution is on record that fits this selection."
    refused = [row for row in found if row["is_refusal"]]
    offered = [row for row in found if not row["is_refusal"]]
    first, last = min(as_days(found)), max(as_days(found))
    span = f"Between {long_date(first)} and {long_date(last)}" if first != last else f"On {long_date(first)}"
    head = (
        f"{span}, {counted(len(offered), 'contribution')} of {counted(_pledgers(offered), 'pledger')} {_kinds(offered)}"
    )
    second = (
        f"{in_words(len(refused))} {plural(len(refused), 'refusal or stop stands', 'refusals and stops stand')} apart"
    )
    if not refused:
        second = "no refusal or stop is on record"
    shared = sum(bool(items(row["same_money_labels"])) for row in found)
    overlap = "amounts are listed as named and never added up"
    if shared:
        names = f"{in_words(shared)} {plural(shared, 'names', 'name')} money that another row names too"
        overlap = f"{names}, so amounts are listed and never added up"
    return f"{head}. {sentence(f'{second}; {overlap}')}"


def as_days(found: Sequence[Row]) -> list[date]:
    """The days of rows."""
    return [day for row in found if (day := as_day(row["announced_on"]))]


def _pledgers(found: Sequence[Row]) -> int:
    return len({row["pledger_id"] for row in found})


def _kinds(found: Sequence[Row]) -> str:
    if not found:
        return "are on record"
    kinds = Counter(text(row["kind_label"]) for row in found)
    told = [f"{lowered(kind)} ({count})" for kind, count in kinds.most_common(_KINDS)]
    most = "most of them" if len(kinds) > _KINDS else "namely"
    return f"{plural(len(found), 'is', 'are')} on record, {most} {listed(told)}"
