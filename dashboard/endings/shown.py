"""A view that was asked for, with all that any of its endings says about it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.citing.address import full, path_of, root
from dashboard.citing.dataset import Licence, licence_of
from dashboard.citing.meta import citation
from dashboard.database import Database
from dashboard.endings.columns import Column, columns
from dashboard.exhibits.exhibit import Exhibit
from dashboard.queries.sources import sources
from dashboard.selection import Selection


@dataclass(frozen=True)
class Shown:
    """An exhibit with the question it answers.

    `asked` is the server's address as the request came; `day` that of retrieval, `theme`, `width` and `style` are what
    single endings are told besides.
    """

    exhibit: Exhibit
    selection: Selection
    catalogue: Catalogue
    db: Database
    asked: str = ""
    day: dt.date | None = None
    theme: str = "light"
    width: int | None = None
    style: str = "apa"

    @cached_property
    def release(self) -> Mapping[str, Any]:
        """The release that answers."""
        return self.db.release()

    @cached_property
    def link(self) -> Mapping[str, Sequence[str]]:
        """The view's address, key by key, days and release always in it."""
        return self.selection.to_link(self.catalogue)

    @property
    def path(self) -> str:
        """The view's address below the server's root."""
        return path_of(self.selection.page, self.link)

    @property
    def address(self) -> str:
        """The view's address; below the root where the server has none that leads there from elsewhere."""
        return full(self.path, self.asked) or self.path

    @property
    def server(self) -> str:
        """What the server's addresses begin with, for a reader on this machine, too."""
        return root(self.asked) or self.asked.rstrip("/")

    @property
    def citation(self) -> str:
        """The view in one line, in APA style."""
        return citation(self.exhibit, self.release, self.link, self.asked)

    @property
    def licence(self) -> Licence:
        """The licence of the table."""
        return licence_of([str(name) for name in self.exhibit.table.columns])

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of the table, described."""
        return columns(self.db, self.exhibit)

    @cached_property
    def sources(self) -> list[dict[str, Any]]:
        """The pages that the rows rest on, newest first."""
        return sources(self.db, self.exhibit.source_ids).rows

    @property
    def stem(self) -> str:
        """A name for files of this view, without its ending."""
        return self.selection.file_stem(self.catalogue)
