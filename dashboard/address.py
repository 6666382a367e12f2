"""The keys of the address: what each means, and how its values are read. Nonsense earns a notice, never an error."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.choices import LABELS, choices
from dashboard.readings.prose import long_date
from dashboard.readings.wording import lowered

SHAPES: dict[str, tuple[str, ...]] = {
    "overview": ("today",),
    "timeline": ("lanes",),
    "pledges": ("map", "ledger", "compare", "conditions", "contributions"),
    "network": ("network", "matrix", "actors"),
    "statements": ("list",),
    "country": ("profile",),
    "speaker": ("profile",),
    "event": ("profile",),
    "data": ("method", "codebook", "quality", "release"),
}
# What is typed for the name of a page.
SLIPS = {
    "timelines": "timeline", "pledge": "pledges", "networks": "network", "statement": "statements",
    "countries": "country", "speakers": "speaker", "events": "event",
}  # fmt: skip
# How many a profile shows of what is chosen: field, vocabulary, number.
ROOM = {"country": ("countries", "place", 2), "speaker": ("speakers", "speaker", 1), "event": ("events", "event", 1)}
# What is published without a page in the app: there it is read among the statements.
CARDS: dict[str, tuple[str, ...]] = {"quote": ("card",), "conversation": ("thread",)}
PUBLISHED = SHAPES | CARDS
FORMS = {"chart": "Chart", "table": "Table"}
MOST_VALUES = 60
LAST_PAGE = 9999
MOST_NOTICES = 5
LONGEST_TEXT = 100
LONGEST_VALUE = 400
INSTEAD = "; "
CARRIED = {"present", "embed", "embed_options"}


@dataclass(frozen=True)
class Key:
    """One key of the address: the field it fills, how it reads, its vocabulary, and its noun for a notice.

    `reads` is day, code, codes, text, item, items, shape, form, choice (of the page's settings) or number.
    """

    name: str
    field: str
    reads: str
    vocabulary: str = ""
    noun: str = ""


KEYS = (
    Key("from", "since", "day"),
    Key("until", "until", "day"),
    Key("asof", "asof", "day"),
    Key("asof2", "asof2", "day"),
    Key("c", "countries", "codes", "place", "country or organisation"),
    Key("g", "blocs", "codes", "bloc", "group"),
    Key("s", "speakers", "codes", "speaker", "speaker"),
    Key("e", "events", "codes", "event", "event"),
    Key("topic", "topics", "codes", "topic", "topic"),
    Key("kind", "kind", "code", "position_kind", "kind of position"),
    Key("phase", "phase", "code", "phase", "phase"),
    Key("framework", "frameworks", "codes", "framework", "framework"),
    Key("status", "statuses", "codes", "pledge_status", "status"),
    Key("cond", "conditions", "codes", "condition", "condition"),
    Key("basis", "bases", "codes", "basis", "basis"),
    Key("cat", "categories", "codes", "event_category", "category of event"),
    Key("standing", "standings", "codes", "standing", "standing of a source"),
    Key("q", "text", "text"),
    Key("focus", "focus", "item"),
    Key("pin", "pins", "items"),
    Key("hl", "highlights", "codes", "actor", "actor"),
    Key("tone", "tones", "codes", "tone", "tone"),
    Key("quote", "quoted", "codes", "quote_form", "form of a quote"),
    Key("offer", "offers", "codes", "contribution_kind", "kind of contribution"),
    Key("also", "also", "codes", "position_kind", "kind of position"),
    Key("kiel", "kiel", "code", "kiel_release", "release of the aid figures"),
    Key("measure", "measure", "code", "measure", "measure of aid"),
    Key("to", "target", "code", "actor", "actor"),
    Key("table", "relation", "code", "relation", "table of the release"),
    *(Key(name, name, "choice", "", "choice here") for name in LABELS),
    Key("at", "at", "number", "", "page number"),
    Key("shape", "shape", "shape", "", "shape of this page"),
    Key("as", "form", "form", "", "form of this page"),
    Key("release", "release", "text"),
)


LISTS = {key.name for key in KEYS if key.reads in ("codes", "items")}


class Reader:
    """Reads the values of one address and keeps a notice for each that it can't honour."""

    def __init__(self, page: str, catalogue: Catalogue) -> None:
        self.page, self.catalogue, self.notices = page, catalogue, list[str]()

    def value(self, key: Key, texts: Sequence[str]) -> Any:
        """What a key's texts stand for; None where they stand for nothing."""
        typed, texts = texts, tuple(dict.fromkeys(cleaned(text[:LONGEST_VALUE]) for text in texts[:MOST_VALUES]))
        self.notices.extend(f"{said}{INSTEAD}the last is shown" for said in repeated({key.name: typed}))
        if key.reads == "day":
            return self.day(texts[-1])
        read = {
            "code": self.code,
            "codes": self.codes,
            "shape": self.one_of(PUBLISHED[self.page]),
            "form": self.one_of(FORMS),
            "choice": self.one_of(choices(self.page, key.field)),
            "number": self.number,
        }.get(key.reads)
        if read:
            return read(key, texts)
        if key.reads == "text":
            return self.text(key, texts[-1], typed[-1])
        items = dict.fromkeys(">".join(self.catalogue.spelt("actor", end) for end in text.split(">")) for text in texts)
        known = tuple(item for item in items if item and self.found(self.catalogue.knows(item), item, "item we hold"))
        if key.reads == "items":
            return known
        opened = [
            item for item in known if self.found(self.catalogue.opens(self.page, item), item, "item that opens here")
        ]
        return opened[-1] if opened else None

    def text(self, key: Key, text: str, typed: str) -> str | None:
        """Text as far as it is searched for; nothing is where only signs that can't be read were `typed`."""
        if typed.strip() and not text and key.name == "q":
            self.notices.append(f"What was typed holds no word to look for{INSTEAD}everything is shown")
        if len(text) > LONGEST_TEXT and key.name == "q":
            self.notices.append(f"Only the first {LONGEST_TEXT} characters of the words are looked for")
        return text[:LONGEST_TEXT].strip() or None

    def day(self, text: str) -> dt.date | None:
        """A covered day, written as 2025-09-04."""
        try:
            day = dt.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else None
        except ValueError:
            day = None
        if day is None:
            self.notices.append(f"“{shortened(text)}” is no day")
        elif not self.catalogue.covers(day):
            self.notices.append(f"{long_date(day)} lies outside what the data covers")
            day = None
        return day

    def codes(self, key: Key, texts: Sequence[str]) -> tuple[str, ...]:
        """The codes that the vocabulary knows, in its spelling."""
        texts = tuple(dict.fromkeys(self.catalogue.spelt(key.vocabulary, text) for text in texts))
        known = self.catalogue.labels.get(key.vocabulary, {})
        kinds = self.catalogue.labels.get("pledge_kind", {}) if key.name == "kind" else {}
        for text in texts:
            if text in kinds and text not in known:
                shown = lowered(self.catalogue.label("pledge_kind", self.catalogue.default_kind()))
                said = f"{kinds[text]} is a contribution, not a position"
                self.notices.append(f"{said}{INSTEAD}positions on {shown} are shown")
        return tuple(
            text for text in texts if text in kinds or self.found(text in known, text, key.noun) if text in known
        )

    def code(self, key: Key, texts: Sequence[str]) -> str | None:
        """The last code given, if the vocabulary knows it."""
        return next(iter(self.codes(key, texts[-1:])), None)

    def one_of(self, known: Collection[str]) -> Callable[[Key, Sequence[str]], str | None]:
        """A reader of one of a few words: a shape that this page has, or a choice of a setting."""
        return lambda key, texts: texts[-1] if self.found(texts[-1] in known, texts[-1], key.noun) else None

    def number(self, key: Key, texts: Sequence[str]) -> int | None:
        """A page of a list, counted from 1."""
        found = int(texts[-1]) if re.fullmatch(r"\d{1,4}", texts[-1], re.ASCII) else 0
        return found if self.found(0 < found <= LAST_PAGE, texts[-1], key.noun) else None

    def found(self, is_known: bool, text: str, noun: str) -> bool:
        """Whether a value is known; a notice if not."""
        if not is_known:
            self.notices.append(f"“{shortened(text)}” is no {noun}")
        return is_known


def cleaned(text: str) -> str:
    """Text without control characters, its blanks single."""
    return re.sub(r"\s+", " ", "".join(c for c in text if unicodedata.category(c)[0] != "C" or c.isspace())).strip()


def repeated(pairs: Mapping[str, Sequence[str]]) -> list[str]:
    """Says of each key that takes one value and is given more."""
    given = {name: len(values) for name, values in pairs.items() if name not in LISTS | CARRIED}
    return [f"“{name}” takes one value and is given {count}" for name, count in given.items() if count > 1]


def shortened(text: str) -> str:
    """At most 40 characters of something a stranger wrote."""
    return text if len(text) <= 40 else text[:39] + "…"


def problem(notice: str) -> str:
    """A notice without what the app shows instead: for those who are shown nothing."""
    said, mark, instead = notice.rpartition(INSTEAD)
    return said if mark and instead.endswith(" shown") else notice


def few(notices: Sequence[str]) -> tuple[str, ...]:
    """The first notices, and how many more there are; one more takes no more room than saying so."""
    rest = len(notices) - MOST_NOTICES
    return (*notices[:MOST_NOTICES], f"{rest} more values were left out") if rest > 1 else tuple(notices)


def as_texts(value: Any) -> list[str]:
    """A field as the texts of its key."""
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, tuple) else [str(value)]
