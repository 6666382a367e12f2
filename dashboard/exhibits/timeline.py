"""Events and statements of a window as an exhibit."""

import datetime as dt

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue, lane_days
from dashboard.database import Database
from dashboard.exhibits.daylist import is_list
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.lanes import facing, grouping, lanes_of
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, source_ids
from dashboard.exhibits.timelinecounts import timeline_counts
from dashboard.exhibits.zoom import lists, moves, neighbours, pinning, zooms
from dashboard.figures.strip import strip
from dashboard.figures.theme import Theme
from dashboard.figures.timeline import is_counted
from dashboard.figures.timeline import timeline as timeline_figure
from dashboard.parts.lineskey import acts_key
from dashboard.parts.steps import steps_bar
from dashboard.queries import timeline as asks
from dashboard.readings.itemrows import item_rows
from dashboard.readings.prose import as_day, counted
from dashboard.readings.timeline import Focus, reading_timeline
from dashboard.selection import Selection

TITLE = "What was said and done, and who answered whom"
COUNTS = "Counts of statements measure this collection, not diplomacy."
PHONE = 340
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


def timeline(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Events and statements of the window; the conversation of a focused statement is drawn dark."""
    since, until = selection.window(catalogue)
    talk = conversation(db, selection)
    asked = asks.items(db, selection, catalogue, talk)
    rows, weeks = kept(asked.frame), asks.weeks(db, selection, catalogue)
    told = item_rows(rows.assign(lanes=pd.Series(lanes_of(rows, selection), index=rows.index, dtype=object)))
    groups, pair = grouping(db, selection, catalogue), facing(selection)
    focus_ids = () if is_list(selection.focus) else tuple(filter(None, (selection.focus, *talk)))
    dense = (catalogue.dense_from, catalogue.dense_until)
    covered = (catalogue.covered_from, catalogue.covered_until)
    focus = Focus(focus_ids, len(set(talk)), tuple((code, groups.names[code]) for code in pair))
    statements = sum(row["item_kind"] == "statement" for row in told)

    def draw(theme: Theme, width: int = WIDTH, height: int | None = None) -> Figure:
        return timeline_figure(
            told,
            theme,
            since,
            until,
            dense,
            focus_ids,
            width,
            groups,
            catalogue.labels["event_category"],
            selection.pins,
            pair,
            selection.focus or "" if is_list(selection.focus) else "",
            height,
        )

    def draw_weeks(theme: Theme, width: int = WIDTH) -> Figure:
        return strip(weeks.frame, theme, since, until, dense, width, covered)

    def ways(theme: Theme) -> str:
        centre = focus_day(db, selection)
        near = [*neighbours(told, selection, catalogue), *pinning(told, selection, catalogue)]
        steps = (("Zoom", zooms(selection, catalogue, centre)), ("Move", moves(selection, catalogue)), ("Item", near))
        return steps_bar(steps, theme, lists(told, groups.names, selection, catalogue))

    return Exhibit(
        subject="timeline",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_timeline(told, since, until, focus),
        table=table(rows, catalogue),
        columns=COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="events and statements",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked, weeks),
        draw=draw,
        slide=draw,
        more={"weeks": draw_weeks},
        body_html=ways,
        key_html=lambda theme: acts_key(theme, widest_counted(since, until, statements), bool(pair) and not focus_ids),
        counts=lambda: timeline_counts(asked, focus, told),
        notes=notes(rows, selection, catalogue, talk),
        hint=window_hint(selection, catalogue),
        height=640,
    )


def conversation(db: Database, selection: Selection) -> list[str]:
    """What belongs to the focus: a statement's whole conversation; of an event what was said there, and answers."""
    focus = selection.focus or ""
    return asks.conversations(db, focus) if focus and not is_list(focus) and ">" not in focus else []


def widest_counted(since: dt.date, until: dt.date, statements: int) -> int:
    """The width, in pixels, up to which a picture of the window counts instead of drawing one by one; 0 for none."""
    return max((width for width in (PHONE, WIDTH) if is_counted(since, until, width, statements)), default=0)


def focus_day(db: Database, selection: Selection) -> dt.date | None:
    """The day around which the reader looks: that of the statement or event in focus, or of a list that is open."""
    if is_list(selection.focus):
        return lane_days(selection.focus)[1]
    return as_day(asks.day_of(db, selection.focus)) if selection.focus else None


def notes(rows: pd.DataFrame, selection: Selection, catalogue: Catalogue, talk: list[str]) -> tuple[str, ...]:
    """What one must know to read it: coverage, what counts measure, what of the focus is beyond these days."""
    by_topic = (BY_TOPIC,) if selection.option("group") == "topic" else ()
    focus = selection.focus or ""
    is_row = focus in catalogue.row_ids or focus in catalogue.labels["event"]
    is_beyond = is_row and focus not in set(rows["item_id"])
    away = ("What is in focus lies outside these days: “1 m” goes there.",) if is_beyond else ()
    outside = len(set(talk) - set(rows["item_id"]))
    hidden = f"{counted(outside, 'statement')} of the conversation in focus lie outside these days or filters."
    spared = int((~rows["is_kept"]).sum())
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
