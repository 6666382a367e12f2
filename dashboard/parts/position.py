"""The card of one pledger's standing position: what, when, by whom, on what condition, and what speaks against it."""

from collections.abc import Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, marks
from dashboard.parts.evidence import RIVALS
from dashboard.readings.prose import ago, counted, is_missing, items, long_date, sentence, short_date, text
from dashboard.readings.wording import (
    LEFT_OFFICE,
    Row,
    conditions,
    earlier_positions,
    heading,
    is_counted,
    is_doubted,
    is_previous,
    lowered,
    voice,
    why_not_counted,
)


def position_card(
    row: Row,
    theme: Theme,
    statement_href: str = "",
    earlier: Sequence[Row] = (),
    pledger_href: str = "",
    ledger_href: str = "",
) -> str:
    """A card (HTML) of one row of relation ``positions_on``; ``statement_href`` leads to the words behind it.

    ``earlier`` are conditions (relation ``conditions_on``) named before, neither repeated nor withdrawn;
    ``pledger_href`` leads to the profile of whose position it is, ``ledger_href`` to where its positions are drawn.
    """
    status = text(row.get("status"))
    title = heading(status, text(row.get("kind")), {text(row.get("instrument"))} - {""})
    kind = text(row.get("kind_label"))
    name = _linked(text(row.get("pledger")), pledger_href)
    return (
        f'<article class="g-position theme-{theme.name}">'
        f"<header>{chip(status, hollow=not is_counted(row), dashed=is_previous(row))}<div>"
        f"<h3>{name}{marks(row, RIVALS)}</h3>"
        f'<p class="g-stand">{escape(title)}{f" · {escape(kind)}" if kind else ""}</p></div></header>'
        f"<p>{escape(_said(row))}</p>{_condition(row)}{_outliving(earlier)}"
        f'<p class="g-summary">{escape(text(row.get("summary")))}</p>'
        f"{_remarks(row, ledger_href)}{_link(statement_href)}</article>"
    )


def _linked(words: str, href: str) -> str:
    return f'<a href="{escape(href, quote=True)}">{escape(words)}</a>' if href else escape(words)


def _said(row: Row) -> str:
    day = sentence(long_date(row.get("announced_on"), row.get("date_precision"))).rstrip(".")
    age = f", {ago(row['age_days'])}" if bool(row.get("is_aged")) and not is_missing(row.get("age_days")) else ""
    basis = text(row.get("basis_label")).lower()
    return f"{day}{age} · {voice(row)}{f' · {basis}' if basis else ''}"


def _condition(row: Row) -> str:
    words = conditions(row)
    return f'<p class="g-condition"><b>On condition:</b> {escape(words)}</p>' if words else ""


def _outliving(earlier: Sequence[Row]) -> str:
    named = "; ".join(
        f"{lowered(text(row['condition_label']))} (named {short_date(row['last_named_on'])}, not repeated since)"
        for row in earlier
    )
    return f'<p class="g-condition"><b>Named earlier, never withdrawn:</b> {escape(named)}</p>' if named else ""


def _remarks(row: Row, ledger_href: str) -> str:
    remarks = [
        f"Not counted: {why_not_counted(row['counted_as'])}" if not is_counted(row) else "",
        LEFT_OFFICE.capitalize() if is_previous(row) else "",
        "Not repeated for more than 180 days" if bool(row.get("is_aged")) else "",
        "Voices of the same government differ" if not is_missing(row.get("differs_id")) else "",
        "A later remark that doesn’t bind is on record" if not is_missing(row.get("later_remark_id")) else "",
        f"Contested or uncertain: {counted(int(row['doubts']), 'doubt')} on record" if is_doubted(row) else "",
        counted(len(items(row.get("source_ids"))), "source"),
    ]
    earlier = earlier_positions(row)
    before = _linked(earlier, ledger_href) if earlier else "First position on record"
    told = [before, *(escape(remark) for remark in remarks if remark)]
    return f'<ul class="g-remarks">{"".join(f"<li>{one}</li>" for one in told)}</ul>'


def _link(href: str) -> str:
    return f'<p><a href="{escape(href, quote=True)}">The statement behind it</a></p>' if href else ""
