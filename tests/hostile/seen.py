"""What a program that reads HTML makes of a page: its elements and attributes, and the words that are seen."""

import re
from html.parser import HTMLParser

# What pages of ours are made of: any other element was made by a cell.
ELEMENTS = """html head meta title link style script body main header footer section article nav aside figure h1 h2 h3
    h4
    p div span a ul ol li dl dt dd b i em q small strong sup sub code pre br cite time blockquote details summary
    table thead tbody tr th td label input select option button svg g path rect circle line polyline polygon text
    defs pattern img"""
NAMES = """lang charset name content property rel href as type crossorigin hreflang class id style title alt src defer
    scope colspan rowspan role tabindex target download open value selected accept for datetime placeholder disabled
    viewbox width height x y x1 x2 y1 y2 cx cy r rx ry d points fill stroke stroke-width stroke-dasharray
    stroke-linecap stroke-linejoin opacity fill-opacity transform xmlns patternunits patterntransform text-anchor
    font-size font-weight http-equiv media maxlength autocomplete"""
ALLOWED, NAMED = set(ELEMENTS.split()), set(NAMES.split())
UNSEEN = ("script", "style", "title")
LEADS = ("href", "src", "action", "formaction", "data", "srcset", "poster")
SCHEME = re.compile(r"[^/?#]*:|\s*//|\s*\\\\")
SAFE = ("https://", "http://", "data:image/svg+xml;base64,", "data:text/csv;base64,", "mailto:?")


class Seen(HTMLParser):
    """A page, read: `strange` are the elements and attributes that no page of ours has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.strange: list[str] = []
        self.parts: list[str] = []
        self.within = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element; note it where a stranger made it."""
        self.within = tag
        self.strange += [f"<{tag} {name}={value}>" for name, value in attrs if is_strange(name, value or "")]
        if tag not in ALLOWED:
            self.strange.append(f"<{tag}>")

    def handle_endtag(self, _tag: str) -> None:
        """What comes after is seen again."""
        self.within = ""

    def handle_data(self, data: str) -> None:
        """Keep words that are seen."""
        if self.within not in UNSEEN:
            self.parts.append(data)

    @property
    def words(self) -> str:
        """All words of the page, blanks single."""
        return single("".join(self.parts))


def is_strange(name: str, value: str) -> bool:
    """Whether an attribute acts, or leads where none of ours does."""
    leads_away = name in LEADS and SCHEME.match(value) and not value.startswith(SAFE)
    is_ours = name in NAMED or name.startswith(("data-", "aria-"))
    return not is_ours or bool(leads_away)


def single(words: str) -> str:
    """Words with single blanks."""
    return " ".join(words.split())
