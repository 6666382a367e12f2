"""What of the network's ties is in focus: all, one, an actor's within a step or two, or the way from one to another."""

from dataclasses import dataclass
from urllib.parse import urlencode

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.graph import ego, shortest
from dashboard.selection import Selection


@dataclass(frozen=True)
class View:
    """`rows` are the ties that the filters keep, `chosen` those in focus; `is_focused` where that isn't all of them.

    `path` are the ids of the ties from the focus to the other end, in order; None where no path was asked for or none
    exists. `is_asked` says whether one was, `around` are the ties of a way that ignores their direction.
    """

    rows: pd.DataFrame
    chosen: pd.DataFrame
    is_focused: bool = False
    is_asked: bool = False
    path: tuple[str, ...] = ()
    around: tuple[str, ...] = ()

    @property
    def near(self) -> set[str] | None:
        """Ids of the ties in focus; None where all are."""
        return set(tie_ids(self.chosen)) if self.is_focused else None


def view(rows: pd.DataFrame, selection: Selection) -> View:
    """The ties in focus under a selection; every tie where nothing in focus has any."""
    focus, target = selection.focus or "", selection.target or ""
    source, tie, _ = focus.partition(">")
    if tie:
        return focused(rows, rows[tie_ids(rows) == focus])
    is_asked = bool(focus and target and focus != target)
    found = as_ids(shortest(rows, focus, target)) if is_asked else ()
    if found:
        order = {one: at for at, one in enumerate(found)}
        ids = tie_ids(rows)
        chosen = rows[ids.isin(found)].assign(at=ids.map(order)).sort_values("at").drop(columns="at")
        return View(rows, chosen.reset_index(drop=True), True, True, found)
    around = as_ids(shortest(rows, focus, target, is_directed=False)) if is_asked else ()
    of_focus = tie_ids(ego(rows, source, int(selection.option("steps") or 1)) if source else rows.iloc[:0])
    made = focused(rows, rows[tie_ids(rows).isin([*of_focus, *around])])
    return View(made.rows, made.chosen, made.is_focused, is_asked, (), around)


def focused(rows: pd.DataFrame, chosen: pd.DataFrame) -> View:
    """A view of some of the ties; of all of them where none is chosen."""
    return View(rows, rows if chosen.empty else chosen.reset_index(drop=True), not chosen.empty)


def tie_ids(rows: pd.DataFrame) -> "pd.Series[str]":
    """Ties as links write them: `RUS>UKR`."""
    return rows["source_id"] + ">" + rows["target_id"]


def as_ids(steps: list[tuple[str, str]] | None) -> tuple[str, ...]:
    """A path as ids of its ties; nothing where there is none."""
    return tuple(f"{source}>{target}" for source, target in steps or ())


def profile(catalogue: Catalogue, actor_id: str) -> str:
    """The address of an actor's own page."""
    is_person = actor_id in catalogue.labels.get("speaker", {})
    return f"speaker?{urlencode({'s': actor_id})}" if is_person else f"country?{urlencode({'c': actor_id})}"
