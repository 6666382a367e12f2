"""The index of one release: built once from its statements, then asked for words by any number of threads."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

import tantivy
from tantivy import Occur, Query

from dashboard.search.marks import Marks, Way
from dashboard.search.question import Part, parts
from dashboard.search.words import stem, words

# What is searched, and how much a word found there weighs.
FIELDS = {
    "summary": 1.0,
    "quote": 1.2,
    "speaker": 1.6,
    "office": 0.5,
    "country": 0.8,
    "place": 0.7,
    "event": 0.6,
    "topics": 0.7,
}
SPOKEN = ("summary", "quote")
STEMS = "_stems"
EXACT, PHRASE, START, NEAR = 1.3, 1.5, 0.8, 0.8
MOST_ENDINGS = 40
SHORTEST_START = 2
HEAP = 15_000_000


@dataclass(frozen=True)
class Found:
    """The ids of the statements that hold every part, best first; what to mark in them; the parts found nowhere."""

    ids: tuple[str, ...]
    marks: Marks
    parts: tuple[Part, ...] = ()
    nowhere: tuple[Part, ...] = field(default=())


class Index:
    """Statements by their words. Rows have `statement_id` and the texts of `FIELDS`, oldest first."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        builder = tantivy.SchemaBuilder().add_unsigned_field("row", stored=False, indexed=False, fast=True)
        for name in FIELDS:
            builder.add_text_field(name, tokenizer_name="whitespace")
            builder.add_text_field(name + STEMS, tokenizer_name="whitespace")
        self.schema = builder.build()
        self._index = tantivy.Index(self.schema)
        held: set[str] = set()
        ids = list[str]()
        writer = self._index.writer(HEAP, 1)
        for at, row in enumerate(rows):
            ids.append(row["statement_id"])
            writer.add_document(self._document(at, row, held))
        self.ids = tuple(ids)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self.words = sorted(held)
        self.stems = frozenset(map(stem, held))

    def _document(self, at: int, row: Mapping[str, str], held: set[str]) -> tantivy.Document:
        """One statement; its words are noted in `held`."""
        document = tantivy.Document()
        document.add_unsigned("row", at)
        for name in FIELDS:
            told = [word.folded for word in words(row[name] or "")]
            held.update(told)
            document.add_text(name, " ".join(told))
            document.add_text(name + STEMS, " ".join(map(stem, told)))
        return document

    def find(self, text: str) -> Found:
        """The statements that hold all that the text asks for, best first, newer before older."""
        asked = parts(text)
        read = [self._read(part) for part in asked]
        marks = Marks.of(way for _, ways in read for way in ways)
        nowhere = tuple(part for part, (query, _) in zip(asked, read, strict=True) if query is None)
        queries = [query for query, _ in read if query is not None]
        if nowhere or not queries:
            return Found((), marks, asked, nowhere)
        return Found(self._ranked([*((Occur.Must, query) for query in queries), *self._near(asked)]), marks, asked)

    def alone(self, text: str) -> list[tuple[str, int]]:
        """Each part of a search with how many statements hold it: what to keep of one that finds nothing."""
        queries = [(part.said, self._read(part)[0]) for part in parts(text)]
        return [(said, len(self._ranked([(Occur.Must, query)])) if query else 0) for said, query in queries]

    def like(self, word: str, most: int = 3) -> list[str]:
        """Words held that are spelt much like one that isn't, closest first, each in one inflection."""
        told = [one.folded for one in words(word)][:1]
        near = [one for one in self.words if told and abs(len(one) - len(told[0])) <= 2]
        found = get_close_matches(told[0], near, 2 * most, 0.72) if told else []
        return list({stem(one): one for one in reversed(found)}.values())[::-1][:most]

    def _ranked(self, clauses: Sequence[tuple[Occur, Query]]) -> tuple[str, ...]:
        searcher = self._index.searcher()
        hits = searcher.search(Query.boolean_query(clauses), limit=max(len(self.ids), 1), count=False).hits
        rows = searcher.fast_field_values("row", [address for _, address in hits])
        ranked = sorted((-round(score, 2), -int(row or 0)) for (score, _), row in zip(hits, rows, strict=True))
        return tuple(self.ids[-row] for _, row in ranked)

    def _read(self, part: Part) -> tuple[Query | None, list[Way]]:
        """A part as a query and the ways it is found in; None where no statement holds its words."""
        ways = self._ways(part)
        if not ways:
            return None, []
        return Query.disjunction_max_query([clause for way in ways for clause in self._clauses(way)], 0.1), ways

    def _ways(self, part: Part) -> list[Way]:
        """In which words a part may stand: in any inflection, in a name's other words, or as it begins."""
        typed = part.ways[0]
        if part.is_exact or part.is_start:
            known = not part.is_start and self._holds(typed[-1])
        else:
            known = stem(typed[-1]) in self.stems
        ways = [Way(one, part.is_exact or len(one) > 1) for one in part.ways] if known or len(part.ways) > 1 else []
        if not known:
            ways += [Way((*typed[:-1], word), True) for word in self._beginning(typed[-1])]
        return [way for way in ways if self._can_stand(way)]

    def _can_stand(self, way: Way) -> bool:
        return all(self._holds(word) if way.is_literal else stem(word) in self.stems for word in way.words)

    def _beginning(self, start: str) -> list[str]:
        """The words that begin so; forty at most, and none for a single letter."""
        if len(start) < SHORTEST_START:
            return []
        first = bisect_left(self.words, start)
        return [word for word in self.words[first : first + MOST_ENDINGS] if word.startswith(start)]

    def _holds(self, word: str) -> bool:
        at = bisect_left(self.words, word)
        return at < len(self.words) and self.words[at] == word

    def _clauses(self, way: Way) -> Iterable[Query]:
        """Where a word or a phrase may stand, each field with its weight."""
        for name, weight in FIELDS.items():
            if len(way.words) > 1:
                yield Query.boost_query(Query.phrase_query(self.schema, name, list(way.words)), weight * PHRASE)
                continue
            word, literal = way.words[0], weight * (START if way.is_literal else EXACT)
            yield Query.boost_query(Query.term_query(self.schema, name, word), literal)
            if not way.is_literal:
                yield Query.boost_query(Query.term_query(self.schema, name + STEMS, stem(word)), weight)

    def _near(self, asked: Sequence[Part]) -> list[tuple[Occur, Query]]:
        """What lifts a statement: the words asked for side by side, as in the question."""
        told = [stem(part.ways[0][0]) for part in asked if not part.is_exact and len(part.ways[0]) == 1]
        if len(told) < 2 or len(told) < len(asked):
            return []
        return [
            (Occur.Should, Query.boost_query(Query.phrase_query(self.schema, name + STEMS, list(told), 2), NEAR))
            for name in SPOKEN
        ]
