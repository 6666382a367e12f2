"""The source line under a chart: how much is shown, whose word it rests on, from which release."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.readings.prose import counted, listed, long_date, number

NAMED = 4
SINGULAR = {
    "positions": "position",
    "recorded positions": "recorded position",
    "positions, contributions and statements": "position, contribution or statement",
    "contributions, refusals and stops": "contribution, refusal or stop",
    "agreements, signed or declined": "agreement, signed or declined",
    "events and statements": "event or statement",
    "countries and organisations": "country or organisation",
    "statements": "statement",
    "events": "event",
    "ties": "tie",
    "actors": "actor",
    "speakers": "speaker",
    "donors": "donor",
    "changes": "change",
    "coding rules": "coding rule",
    "columns": "column",
    "conditions named": "condition named",
}


def rows_shown(shown: int, total: int, unit: str) -> str:
    """``35 of 41 positions``, ``41 of 41 positions`` where nothing is left out. `unit` is the plural."""
    return f"{number(shown)} of {all_rows(total, unit)}" if total else all_rows(0, unit)


def all_rows(count: int, unit: str) -> str:
    """``41 positions``, ``1 position``."""
    return f"{number(count)} {SINGULAR.get(unit, unit) if count == 1 else unit}"


def publishers(sources: pd.DataFrame, named: int = NAMED) -> str:
    """``12 sources by 5 publishers: Reuters, BBC and 3 more``: weak ones last, those with most pages first.

    Where all are named, each with one page, they aren't counted. Needs the columns `publisher` and `is_weak`.
    """
    if sources.empty:
        return "no sources"
    by_whom, is_weak = sources["publisher"].tolist(), sources["is_weak"].tolist()
    pages = Counter(by_whom)
    strong = {name for name, weak in zip(by_whom, is_weak, strict=True) if weak is not True}
    names = sorted(pages, key=lambda name: (name not in strong, -pages[name], name))
    told, is_plain = listed(names, named), len(sources) == len(names) <= named + 1
    by = "" if is_plain else f" by {counted(len(names), 'publisher')}"
    return f"{counted(len(sources), 'source')}{by}: {told}"


def proof(
    shown: int, total: int, unit: str, sources: pd.DataFrame, release: Mapping[str, Any], notes: Sequence[str] = ()
) -> str:
    """The source line as HTML, everything escaped: rows shown of all, sources by publisher, data date, release."""
    facts = (
        rows_shown(shown, total, unit),
        publishers(sources),
        f"data dense to {long_date(release['dense_until_on'])}",
        f"release {release['release']}",
    )
    line = " · ".join(f"<span>{escape(fact)}</span>" for fact in facts)
    told = "".join(f'<p class="g-note">{escape(note)}</p>' for note in notes)
    return f'{told}<p class="g-proof">{line}</p>'
