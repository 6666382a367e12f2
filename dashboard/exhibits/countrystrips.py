"""Positions of countries over time, one strip per kind and debate: HTML for the profile, a figure to take along."""

from functools import partial

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.exhibits.countryrecord import Record, turn
from dashboard.exhibits.exhibit import WIDTH
from dashboard.exhibits.links import row_links
from dashboard.figures.ledger import Order, ledger
from dashboard.figures.strips import periods
from dashboard.figures.theme import Theme
from dashboard.figures.thinned import thinned
from dashboard.parts.positionstrip import first_day, position_strips
from dashboard.selection import Selection


def strips(record: Record, actor: str, selection: Selection, catalogue: Catalogue, theme: Theme) -> str:
    """Its positions over time as HTML; two countries on one axis, each with a row for every kind of either."""
    every = named(record.changes.frame)
    moves = every[every["pledger_id"] == actor]
    if moves.empty:
        return ""
    href = row_links(selection, catalogue)
    ids = {row["pledge_id"]: href(row) for row in record.told.of("changes", actor)}
    dense = (catalogue.dense_from, catalogue.dense_until)
    first = first_day(every, catalogue.covered_from)
    lanes = tuple(dict.fromkeys(every["strip"]))
    return position_strips(moves, lanes, theme, first, selection.day(catalogue), dense, lambda one: ids.get(one, ""))


def named(moves: pd.DataFrame) -> pd.DataFrame:
    """The changes with the name of their `strip`, in the order in which kinds are told."""
    aside = moves["kind_label"] + " (" + moves["phase_label"].str.lower() + ")"
    turns = [turn(*row) for row in zip(moves["phase"], moves["kind"], moves["kind_label"], strict=True)]
    told = moves.assign(
        strip=moves["kind_label"].where(moves["phase"].eq("post_war"), aside),
        turn=pd.Series(turns, moves.index, object),
    )
    return told.sort_values(["turn", "announced_on"], kind="stable")


def drawn(record: Record, selection: Selection, catalogue: Catalogue, theme: Theme, width: int = WIDTH) -> Figure:
    """The strips of all as one figure; of two countries each strip says whose it is."""
    every, until = record.changes.frame, selection.day(catalogue)
    told = named(every)
    whose = told["pledger"] + ": " + told["strip"].str[:1].str.lower() + told["strip"].str[1:]
    names = told["strip"] if every["pledger_id"].nunique() < 2 else whose
    found = thinned(periods(told.assign(pledger_id=names, pledger=names), until)).periods
    kinds = tuple((kind, "") for kind in dict.fromkeys(told["kind"]))
    dense = (catalogue.dense_from, catalogue.dense_until)
    first = first_day(every, catalogue.covered_from)
    return ledger(found, theme, first, until, dense, width=width, order=Order("name", panels=kinds))


def drawing(record: Record, selection: Selection, catalogue: Catalogue) -> "partial[Figure] | None":
    """What draws that figure; None where no position is on record."""
    return None if record.changes.frame.empty else partial(drawn, record, selection, catalogue)
