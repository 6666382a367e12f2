"""Rows that are there already, in other words: the same page, the same person, the same thing said that day."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from etl.ids import slug

Row = Mapping[str, str]
NEAR = 0.8
TRACKING = re.compile(r"[?&](utm_[a-z]+|fbclid|gclid)=[^&]*")


@dataclass(frozen=True)
class Likeness:
    """Two rows are alike if the `same` columns agree and one of the `near` ones almost does."""

    same: tuple[str, ...]
    near: tuple[str, ...]


LIKENESSES: Mapping[str, Likeness] = {
    "sources": Likeness((), ("url",)),
    "speakers": Likeness((), ("name",)),
    "events": Likeness(("starts_on",), ("title", "summary")),
    "statements": Likeness(("said_on", "speaker_id"), ("summary", "quote")),
    "pledges": Likeness(("pledger_id", "announced_on", "kind", "phase"), ("summary",)),
    "offices": Likeness(("speaker_id", "actor_id", "held_from_on"), ("office",)),
    "same_money": Likeness(("counted_pledge_id",), ("label",)),
    "sanctions_packages": Likeness(("adopter_id", "adopted_on"), ("summary",)),
    "un_resolutions": Likeness(("adopted_on",), ("title",)),
}


def alike(table: str, row: Row, rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Each row of a table that says what `row` says, with the column in which it says so."""
    likeness = LIKENESSES.get(table, Likeness((), ()))
    for other in rows:
        if all(row[name] == other[name] for name in likeness.same):
            column = next((name for name in likeness.near if _near(name, row[name], other[name])), "")
            if column:
                yield other, column


def _near(column: str, one: str, other: str) -> bool:
    if not one or not other:
        return False
    if column == "url":
        return _page(one) == _page(other)
    first, second = slug(one) or one, slug(other) or other
    if column == "name":
        return first == second
    matcher = SequenceMatcher(None, first, second)
    return matcher.real_quick_ratio() >= NEAR and matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _page(url: str) -> str:
    """What tells a page from another: not the protocol, www, a slash at the end, or whence a reader came."""
    bare = re.sub(r"^https?://(www\.)?", "", TRACKING.sub("", url).split("#")[0].lower())
    return bare.replace("/?", "?").rstrip("/?&")
