"""Standing periods out of changes: what a ledger draws, one row per pledger and run of the same position."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.readings.prose import as_day, is_missing, items, text
from dashboard.readings.wording import rows as records

COLUMNS = (
    "pledge_id", "pledger_id", "pledger", "kind", "starts_on", "ends_on", "announced_on", "date_precision", "status",
    "letter", "status_rank", "counted_as", "conditions", "condition", "speaker", "office", "instrument", "summary",
    "doubts", "restated", "last_doubts", "said_doubts", "in_office",
)  # fmt: skip
_NEEDED = {
    *(
        "pledge_id",
        "pledger_id",
        "pledger",
        "kind",
        "announced_on",
        "date_precision",
        "change",
        "new_status",
        "new_rank",
    ),
    *("letter", "counted_as", "area", "new_conditions", "condition", "new_speaker", "new_office", "instrument"),
    *("summary", "doubts"),
}
_LETTERS = {"signed": "S", "pledged": "P", "conditional": "C", "open": "O", "undecided": "U", "declined": "D"}
_NEVER_ELSEWHERE = ("undecided", "declined", "withdrawn")
Row = dict[str, Any]


def strips(changes: pd.DataFrame, until: Any, standing: pd.DataFrame | None = None) -> pd.DataFrame:
    """Standing periods from relation ``position_changes``, asked from the first covered day to ``until``.

    One row per pledger and period, sorted as a ledger is read: furthest position at the end first, then by name.
    ``starts_on`` to ``ends_on`` (the next move's day, or the day after ``until``); ``restated`` lists
    ``(day, pledge_id, conditions_changed, conditions)`` where the same position was said again; ``conditions`` are
    codes, those of the period's start. ``said_doubts`` counts doubts by pledge_id, ``last_doubts`` those of the word
    that stands at the period's end. ``standing`` (relation ``positions_on`` of the last day) tells the last period of
    each pledger its ``last_doubts`` and ``in_office``, so that ledger, list and map agree.
    """
    end = (as_day(until) or date.max - timedelta(days=1)) + timedelta(days=1)
    periods: list[Row] = []
    needed = changes[[name for name in changes.columns if name in _NEEDED]]
    for row in records(needed.sort_values(["pledger_id", "announced_on"], kind="stable")):
        last = periods[-1] if periods and periods[-1]["pledger_id"] == row["pledger_id"] else None
        if last is not None and row["change"] in ("restated", "conditions_changed"):
            _say_again(last, row, end)
        else:
            if last is not None:
                last["ends_on"] = as_day(row["announced_on"])
            periods.append(_period(row, end))
    begun = [each for each in periods if each["starts_on"] < end]
    _take_over(begun, records(standing) if standing is not None else [])
    return _sorted(pd.DataFrame(begun, columns=list(COLUMNS)))


def _take_over(periods: list[Row], standing: list[Row]) -> None:
    """What the standing positions say of the last period of their pledger."""
    last = {row["pledger_id"]: row for row in periods}
    for row in standing:
        if row["pledger_id"] in last and row["status"] == last[row["pledger_id"]]["status"]:
            doubts = 0 if is_missing(row.get("doubts")) else int(row["doubts"])
            last[row["pledger_id"]].update(in_office=row.get("in_office"), last_doubts=doubts)


def by_pledger(periods: list[Row]) -> dict[str, list[Row]]:
    """Periods of each pledger, in their order."""
    found: dict[str, list[Row]] = {}
    for row in periods:
        found.setdefault(row["pledger_id"], []).append(row)
    return found


def said_days(row: Row) -> list[tuple[date, str]]:
    """Each day on which the position of a period was said, with the pledge that says it, oldest first."""
    first = (row["starts_on"], row["pledge_id"])
    return [first, *((day, pledge_id) for day, pledge_id, *_ in row["restated"])]


def _period(row: Row, end: date) -> Row:
    status = row["new_status"]
    starts_on = as_day(row["announced_on"])
    return {
        **{name: row.get(name) for name in ("pledge_id", "pledger_id", "pledger", "kind", "announced_on", "condition")},
        **{name: row.get(name) for name in ("date_precision", "instrument", "summary", "doubts")},
        "starts_on": starts_on,
        "ends_on": end,
        "status": status,
        "letter": row.get("letter") or _LETTERS.get(status, status[:1].upper()),
        "status_rank": row.get("new_rank"),
        "counted_as": row.get("counted_as") or _counted_as(row),
        "conditions": items(row.get("new_conditions")),
        "speaker": row.get("new_speaker"),
        "office": row.get("new_office"),
        "restated": [],
        "last_doubts": _doubts(row),
        "said_doubts": {row["pledge_id"]: _doubts(row)},
        "in_office": None,
    }


def _say_again(period: Row, row: Row, end: date) -> None:
    changed = row["change"] == "conditions_changed"
    said = (as_day(row["announced_on"]), row["pledge_id"], changed, items(row.get("new_conditions")))
    period["restated"].append(said)
    period["said_doubts"][row["pledge_id"]] = _doubts(row)
    if (said[0] or end) < end:
        period["last_doubts"] = _doubts(row)


def _doubts(row: Row) -> int:
    return 0 if is_missing(row.get("doubts")) else int(row["doubts"])


def _counted_as(row: Row) -> str:
    """As ``positions_on`` tells it; only rows whose word counts are among the changes."""
    area = text(row.get("area")) or "unknown"
    if text(row.get("kind")) != "ground_troops" or area == "in_ukraine" or row["new_status"] in _NEVER_ELSEWHERE:
        return "counted"
    if area != "unknown":
        return "outside_ukraine"
    return "counted" if row["new_status"] == "open" else "place_not_named"


def _sorted(frame: pd.DataFrame) -> pd.DataFrame:
    if frame.empty:
        return frame
    last = {row["pledger_id"]: row for row in records(frame)}
    order = sorted(last, key=lambda code: _place_of(last[code]))
    place = {code: index for index, code in enumerate(order)}
    return (
        frame.assign(_place=frame["pledger_id"].map(place))
        .sort_values(["_place", "starts_on"])
        .drop(columns="_place")
        .reset_index(drop=True)
    )


def _place_of(row: Row) -> tuple[bool, float, str]:
    rank = 0.0 if is_missing(row["status_rank"]) else float(row["status_rank"])
    return (row["counted_as"] != "counted", -rank, str(row["pledger"]))
