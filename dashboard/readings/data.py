"""What the documents of the Data page say in two sentences."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.readings.method import checked
from dashboard.readings.prose import counted, is_missing, long_date, number, plural, text

Release = Mapping[str, Any]


def held(release: Release) -> str:
    """``468 events, 1,374 statements and 689 pledges``."""
    return (
        f"{counted(release['events'], 'event')}, {counted(release['statements'], 'statement')} and "
        f"{counted(release['pledges'], 'pledge')}"
    )


def covered(release: Release) -> str:
    """The days covered, and those densely."""
    return (
        f"from {long_date(release['covered_from_on'])} to {long_date(release['covered_until_on'])}, densely from "
        f"{long_date(release['dense_from_on'])} to {long_date(release['dense_until_on'])}"
    )


def reading_method(release: Release) -> str:
    """How much there is, and how often it was wrong."""
    both = checked()
    return (
        f"{held(release)}, found in excerpts of pages, {covered(release)}. Of {number(both.rows)} random rows held "
        f"against other pages, {number(both.major)} had a major fault and {number(both.minor)} a minor one."
    )


def reading_codebook(relations: Sequence[Release], columns: int) -> str:
    """How much there is to explain."""
    made = Counter(row["made_as"] for row in relations)
    return (
        f"{counted(made['table'], 'table')} and {counted(made['view'], 'view')} with {number(columns)} columns, and "
        f"{counted(made['macro'], 'relation')} that take a day or a row. Every one says what a row is and what each "
        "column means; the same words travel inside the database."
    )


def reading_relation(relation: Release, columns: int) -> str:
    """What a row of it is, and how large it is."""
    meaning = text(relation["comment"]).replace("`", "")
    rows = "" if is_missing(relation["rows"]) else f"{counted(int(relation['rows']), 'row')}, "
    return f"{meaning} {rows}{counted(columns, 'column')}."


def reading_quality(total: int, several: int, weak: int, doubts: int) -> str:
    """How many rows rest on more than one page, how many on weak ones alone, and how much is in doubt."""
    return (
        f"{number(several)} of {number(total)} rows ({number(100 * several / max(total, 1))} %) rest on two or more "
        f"pages, {number(weak)} on weak ones alone; {counted(doubts, 'doubt')} "
        f"{plural(doubts, 'stands', 'stand')} against cells. Each number below opens its rows."
    )


def reading_release(release: Release, changes: pd.DataFrame) -> str:
    """What is in it, and how much was corrected since the first."""
    corrected = int((changes["change"] == "corrected").sum())
    mended = f"{counted(corrected, 'cell')} {plural(corrected, 'was', 'were')} corrected since the first release"
    return (
        f"{held(release)} with {counted(release['sources'], 'source')} and {counted(release['doubts'], 'doubt')}, "
        f"{covered(release)}; {mended}. Its name is the newest day on which a row was recorded or a cell corrected and "
        f"a digest of all tables: the same data have the same name."
    )
