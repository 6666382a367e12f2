"""Ways from one window of the timeline to another: a month, a quarter, a year, all; earlier, later; next item."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlencode

from dashboard.catalogue import Catalogue
from dashboard.parts.steps import Step
from dashboard.readings.itemrows import Rows, statements_of
from dashboard.readings.prose import counted, long_date, span
from dashboard.selection import Selection

PRESETS = (("1 m", "One month", 30), ("3 m", "Three months", 90), ("1 y", "One year", 365))
LANE = "LANE-OF-THE-LIST"
Window = tuple[dt.date, dt.date]


def zooms(selection: Selection, catalogue: Catalogue, centre: dt.date | None) -> list[Step]:
    """Windows around the focus, or up to this window's end where nothing is in focus; the whole collection last."""
    since, until = shown = selection.window(catalogue)
    steps = []
    for words, label, days in PRESETS:
        window = around(centre, days, catalogue) if centre else ending(until, days, catalogue)
        made = step(words, label, window, selection, catalogue, window == shown)
        steps.append(made._replace(is_alike=(until - since).days + 1 == days))
    everything = (catalogue.covered_from, catalogue.covered_until)
    return [*steps, step("All", "All that is covered", everything, selection, catalogue, everything == shown)]


def moves(selection: Selection, catalogue: Catalogue) -> list[Step]:
    """The window before this one and the one after it, as long as it, where the collection has any."""
    since, until = selection.window(catalogue)
    length = until - since + dt.timedelta(1)
    first, last = catalogue.covered_from, catalogue.covered_until
    found = []
    if since > first:
        before = (max(since - length, first), since - dt.timedelta(1))
        found.append(step("‹", "Earlier", before, selection, catalogue))
    if until < last:
        after = (until + dt.timedelta(1), min(until + length, last))
        found.append(step("›", "Later", after, selection, catalogue))
    return found


def neighbours(rows: Rows, selection: Selection, catalogue: Catalogue) -> list[Step]:
    """The item of the same kind before the one in focus, and the one after it, among those shown."""
    if not selection.focus:
        return []
    kind = next((row["item_kind"] for row in rows if row["item_id"] == selection.focus), None)
    same = [row for row in rows if row["item_kind"] == kind]
    place = next((i for i, row in enumerate(same) if row["item_id"] == selection.focus), None)
    if place is None:
        return []
    found = []
    for words, label, i in (("← Previous", "Previous", place - 1), ("Next →", "Next", place + 1)):
        if 0 <= i < len(same):
            row = same[i]
            href = link(selection.but(focus=row["item_id"]), catalogue)
            said = f"{label} {kind}: {row['title']} ({long_date(row['starts_on'])})"
            found.append(Step(words, said, href))
    return found


def pinning(rows: Rows, selection: Selection, catalogue: Catalogue) -> list[Step]:
    """For an event in focus: have its name drawn whatever else is there, or leave that to its rank again."""
    focus = selection.focus or ""
    if not focus or not any(row["item_id"] == focus and row["item_kind"] == "event" for row in rows):
        return []
    others = tuple(pin for pin in selection.pins if pin != focus)
    is_pinned = focus in selection.pins
    words, said = ("Unpin", "Name this event where it has room") if is_pinned else ("Pin", "Always name this event")
    return [Step(words, said, link(selection.but(pins=others if is_pinned else (*others, focus)), catalogue))]


def lists(rows: Rows, names: Mapping[str, str], selection: Selection, catalogue: Catalogue) -> list[Step]:
    """Every lane of this window, drawn or counted with others, with what it holds; each opens as a list."""
    since, until = selection.window(catalogue)
    held = Counter(row["category"] for row in rows if row["item_kind"] == "event" and row["category"])
    said = Counter(code for row in statements_of(rows) for code in row["lanes"])
    categories = catalogue.labels["event_category"]
    found = [(categories[code], code, held[code], "event") for code in categories if held[code]]
    found += [(words, code, said[code], "statement") for code, words in names.items() if said[code]]
    days = f"{LANE}@{since}..{until}"
    pattern = link(selection.but(focus=days), catalogue)
    return [
        Step(
            f"{words} {count}",
            f"{words}: {counted(count, noun)}, as a list",
            pattern.replace(LANE, code),
            selection.focus == days.replace(LANE, code),
        )
        for words, code, count, noun in found
    ]


def around(centre: dt.date, days: int, catalogue: Catalogue) -> Window:
    """A window of so many days with the day in its middle, moved or cut to what is covered."""
    since = max(centre - dt.timedelta(days // 2), catalogue.covered_from)
    until = min(since + dt.timedelta(days - 1), catalogue.covered_until)
    return max(until - dt.timedelta(days - 1), catalogue.covered_from), until


def ending(until: dt.date, days: int, catalogue: Catalogue) -> Window:
    """A window of so many days that ends on a day, cut to what is covered."""
    return max(until - dt.timedelta(days - 1), catalogue.covered_from), until


def step(
    words: str, label: str, window: Window, selection: Selection, catalogue: Catalogue, is_current: bool = False
) -> Step:
    """One way to another window."""
    to = selection.but(since=window[0], until=window[1])
    days = counted((window[1] - window[0]).days + 1, "day")
    return Step(words, f"{label}: {span(*window)}, {days}", link(to, catalogue), is_current)


def link(selection: Selection, catalogue: Catalogue) -> str:
    """The address of a selection, seen from the page itself."""
    return f"?{urlencode(selection.to_query(catalogue), doseq=True)}"
