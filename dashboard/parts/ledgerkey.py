"""The key of the ledger: its statuses and the marks that occur in it, as one line of HTML."""

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.figures.theme import Theme
from dashboard.parts.key import short_names, status_names
from dashboard.readings.prose import as_day, text
from dashboard.readings.wording import LEFT_OFFICE, Row, is_counted, is_doubted, is_previous

_SIGNS = {
    "again": ("●", "said again"),
    "changed": ("◆", "other conditions"),
    "remark": ("○", "doesn’t bind"),
    "by": ("‹", "by then"),
    "about": ("~", "about then"),
    "doubt": ("?", "contested or uncertain"),
    "star": ("*", LEFT_OFFICE),
}
_FADING = '<li data-mark="fading"><span class="g-swatch g-fading"></span> not repeated for 3, 6, 12 months</li>'
_HOLLOW = '<li data-mark="hollow"><span class="g-swatch g-empty"></span> not counted</li>'
_SEEN = {
    "fading": '.g-shade:not([style*="--share:100%"])',
    "hollow": ".g-open-strip",
    "thin": ".g-track .g-thin",
}
_SHORT = {
    "not repeated for 3, 6, 12 months": "older: paler",
    LEFT_OFFICE: "left office",
    "contested or uncertain": "in doubt",
}
_THIN = '<li data-mark="thin"><span class="g-swatch g-thin"></span> thin coverage: chief events only</li>'
_DASHED = f'<li data-mark="dashed"><span class="g-swatch g-dash"></span> {LEFT_OFFICE}</li>'
_DASHED_STARRED = f'<li data-mark="dashed"><span class="g-swatch g-dash"></span> <b>*</b> {LEFT_OFFICE}</li>'


def strips_key(found: Sequence[Row], theme: Theme, is_thin: bool) -> str:
    """The same for strips without marks, such as a profile's; ``is_thin`` where a part of their time is hatched.

    An entry names in ``data-seen`` what has to be seen for it to stay on a canvas, which may have no room for all.
    """
    kinds = {text(row.get("kind")) for row in found}
    statuses = {row["status"] for row in found}
    names = status_names(statuses, next(iter(kinds)) if len(kinds) == 1 else "", is_marked=True)
    hollow = _HOLLOW if any(not is_counted(row) for row in found) else ""
    body = f"{names}{_FADING}{hollow}{_THIN if is_thin else ''}"
    for mark, seen in (_SEEN | {status: f".g-shade-{status}" for status in statuses}).items():
        body = body.replace(f'data-mark="{mark}"', f'data-seen="{escape(seen, quote=True)}"')
    return f'<ul class="g-key theme-{theme.name}" aria-label="How to read the strips">{body}</ul>'


def ledger_key(found: Sequence[Row], theme: Theme, until: Any = None, is_short: bool = False) -> str:
    """Statuses that occur in the strips (``figures.strips.periods``), and the marks that do.

    An entry is named by ``data-mark``, by which a picture drops what it doesn't draw; `is_short` is in few words.
    """
    kinds = {text(row.get("kind")) for row in found}
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    statuses = {row["status"] for row in found}
    names = short_names(statuses, kind) if is_short else status_names(statuses, kind, is_marked=True)
    occurring = {sign for row in found for sign in _in_strip(row)}
    hollow = _HOLLOW if any(not is_counted(row) for row in found) else ""
    is_dashed = any(_is_left(row, until) for row in found)
    dashed = (_DASHED_STARRED if "star" in occurring else _DASHED) if is_dashed else ""
    signs = "".join(
        f'<li data-mark="{sign}"><b>{escape(symbol)}</b> {escape(words)}</li>'
        for sign, (symbol, words) in _SIGNS.items()
        if sign in occurring and not (sign == "star" and is_dashed)
    )
    body = f"{names}{_FADING}{hollow}{dashed}{signs}"
    for whole, short in _SHORT.items() if is_short else ():
        body = body.replace(whole, short)
    return f'<ul class="g-key theme-{theme.name}" aria-label="How to read the ledger">{body}</ul>'


def _in_strip(row: Row) -> list[str]:
    said = ["changed" if changed else "again" for _, _, changed, _ in row["restated"]]
    doubt = ["doubt"] * (is_doubted(row) or bool(row["last_doubts"]))
    star = ["star"] * (is_counted(row) and is_previous(row))
    return [*said, text(row["date_precision"]), *doubt, *star, *(["remark"] if row["remarks"] else [])]


def _is_left(row: Row, until: Any) -> bool:
    """Whether a stretch of the period is dashed: who said it had left office before it ended."""
    end = min(day for day in (row["ends_on"], as_day(until)) if day)
    return is_counted(row) and any(day and day < end for day in row["left"].values())
