"""What a refused value could have been: all codes of a short list, else where the list is found."""

import datetime as dt
from collections.abc import Iterator, Sequence

from starlette.datastructures import QueryParams

from dashboard.address import FORMS, KEYS, PUBLISHED, Key
from dashboard.catalogue import Catalogue
from dashboard.choices import choices
from dashboard.routes.question import Question

MOST = 40
IDS = (
    "the id of a statement (/api/statements.csv), an event (/api/event.csv) or a pledge (/api/pledges.csv), "
    "or the code of an actor or a condition"
)


def right(asked: Question, query: QueryParams) -> list[str]:
    """For each key with a value that isn't understood, what it takes."""
    return [
        f"“{key.name}” is {words}"
        for key in KEYS
        for values in [query.getlist(key.name)]
        if values and (words := takes(key, values, asked.page, asked.catalogue))
    ]


def takes(key: Key, values: Sequence[str], page: str, catalogue: Catalogue) -> str:
    """What a key takes; empty where all of its values are right."""
    if key.reads in ("item", "items"):
        return "" if all(map(catalogue.knows, values)) else IDS
    if key.reads == "day":
        covered = f"a day from {catalogue.covered_from} to {catalogue.covered_until}"
        return "" if all(is_covered(one, catalogue) for one in values) else covered
    known = list(codes(key, page, catalogue))
    spelt = (catalogue.spelt(key.vocabulary, one) for one in values)
    if not known or all(one in known for one in spelt):
        return ""
    listed = f"/part/options/{catalogue.release}/{key.vocabulary}"
    return f"one of {', '.join(known)}" if len(known) <= MOST else f"one of {len(known):,} codes: {listed} lists them"


def codes(key: Key, page: str, catalogue: Catalogue) -> Iterator[str]:
    """The codes that a key knows on a page; none for words and numbers."""
    if key.vocabulary:
        yield from catalogue.labels.get(key.vocabulary, {})
    elif key.reads == "choice":
        yield from choices(page, key.field)
    else:
        yield from {"shape": [*PUBLISHED[page]], "form": [*FORMS]}.get(key.reads, [])


def is_covered(text: str, catalogue: Catalogue) -> bool:
    """Whether it is a day that the data covers."""
    try:
        return catalogue.covers(dt.date.fromisoformat(text))
    except ValueError:
        return False
