"""Invented rows in the shape of the relations, for tests of figures, readings and parts."""

import pandas as pd

LETTERS = {"signed": "S", "pledged": "P", "conditional": "C", "open": "O", "undecided": "U", "declined": "D"}
RANKS = {"signed": 6, "pledged": 5, "conditional": 4, "open": 3, "undecided": 2, "declined": 1}
NAMES = {
    "FRA": "France",
    "DEU": "Germany",
    "LUX": "Luxembourg",
    "MLT": "Malta",
    "CYP": "Cyprus",
    "MNE": "Montenegro",
    "POL": "Poland",
    "CAN": "Canada",
    "AUS": "Australia",
    "UKR": "Ukraine",
    "EU": "EU",
}
CAPITALS = {
    "FRA": (48.9, 2.3),
    "DEU": (52.5, 13.4),
    "LUX": (49.6, 6.1),
    "MLT": (35.9, 14.5),
    "CYP": (35.2, 33.4),
    "MNE": (42.4, 19.3),
    "POL": (52.2, 21.0),
    "CAN": (45.4, -75.7),
    "AUS": (-35.3, 149.1),
    "UKR": (50.4, 30.5),
}


def position(pledger_id: str, status: str = "declined", **changed: object) -> dict[str, object]:
    """One row of positions_on; named columns are changed."""
    row: dict[str, object] = {
        "pledge_id": f"{pledger_id}-1",
        "pledger_id": pledger_id,
        "pledger": NAMES[pledger_id],
        "kind": "ground_troops",
        "kind_label": "Ground troops",
        "status": status,
        "status_label": status.capitalize(),
        "letter": LETTERS[status],
        "status_rank": RANKS[status],
        "basis_label": "Head of government",
        "counted_as": "counted",
        "instrument": "declaration_of_intent" if status == "signed" else "none",
        "condition": None,
        "conditions": [],
        "announced_on": pd.Timestamp("2026-01-06"),
        "date_precision": "on",
        "age_days": 66,
        "is_aged": False,
        "speaker": "Ada Example",
        "office": "Prime Minister",
        "in_office": "in_office",
        "summary": "Said so.",
        "later_remark_id": None,
        "differs_id": None,
        "earlier": 0,
        "doubts": 0,
        "source_ids": ["one", "two"],
    }
    return row | changed


def positions(*rows: dict[str, object]) -> pd.DataFrame:
    """Rows as the relation's frame."""
    return pd.DataFrame(list(rows), columns=list(position("FRA")))


def countries() -> pd.DataFrame:
    """Every invented country with its capital."""
    return pd.DataFrame(
        [
            {"actor_id": code, "label": NAMES[code], "latitude": latitude, "longitude": longitude}
            for code, (latitude, longitude) in CAPITALS.items()
        ]
    )


def change(pledger_id: str, day: str, new: str, kind: str, **changed: object) -> dict[str, object]:
    """One row of position_changes; ``kind`` is the kind of change."""
    old = changed.pop("old", None)
    row: dict[str, object] = {
        "pledge_id": f"{pledger_id}-{day}",
        "pledger_id": pledger_id,
        "pledger": NAMES[pledger_id],
        "kind": "ground_troops",
        "phase": "post_war",
        "announced_on": pd.Timestamp(day),
        "date_precision": "on",
        "change": kind,
        "old_status": old,
        "new_status": new,
        "old_rank": RANKS[str(old)] if old else None,
        "new_rank": RANKS[new],
        "rank_move": RANKS[new] - RANKS[str(old)] if old else None,
        "new_speaker": "Ada Example",
        "new_office": "Prime Minister",
        "new_conditions": [],
        "instrument": "none",
        "area": "in_ukraine",
        "counted_as": "counted",
        "left_office_on": None,
        "summary": "Said so.",
        "doubts": 0,
    }
    return row | changed


def changes(*rows: dict[str, object]) -> pd.DataFrame:
    """Rows as the relation's frame."""
    return pd.DataFrame(list(rows), columns=list(change("FRA", "2025-01-01", "open", "moved")))
