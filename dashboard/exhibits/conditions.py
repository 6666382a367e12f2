"""What promises hang on as an exhibit: a bar per condition, the rows behind each, and the card of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import WIDTH, Count, Exhibit
from dashboard.exhibits.hints import position_hint
from dashboard.exhibits.rows import coverage_notes, doubt_words, kept, recorded, source_ids
from dashboard.exhibits.ways import ways
from dashboard.figures.conditions import conditions as conditions_figure
from dashboard.figures.theme import Theme
from dashboard.parts.conditions import condition_card, condition_list, conditions_key
from dashboard.queries import conditions as asks
from dashboard.queries.sources import sources
from dashboard.readings.conditions import Bar, bars, kind_words, promise, reading_conditions
from dashboard.readings.prose import long_date, text
from dashboard.readings.wording import lowered, on_what
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection
from dashboard.sentence import phase_words

COLUMNS = {
    "condition_label": "Condition",
    "pledger": "Pledger",
    "kind_label": "On",
    "phase_label": "Debate",
    "named": "Named",
    "first_named_on": "First named",
    "last_named_on": "Last named",
    "status_label": "Stands at",
    "counted_label": "Counted",
    "doubt_label": "Doubts",
    "said_by": "Last said by",
    "office": "Office",
    "summary": "What was said",
    "sources": "Sources",
}
ONCE = "an alternative of the same promise, counted already"
NOT_BINDING = "the voice doesn’t bind"
AGED = "A day beside a name is when it was last named; among those named now only where over 180 days ago."
ALTERNATIVES = "Alternatives (a ceasefire, a peace agreement, either) count once for each promise."
IN_FOCUS = ("condition", "pledge")
Row = Mapping[str, Any]


def conditions(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The conditions in force on the as-of day, of one kind of position or of all."""
    asked = asks.conditions(db, selection, catalogue)
    rows = kept(asked.frame)
    drawn, is_all = bars(rows), selection.option("over") == "all"
    focus = selection.focus if catalogue.is_condition(selection.focus) else None
    kind = on_what(selection.kind_shown(catalogue), catalogue.label("position_kind", selection.kind_shown(catalogue)))
    link = ways(selection, catalogue, IN_FOCUS)

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        return conditions_figure(drawn, theme, focus, width)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(selection, catalogue),
        sentence=selection.sentence(catalogue),
        reading=reading_conditions(drawn, selection.day(catalogue), "" if is_all else kind, focus),
        table=table(rows),
        columns=COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="conditions named",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked,),
        draw=draw,
        key_html=conditions_key,
        aside_html=lambda theme: condition_list(focused_first(drawn, focus), theme, link, is_all),
        counts=lambda: counts(db, selection, catalogue, drawn, asked),
        notes=(*coverage_notes(catalogue, selection.day(catalogue)), ALTERNATIVES, AGED),
        hint=hint(selection, catalogue),
        height=560,
    )


def focused_first(drawn: Sequence[Bar], focus: str | None) -> list[Bar]:
    """The bars as a list has them: that of the condition in focus first, or the one that it is counted in."""
    chosen = {bar.part_of or bar.code for bar in drawn if bar.code == focus}
    return sorted(drawn, key=lambda bar: (bar.part_of or bar.code) not in chosen)


def title(selection: Selection, catalogue: Catalogue) -> str:
    """What is seen, as a headline."""
    if selection.option("over") == "all":
        return "What the promises hang on"
    kind = selection.kind_shown(catalogue)
    return f"What positions on {on_what(kind, catalogue.label('position_kind', kind))} hang on"


def hint(selection: Selection, catalogue: Catalogue) -> str:
    """What to loosen where nothing is left."""
    kept_filters = replace(
        Selection(selection.page), countries=selection.countries, blocs=selection.blocs, conditions=selection.conditions
    )
    loosened = position_hint(kept_filters, catalogue, "", None)
    day = long_date(selection.day(catalogue))
    if kept_filters.narrowed_by():
        return loosened
    kind = catalogue.label("position_kind", selection.kind_shown(catalogue))
    debate = phase_words(selection, catalogue)
    return f"No position on {lowered(kind)}, {debate}, named a condition by {day}. Ask for all kinds, or another day."


def card(db: Database, selection: Selection, catalogue: Catalogue) -> Callable[[Theme], str] | None:
    """The card of the condition in focus; None where the filters leave nobody who names it."""
    rows = kept(asks.conditions(db, replace(selection, conditions=()), catalogue).frame)
    bar = next((bar for bar in bars(rows) if bar.code == selection.focus), None)
    if bar is None:
        return None
    found = sources(db, source_ids(row["source_ids"] for row in bar.named)).rows
    by_id = {row["source_id"]: row for row in found}
    ended, link = ended_of(db, selection, catalogue, bar), ways(selection, catalogue, IN_FOCUS)
    subject = selection_words(selection, catalogue)
    return lambda theme: condition_card(bar, theme, link, by_id, subject, ended)


def selection_words(selection: Selection, catalogue: Catalogue) -> str:
    """Over which promises the card runs, and as of when."""
    over = "all kinds of position" if selection.option("over") == "all" else title(selection, catalogue)
    words = over.removeprefix("What positions on ").removesuffix(" hang on")
    return f"{words[:1].upper()}{words[1:]}, as of {long_date(selection.day(catalogue))}"


def ended_of(db: Database, selection: Selection, catalogue: Catalogue, bar: Bar) -> list[dict[str, Any]]:
    """Promises that named the condition of a bar and ended it since."""
    return ended_since(bar, asks.ended(db, selection, catalogue).rows)


def ended_since(bar: Bar, ended: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the promises that ended a condition, those that ended this bar's and don't hang on it otherwise."""
    codes = {row["condition"] for row in bar.named}
    standing = {promise(row) for row in (*bar.now, *bar.earlier)}
    return [row for row in ended if row["condition"] in codes and promise(row) not in standing]


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Named conditions as they are downloaded, with words for what a code says."""
    words = [kind_words(row) for row in records(rows)]
    return rows.assign(
        kind_words=words,
        named=rows["is_current"].map({True: "in the current row", False: "earlier, never withdrawn"}),
        counted_label=rows["is_counting"].map({True: "yes", False: f"no: {NOT_BINDING}"}),
        doubt_label=rows["doubts"].map(doubt_words),
        said_by=rows["speaker"].map(recorded),
        sources=rows["source_ids"].map(len),
    )


def counts(
    db: Database, selection: Selection, catalogue: Catalogue, drawn: list[Bar], asked: Asked
) -> tuple[Count, ...]:
    """For each condition the promises that hang on it, and those near it that aren't counted, with the rule."""
    shown = records(table(kept(asked.frame)))
    ended = asks.ended(db, selection, catalogue).rows
    return tuple(count_of(bar, shown, ended, asked) for bar in drawn if not bar.part_of)


def count_of(bar: Bar, shown: list[dict[str, Any]], ended: list[dict[str, Any]], asked: Asked) -> Count:
    """Why the number of one bar is what it is."""
    chosen = {key(row) for row in (*bar.now, *bar.earlier)}
    codes = {row["condition"] for row in bar.named}
    near = [row for row in shown if row["condition"] in codes]
    counted = [row for row in near if key(row) in chosen]
    left = [row | {"why": ONCE if row["is_counting"] else NOT_BINDING} for row in near if key(row) not in chosen]
    gone = [
        row | {"why": f"ended on {long_date(row['ended_on'])}", "kind_words": kind_words(row), "named": "ended"}
        for row in ended_since(bar, ended)
    ]
    columns = list(dict.fromkeys(name for row in near for name in row))
    return Count(
        words=f"{bar.total} · {text(bar.label)}",
        rows=pd.DataFrame(counted, columns=columns),
        left_out=pd.DataFrame([*left, *gone], columns=[*columns, "why"]),
        columns=COLUMNS,
        asked=asked,
    )


def key(row: Row) -> tuple[str, ...]:
    """What makes a named condition one row."""
    return tuple(text(row[name]) for name in ("pledger_id", "kind", "phase", "condition", "is_counting"))
