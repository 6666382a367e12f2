"""Which words of a text a search found: what the screen marks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.search.words import Word, stem, words

Span = tuple[int, int]


class Way(NamedTuple):
    """Words that are looked for side by side; one that isn't literal in every inflected form."""

    words: tuple[str, ...]
    is_literal: bool


@dataclass(frozen=True)
class Marks:
    """Words and phrases to mark; a word of `stems` in every inflected form."""

    words: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    phrases: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, ways: Iterable[Way]) -> "Marks":
        """What to mark for the ways in which a search may be met."""
        told = tuple(ways)
        return cls(
            frozenset(way.words[0] for way in told if way.is_literal and len(way.words) == 1),
            frozenset(stem(way.words[0]) for way in told if not way.is_literal),
            frozenset(way.words for way in told if len(way.words) > 1),
        )

    def spans(self, text: str) -> list[Span]:
        """Where the text holds them: first and last position, in order, none within another."""
        told = words(text)
        marked = [word.folded in self.words or stem(word.folded) in self.stems for word in told]
        for phrase in self.phrases:
            for at in range(len(told) - len(phrase) + 1):
                if tuple(word.folded for word in told[at : at + len(phrase)]) == phrase:
                    marked[at : at + len(phrase)] = [True] * len(phrase)
        return joined([word for word, is_marked in zip(told, marked, strict=True) if is_marked], text)


def joined(found: Iterable[Word], text: str) -> list[Span]:
    """Neighbouring words as one span."""
    spans: list[Span] = []
    for word in found:
        if spans and not text[spans[-1][1] : word.start].strip():
            spans[-1] = (spans[-1][0], word.end)
        else:
            spans.append((word.start, word.end))
    return spans
