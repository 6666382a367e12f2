"""What a view shows, as one frozen object: to and from the address, with its defaults. No Streamlit."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.address import CARDS, CARRIED, INSTEAD, KEYS, PUBLISHED, SHAPES, Reader, as_texts, few, shortened
from dashboard.catalogue import Catalogue
from dashboard.choices import LABELS, VARIED, default
from dashboard.sentence import sentence_of
from dashboard.uses import used

__all__ = ["KEYS", "SHAPES", "Catalogue", "Selection"]

NARROWING = (
    "countries", "blocs", "speakers", "events", "topics", "statuses", "conditions", "frameworks", "bases",
    "categories", "standings", "tones", "quoted", "offers", "text",
)  # fmt: skip
# How a page shows, not what: these stay behind on the way to another page.
PAGES_OWN = ("shape", "form", "at", "target", "relation", *LABELS)
EVERYTHING = ("statements", "country", "speaker", "event", "data", *CARDS)
WINDOW_DAYS = 90
COMPARED_DAYS = 182
LEDGER_FROM = dt.date(2024, 12, 1)


@dataclass(frozen=True)
class Selection:
    """All that a reader chose; None or () is the page's default. Days are dates, the rest codes and ids."""

    page: str
    since: dt.date | None = None
    until: dt.date | None = None
    asof: dt.date | None = None
    asof2: dt.date | None = None
    countries: tuple[str, ...] = ()
    blocs: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kind: str | None = None
    phase: str | None = None
    frameworks: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    text: str | None = None
    focus: str | None = None
    pins: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kiel: str | None = None
    measure: str | None = None
    target: str | None = None
    relation: str | None = None
    group: str | None = None
    framing: str | None = None
    eu: str | None = None
    voices: str | None = None
    sort: str | None = None
    changes: str | None = None
    part: str | None = None
    per: str | None = None
    over: str | None = None
    pace: str | None = None
    fold: str | None = None
    steps: str | None = None
    least: str | None = None
    at: int | None = None
    shape: str | None = None
    form: str | None = None
    release: str | None = None

    @classmethod
    def from_query(
        cls, page: str, pairs: Mapping[str, Sequence[str]], catalogue: Catalogue
    ) -> tuple["Selection", tuple[str, ...]]:
        """The selection that an address asks for, and a notice for each value that can't be honoured. Never raises."""
        reader = Reader(page, catalogue)
        values = {key.field: reader.value(key, pairs[key.name]) for key in KEYS if pairs.get(key.name)}
        unknown = set(pairs) - {key.name for key in KEYS} - CARRIED
        reader.notices.extend(f"“{shortened(name)}” is no filter here" for name in sorted(unknown))
        found = {name: value for name, value in values.items() if value not in (None, ())}
        selection = cls(page, **found).canonical(catalogue)
        if selection.since and selection.until and selection.since > selection.until:
            reader.notices.append(f"The first day lies after the last{INSTEAD}the usual dates are shown")
            selection = selection.but(since=None, until=None)
        if selection.release:
            reader.notices.append(f"This link was made with release {selection.release}; you see {catalogue.release}")
        return selection.but(release=None), few(reader.notices)

    def canonical(self, catalogue: Catalogue) -> "Selection":
        """The same selection with every value that is at its default left out."""
        usual = [name for name, value in self.given() if _is_usual(self, name, value, catalogue)]
        return self.but(**dict.fromkeys(usual)) if usual else self

    def given(self) -> list[tuple[str, Any]]:
        """The fields that have a value, in their order."""
        return [pair for pair in vars(self).items() if pair[1] is not None and pair[1] != ()]

    def but(self, **fields: Any) -> "Selection":
        """The same selection with some fields changed; a tenth of what `dataclasses.replace` takes."""
        if unknown := fields.keys() - vars(self).keys():
            raise TypeError(f"A selection has no {', '.join(sorted(unknown))}.")
        changed = object.__new__(Selection)
        vars(changed).update(vars(self), **fields)
        return changed

    def default_window(self, catalogue: Catalogue) -> tuple[dt.date, dt.date]:
        """The days that this page shows when nobody asks for others."""
        until = catalogue.dense_until
        if self.page in EVERYTHING or self.shape == "contributions":
            return catalogue.covered_from, catalogue.covered_until
        since = LEDGER_FROM if self.page == "pledges" else until - dt.timedelta(WINDOW_DAYS - 1)
        return min(max(since, catalogue.covered_from), until), until

    def window(self, catalogue: Catalogue) -> tuple[dt.date, dt.date]:
        """First and last day shown; one day given alone moves the other where they would cross."""
        since, until = self.default_window(catalogue)
        if self.since and not self.until and self.since > until:
            return self.since, catalogue.covered_until
        if self.until and not self.since and self.until < since:
            return max(self.until - dt.timedelta(WINDOW_DAYS - 1), catalogue.covered_from), self.until
        return self.since or since, self.until or until

    def day(self, catalogue: Catalogue) -> dt.date:
        """The as-of day; never the clock's."""
        return self.asof or catalogue.dense_until

    def earlier_day(self, catalogue: Catalogue) -> dt.date:
        """The day compared with the as-of day: chosen, or half a year before it."""
        return self.asof2 or max(self.day(catalogue) - dt.timedelta(COMPARED_DAYS), catalogue.covered_from)

    def kind_shown(self, catalogue: Catalogue) -> str:
        """The kind of position, chosen or default."""
        return self.kind or catalogue.default_kind()

    def phase_shown(self, catalogue: Catalogue) -> str:
        """The phase, chosen or the kind's most frequent."""
        return self.phase or catalogue.default_phase(self.kind_shown(catalogue))

    def shape_shown(self) -> str:
        """The shape, chosen or the page's first."""
        return self.shape or PUBLISHED[self.page][0]

    def variant(self) -> str:
        """The shape, and after a slash the setting that decides what else it asks: ``contributions/months``."""
        shape = self.shape_shown()
        return f"{shape}/{self.option(VARIED[shape])}" if shape in VARIED else shape

    @property
    def is_over_time(self) -> bool:
        """True where the page shows a span of days rather than the as-of day."""
        return self.page not in ("overview", "pledges") or self.shape_shown() == "ledger"

    @property
    def is_table(self) -> bool:
        """True where the rows are asked for, not the chart drawn from them."""
        return self.form == "table"

    def option(self, name: str) -> str:
        """A setting of the page, chosen or default; empty where the page has no such setting."""
        return getattr(self, name) or default(self.page, name) or ""

    def on_page(self, page: str) -> "Selection":
        """The same filters for another page: its own settings, and only a focus that both can show."""
        if page == self.page:
            return self
        is_place = (self.focus or "")[:1].isupper() and not set("->") & set(self.focus or "")
        keeps = is_place and "timeline" not in (page, self.page)
        return self.but(**dict.fromkeys(PAGES_OWN), page=page, focus=self.focus if keeps else None)

    def to_query(self, catalogue: Catalogue) -> dict[str, list[str]]:
        """The address, key by key; a key at its default disappears."""
        given = dict(self.canonical(catalogue).given())
        return {key.name: as_texts(given[key.field]) for key in KEYS if key.field in given}

    def to_link(self, catalogue: Catalogue) -> dict[str, list[str]]:
        """The address for what leaves the app: days and release always stand in it, and no key without a use here."""
        since, until = self.window(catalogue)
        days = {} if self.page in CARDS else {"from": since, "until": until, "asof": self.day(catalogue)}
        fixed = {name: as_texts(day) for name, day in days.items()} | {"release": [catalogue.release]}
        query = used(self, catalogue) | fixed
        return {key.name: query[key.name] for key in KEYS if key.name in query}

    def to_type(self, catalogue: Catalogue) -> dict[str, list[str]]:
        """The address for who types it: no more than opens this view of its day, or days, in any release."""
        since, until = self.window(catalogue)
        is_of_day = not self.is_over_time or self.page in ("country", "speaker", "event")
        days = {"asof": self.day(catalogue)} if is_of_day else {"from": since, "until": until}
        dated = {} if self.page in (*CARDS, "data") else {name: as_texts(day) for name, day in days.items()}
        query = used(self, catalogue) | dated
        return {key.name: query[key.name] for key in KEYS if key.name in query and key.name != "release"}

    def sentence(self, catalogue: Catalogue) -> str:
        """The selection in words: subtitle, alternative text, caption and file name."""
        return sentence_of(self, catalogue)

    def narrowed_by(self) -> tuple[str, ...]:
        """The fields that leave rows out; kind, phase, days and focus choose what is shown at all."""
        return tuple(name for name in NARROWING if getattr(self, name))

    def file_stem(self, catalogue: Catalogue) -> str:
        """A name for files of this view: its sentence in plain letters, and the release."""
        said = self.focus if self.page in CARDS and self.focus else self.sentence(catalogue)
        plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode().lower()
        words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:90].strip("-")
        return f"guarantees-{self.page}-{words}-{catalogue.release}"


def _is_usual_end(selection: Selection, _day: dt.date, catalogue: Catalogue) -> bool:
    """Whether the days given, one or both, are those that the page shows anyway."""
    since, until = selection.default_window(catalogue)
    return selection.since in (None, since) and selection.until in (None, until)


def _is_usual_phase(selection: Selection, phase: str, catalogue: Catalogue) -> bool:
    kind = selection.kind_shown(catalogue)
    return phase == catalogue.default_phase(kind) or phase not in catalogue.kinds_phases.get(kind, (phase,))


def _is_usual(selection: Selection, name: str, value: Any, catalogue: Catalogue) -> bool:
    if name in LABELS:
        return bool(value == default(selection.page, name))
    return name in _USUAL and _USUAL[name](selection, value, catalogue)


# By field, whether a value is what stands there while nobody chooses.
_USUAL: dict[str, Callable[[Selection, Any, Catalogue], bool]] = {
    "since": _is_usual_end,
    "until": _is_usual_end,
    "asof": lambda _one, day, catalogue: day == catalogue.dense_until,
    "asof2": lambda one, day, catalogue: day == one.but(asof2=None).earlier_day(catalogue),
    "kind": lambda _one, kind, catalogue: kind == catalogue.default_kind(),
    "phase": _is_usual_phase,
    "kiel": lambda _one, code, catalogue: code == catalogue.default_of("kiel_release"),
    "measure": lambda _one, code, catalogue: code == catalogue.default_of("measure"),
    "at": lambda _one, place, _catalogue: place == 1,
    "shape": lambda one, shape, _catalogue: shape == PUBLISHED[one.page][0],
    "form": lambda _one, form, _catalogue: form == "chart",
    "release": lambda _one, release, catalogue: release == catalogue.release,
}
