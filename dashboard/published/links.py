"""What a published page says of where it and its endings are found: for previews, for Zotero, for other programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape
from urllib.parse import urlencode

from dashboard.citing.address import full, path_of, root

Link = Mapping[str, Sequence[str]]
AROUND = 460  # title, key, reading and proof, beside the chart
# What some shapes have besides: more lanes than are usual, a list below.
BELOW = {"lanes": 140, "matrix": 60, "conditions": 560, "compare": 720}
LONGEST = 64  # of what follows a server's name: more than that nobody types
SCAN = "scan the code for this very view"
PREVIEW = "size=1200x630&proof=compact"
ENDINGS = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Place:
    """Where a view is found: its page, its address key by key, and the server's address as the request came.

    `typed` are the keys without which another view would open, for who types them from a picture.
    """

    page: str
    link: Link
    asked: str = ""
    typed: Link = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The view in the app, below the server's root."""
        return path_of(self.page, self.link)

    @property
    def table(self) -> str:
        """The same rows as a published table."""
        return f"/view/{self.page}?{urlencode({**self.link, 'as': ['table']}, doseq=True)}"

    @property
    def address(self) -> str:
        """The view in the app, as an address that leads there from anywhere; empty where there is none."""
        return full(self.path, self.asked)

    @property
    def site(self) -> str:
        """The server's name, as it may be typed (``guarantees.example``); empty without one."""
        return root(self.asked).partition("://")[2]

    @property
    def short(self) -> str:
        """What opens the view where it is typed (``guarantees.example/pledges?asof=2025-09-04``); empty if long."""
        path = path_of(self.page, self.typed)
        is_typed = len(path) <= LONGEST and "%" not in path
        return f"{self.site}{path}".rstrip("/") if self.site and is_typed else ""

    @property
    def ways(self) -> Sequence[str]:
        """What a picture with a code says of where the view is found, ever shorter; the code holds all of it."""
        return tuple(one for one in (self.short, f"{self.site}: {SCAN}", SCAN) if one)

    @property
    def named(self) -> str:
        """The first of these; empty where the view has no address."""
        return self.ways[0] if self.site else ""

    def below(self, folder: str, ending: str = "") -> str:
        """The view in another form, below the server's root: ``/picture/pledges.png?…``."""
        return f"/{folder}/{self.page}{ending}?{urlencode(self.link, doseq=True)}"

    def absolute(self, path: str) -> str:
        """A path with the server before it, even one that only this machine knows."""
        return f"{root(self.asked) or self.asked.rstrip('/')}{path}"


def preview(place: Place, title: str, described: str, reading: str, is_quote: bool = False) -> str:
    """What a link to a view shows where it is pasted: title, words, picture. Everything escaped.

    Where a statement is open in it, the picture is that statement's. It is asked for without a release: who keeps the
    words of a preview fetches its picture later.
    """
    link = {name: values for name, values in place.link.items() if name != "release"}
    drawn = replace(place, page="quote", link={"focus": link["focus"]}) if is_quote else replace(place, link=link)
    picture = place.absolute(f"{drawn.below('picture', '.png')}&{PREVIEW}")
    pairs = (
        ("og:type", "article"),
        ("og:site_name", "Guarantees"),
        ("og:title", title),
        ("og:description", described),
        ("og:url", place.absolute(place.path)),
        ("og:image", picture),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", reading),
    )
    told = "".join(f'<meta property="{name}" content="{escape(words)}">\n' for name, words in pairs if words)
    return f'{told}<meta name="twitter:card" content="summary_large_image">\n'


def alternates(place: Place) -> str:
    """The same view in other forms: its rows, and the page that it belongs to."""
    told = "".join(
        f'<link rel="alternate" type="{kind}" href="{escape(".." + place.below("api", f".{ending}"))}">\n'
        for ending, kind in ENDINGS.items()
    )
    return f'<link rel="canonical" href="{escape(place.absolute(place.path))}">\n{told}'


def snippet(place: Place, title: str, height: int, shape: str = "") -> str:
    """HTML that shows the view in a page elsewhere, as text to copy; empty where nothing leads to this server.

    Where it is wide the frame holds all that stands above its proof. It is no higher than the screen, else a phone
    would have no place left to scroll on by.
    """
    start = root(place.asked)
    if not start:
        return ""
    source = escape(f"{start}{place.below('view')}&embed=1")
    high = height + AROUND + BELOW.get(shape, 0)
    return (
        f'<iframe src="{source}" title="{escape(title)}" width="100%" height="{high}" '
        'style="border:0;max-height:100vh" loading="lazy"></iframe>'
    )
