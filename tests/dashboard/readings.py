"""What may be chosen on each page, and the readings of it that are too long."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.registry import EXHIBITS
from dashboard.selection import Selection

WINDOWS: list[dict[str, Any]] = [
    {},
    {"since": date(2021, 12, 17), "until": date(2026, 7, 5)},
    {"since": date(2025, 4, 10), "until": date(2025, 4, 10), "asof": date(2025, 4, 10)},
    {"since": date(2024, 2, 1), "until": date(2025, 9, 30), "asof": date(2025, 9, 30)},
]
CHOICES: dict[str, list[dict[str, Any]]] = {
    "timeline": [{"group": "topic"}, {"countries": ("RUS", "FRA")}, {"topics": ("ceasefire",)}],
    "network": [
        {"focus": "RUS"},
        {"focus": "RUS>UKR"},
        {"focus": "UKR", "target": "CHN"},
        {"focus": "RUS", "target": "FRA"},
        {"target": "FRA"},
        {"target": "FRA", "focus": "RUS>UKR"},
        {"fold": "persons"},
        {"fold": "both", "least": "3"},
        {"topics": ("frozen_assets",)},
    ],
    "statements": [{"text": "troops"}, {"text": "zzzz"}, {"countries": ("RUS",)}, {"tones": ("hostile",)}],
    "pledges": [{"kind": "air_policing"}, {"blocs": ("EU",)}, {"statuses": ("declined",)}, {"countries": ("DEU",)}],
}


def sentences(reading: str) -> int:
    """How many sentences there are; what is quoted has its own."""
    bare = re.sub(r"“[^”]*”", "“”", reading)
    return len(re.findall(r"[.!?](?=\s|$)", bare))


def chosen(page: str, known: Catalogue) -> Iterator[dict[str, Any]]:
    """What may be chosen on a page, each alone."""
    yield {}
    yield from CHOICES.get(page, [])
    field = {"country": "countries", "speaker": "speakers", "event": "events"}.get(page)
    names = {"countries": "place", "speakers": "speaker", "events": "event"}
    if field:
        yield from ({field: (one,)} for one in known.labels[names[field]])
        yield {field: tuple(known.labels[names[field]])[:2]}


def too_long(db: Database, known: Catalogue, page: str, shape: str, every: int = 1) -> list[str]:
    """Readings of more than two sentences, each once; of profiles one of so many."""
    asked = (
        replace(Selection(page, shape=shape), **{**window, **choice})
        for window, choice in product(WINDOWS, [*chosen(page, known)][::every])
    )
    readings = {EXHIBITS[page](db, one.canonical(known), known).reading for one in asked}
    assert all(readings)
    return [one for one in readings if sentences(one) > 2]
