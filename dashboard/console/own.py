"""A view's own questions, as a reader may edit them: parameters written out as what they stand for."""

from collections.abc import Sequence

import pandas as pd

from dashboard.console.limits import LIMITS
from dashboard.database import Asked
from dashboard.endings.gathering import Part, gathered
from dashboard.endings.script import TOKEN, literal, rows_of
from dashboard.readings.prose import counted

TOO_LONG = "is too long for this page: Download → SQL has it"
PUT_TOGETHER = "is put together in Python from what these questions give"


def own(table: pd.DataFrame, asked: Sequence[Asked]) -> dict[str, int]:
    """Statement → how many rows it gives: the one that gives the view's table, then the questions behind it.

    Each says in its first line what it gives.
    """
    parts, rows = gathered(table, asked), counted(len(table), "row")
    whole = f"-- The view’s table, as in its CSV: {rows}.\n{table_of(asked, parts)}" if parts else ""
    told = {whole: len(table)} if 0 < len(whole) <= LIMITS.statement else {}
    why = "" if told else f" The view’s table ({rows}) {TOO_LONG if whole else PUT_TOGETHER}."
    for one in (asked[at] for at in order(parts, len(asked))):
        given = counted(len(one.frame), "row")
        told[f"-- A question behind the view, not its table: {given}.{why}\n{readable(one)}"] = len(one.frame)
    return told


def order(parts: Sequence[Part], count: int) -> list[int]:
    """The places of all questions, those that the table is made of first."""
    return list(dict.fromkeys([*(at for part in parts for at in part.places), *range(count)]))


def table_of(asked: Sequence[Asked], parts: Sequence[Part]) -> str:
    """The one statement that gives the table of these parts."""
    return rows_of(parts, {at: readable(asked[at]) for part in parts for at in part.places})


def readable(asked: Asked) -> str:
    """The statement with every `$parameter` as a literal."""
    return TOKEN.sub(lambda found: literal(asked.parameters[found[1]]) if found[1] else found[0], asked.sql)
