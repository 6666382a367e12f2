"""The list of what changed last: from which position to which, when, by whose word; each leads to its ledger."""

from collections.abc import Callable
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden
from dashboard.readings.prose import short_date, text
from dashboard.readings.wording import Row, in_strip, is_counted, lowered, rows, why_not_counted

Link = Callable[[Row], str]


def moves(changes: pd.DataFrame, theme: Theme, link: Link) -> str:
    """Moves (relation ``position_changes`` with ``kind_label``), in the order given; ``link(row)`` is an address."""
    none = '<li class="g-none">No position moved or came on record.</li>'
    body = "".join(_move(row, link) for row in rows(changes)) or none
    return f'<ol class="g-moves theme-{theme.name}" data-more="move|moves" aria-label="What changed last">{body}</ol>'


def _move(row: Row, link: Link) -> str:
    kind, before, after = text(row.get("kind")), text(row["old_status"]), text(row["new_status"])
    path = f"from {in_strip(before, kind)} to" if before else "first on record:"
    speaker = ", ".join(part for part in (text(row.get("new_speaker")), text(row.get("new_office"))) if part)
    apart = "" if is_counted(row) else why_not_counted(row["counted_as"])
    about = lowered(text(row.get("kind_label"))) + (apart and f" ({apart})")
    said = f"{path} {in_strip(after, kind)}{apart and f', not counted: {apart}'}; {speaker or 'speaker not recorded'}"
    come = f'{chip(before, small=True)}<span aria-hidden="true">→</span>' if before else ""
    return (
        f'<li><span class="g-path">{come}{chip(after, hollow=bool(apart), small=True)}</span>'
        f'<p><a href="{escape(link(row), quote=True)}" title="{escape(said, quote=True)}">'
        f"{escape(text(row['pledger']))}</a> {escape(about)}{hidden(f': {said}.')}</p>"
        f"<time>{escape(short_date(row['announced_on'], row.get('date_precision')))}</time></li>"
    )
