"""The page of a deck: its views in order, up, down and away, one more by its address, the file. No script is needed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import urlencode

from dashboard.citing.address import root
from dashboard.decks.views import MOST, address
from dashboard.published.links import Place
from dashboard.published.shell import head
from dashboard.readings.prose import counted

TEMPLATE = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))
THUMBNAIL = "size=960x540&proof=compact&title=none&theme=light"
HOW = (
    "Choose “Add to deck” in the menu of any view, or paste the address of a view below. "
    "The address of this page is the deck: keep it, share it, change it."
)


@dataclass(frozen=True)
class Pin:
    """A view in a deck: where it is found, what it is called, what it shows."""

    place: Place
    title: str
    sentence: str

    @property
    def view(self) -> str:
        """The view as it stands in the deck's address."""
        return self.place.path


def page(
    pins: Sequence[Pin],
    release: str,
    pages: Mapping[str, str],
    problems: Sequence[str] = (),
    adding: str = "",
    no_pictures: str = "",
) -> str:
    """The whole HTML page; `adding` is a view to be put into the deck that the reader has open, if there is one.

    `pages` are the app's, address → title; `no_pictures` says what is missing where no thumbnail can be shown.
    """
    views = [pin.view for pin in pins]
    count = f"{counted(len(pins), 'slide')}, in order, and one that says how to cite. This page’s address is the deck."
    lead = count if pins else HOW
    return TEMPLATE.substitute(
        head=head("Deck", f"A deck of {counted(len(pins), 'view')}" if pins else "A deck of views", lead, "deck"),
        pages="".join(f'<a href="{escape(path)}">{escape(name)}</a>' for path, name in pages.items()),
        adding=escape(adding, quote=True),
        most=MOST,
        site=escape(root(), quote=True),
        lead=escape(lead),
        notices="".join(f'<p class="notice">{escape(one)}</p>' for one in problems),
        missing=f'<p class="notice">{escape(no_pictures)}</p>' if no_pictures and pins else "",
        slides="".join(slide(place, pins, not no_pictures) for place in range(len(pins))),
        hidden="".join(f'<input type="hidden" name="view" value="{escape(view, quote=True)}">' for view in views),
        closed="" if len(pins) < MOST else " disabled",
        full=f"A deck holds {MOST} views at most." if len(pins) >= MOST else "",
        download=escape(address(views, "deck.pptx"), quote=True),
        some="" if pins else " hidden",
        release=escape(release),
    )


def slide(place: int, pins: Sequence[Pin], has_picture: bool) -> str:
    """A view with its picture and what can be done with it."""
    pin = pins[place]
    title, view = escape(pin.title), escape(pin.view.lstrip("/") or "./", quote=True)
    thumbnail = (
        f'<img src="{escape(picture(pin.place), quote=True)}" width="640" height="360" loading="lazy" alt="">'
        if has_picture
        else f"<span>{title}</span>"
    )
    acts = "".join(
        f'<a href="{escape(href, quote=True)}" aria-label="{words}: {escape(pin.title, quote=True)}">{words}</a>'
        for words, href in moves(place, [one.view for one in pins])
    )
    return (
        f'<li id="slide-{place + 1}" tabindex="-1"><a class="thumbnail" href="{view}" tabindex="-1" aria-hidden="true">'
        f'{thumbnail}</a><div><h2><a href="{view}">{title}</a></h2><p>{escape(pin.sentence)}</p>'
        f'<p class="acts">{acts}</p></div></li>'
    )


def picture(place: Place) -> str:
    """The picture of a view, small."""
    return f"picture/{place.page}.png?{urlencode(place.link, doseq=True)}&{THUMBNAIL}"


def moves(place: int, views: Sequence[str]) -> list[tuple[str, str]]:
    """What can be done with a view: the words, and the deck that comes of it."""
    made = []
    for words, to in (("Up", place - 1), ("Down", place + 1)):
        if 0 <= to < len(views):
            order = list(views)
            order[place], order[to] = order[to], order[place]
            made.append((words, f"{address(order)}#slide-{to + 1}"))
    return [*made, ("Remove", address([*views[:place], *views[place + 1 :]]))]
