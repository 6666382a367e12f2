"""Standing periods out of changes: what a ledger draws, one row per pledger and run of the same position."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.readings.prose import as_day, is_missing, items, text
from dashboard.readings.wording import some_rows

COLUMNS = (
    "strip", "pledge_id", "pledger_id", "pledger", "kind", "starts_on", "ends_on", "announced_on", "date_precision",
    "status", "letter", "status_rank", "counted_as", "conditions", "condition", "speaker", "office", "instrument",
    "summary", "doubts", "restated", "last_doubts", "said_doubts", "in_office", "left", "remarks",
)  # fmt: skip
NEEDED = {
    *("pledge_id", "pledger_id", "pledger", "kind", "announced_on", "date_precision", "change", "new_status"),
    *("new_rank", "letter", "counted_as", "new_conditions", "condition", "new_speaker", "new_office", "instrument"),
    *("summary", "doubts", "left_office_on", "overruled_on"),
}
_LETTERS = {"signed": "S", "pledged": "P", "conditional": "C", "open": "O", "undecided": "U", "declined": "D"}
Row = dict[str, Any]
Told = pd.DataFrame | Sequence[Row]


def strips(changes: pd.DataFrame, until: Any) -> pd.DataFrame:
    """The periods as a frame."""
    return pd.DataFrame(periods(changes, until), columns=list(COLUMNS))


def periods(changes: Told, until: Any, standing: pd.DataFrame | None = None, remarks: Told | None = None) -> list[Row]:
    """Standing periods from relation ``position_changes``, asked from the first covered day to ``until``.

    ``changes`` and ``remarks`` are frames, or rows with what of the columns ``NEEDED`` there is.
    One row per pledger and period, sorted as a ledger is read: furthest position at the end first, then by name.
    ``starts_on`` to ``ends_on`` (the next move's day, or the day after ``until``); ``restated`` lists
    ``(day, pledge_id, conditions_changed, conditions)`` where the same position was said again; ``conditions`` are
    codes, those of the period's start. By pledge_id: ``said_doubts`` counts doubts, ``left`` is the day on which the
    speaker had left office. ``last_doubts`` are those of the word that stands at the period's end.
    ``standing`` (relation ``positions_on`` of the last day) tells the last period of each pledger its ``last_doubts``
    and ``in_office``, so that ledger, list and map agree.
    ``remarks`` (rows whose word doesn't bind, with the day on which one that does overruled them) make hollow periods
    until then; later ones are listed as ``(day, pledge_id, status)`` in ``remarks`` of the period they fall into.
    """
    end = (as_day(until) or date.max - timedelta(days=1)) + timedelta(days=1)
    counting = _periods(_ordered(changes), end)
    said = [] if remarks is None else _ordered(remarks)
    hollow = _periods([row for row in said if not _is_late(row)], end)
    begun = [each for each in (*hollow, *counting) if each["starts_on"] < each["ends_on"] and each["starts_on"] < end]
    _take_over(begun, standing)
    _remark(begun, [row for row in said if _is_late(row)])
    return _sorted(begun)


def _ordered(told: Told) -> list[Row]:
    rows = some_rows(told, NEEDED) if isinstance(told, pd.DataFrame) else told
    return sorted(rows, key=lambda row: (row["pledger_id"], row["announced_on"]))


def _periods(rows: list[Row], end: date) -> list[Row]:
    begun: list[Row] = []
    for row in rows:
        last = begun[-1] if begun and begun[-1]["pledger_id"] == row["pledger_id"] else None
        if last is not None and row["change"] in ("restated", "conditions_changed"):
            _say_again(last, row, end)
        else:
            if last is not None:
                last["ends_on"] = as_day(row["announced_on"])
            begun.append(_period(row, end))
    return begun


def _is_late(row: Row) -> bool:
    """Whether somebody whose word binds had already spoken: such a row is a remark beside the position."""
    overruled = as_day(row.get("overruled_on"))
    return overruled is not None and (as_day(row["announced_on"]) or overruled) >= overruled


def _take_over(begun: list[Row], standing: pd.DataFrame | None) -> None:
    """What the standing positions say of the last period of their pledger."""
    if standing is None:
        return
    last = {row["pledger_id"]: row for row in begun}
    for row in some_rows(standing, ("pledger_id", "status", "in_office", "doubts")):
        if row["pledger_id"] in last and row["status"] == last[row["pledger_id"]]["status"]:
            last[row["pledger_id"]].update(in_office=row["in_office"], last_doubts=_doubts(row))


def _remark(begun: list[Row], late: list[Row]) -> None:
    for row in late:
        day = as_day(row["announced_on"])
        for period in begun:
            if period["pledger_id"] == row["pledger_id"] and day and period["starts_on"] <= day < period["ends_on"]:
                period["remarks"].append((day, row["pledge_id"], row["new_status"]))


def by_pledger(rows: list[Row]) -> dict[str, list[Row]]:
    """Periods of each strip, in their order."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["strip"], []).append(row)
    return found


def said_days(row: Row) -> list[tuple[date, str]]:
    """Each day on which the position of a period was said, with the pledge that says it, oldest first."""
    first = (row["starts_on"], row["pledge_id"])
    return [first, *((day, pledge_id) for day, pledge_id, *_ in row["restated"])]


def _period(row: Row, end: date) -> Row:
    status = row["new_status"]
    return {
        **{name: row.get(name) for name in ("pledge_id", "pledger_id", "pledger", "kind", "announced_on", "condition")},
        **{name: row.get(name) for name in ("date_precision", "instrument", "summary", "doubts", "counted_as")},
        "strip": row["pledger_id"],
        "starts_on": as_day(row["announced_on"]),
        "ends_on": min(as_day(row.get("overruled_on")) or end, end),
        "status": status,
        "letter": row.get("letter") or _LETTERS.get(status, status[:1].upper()),
        "status_rank": row.get("new_rank"),
        "conditions": items(row.get("new_conditions")),
        "speaker": row.get("new_speaker"),
        "office": row.get("new_office"),
        "restated": [],
        "last_doubts": _doubts(row),
        "said_doubts": {row["pledge_id"]: _doubts(row)},
        "in_office": None,
        "left": {row["pledge_id"]: as_day(row.get("left_office_on"))},
        "remarks": [],
    }


def _say_again(period: Row, row: Row, end: date) -> None:
    changed = row["change"] == "conditions_changed"
    said = (as_day(row["announced_on"]), row["pledge_id"], changed, items(row.get("new_conditions")))
    period["restated"].append(said)
    period["said_doubts"][row["pledge_id"]] = _doubts(row)
    period["left"][row["pledge_id"]] = as_day(row.get("left_office_on"))
    if (said[0] or end) < end:
        period["last_doubts"] = _doubts(row)


def _doubts(row: Row) -> int:
    return 0 if is_missing(row.get("doubts")) else int(row["doubts"])


def _sorted(begun: list[Row]) -> list[Row]:
    last = {row["pledger_id"]: row for row in begun}
    return sorted(begun, key=lambda row: (place_of(last[row["pledger_id"]]), row["pledger_id"], row["starts_on"]))


def place_of(row: Row) -> tuple[bool, float, str]:
    """Where a strip stands by its last position: counted ones first, the furthest foremost, then by name."""
    rank = 0.0 if is_missing(row["status_rank"]) else float(row["status_rank"])
    return (text(row["counted_as"]) != "counted", -rank, str(row["pledger"]))
