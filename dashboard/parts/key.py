"""The key of the map: what its marks mean, as one line of HTML."""

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape

from dashboard.figures.mapkey import MOVED, NO_RECORD
from dashboard.figures.paint import FORMS
from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip
from dashboard.readings.prose import is_missing, text
from dashboard.readings.wording import LEFT_OFFICE, ORDER, Row, heading, in_strip, is_counted, is_doubted, is_previous

BREAK = '<li class="g-break" aria-hidden="true"></li>'
FILLS = {"full": "said within 180 days", "pale": "older", "empty": "outline alone: not counted"}
_SIGNS = {
    "not_binding": ("(C)", "a voice that doesn’t bind"),
    "outside_ukraine": ("C→", "outside Ukraine"),
    "place_not_named": ("C…", "place not named"),
    "previous": ("C*", LEFT_OFFICE),
    "differs": ("D≠C", "voices of one government differ"),
    "doubt": ("?", "contested or uncertain"),
}
_MARKED = re.compile(' data-mark="[^"]*"')
_SHORT_SIGNS = _SIGNS | {
    "not_binding": ("(C)", "doesn’t bind"),
    "previous": ("C*", "left office"),
    "differs": ("D≠C", "voices differ"),
    "doubt": ("?", "in doubt"),
}
_SHORT_FILLS = (
    (FORMS[1], "pale", "older"),
    (FORMS[2], "empty", "not counted"),
    (NO_RECORD, "none", "no record"),
    (MOVED, "bold", "moved"),
)


def map_key(
    theme: Theme,
    positions: Iterable[Row] | None = None,
    statuses: Collection[str] = (),
    kind: str = "",
    is_narrowed: bool = False,
    has_moved: bool = False,
    is_listed: bool = False,
) -> str:
    """How to read the map's fills and letters; and where it ``is_listed``, of the list beside it.

    With ``positions`` only the fills and signs that occur among them are explained. ``statuses`` are those whose
    letters are explained, in words for ``kind``; none where a list beside the map has them as its headings.
    ``is_narrowed``: filters leave positions out, whose countries look like those without a record; ``has_moved``:
    some are outlined for having moved.
    """
    bare = "no record, or left out by the filters" if is_narrowed else "no record (smallest states: a ring)"
    drawn = {sign for row in positions for sign in _drawn(row)} if positions is not None else {*_SIGNS, *FILLS}
    fills = FILLS | ({"pale": f"{FILLS['pale']}, in the list in <em>italics</em>"} if is_listed else {})
    shades = "".join(_swatch(fill, words) for fill, words in fills.items() if fill in drawn)
    shades += _swatch("none", bare) + _swatch("bold", "moved in between") * has_moved
    if "dashed" in drawn and "previous" not in drawn:  # the list has it alone
        shades += _swatch("dash", LEFT_OFFICE).replace("<li>", '<li data-seen=".g-chip.g-dashed">')
    signs = "".join(_sign(sign, *pair) for sign, pair in _SIGNS.items() if sign in drawn)
    parts = (status_names(statuses, kind), shades, signs)
    return _list(BREAK.join(part for part in parts if part), theme, "How to read the map")


def card_key(theme: Theme, rows: Sequence[Row]) -> str:
    """What letters, fills and signs mean, in a word or two each, for where there is little room.

    An entry is named by ``data-mark``, by which a picture drops what it doesn't draw.
    """
    kinds, statuses = {text(row.get("kind")) for row in rows}, {row["status"] for row in rows}
    kind = next(iter(kinds)) if len(kinds) == 1 else ""
    fills = [(name, f'<span class="g-swatch g-{look}"></span> {words}') for name, look, words in _SHORT_FILLS]
    signs = [(sign, f"<b>{escape(symbol)}</b> {escape(words)}") for sign, (symbol, words) in _SHORT_SIGNS.items()]
    told = "".join(f'<li data-mark="{name}">{words}</li>' for name, words in (*fills, *signs))
    return _list(short_names(statuses, kind) + told, theme, "What the marks mean")


def status_names(statuses: Collection[str], kind: str = "", is_marked: bool = False) -> str:
    """Entries of a key: the letter of each status and its words, from signed to declined.

    ``is_marked``: each is named by ``data-mark``, by which a picture drops what it doesn't draw.
    """
    shown = [status for status in ORDER if status in statuses]
    names = {"signed": "Signed"} | {status: heading(status, kind) for status in shown if status != "signed"}
    told = _lettered((status, names[status]) for status in shown)
    return told if is_marked else _MARKED.sub("", told)


def short_names(statuses: Collection[str], kind: str = "") -> str:
    """The same in the words of strips: ``on conditions``."""
    return _lettered((status, in_strip(status, kind)) for status in ORDER if status in statuses)


def _lettered(named: Iterable[tuple[str, str]]) -> str:
    return "".join(
        f'<li data-mark="{status}">{chip(status, small=True)} {escape(words)}</li>' for status, words in named
    )


def _swatch(name: str, words: str) -> str:
    return f'<li><span class="g-swatch g-{name}"></span> {words}</li>'


def _drawn(row: Row) -> list[str]:
    aged = bool(row.get("is_aged")) and not is_missing(row.get("is_aged"))
    fill = "empty" if not is_counted(row) else "pale" if aged else "full"
    previous = [fill, *["dashed"] * is_previous(row), *["previous"] * (is_counted(row) and is_previous(row))]
    differs = ["differs"] * bool(text(row.get("differs_letter")))
    return [text(row["counted_as"]), *previous, *differs, *["doubt"] * is_doubted(row)]


def _sign(sign: str, symbol: str, words: str) -> str:
    """What stands at letters alone has its name, by which a picture drops what it doesn't draw; lists have doubts."""
    named = "" if sign == "doubt" else f' data-mark="{sign}"'
    return f"<li{named}><b>{escape(symbol)}</b> {escape(words)}</li>"


def _list(body: str, theme: Theme, label: str) -> str:
    return f'<ul class="g-key theme-{theme.name}" aria-label="{escape(label, quote=True)}">{body}</ul>'
