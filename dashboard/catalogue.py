"""What the address, the filters and the sentences may name: codes with their labels, and what the data covers."""

import datetime as dt
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

Labels = Mapping[str, str]


LANE_DAYS = re.compile(r"([A-Za-z0-9_-]+)@(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", re.ASCII)
TOGETHER = ("others", "events")


def lane_days(item: str | None) -> tuple[str, dt.date | None, dt.date | None]:
    """A lane's code, first and last day, from `RUS@2025-09-04..2025-09-05`; empty and None for anything else."""
    found = LANE_DAYS.fullmatch(item or "")
    if not found:
        return "", None, None
    try:
        return found[1], dt.date.fromisoformat(found[2]), dt.date.fromisoformat(found[3])
    except ValueError:
        return "", None, None


@dataclass(frozen=True)
class Catalogue:
    """One release's vocabulary and coverage.

    `labels` maps a vocabulary to code → label: actor, country, organisation, place, bloc, speaker, event, topic,
    pledge_kind, position_kind, contribution_kind, pledge_status, phase, framework, condition, basis, event_category,
    standing, tone, quote_form, measure, kiel_release (newest first), relation (the tables of the release).
    `kinds_phase` is the default phase per position kind, `kinds_phases` all that the kind has rows in.
    `row_ids` are the statements and pledges that a view may focus on, `statement_ids` the statements among them.
    """

    covered_from: dt.date
    covered_until: dt.date
    dense_from: dt.date
    dense_until: dt.date
    release: str
    labels: Mapping[str, Labels]
    kinds_phase: Mapping[str, str] = field(default_factory=dict)
    kinds_phases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    row_ids: Container[str] = frozenset()
    statement_ids: Container[str] = frozenset()

    def label(self, vocabulary: str, code: str | None) -> str:
        """The words for a code; a code without label is spelled out rather than shown raw."""
        return self.labels.get(vocabulary, {}).get(code or "", "") or (code or "").replace("_", " ")

    def names(self, vocabulary: str, codes: Iterable[str]) -> list[str]:
        """The words for several codes, in their order."""
        return [self.label(vocabulary, code) for code in codes]

    def spelt(self, vocabulary: str, text: str) -> str:
        """A code as the vocabulary writes it, whichever its capitals; anything else as it is."""
        known = self.labels.get(vocabulary, {})
        return text if text in known else next((code for code in known if code.lower() == text.lower()), text)

    def covers(self, day: dt.date) -> bool:
        """Whether the collection covers the day at all."""
        return self.covered_from <= day <= self.covered_until

    def is_dense(self, day: dt.date) -> bool:
        """Whether the day lies in the span that was collected densely."""
        return self.dense_from <= day <= self.dense_until

    def knows(self, item: str) -> bool:
        """Whether a view can focus on it: an actor, event, statement, pledge, condition, a tie (`RUS>UKR`), a list."""
        actors = self.labels.get("actor", {})
        source, tie, target = item.partition(">")
        if tie:
            return source in actors and target in actors
        if "@" in item:
            return self.is_list(item)
        is_named = item in self.labels.get("event", {}) or self.is_condition(item)
        return item in actors or is_named or item in self.row_ids

    def opens(self, page: str, item: str) -> bool:
        """Whether a page has something to open for an item that `knows` knows."""
        if ">" in item:
            return page == "network"
        if self.is_condition(item):
            return page == "pledges"
        if self.is_list(item):
            return page == "timeline"
        return item not in self.labels.get("speaker", {}) or page in ("network", "timeline")

    def is_condition(self, item: str | None) -> bool:
        """Whether it is a condition, or a group of alternatives that count once."""
        return any(item in self.labels.get(name, {}) for name in ("condition", "alternative_group"))

    def is_list(self, item: str) -> bool:
        """Whether it is what a lane holds in some days: `RUS@2025-09-04..2025-09-05`."""
        code, first, last = lane_days(item)
        named = any(code in self.labels.get(name, {}) for name in ("actor", "topic", "event_category"))
        is_lane = named or code in TOGETHER
        return bool(is_lane and first and last and first <= last and self.covers(first) and self.covers(last))

    def default_of(self, vocabulary: str) -> str | None:
        """The first code of a vocabulary, which stands for it while nobody chooses."""
        return next(iter(self.labels.get(vocabulary, {})), None)

    def default_kind(self) -> str:
        """Ground troops, or the first position kind of a collection without them."""
        kinds = self.labels.get("position_kind", {})
        return "ground_troops" if "ground_troops" in kinds or not kinds else next(iter(kinds))

    def default_phase(self, kind: str) -> str:
        """The phase that most rows of this kind belong to."""
        return self.kinds_phase.get(kind, "post_war")
