"""References as CSL-JSON, which citation software turns into any of its styles."""

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from dashboard.citing.apa import of_maker
from dashboard.citing.names import Name
from dashboard.citing.work import Work

TYPES = {
    **{"dataset": "dataset", "view": "dataset", "map": "map", "chart": "graphic"},
    **{"row": "document", "page": "webpage"},
}


def csl(works: Sequence[Work]) -> str:
    """A list of items; a date that nobody knows is left out, as the styles then say so."""
    return json.dumps([item(work) for work in works], ensure_ascii=False, indent=1) + "\n"


def item(work: Work) -> dict[str, Any]:
    """One item."""
    told = {
        "id": work.key,
        "type": TYPES[work.kind],
        "author": [written(name) for name in work.authors],
        "title": work.heading,
        "genre": work.described.strip("[]") if work.title else "",
        "issued": {**date(work.issued, work.is_year), **({"circa": True} if work.sign else {})} if work.issued else "",
        "container-title": work.container,
        "container-author": [{"literal": work.container_author}] if of_maker(work) else "",
        "version": work.version,
        "publisher": work.publisher,
        "abstract": work.abstract,
        "language": work.language,
        "URL": work.url,
        "accessed": date(work.accessed) if work.accessed else "",
    }
    return {name: value for name, value in told.items() if value}


def written(name: Name) -> dict[str, str]:
    """A person's name in its parts, any other as it stands."""
    return {"family": name.family, "given": name.given} if name.given else {"literal": name.family}


def date(day: dt.date, is_year: bool = False) -> dict[str, Any]:
    """A day, or the year of one."""
    return {"date-parts": [[day.year] if is_year else [day.year, day.month, day.day]]}
