"""What exhibits need from a frame of rows: those that the filters keep, their sources, their columns."""

from collections.abc import Iterable, Sequence

import pandas as pd

from dashboard.address import ROOM
from dashboard.catalogue import Catalogue
from dashboard.readings.prose import counted, is_missing, items, listed, long_date, number, text
from dashboard.selection import Selection

COUNTS = "Counts of statements measure this collection, not diplomacy."


def kept(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that the filters keep, without the column that says so."""
    return those(frame.drop(columns="is_shown"), frame["is_shown"])


def those(frame: pd.DataFrame, is_it: "pd.Series[bool]") -> pd.DataFrame:
    """The rows for which it is true, counted anew; where it is for all of them, the frame itself."""
    return frame if is_it.all() else frame[is_it].reset_index(drop=True)


def with_actors(frame: pd.DataFrame, chosen: Sequence[str]) -> pd.DataFrame:
    """The rows with any of those chosen among their `actor_ids`; all where nobody is chosen."""
    return frame[frame["actor_ids"].map(lambda ids: not chosen or not set(chosen).isdisjoint(items(ids))).astype(bool)]


def with_left_out(countries: pd.DataFrame, every: Iterable[str], kept: Iterable[str]) -> pd.DataFrame:
    """The countries, with `is_left_out` for those among `every` pledger with a position that aren't among those `kept`.

    The very same frame where that is nobody.
    """
    left = set(every) - set(kept)
    return countries.assign(is_left_out=countries["actor_id"].isin(left)) if left else countries


def source_ids(lists: Iterable[object]) -> tuple[str, ...]:
    """Every source named in list cells, once, in order."""
    return tuple(dict.fromkeys(source for cell in lists for source in items(cell)))


def coverage_notes(catalogue: Catalogue, *days: object) -> tuple[str, ...]:
    """Names the thin coverage where a day shown lies outside the dense span."""
    if all(catalogue.is_dense(day) for day in days):  # type: ignore[arg-type]
        return ()
    dense = f"{long_date(catalogue.dense_from)} to {long_date(catalogue.dense_until)}"
    return (f"Thin coverage: the collection is dense from {dense}; outside it, only chief events were recorded.",)


def left_out(selection: Selection, catalogue: Catalogue) -> tuple[str, ...]:
    """Says whom of those chosen a profile has no room for."""
    if selection.page not in ROOM:
        return ()
    field, vocabulary, most = ROOM[selection.page]
    rest = catalogue.names(vocabulary, getattr(selection, field)[most:])
    return (f"Chosen, but not shown: {listed(rest)}",) if rest else ()


def no_such_page(asked: int | None, last: int) -> tuple[str, ...]:
    """Says that the last page stands for one beyond it."""
    return (f"There is no page {number(asked)}: the last, {number(last)}, is shown.",) if (asked or 1) > last else ()


def doubt_words(count: object) -> str:
    """``2 doubts``; empty where nothing is contested or uncertain."""
    return "" if is_missing(count) or not count else counted(int(str(count)), "doubt")


def recorded(speaker: object) -> str:
    """A speaker's name, or that none is recorded."""
    return text(speaker) or "speaker not recorded"
