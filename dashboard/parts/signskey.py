"""The key of signs in text, for a picture, on which no sign says itself at the pointer. HTML."""

import re
from html import escape, unescape

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip
from dashboard.readings.wording import LEFT_OFFICE, ORDER, in_strip

_RECORDS = (".g-onrecord", ".g-pair")  # where a letter stands without its words
_DOUBT = '<b class="g-questioned">?</b>'
# What is looked for on the drawn page, by which a canvas drops what it has no room for; what the HTML has; the entry.
_SIGNS = (
    (
        ".g-chip.g-hollow",
        'g-hollow[^"]*" aria-hidden="true">[A-Z]',
        '<span class="g-swatch g-empty"></span> not counted',
    ),
    (".g-chip.g-dashed", "g-dashed", f'<span class="g-swatch g-dash"></span> {LEFT_OFFICE}'),
    (".g-aged, em[title]", '"g-aged"|older than 180 days">', "<em>italics</em> older than 180 days"),
    (".g-left", "g-left", f"<b>*</b> {LEFT_OFFICE}"),
    (".g-differs", "g-differs", "<b>≠</b> voices of one government differ"),
    (".g-onrecord .g-none", 'g-none" title', "<b>–</b> no record"),
    (".g-doubt", '"g-doubt"', f"{_DOUBT} contested or uncertain"),
)
_HEADED = re.compile(r'class="g-answer[^"]*"><span class="g-chip g-chip-(\w+)')
_TAGS = re.compile("<[^>]*>")


def signs_key(theme: Theme, html: str, known: str = "") -> str:
    """What the signs in that HTML mean, but for those that the key ``known`` has; "" where there are none.

    An entry names in ``data-seen`` what has to be seen for it to stay.
    """
    told = _words(known)
    entries = [
        *_letters(html),
        *((seen, entry) for seen, pattern, entry in _SIGNS if re.search(pattern, html) and _sign(entry) not in told),
    ]
    body = "".join(f'<li data-seen="{escape(seen, quote=True)}">{entry}</li>' for seen, entry in entries)
    return f'<ul class="g-key g-signs theme-{theme.name}" aria-label="What the signs mean">{body}</ul>' if body else ""


def _letters(html: str) -> list[tuple[str, str]]:
    """The letters of statuses that stand in the cells of a table or before names, and head no group of their own."""
    if not any(f'"{place[1:]}"' in html or place[1:] in html for place in _RECORDS):
        return []
    headed = set(_HEADED.findall(html))
    found = [status for status in ORDER if f"g-chip-{status}" in html and status not in headed]
    return [
        (", ".join(f"{place} .g-chip-{status}" for place in _RECORDS), f"{chip(status, small=True)} {_named(status)}")
        for status in found
    ]


def _named(status: str) -> str:
    return "would send or take part" if status == "pledged" else escape(in_strip(status))


def _sign(entry: str) -> str:
    """What an entry is known by: its sign, else its words."""
    words = _words(entry).strip()
    return words.partition(" ")[0] if "<b" in entry or "<em" in entry else words


def _words(html: str) -> str:
    return unescape(_TAGS.sub("", html))
