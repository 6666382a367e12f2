"""Keys: what the marks of map and ledger mean, as one line of HTML."""

from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip
from dashboard.readings.prose import text
from dashboard.readings.wording import ORDER, Row, heading, is_counted, is_doubted, is_previous, rows

_SIGNS = {
    "not_binding": ("(C)", "a voice that doesn’t bind"),
    "outside_ukraine": ("C→", "outside Ukraine"),
    "place_not_named": ("C…", "place not named"),
    "previous": ("C*", "by the previous government"),
    "doubt": ("?", "contested or uncertain"),
}
_LEDGER = {
    "again": ("●", "said again"),
    "changed": ("◆", "with other conditions"),
    "by": ("‹", "by that day at the latest"),
    "about": ("~", "about that day"),
    "doubt": ("?", "contested or uncertain"),
    "previous": ("*", "by the previous government: dashed"),
}


def map_key(theme: Theme, positions: pd.DataFrame | None = None) -> str:
    """How to read the map's fills and letters; the statuses themselves stand in the list beside it.

    With ``positions`` only the letters that occur among them are explained.
    """
    shades = (
        '<li><span class="g-swatch g-full"></span> said within 180 days</li>'
        '<li><span class="g-swatch g-pale"></span> older</li>'
        '<li><span class="g-swatch g-empty"></span> outline alone: not counted</li>'
        '<li><span class="g-swatch g-none"></span> no record (smallest states: a ring)</li>'
    )
    drawn = {sign for row in rows(positions) for sign in _drawn(row)} if positions is not None else {*_SIGNS}
    signs = tuple(pair for sign, pair in _SIGNS.items() if sign in drawn)
    return _list(shades + _signs(signs), theme, "How to read the map")


def ledger_key(strips: pd.DataFrame, theme: Theme) -> str:
    """Statuses that occur in the strips (frame of ``figures.strips``), and the marks that do."""
    found = rows(strips)
    statuses = [status for status in ORDER if any(row["status"] == status for row in found)]
    kind = text(found[0].get("kind")) if found else ""
    names = "".join(f"<li>{chip(status, small=True)} {escape(_name(status, kind))}</li>" for status in statuses)
    fading = (
        '<li><span class="g-swatch g-fading"></span> paler the longer not repeated: 3 months, 6 months, a year</li>'
    )
    occurring = {sign for row in found for sign in _in_strip(row)}
    signs = tuple(pair for sign, pair in _LEDGER.items() if sign in occurring)
    return _list(names + fading + _signs(signs), theme, "How to read the ledger")


def _name(status: str, kind: str) -> str:
    return "Signed" if status == "signed" else heading(status, kind)


def _drawn(row: Row) -> list[str]:
    previous = ["previous"] * (is_counted(row) and is_previous(row))
    return [text(row["counted_as"]), *previous, *["doubt"] * is_doubted(row)]


def _in_strip(row: Row) -> list[str]:
    said = ["changed" if changed else "again" for _, _, changed, _ in row["restated"]]
    doubt = ["doubt"] * (is_doubted(row) or bool(row["last_doubts"]))
    previous = ["previous"] * (is_counted(row) and is_previous(row))
    return [*said, text(row["date_precision"]), *doubt, *previous]


def _signs(pairs: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"<li><b>{escape(symbol)}</b> {escape(words)}</li>" for symbol, words in pairs)


def _list(body: str, theme: Theme, label: str) -> str:
    return f'<ul class="g-key theme-{theme.name}" aria-label="{escape(label, quote=True)}">{body}</ul>'
