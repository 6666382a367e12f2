"""What a count of the timeline opens into: all items of a lane in some days, in the place of the card."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pandas as pd

from dashboard.catalogue import Catalogue, lane_days
from dashboard.database import Database
from dashboard.exhibits.lanes import facing, grouping, lanes_of
from dashboard.exhibits.zoom import link
from dashboard.figures.eventlane import ALL
from dashboard.figures.lanes import OTHERS, Grouping, statements_by_lane
from dashboard.figures.theme import Theme
from dashboard.parts.daylist import Group, day_list
from dashboard.readings.itemrows import Rows, item_rows
from dashboard.selection import Selection

MOST = 80
ITEM = "ITEM-OF-THE-LIST"


def is_list(focus: str | None) -> bool:
    """Whether a focus is a lane's days, written ``RUS@2025-09-04..2025-09-05``."""
    return bool(lane_days(focus)[0])


def day_card(
    db: Database, selection: Selection, catalogue: Catalogue, focus: str, table: pd.DataFrame
) -> Callable[[Theme], str]:
    """The items of one lane and its days among the rows on screen, by day; those of many small lanes lane by lane.

    An actor or a speaker alone stands for the whole window.
    """
    code, first, last = lane_days(focus)
    if not code:
        code, (first, last) = focus, selection.window(catalogue)
    rows = item_rows(table.assign(lanes=pd.Series(lanes_of(table, selection), index=table.index, dtype=object)))
    groups = grouping(db, selection, catalogue)
    found = [row for row in in_lane(rows, code, selection, groups) if touches(row, first, last)]
    name = name_of(code, catalogue, groups)
    told, rest = found[:MOST], len(found) - MOST
    opened = opener(selection, catalogue)
    zoomed = link(replace(selection, since=first, until=last), catalogue)
    parts = by_lane(told, groups) if code == OTHERS else [Group("", told)]
    return lambda theme: day_list(name, first, last, len(found), parts, max(rest, 0), opened, zoomed, theme)


def opener(selection: Selection, catalogue: Catalogue) -> Callable[[str], str]:
    """What makes the address of an item's card, the selection kept."""
    pattern = link(replace(selection, focus=ITEM), catalogue)
    return lambda one: pattern.replace(ITEM, quote(one))


def in_lane(rows: Rows, code: str, selection: Selection, groups: Grouping) -> list[Mapping[str, Any]]:
    """The rows of a lane: of one code, of all that have no lane of their own, or all events."""
    if code == ALL:
        return [row for row in rows if row["item_kind"] == "event"]
    if code == OTHERS:
        said, pair = statements_by_lane(rows, groups), facing(selection)
        apart = [ones for name, ones in said.items() if name == OTHERS or (pair and name not in pair)]
        item_ids = {one.item_id for ones in apart for one in ones}
        return [row for row in rows if row["item_id"] in item_ids]
    return [row for row in rows if code in (*row["lanes"], row["category"], row["actor_id"], row["speaker_id"])]


def by_lane(rows: Rows, groups: Grouping) -> list[Group]:
    """Rows under the name of their first lane, in the order of lanes."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["lanes"][0] if row["lanes"] else "", []).append(row)
    order = [*groups.names, ""]
    return [
        Group(groups.names.get(code, "") or "No country recorded", found[code])
        for code in sorted(found, key=lambda code: order.index(code) if code in order else len(order))
    ]


def touches(row: Mapping[str, Any], first: dt.date | None, last: dt.date | None) -> bool:
    """Whether a row's days meet the days asked for."""
    ends = row["ends_on"] or row["starts_on"]
    return bool(first and last and row["starts_on"] <= last and ends >= first)


def name_of(code: str, catalogue: Catalogue, groups: Grouping) -> str:
    """The lane's name as the picture says it."""
    if code == ALL:
        return "Events"
    if code == OTHERS:
        return f"Other {groups.noun}"
    return groups.names.get(code) or catalogue.labels["event_category"].get(code) or catalogue.label("actor", code)
