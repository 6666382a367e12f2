"""Counts of a facet: the most first, by their words where as many; and lists that say how much more there is."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.database import Database
from dashboard.exhibits import countryrecord, eventrecord
from dashboard.exhibits.tally import Values
from dashboard.queries import event as asks
from dashboard.queries.catalogue import catalogue
from dashboard.selection import Selection

WORDS = {"p": "Anvil", "q": "Birch", "r": "Cedar", "s": "Delta"}
HELD = pd.Series([["r", "q"], ["q"], ["p"], None, ["r"], ["s"]])


def test_the_most_come_first_and_by_their_words_where_as_many() -> None:
    told = Values(HELD, lambda code: WORDS[code]).counted(np.array([True, True, True, True, True, False]))
    assert dict(told) == {"p": 1, "q": 2, "r": 2}
    assert list(told.most(9).items()) == [("q", 2), ("r", 2), ("p", 1)]
    assert list(told.most(2, but=("q", "nobody"))) == ["r", "p"]
    assert len(told) == 3
    assert "s" not in told
    assert told.get("nobody", 0) == 0


def test_of_nothing_nothing_is_counted() -> None:
    told = Values(pd.Series([None, None], dtype="object"), str).counted(np.array([True, True]))
    assert not told
    assert told.most(5) == {}


def test_doubts_left_out_are_counted(real_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    db = Database(real_database)
    monkeypatch.setattr(countryrecord, "MOST_DOUBTS", 1)
    monkeypatch.setattr(countryrecord, "MOST_FOLDED", 0)
    record = countryrecord.ask(db, ("DEU", "FRA"), Selection("country"), catalogue(db))
    sizes = record.doubts.frame.groupby(["side_id", "turn"]).size().to_dict()
    first = record.foremost.frame
    assert max(sizes.values()) > 1
    assert {(row.side_id, row.turn): row.of_all for row in first.itertuples()} == sizes
    assert len(first) == len(sizes)


def test_what_was_said_elsewhere_is_told_in_part_and_counted(
    tiny_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = Database(tiny_database)
    monkeypatch.setattr(eventrecord, "MOST_SAME", 1)
    fullest = 0
    for event in catalogue(db).labels["event"]:
        record = eventrecord.ask(db, Selection("event", events=(event,)), catalogue(db))
        every = record.every_answer().frame
        assert every.equals(asks.answers(db, event).frame)
        told, counts = record.answers.frame, every["how"].value_counts()
        assert told["of_all"].tolist() == told["how"].map(counts).tolist()
        assert told["how"].eq("answer").sum() == counts.get("answer", 0)
        assert told["how"].eq("same_topic").sum() == min(1, counts.get("same_topic", 0))
        fullest = max(fullest, counts.get("same_topic", 0))
    assert fullest > 1
