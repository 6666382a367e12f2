"""Text as words to be searched: accents and case ignored, possessives taken off, stems for what is inflected."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import tantivy

from dashboard.search.synonyms import ABBREVIATIONS, SPELT

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ][^\W_]+)*")
POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
AMERICAN = re.compile(r"iz(?=(?:e|es|ed|er|ers|ing|ation|ations)$)")
LONGEST = 40

_RAW, _FILTER = tantivy.Tokenizer.raw(), tantivy.Filter
_FOLD = tantivy.TextAnalyzerBuilder(_RAW).filter(_FILTER.ascii_fold()).filter(_FILTER.lowercase()).build()
_STEM = tantivy.TextAnalyzerBuilder(_RAW).filter(_FILTER.stemmer("english")).build()


class Word(NamedTuple):
    """A word of a text: as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text, in order; punctuation falls away."""
    return [Word(folded(found[0]), found.start(), found.end()) for found in WORD.finditer(text)]


@lru_cache(maxsize=20_000)
def folded(token: str) -> str:
    """`Türkiye` as `turkiye`, `Kyiv’s` as `kyiv`, `U.S.` as `usa`; `us` stays the pronoun."""
    bare = POSSESSIVE.sub("", unicodedata.normalize("NFKC", token))[:LONGEST]
    bare = re.sub(r"['’ʼ.]", "", bare)
    if bare in ABBREVIATIONS:
        return ABBREVIATIONS[bare]
    plain = "".join(_FOLD.analyze(bare))
    return SPELT.get(plain, plain)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What inflected forms share, in one spelling: `guarantees` and `guaranteed`, `organize` and `organise`."""
    return "".join(_STEM.analyze(AMERICAN.sub("is", word)))
