"""Where a search finds nothing: which words occur, which filter stands in the way, what it may have meant."""

from collections import Counter

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.archive import index
from dashboard.exhibits.facets import KEY, Query, href
from dashboard.exhibits.hints import set_filters, take_off, window_hint
from dashboard.readings.prose import listed
from dashboard.search import Found
from dashboard.selection import Selection
from dashboard.sentence.words import quoted

WAYS = {
    "text": "the words",
    "countries": "the countries and organisations",
    "blocs": "the groups",
    "speakers": "the speakers",
    "topics": "the topics",
    "tones": "the tone",
    "events": "the events",
    "standings": "the standing of sources",
    "quoted": "the form of the quote",
}
MOST = 8
Way = tuple[str, str, int]


def hint(db: Database, found: Found | None, selection: Selection, catalogue: Catalogue) -> str:
    """What stands in the way, in words."""
    if found and found.nowhere:
        nowhere = listed(f"“{part.said}”" for part in found.nowhere)
        return f"No statement holds {nowhere}. {meant(db, found)}".strip()
    if found and not found.parts:
        return f"There is no letter and no figure in “{selection.text}”: type a word, a name or a “phrase”."
    if found and not found.ids:
        return "No statement holds all of these words."
    return window_hint(selection, catalogue) if selection.since or selection.until else together(selection, catalogue)


def together(selection: Selection, catalogue: Catalogue) -> str:
    """The filters that leave nothing between them."""
    return f"Set: {set_filters(selection, catalogue)}. {take_off(selection)}"


def meant(db: Database, found: Found) -> str:
    """Words of the collection that are spelt alike."""
    like = list(dict.fromkeys(word for part in found.nowhere for word in index(db).like(part.said)))
    return f"Did you mean {listed([f'“{word}”' for word in like]).replace(' and ', ' or ')}?" if like else ""


def ways(db: Database, alone: Counter[str], query: Query, selection: Selection) -> list[Way]:
    """Other searches that find something: words, address, how many statements."""
    told = [*without_a_filter(alone, query, selection), *other_words(db, selection)]
    return told[:MOST]


def without_a_filter(alone: Counter[str], query: Query, selection: Selection) -> list[Way]:
    """The same without one filter; `alone` is how many statements each leaves out by itself."""
    told = []
    for name, count in alone.most_common():
        if name == "days":
            everything = {"from": None, "until": None, "at": None, "focus": None}
            told.append(("The same over all that is covered", href(query, **everything), count))
        elif getattr(selection, name):
            told.append(
                (f"The same without {WAYS[name]}", href(query, **{KEY[name]: None, "at": None, "focus": None}), count)
            )
    return told


def other_words(db: Database, selection: Selection) -> list[Way]:
    """Each word alone; where one occurs nowhere, what it may have meant."""
    if not selection.text:
        return []
    held = index(db)
    single = held.alone(selection.text)
    like = [(word, len(held.find(word).ids)) for said, count in single if not count for word in held.like(said)]
    told = [(words, count) for words, count in [*like, *single] if count and words != selection.text]
    return [(f"{quoted(words)} anywhere", href({}, q=[words]), count) for words, count in dict(told).items()]
