"""Events and statements of a window as an exhibit."""

import datetime as dt
from dataclasses import dataclass
from heapq import nlargest
from operator import itemgetter
from typing import Protocol

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue, lane_days
from dashboard.database import Asked, Database
from dashboard.exhibits.daylist import is_list, opener
from dashboard.exhibits.exhibit import WIDTH, Draw, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.lanes import facing, grouping
from dashboard.exhibits.rows import COUNTS, coverage_notes, doubt_words, kept
from dashboard.exhibits.timelinecounts import timeline_counts
from dashboard.exhibits.timelinerows import rows_at, sources_at
from dashboard.exhibits.zoom import lists, moves, neighbours, pinning, zooms
from dashboard.figures.lanes import Grouping
from dashboard.figures.strip import strip
from dashboard.figures.theme import Theme
from dashboard.figures.timeline import drawn_by
from dashboard.figures.timeline import timeline as timeline_figure
from dashboard.parts.collected import by_week
from dashboard.parts.daylist import chief_list
from dashboard.parts.lineskey import acts_key
from dashboard.parts.steps import steps_bar
from dashboard.queries import timeline as asks
from dashboard.readings.itemrows import ItemRows
from dashboard.readings.prose import as_day, counted
from dashboard.readings.timeline import Focus, reading_timeline, reading_weeks
from dashboard.selection import Selection

TITLES = {
    "days": "What was said and done, and who answered whom",
    "weeks": "What was said and done, week by week",
    "months": "What was said and done, month by month",
}
PHONE, CHIEF = 340, 6
BY_TOPIC = "A statement on several topics stands in the lane of each."
COLUMNS = {
    "starts_on": "Day",
    "what": "What",
    "title": "In short",
    "doubt_label": "Doubts",
    "speaker": "Speaker",
    "office": "Office",
    "actor": "For",
    "place": "Place",
    "act": "Act",
    "sources": "Sources",
}


class DrawLanes(Protocol):
    """Draws the lanes as they stand on a page, or planned for the height of a slide."""

    def __call__(self, theme: Theme, width: int = WIDTH, height: int | None = None) -> Figure:
        """The figure."""


@dataclass(frozen=True)
class Seen:
    """A window as it is shown: what was picked, the rows shown as dicts, the lanes they stand on, what is in focus."""

    picked: asks.Picked
    told: ItemRows
    talk: list[str]
    groups: Grouping
    pair: tuple[str, ...]
    focus_ids: tuple[str, ...]

    @property
    def rows(self) -> pd.DataFrame:
        """The rows shown as a frame."""
        return kept(self.picked.asked.frame)

    @property
    def focus(self) -> Focus:
        """What is in focus, for the reading."""
        pair = tuple((code, self.groups.names[code]) for code in self.pair)
        return Focus(self.focus_ids, len(set(self.talk)), pair)


def timeline(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Events and statements of the window; the conversation of a focused statement is drawn dark."""
    since, until = selection.window(catalogue)
    seen, weeks = see(db, selection, catalogue), asks.weeks(db, selection, catalogue)
    draw = drawing(seen, selection, catalogue)
    return Exhibit(
        subject="timeline",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(since, until, len(seen.told.statements)),
        titles=TITLES,
        sentence=selection.sentence(catalogue),
        reading=reading_timeline(seen.told, since, until, seen.focus),
        table=lambda: table(seen.rows, catalogue),
        columns=COLUMNS,
        shown=len(seen.told),
        total=len(seen.picked.places),
        unit="events and statements",
        source_ids=lambda: sources_at(db, seen.picked.places[seen.picked.is_shown]),
        asked=lambda: (seen.picked.asked, weeks),
        draw=draw,
        slide=draw,
        more={"weeks": drawing_weeks(weeks, selection, catalogue)},
        more_said={"weeks": reading_weeks(weeks.rows)},
        more_html=lambda theme: by_week(weeks.rows, theme),
        body_html=lambda theme: ways(db, seen, selection, catalogue, theme),
        first_html=lambda theme: first(seen, selection, catalogue, theme),
        key_html=lambda theme: key(seen, since, until, theme),
        card_html=lambda theme: key(seen, since, until, theme, is_short=True),
        counts=lambda: timeline_counts(seen.picked.asked, seen.focus, seen.told),
        notes=notes(seen, selection, catalogue),
        hint=window_hint(selection, catalogue),
        height=640,
    )


def title(since: dt.date, until: dt.date, statements: int = 0) -> str:
    """What a window is, as it is drawn at the usual width."""
    return TITLES[drawn_by(since, until, WIDTH, statements)]


def see(db: Database, selection: Selection, catalogue: Catalogue) -> Seen:
    """The window of a selection, with the conversation that its focus belongs to."""
    talk = conversation(db, selection)
    picked = asks.items(db, selection, catalogue, talk)
    told = rows_at(db, selection.option("group"), picked.places[picked.is_shown])
    focus_ids = () if is_list(selection.focus) else tuple(filter(None, (selection.focus, *talk)))
    return Seen(picked, told, talk, grouping(db, selection, catalogue), facing(selection), focus_ids)


def drawing(seen: Seen, selection: Selection, catalogue: Catalogue) -> DrawLanes:
    """Draws the lanes of a window."""
    since, until = selection.window(catalogue)
    dense, categories = (catalogue.dense_from, catalogue.dense_until), catalogue.labels["event_category"]
    opened = selection.focus or "" if is_list(selection.focus) else ""

    def draw(theme: Theme, width: int = WIDTH, height: int | None = None) -> Figure:
        shown = (seen.focus_ids, width, seen.groups, categories, selection.pins, seen.pair, opened, height)
        return timeline_figure(seen.told, theme, since, until, dense, *shown)

    return draw


def drawing_weeks(weeks: Asked, selection: Selection, catalogue: Catalogue) -> Draw:
    """Draws all that is covered by weeks, with the window in it."""
    since, until = selection.window(catalogue)
    dense = (catalogue.dense_from, catalogue.dense_until)
    covered = (catalogue.covered_from, catalogue.covered_until)

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        return strip(weeks.frame, theme, since, until, dense, width, covered)

    return draw


def ways(db: Database, seen: Seen, selection: Selection, catalogue: Catalogue, theme: Theme) -> str:
    """To other windows, to the items beside the one in focus, to each lane as a list."""
    near = [*neighbours(seen.told, selection, catalogue), *pinning(seen.told, selection, catalogue)]
    zoomed = zooms(selection, catalogue, focus_day(db, selection))
    steps = (("Zoom", zoomed), ("Move", moves(selection, catalogue)), ("Item", near))
    return steps_bar(steps, theme, lists(seen.told, seen.groups.names, selection, catalogue))


def first(seen: Seen, selection: Selection, catalogue: Catalogue, theme: Theme) -> str:
    """The weightiest items of the window as a list; none where something is in focus, which is what is read then."""
    if selection.focus or not seen.told:
        return ""
    ranked = nlargest(CHIEF, seen.told, key=itemgetter("rank", "starts_on"))
    latest = sorted(ranked, key=lambda row: (row["starts_on"], row["rank"]), reverse=True)
    return chief_list(latest, len(seen.told), opener(selection, catalogue), theme)


def key(seen: Seen, since: dt.date, until: dt.date, theme: Theme, is_short: bool = False) -> str:
    """What the marks mean, those that count many included where a window is wide enough for them."""
    is_facing = bool(seen.pair) and not seen.focus_ids
    return acts_key(theme, widest_counted(since, until, len(seen.told.statements)), is_facing, is_short)


def conversation(db: Database, selection: Selection) -> list[str]:
    """What belongs to the focus: a statement's whole conversation; of an event what was said there, and answers."""
    focus = selection.focus or ""
    return asks.conversations(db, focus) if focus and not is_list(focus) and ">" not in focus else []


def widest_counted(since: dt.date, until: dt.date, statements: int) -> int:
    """The width, in pixels, up to which a picture of the window counts instead of drawing one by one; 0 for none."""
    return max((width for width in (PHONE, WIDTH) if drawn_by(since, until, width, statements) != "days"), default=0)


def focus_day(db: Database, selection: Selection) -> dt.date | None:
    """The day around which the reader looks: that of the statement or event in focus, or of a list that is open."""
    if is_list(selection.focus):
        return lane_days(selection.focus)[1]
    return as_day(asks.day_of(db, selection.focus)) if selection.focus else None


def notes(seen: Seen, selection: Selection, catalogue: Catalogue) -> tuple[str, ...]:
    """What one must know to read it: coverage, what counts measure, what of the focus is beyond these days."""
    by_topic = (BY_TOPIC,) if selection.option("group") == "topic" else ()
    focus = selection.focus or ""
    is_row = focus in catalogue.row_ids or focus in catalogue.labels["event"]
    item_ids = {row["item_id"] for row in seen.told} if is_row or seen.talk else set()
    is_beyond = is_row and focus not in item_ids
    away = ("What is in focus lies outside these days: “1 m” goes there.",) if is_beyond else ()
    outside = len(set(seen.talk) - item_ids)
    hidden = f"{counted(outside, 'statement')} of the conversation in focus lie outside these days or filters."
    spared = seen.picked.spared()
    beside = f"{counted(spared, 'item')} stand here beside the filters, because the focus needs them."
    more = (*((hidden,) if outside else ()), *((beside,) if spared else ()))
    return (*coverage_notes(catalogue, *selection.window(catalogue)), COUNTS, *by_topic, *away, *more)


def table(rows: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Items as they are downloaded, with words for codes and the number of sources."""
    categories = rows["category"].map(catalogue.labels["event_category"])
    return rows.drop(columns=[name for name in rows if str(name).startswith("is_")]).assign(
        what=categories.fillna("Statement"),
        doubt_label=rows["doubts"].map(doubt_words),
        sources=rows["source_ids"].map(len),
    )
