"""The sheet that strips are drawn on: its days, its places, its thin time."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from dashboard.figures.strips import Row
from dashboard.figures.theme import Theme

DAY_MS = 86_400_000
WIDE = 0.78
_PIXELS = 840.0


class Days(NamedTuple):
    """The days of a ledger: its window, and the first and last day of dense coverage."""

    since: date
    until: date
    dense: tuple[date | None, date | None]


@dataclass(frozen=True)
class Sheet:
    """What every mark needs: theme, days, the place of each strip, dense span, pixels across and per row.

    Where it `is_tight`, as on a slide, words are as short as they can be.
    """

    theme: Theme
    since: date
    until: date
    places: dict[str, float]
    dense: tuple[date | None, date | None] = (None, None)
    across: float = _PIXELS
    high: float = 22.0
    is_tight: bool = False

    @property
    def words(self) -> float:
        """Size of the words in a strip, in pixels of the theme's scale."""
        return 11.5 if self.high >= 18 else 10.8

    @property
    def days(self) -> int:
        """Length of the window in days."""
        return max((self.until - self.since).days, 1)

    def pixels(self, days: float) -> float:
        """About how wide so many days are drawn."""
        return days * self.across / self.days

    def thin_spans(self) -> list[tuple[date, date]]:
        """Stretches of the window outside the span of dense coverage."""
        return self._thin

    @cached_property
    def _thin(self) -> list[tuple[date, date]]:
        first, last = self.dense
        spans = [(self.since, min(first, self.until))] if first and first > self.since else []
        return spans + ([(max(last, self.since), self.until)] if last and last < self.until else [])

    def is_thin(self, day: date) -> bool:
        """Whether the day lies in a thin stretch."""
        return any(left <= day < right for left, right in self._thin)


def is_visible(row: Row, sheet: Sheet) -> bool:
    """Whether any day of the period lies in the window."""
    return bool(row["starts_on"] <= sheet.until and row["ends_on"] > sheet.since)
