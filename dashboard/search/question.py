"""What a reader typed, as parts that all must be found: words, “phrases” and beginnings of words. Never raises."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.search.synonyms import COMMON, GROUPS
from dashboard.search.words import words

Phrase = tuple[str, ...]
MOST_PARTS = 12
LONGEST = 200
QUOTED = re.compile(r"[\"“”„«»](?P<phrase>[^\"“”„«»]*)[\"“”„«»]?|(?P<plain>[^\"“”„«»]+)")
STARRED = re.compile(r"(?<=[^\W_])\*")
STAR = "\ue000"


def spoken(text: str) -> Phrase:
    """A name as its words."""
    return tuple(word.folded for word in words(text))


SAME: dict[Phrase, tuple[Phrase, ...]] = {
    name: tuple(dict.fromkeys([name, *map(spoken, names)])) for names in GROUPS for name in map(spoken, names)
}
LONGEST_NAME = max(map(len, SAME))


@dataclass(frozen=True)
class Part:
    """Something that must be found, in any of its `ways`; `said` as the reader wrote it.

    `is_exact`: word for word, as in quotation marks; `is_start`: the last word is only its beginning.
    """

    said: str
    ways: tuple[Phrase, ...]
    is_exact: bool = False
    is_start: bool = False


def parts(text: str) -> tuple[Part, ...]:
    """The parts of a search; common words only where there are no others."""
    found: list[Part] = []
    for piece in QUOTED.finditer(text[:LONGEST]):
        quoted = piece["phrase"]
        found += plain(piece["plain"]) if quoted is None else exact(quoted)
    telling = [part for part in found if part.is_exact or part.is_start or part.ways[0] not in COMMONS]
    return tuple(dict.fromkeys(telling or found))[:MOST_PARTS]


COMMONS = {(word,) for word in COMMON}


def exact(text: str) -> list[Part]:
    """What stands in quotation marks: one part, word for word."""
    phrase = spoken(text)
    return [Part(text.strip(), (phrase,), is_exact=True)] if phrase else []


def plain(text: str) -> list[Part]:
    """Words outside quotation marks; a known name of several words is one part."""
    marked = STARRED.sub(STAR, text)
    found = words(marked.replace(STAR, " "))
    told = ["usa" if word.folded == "us" else word.folded for word in found]
    made, at = [], 0
    while at < len(told):
        length = named(told[at:])
        phrase = tuple(told[at : at + length])
        first, last = found[at], found[at + length - 1]
        is_start = marked[last.end : last.end + 1] == STAR
        said = marked[first.start : last.end].replace(STAR, " ")
        made.append(Part(said, (phrase,) if is_start else SAME.get(phrase, (phrase,)), is_start=is_start))
        at += length
    return made


def named(told: Sequence[str]) -> int:
    """How many of the next words are one name; 1 where they are none."""
    lengths = range(min(LONGEST_NAME, len(told)), 1, -1)
    return next((length for length in lengths if tuple(told[:length]) in SAME), 1)
