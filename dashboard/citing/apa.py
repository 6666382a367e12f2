"""References as the American Psychological Association writes them (seventh edition), as plain text."""

import datetime as dt
from collections.abc import Sequence

from dashboard.citing.work import Work

# Whatever the server's locale.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def apa(works: Sequence[Work]) -> str:
    """One reference a line."""
    return "".join(f"{reference(work)}\n" for work in works)


def reference(work: Work) -> str:
    """Author. (Date). Title [Description]. Container. Publisher. Address."""
    parts = (ended(author(work)), f"({issued(work)}).", ended(titled(work)), ended(contained(work)), publisher(work))
    return " ".join(part for part in (*parts, retrieved(work)) if part)


def author(work: Work) -> str:
    """``Macron, E.``; an institution by its whole name."""
    return ", & ".join(f"{one.family}, {one.initials}" if one.given else one.family for one in work.authors)


def issued(work: Work) -> str:
    """The year alone, the whole day, or ``n.d.``"""
    if work.issued is None:
        return "n.d."
    if work.is_year:
        return f"{work.sign}{work.issued.year}"
    return f"{work.sign}{work.issued.year}, {MONTHS[work.issued.month - 1]} {work.issued.day}"


def titled(work: Work) -> str:
    """Title, version, description; a work without a title has the description in its place."""
    version = f"(Version {work.version})" if work.version and not work.container else ""
    return " ".join(part for part in (work.title, version, work.described) if part)


def contained(work: Work) -> str:
    """The release that a view or a row is part of, with who made it where that is somebody else."""
    if not work.container:
        return ""
    return f"In {of_maker(work)}{work.container} (Version {work.version}) [Data set]"


def of_maker(work: Work) -> str:
    """Who made the whole, if not the part; empty else."""
    is_author = work.container_author in [one.family for one in work.authors]
    return "" if is_author or not work.container_author else f"{work.container_author}, "


def publisher(work: Work) -> str:
    """The publisher, unless it is the author of the work or of what it is part of."""
    is_author = work.publisher in [work.container_author, *(one.family for one in work.authors)]
    return "" if is_author or not work.publisher else ended(work.publisher)


def retrieved(work: Work) -> str:
    """The address, with the day on which it was seen where the reader told us."""
    if work.accessed is None:
        return work.url
    day = american(work.accessed)
    return f"Retrieved {day}, from {work.url}" if work.url else f"Retrieved {day}."


def american(day: dt.date) -> str:
    """``November 26, 2026``, as the style wants it."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def ended(words: str) -> str:
    """Words with a full stop, unless they end with a mark of their own."""
    return words if not words or words[-1] in ".?!" else f"{words}."
