"""Positions over a span of days as an exhibit: one strip per pledger, and every change of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from itertools import compress
from typing import Any

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.daylist import opener
from dashboard.exhibits.exhibit import WIDTH, Exhibit
from dashboard.exhibits.ledgerrows import CHANGE_COLUMNS, KIND_COLUMN, changes_table, counts
from dashboard.exhibits.positions import hint, title
from dashboard.exhibits.rows import coverage_notes, kept, source_ids, those
from dashboard.figures import ledger as figures
from dashboard.figures.ledger import Order
from dashboard.figures.strips import NEEDED, Row, periods
from dashboard.figures.theme import Theme
from dashboard.figures.thinned import thinned
from dashboard.parts.ledgerkey import ledger_key
from dashboard.parts.moves import moves
from dashboard.queries import ledger as asks
from dashboard.readings.ledger import reading_ledger
from dashboard.readings.prose import as_day, counted
from dashboard.readings.wording import some_rows
from dashboard.selection import Selection

OURS = " (our grouping)"
LISTED = 6
TOLD = {*NEEDED, "is_counting", "kind_label", "old_status", "source_ids"}


@dataclass(frozen=True)
class Panel:
    """One kind of position on the ledger: who stands at the end, and all that was said before and beside it.

    `told` are all rows of what was said, plain; `is_kept` says of each whether filters and voices keep it.
    """

    standing: pd.DataFrame
    told: list[Row]
    is_kept: list[bool]
    asked: tuple[Asked, Asked]

    def kept(self) -> list[Row]:
        """The plain rows that are kept."""
        return list(compress(self.told, self.is_kept))

    def frame_from(self, since: Any) -> pd.DataFrame:
        """Of the rows kept those that strips from a day on are made of, with all their columns."""
        kept = those(self.asked[1].frame, pd.Series(self.is_kept, dtype=bool))
        return those(kept, pd.Series(counts_from(self.kept(), since), dtype=bool))


def ledger(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """How positions came to be over the window, one strip per pledger that has one on its last day."""
    since, until = selection.window(catalogue)
    statuses = catalogue.labels["pledge_status"]
    panels = [panel(db, selection, catalogue, kind) for kind in asks.kinds(selection, catalogue)]
    order, marks = order_of(db, selection, catalogue), asks.rules(db, selection, catalogue)
    drawn = [row for one in panels for row in periods_of(one, until)]
    shown = [row for one in panels for row in compress(one.kept(), counts_from(one.kept(), since))]
    later = [row for row in shown if is_since(row, since)]
    thin = thinned(drawn)

    @cache
    def table() -> pd.DataFrame:
        return changes_table(joined([one.frame_from(since) for one in panels]), statuses)

    def draw(
        theme: Theme, width: int = WIDTH, height: int | None = None, order: Order = order, is_plain: bool = False
    ) -> Figure:
        dense = (catalogue.dense_from, catalogue.dense_until)
        return figures.ledger(
            thin.periods, theme, since, until, dense, marks.frame, width, order, selection.focus, height, is_plain
        )

    def card(theme: Theme, width: int, height: int) -> Figure:
        return draw(theme, width, height, order if order.panels else replace(order, sort="name"), is_plain=True)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title(selection, catalogue),
        sentence=selection.sentence(catalogue),
        reading=reading_ledger(drawn, since, until, order.panels),
        table=table,
        columns=(KIND_COLUMN if order.panels else {}) | CHANGE_COLUMNS,
        shown=len(shown),
        total=sum(sum(counts_from(one.told, since)) for one in panels),
        unit="recorded positions",
        source_ids=source_ids(row["source_ids"] for row in shown),
        asked=(*(asked for one in panels for asked in one.asked), marks),
        draw=draw,
        slide=draw,
        card=card,
        first_html=lambda theme: "" if selection.focus else latest(later, opener(selection, catalogue), theme),
        key_html=lambda theme: ledger_key(drawn, theme, until),
        card_html=lambda theme: ledger_key(drawn, theme, until, is_short=True),
        counts=lambda: counts(panels[0].standing, since_day(table(), since), *panels[0].asked),
        notes=(*thin.note(), *earlier(len(shown) - len(later), len(later)), *coverage_notes(catalogue, since, until)),
        hint=hint(db, selection, catalogue),
        height=900,
    )


def latest(shown: list[Row], opened: Callable[[str], str], theme: Theme) -> str:
    """The last times that a position moved or came on record in the window, as a list; nothing where none did."""
    changed = [row for row in shown if bool(row["is_counting"]) and row["change"] in ("moved", "first_record")]
    last = sorted(changed, key=lambda row: row["announced_on"], reverse=True)[:LISTED]
    words = f"latest {len(last)} of {len(changed)}" if len(last) < len(changed) else "latest first"
    told = moves(pd.DataFrame(last), theme, lambda row: opened(row["pledge_id"]))
    return (
        f'<section class="g-list theme-{theme.name}"><h2>Moved or new on record, {words}</h2>{told}</section>'
        if last
        else ""
    )


def earlier(before: int, later: int) -> list[str]:
    """How many of the rows shown are of earlier days."""
    if not before:
        return []
    if not later:
        return ["No position was stated in these days; those shown stood before."]
    return [f"{counted(before, 'position')} stood before these days."]


def panel(db: Database, selection: Selection, catalogue: Catalogue, kind: dict[str, str]) -> Panel:
    """One kind's rows, as far as the filters and the choice of voices keep them."""
    standing, said = asks.positions_at_end(db, selection, catalogue, kind), asks.said(db, selection, catalogue, kind)
    voices = selection.option("voices")
    stands, told = heard(kept(standing.frame), voices), some_rows(said.frame, TOLD)
    pledgers = set(stands["pledger_id"])
    is_kept = [row["pledger_id"] in pledgers and (voices != "binding" or bool(row["is_counting"])) for row in told]
    return Panel(stands, told, is_kept, (standing, said))


def heard(standing: pd.DataFrame, voices: str) -> pd.DataFrame:
    """Those whose voices are asked for: all, only such as bind, or only the others."""
    if voices not in ("binding", "others"):
        return standing
    return those(standing, (standing["counted_as"] == "not_binding") == (voices == "others"))


def periods_of(one: Panel, until: Any) -> list[Row]:
    """The strips of a kind."""
    counting, beside = ([row for row in one.kept() if bool(row["is_counting"]) is counts] for counts in (True, False))
    return periods(counting, until, one.standing, beside)


def joined(frames: list[pd.DataFrame]) -> pd.DataFrame:
    """One frame below the other."""
    return frames[0] if len(frames) == 1 else pd.concat(frames, ignore_index=True)


def since_day(frame: pd.DataFrame, since: Any) -> pd.DataFrame:
    """The rows said from a day on."""
    return those(frame, frame["announced_on"] >= pd.Timestamp(str(since)))


def is_since(row: Row, since: Any) -> bool:
    """Whether a plain row was said from a day on."""
    return bool(row["announced_on"] and row["announced_on"] >= since)


def counts_from(told: list[Row], since: Any) -> list[bool]:
    """Of rows, oldest first, which make up strips from a day on: what was said since, and what stood when it came.

    That is a pledger's last word that counts, and the last one that doesn't while none that does had overruled it.
    """
    stood = dict[tuple[str, bool], int]()
    for at, row in enumerate(told):
        overruled = as_day(row["overruled_on"])
        if not is_since(row, since) and (bool(row["is_counting"]) or not overruled or overruled > since):
            stood[row["pledger_id"], bool(row["is_counting"])] = at
    standing = {*stood.values()}
    return [at in standing or is_since(row, since) for at, row in enumerate(told)]


def order_of(db: Database, selection: Selection, catalogue: Catalogue) -> Order:
    """How the reader wants the strips ordered, grouped and, of several kinds, headed."""
    found = asks.kinds(selection, catalogue)
    labels = catalogue.labels["position_kind"]
    named = tuple((one["kind"], panel_words(one, labels, catalogue, found[0]["phase"])) for one in found)
    order = Order(selection.option("sort"), selection.window(catalogue)[0], panels=named if len(found) > 1 else ())
    if selection.option("group") in ("", "none"):
        return order
    members = asks.members(db, selection, catalogue).frame
    label = catalogue.label("bloc", selection.option("group"))
    ours = OURS if len(members) and bool(members["is_ours"].iloc[0]) else ""
    return replace(order, group=f"{label}{ours}", members=frozenset(members["actor_id"]))


def panel_words(one: dict[str, str], labels: Any, catalogue: Catalogue, phase: str) -> str:
    """The kind, and its debate where that is another than the one asked for."""
    other = f", {catalogue.label('phase', one['phase']).lower()}" if one["phase"] != phase else ""
    return f"{labels[one['kind']]}{other}"
