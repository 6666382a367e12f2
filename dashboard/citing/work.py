"""What can be cited: the release, a view of it, a row of it, the pages that a row rests on."""

import datetime as dt
from dataclasses import dataclass

from dashboard.citing.names import Name

SIGNS = {"about": "ca. ", "by": "by "}


@dataclass(frozen=True)
class Work:
    """One entry of a list of references, before any style is chosen.

    `kind` is dataset, view (a table), map, chart, row or page. Without a `title` the `description` stands for it,
    else behind it.
    `issued` is None where no date is known, `precision` says whether it is the day itself ("on"), worked out ("about")
    or the last that it can be ("by"); `is_year` where only the year counts.
    `container` is the release that a view or a row is part of, `version` that release's id.
    `translated_from` names the language of words that are given in translation; `accessed` is the day of retrieval.
    """

    key: str
    kind: str
    authors: tuple[Name, ...]
    title: str
    description: str
    issued: dt.date | None
    precision: str = "on"
    is_year: bool = False
    container: str = ""
    container_author: str = ""
    version: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    abstract: str = ""
    translated_from: str = ""
    accessed: dt.date | None = None

    @property
    def described(self) -> str:
        """The description in brackets, with the language that the words are translated from."""
        told = [self.description, f"translated from {self.translated_from}" if self.translated_from else ""]
        words = ", ".join(word for word in told if word)
        return f"[{words}]" if words else ""

    @property
    def heading(self) -> str:
        """The title, or what stands for it."""
        return self.title or self.described

    @property
    def sign(self) -> str:
        """What stands before a day that isn't known as such; empty before any other."""
        return SIGNS.get(self.precision, "")

    @property
    def dated(self) -> str:
        """What a format that knows whole days alone says of one that is worked out or unknown; empty for any other."""
        if self.issued is None:
            return "n.d."
        return f"{self.sign}{self.issued.day} {self.issued:%B %Y}" if self.sign else ""
