"""The views of a deck as they stand in its address: read from whatever of our addresses somebody pasted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from dashboard.address import PUBLISHED

MOST = 20
LONGEST = 4000
# Forms of a view that carry its keys: the page is what follows.
FORMS = ("view", "present", "picture", "api", "deck")
PROFILES = {"country": "c", "speaker": "s", "event": "e"}
LOOKS = ("present", "embed", "embed_options", "size", "proof", "title", "theme", "width")


@dataclass(frozen=True)
class Pasted:
    """A page and the pairs of its address; `page` is empty where the address is none of ours."""

    page: str
    pairs: Sequence[tuple[str, str]] = ()


def pasted(text: str, ours: Collection[str] = ()) -> Pasted:
    """What an address leads to: with or without a server before it, in the app or in another form of the view.

    `ours` are the names of this server: another's first page is none of ours.
    """
    try:
        found = urlsplit(text.strip()[:LONGEST])
    except ValueError:
        return Pasted("")
    steps = [unquote(step) for step in found.path.split("/") if step]
    pairs = [(name, value) for name, value in parse_qsl(found.query) if name not in LOOKS]
    page, rest = page_in(steps)
    if not steps and (found.scheme or found.netloc) and found.netloc not in ours:
        return Pasted("")
    if page in PROFILES and len(rest) == 1:
        return Pasted(page, [(PROFILES[page], rest[0]), *pairs])
    return Pasted("" if rest else page, pairs)


def page_in(steps: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The page that a path names, and the steps behind it; a folder that the server lies in may stand before."""
    if len(steps) > 1 and steps[-2] in FORMS:
        return known(steps[-1].split(".")[0]), ()
    for place, step in enumerate(steps):
        if step in PUBLISHED:
            return step, steps[place + 1 :]
    return ("" if steps else "overview"), ()


def known(page: str) -> str:
    """The page's name if there is one of it."""
    return page if page in PUBLISHED else ""


def address(views: Sequence[str], path: str = "deck") -> str:
    """The address of a deck of these views, below the server's root."""
    return f"{path}?{urlencode([('view', view) for view in views])}" if views else path
