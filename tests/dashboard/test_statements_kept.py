"""Statements: each filter keeps exactly the rows that it names."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.statements import statements
from dashboard.selection import Selection

ALL = Selection("statements")


def shown(db: Database, known: Catalogue, **chosen: Any) -> Exhibit:
    return statements(db, replace(ALL, **chosen), known)


def ids(found: Exhibit) -> list[str]:
    return [str(one) for one in found.table["statement_id"]]


# Every filter as a named parameter: one that isn't given keeps everything.
KEPT = """
select cards.statement_id
from statement_cards as cards
where ($countries::varchar[] is null or list_contains($countries, cards.actor_id))
    and ($speakers::varchar[] is null or list_contains($speakers, cards.speaker_id))
    and ($topics::varchar[] is null or list_has_any(cards.topics, $topics))
    and ($tones::varchar[] is null or list_has_any(list_transform(cards.mentions, lambda one: one.tone), $tones))
    and ($events::varchar[] is null or list_contains($events, cards.event_id))
    and ($quoted::varchar[] is null or list_contains($quoted, cards.quote_form))
    and ($standings::varchar[] is null or exists (
        select 1
        from statement_sources as links
        join sources on sources.source_id = links.source_id
        where links.statement_id = cards.statement_id and list_contains($standings, sources.standing)
    ))
    and ($since::date is null or cards.said_on >= $since)
    and ($until::date is null or cards.said_on <= $until)
    and ($text::varchar is null or contains(lower(cards.summary), $text))
"""
NOTHING_CHOSEN = dict.fromkeys(
    ("countries", "speakers", "topics", "tones", "events", "quoted", "standings", "since", "until", "text")
)
CHOSEN: list[dict[str, Any]] = [
    {},
    {"countries": ("RUS", "GBR")},
    {"speakers": ("viktor-zorin",)},
    {"topics": ("ceasefire", "sanctions")},
    {"tones": ("hostile",)},
    {"events": ("2025-04-11-moscow-answer",)},
    {"quoted": ("translation",)},
    {"standings": ("official",)},
    {"since": dt.date(2025, 4, 11), "until": dt.date(2025, 4, 12)},
    {"countries": ("RUS",), "topics": ("sanctions",)},
    {"text": "threat", "countries": ("RUS",)},
]


@pytest.mark.parametrize("chosen", CHOSEN)
def test_each_filter_keeps_exactly_what_it_names(db: Database, known: Catalogue, chosen: dict[str, Any]) -> None:
    given = {name: list(one) if isinstance(one, tuple) else one for name, one in chosen.items()}
    wanted = db.query(KEPT, **{**NOTHING_CHOSEN, **given})["statement_id"]
    found = shown(db, known, **chosen)
    assert len(wanted)
    assert sorted(ids(found)) == sorted(wanted)
    assert found.shown == len(wanted)
    assert found.total == db.release()["statements"]


def test_a_group_is_whoever_belonged_to_it_that_day(db: Database, known: Catalogue) -> None:
    wanted = db.query(
        """
        select distinct cards.statement_id from statement_cards as cards
        join memberships using (actor_id)
        where bloc = 'NATO' and said_on >= coalesce(member_from_on, '1900-01-01')
            and said_on <= coalesce(member_until_on, '2100-01-01')
        """
    )["statement_id"]
    assert sorted(ids(shown(db, known, blocs=("NATO",)))) == sorted(wanted)
