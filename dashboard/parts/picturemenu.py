"""The menu from which a view leaves as a picture: size, proof, title and colours; saved, copied, or opened as a page.

Plain links that work as they stand; ``static/v1/picture.js`` keeps the reader's choice and copies.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

LOOKS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "size": (
        "Size",
        {
            "1920x1080": "A slide, 1920 × 1080",
            "960x1080": "Half a slide, 960 × 1080",
            "1080x1080": "Square, 1080 × 1080",
        },
    ),
    "proof": ("Proof", {"full": "In full", "compact": "In a line"}),
    "title": ("Title", {"1": "With its title", "0": "Without: mine stands above it"}),
    "theme": ("Colours", {"light": "Light", "dark": "Dark"}),
}
USUAL = {name: next(iter(words)) for name, (_, words) in LOOKS.items()}


@dataclass(frozen=True)
class Pictured:
    """What can be pictured: its words in the menu, its page, its address key by key."""

    words: str
    page: str
    query: Mapping[str, Sequence[str]]

    @property
    def address(self) -> str:
        """The page with its keys, encoded: what follows ``picture/`` and ``view/``."""
        query = urlencode(self.query, doseq=True)
        return f"{self.page}{'?' if query else ''}{query}"


def picture_menu(pictured: Sequence[Pictured]) -> str:
    """The menu's body for what can be pictured here, the view itself first."""
    return (
        f'<div class="g-picture" data-picture>{of_what(pictured)}'
        f'<div class="g-looks">{"".join(look(name) for name in LOOKS)}</div>'
        f'<p class="g-preview" aria-hidden="true"></p>{ways(pictured[0])}'
        '<p class="g-missing" data-picture-missing hidden></p>'
        '<p class="g-note" role="status" data-picture-said></p>'
        '<textarea data-picture-caption readonly hidden rows="5" aria-label="Caption"></textarea></div>'
    )


def of_what(pictured: Sequence[Pictured]) -> str:
    """The choice of what to picture; where there is none to make it stands in the menu unseen."""
    options = "".join(
        f'<option value="{escape(one.address, quote=True)}">{escape(one.words)}</option>' for one in pictured
    )
    hidden = "" if len(pictured) > 1 else " hidden"
    return f'<label class="g-of"{hidden}>Picture of <select data-look="of">{options}</select></label>'


def look(name: str) -> str:
    """One thing to choose."""
    words, choices = LOOKS[name]
    options = "".join(f'<option value="{code}">{escape(told)}</option>' for code, told in choices.items())
    return f'<label>{words} <select data-look="{name}">{options}</select></label>'


def ways(one: Pictured) -> str:
    """Save, copy, the same as a drawing to edit, the published page."""
    png, svg = pictured_at(one, "png"), pictured_at(one, "svg")
    page = "view/" + joined(one.address, {name: USUAL[name] for name in ("theme",)})
    return (
        '<p class="g-picture-ways">'
        f'<a class="g-first" data-picture-png download href="{escape(png, quote=True)}">Save as PNG</a>'
        '<button type="button" data-picture-copy>Copy picture with caption</button>'
        f'<a data-picture-svg download href="{escape(svg, quote=True)}">Save as SVG</a>'
        f'<a data-picture-page href="{escape(page, quote=True)}">Open as a page</a></p>'
    )


def pictured_at(one: Pictured, form: str, looks: Mapping[str, str] = USUAL) -> str:
    """The address of the picture below the server's root, such as ``picture/pledges.png?asof=…&size=1920x1080``."""
    page, _, query = one.address.partition("?")
    return "picture/" + joined(f"{page}.{form}{'?' if query else ''}{query}", looks)


def joined(address: str, looks: Mapping[str, str]) -> str:
    """An address with further keys."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(looks)}"
