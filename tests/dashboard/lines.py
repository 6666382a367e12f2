"""Invented items, ties and cards in the shape of the relations, for tests of timeline, network and cards."""

import re
from typing import Any

import pandas as pd

from dashboard.figures.labels import Box, text_width

NAMES = {"AAA": "Arvonia", "BBB": "Belmark", "CCC": "Corland", "DDD": "Dornia", "EEE": "Esteria", "ORG": "Union"}


def statement(item_id: str, day: str, actor: str = "AAA", **more: Any) -> dict[str, Any]:
    """One statement of relation timeline_items."""
    row = {
        "item_id": item_id,
        "item_kind": "statement",
        "starts_on": pd.Timestamp(day),
        "ends_on": pd.NaT,
        "date_precision": "on",
        "title": f"Said {item_id}.",
        "speaker_id": f"speaker-{actor.lower()}",
        "speaker": f"Speaker of {NAMES.get(actor, actor)}",
        "actor_id": actor,
        "actor": NAMES.get(actor, actor),
        "category": None,
        "cameo_code": "01",
        "quad_class": "verbal_cooperation",
        "place": "Capital",
        "event_id": None,
        "reply_to_id": None,
        "rank": 1.0,
        "doubts": 0,
    }
    return {**row, **more}


def event(item_id: str, day: str, rank: float = 1.0, title: str = "", **more: Any) -> dict[str, Any]:
    """One event of relation timeline_items."""
    row = statement(item_id, day, item_kind="event", rank=rank, title=title or f"Meeting {item_id} of many leaders")
    nobody = dict.fromkeys(("speaker_id", "speaker", "actor_id", "actor"))
    return {**row, **nobody, "category": "summit", "cameo_code": "04", "event_id": item_id, **more}


def items(*rows: dict[str, Any]) -> pd.DataFrame:
    """A frame of items; without rows it keeps its columns."""
    return pd.DataFrame(rows or None, columns=list(statement("x", "2030-01-01")))


def tie(source: str, target: str, tone: str = "supportive", **counts: int) -> dict[str, Any]:
    """One row of relation mention_edges."""
    parts = {"supportive": 0, "neutral": 0, "critical": 0, "hostile": 0, **counts}
    if not counts:
        parts[tone] = 3
    total = sum(parts.values())
    return {
        "source_id": source,
        "source": NAMES.get(source, source),
        "target_id": target,
        "target": NAMES.get(target, target),
        "statements": total,
        **parts,
        "tone": tone,
        "is_ranked": total >= 3,
        "statement_ids": [],
    }


def edges(*rows: dict[str, Any]) -> pd.DataFrame:
    """A frame of ties."""
    return pd.DataFrame(rows or None, columns=list(tie("AAA", "BBB")))


def places(*ids: str) -> pd.DataFrame:
    """Places of actors in a row along a diagonal."""
    known = ids or tuple(NAMES)
    return pd.DataFrame(
        {
            "actor_id": known,
            "label": [NAMES.get(one, one) for one in known],
            "actor_kind": ["organisation" if one == "ORG" else "country" for one in known],
            "x": [i / len(known) for i in range(len(known))],
            "y": [(i * 3 % len(known)) / len(known) for i in range(len(known))],
        }
    )


def shape(figure: Any, name: str) -> Any:
    """The shape of that name; None where there is none."""
    return next((one for one in figure.layout.shapes if one.name == name), None)


def pieces(figure: Any, name: str) -> int:
    """How many lines or outlines the shape of that name is made of."""
    found = shape(figure, name)
    return str(found.path).count("M") if found else 0


def text_box(x: float, y: float, text: str, size: float) -> Box:
    """The box of a text centred on a point."""
    half = text_width(text, size) / 2
    return Box(x - half, y - size * 0.5, x + half, y + size * 0.5)


def words(figure: Any) -> list[str]:
    """All words of a timeline but those of its marks."""
    return next((list(one.text) for one in figure.data if one.name == "words"), [])


def lane_names(figure: Any) -> list[str]:
    """Names and counts of the lanes, from the top down."""
    told = [text for text in words(figure) if "<span" in text]
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip() for text in told]
