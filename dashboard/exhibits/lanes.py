"""How the timeline groups statements: the lanes of each grouping, their words and their order."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.figures.lanes import Grouping
from dashboard.queries import timeline as asks
from dashboard.readings.prose import items
from dashboard.selection import Selection

MAIN = ("UKR", "RUS", "USA", "EU", "NATO", "FRA", "GBR", "DEU")
NOUNS = {"capital": "capitals", "country": "countries", "speaker": "speakers", "topic": "topics"}


def grouping(db: Database, selection: Selection, catalogue: Catalogue) -> Grouping:
    """The lanes of the grouping chosen, in an order that no window changes."""
    group = selection.option("group")
    orders = asks.lane_order(db)
    if group == "topic":
        return Grouping({code: catalogue.label("topic", code) for code in orders.get("topic", [])}, (), NOUNS[group])
    if group == "speaker":
        names = {code: catalogue.label("speaker", code) for code in orders.get("speaker", [])}
        return Grouping(names, selection.speakers, NOUNS[group])
    main = selection.countries or MAIN
    codes = dict.fromkeys((*main, *orders.get("actor", [])))
    places = asks.places(db) if group == "capital" else {}
    names = {code: places.get(code) or catalogue.label("actor", code) for code in codes}
    return Grouping(names, main, NOUNS[group])


def facing(selection: Selection) -> tuple[str, ...]:
    """Two actors who stand face to face: where exactly two are chosen, and statements are grouped by them."""
    is_pair = len(selection.countries) == 2 and not selection.blocs
    return selection.countries if is_pair and selection.option("group") in ("capital", "country") else ()


def lanes_of(rows: pd.DataFrame, selection: Selection) -> list[list[str]]:
    """The codes of the lanes on which each statement stands: its actor's, its speaker's, or those of all its topics."""
    group = selection.option("group")
    if group == "topic":
        said = (rows["item_kind"] == "statement").tolist()
        return [items(topics) if is_said else [] for topics, is_said in zip(rows["topics"], said, strict=True)]
    column = rows["speaker_id" if group == "speaker" else "actor_id"]
    return [[code] if isinstance(code, str) and code else [] for code in column.tolist()]


def lanes_in(row: Mapping[str, Any], group: str) -> list[str]:
    """The same for one plain row, which has its `topics`."""
    if group == "topic":
        return list(row["topics"]) if row["item_kind"] == "statement" else []
    code = row["speaker_id" if group == "speaker" else "actor_id"]
    return [code] if code else []
