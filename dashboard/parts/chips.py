"""Small marks in HTML: the letter of a status, and the signs of doubt, age and voice, each with words of its own."""

from html import escape

from dashboard.figures.theme import STATUS_LETTER
from dashboard.readings.prose import is_missing
from dashboard.readings.wording import LEFT_OFFICE, Row, is_counted, is_doubted, is_previous

DOUBT = "contested or uncertain in part"


def chip(status: str, hollow: bool = False, small: bool = False, dashed: bool = False, pale: bool = False) -> str:
    """A square with the status letter: hollow for a position that isn't counted, dashed for one who left office,
    pale for one not repeated for more than 180 days.

    Decorative: words stand beside it.
    """
    names = ["g-chip", *([f"g-chip-{escape(status, quote=True)}"] if status else [])]
    names += ["g-hollow"] * hollow + ["g-small"] * small + ["g-dashed"] * dashed + ["g-pale"] * (pale and not hollow)
    return f'<span class="{" ".join(names)}" aria-hidden="true">{escape(STATUS_LETTER.get(status, ""))}</span>'


def marks(row: Row, href: str = "") -> str:
    """Signs after a name: ``*`` speaker no longer in office, ``≠`` voices differ, ``?`` contested or uncertain.

    `href` leads to what is contested.
    """
    found = []
    if is_counted(row) and is_previous(row):
        found.append(sign("*", LEFT_OFFICE, "g-sign g-left"))
    if not is_missing(row.get("differs_id")):
        found.append(sign("≠", "voices of the same government differ", "g-sign g-differs"))
    if is_doubted(row):
        found.append(questioned(href))
    return "".join(found)


def questioned(href: str) -> str:
    """The sign of a doubt, as the way to what rivals it where there is somewhere to lead."""
    mark = sign("?", f"{DOUBT}: open what rivals it" if href else DOUBT, "g-doubt")
    return f'<a class="g-questions" href="{escape(href, quote=True)}">{mark}</a>' if href else mark


def sign(symbol: str, words: str, kind: str = "g-sign") -> str:
    """A raised symbol that says itself to a screen reader and on hover."""
    said, seen = escape(words, quote=True), f'<span aria-hidden="true">{escape(symbol)}</span>'
    return f'<sup class="{kind}" title="{said}">{seen}{hidden(f" ({words})")}</sup>'


def hidden(words: str) -> str:
    """Words for a screen reader alone."""
    return f'<span class="g-unseen">{escape(words)}</span>'
