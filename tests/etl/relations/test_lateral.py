"""Macros aren't hygienic: each is asked from callers whose aliases and columns are those that it uses inside."""

import pytest

from tests.etl.relations.conftest import Given, World

CALLS = {
    "office_on": "speaker_id, day",
    "positions_on": "day, phase",
    "position_changes": "since, until",
    "position_paths": "since, until",
    "conditions_on": "day, phase",
    "mention_pairs": "fold",
    "mention_edges": "since, until, fold, topics",
    "conversation": "statement_id",
    "also_said": "statement_id",
    "answers_to_event": "event_id",
    "doubts_of": "table_name, row_id",
}
INSIDE = ("asked", "cards", "spans", "said", "standing", "remark", "word", "named", "sides", "pairs", "counts", "later")
CALLERS = """
create temp table callers as
select * from (values
    ('macron', date '2025-01-15', 'post_war',
     date '2025-01-01', date '2025-02-10', 'capitals', null::varchar[], 'a', 'paris', 'd'),
    ('putin', date '2025-02-15', 'post_war',
     date '2025-01-01', date '2025-12-31', 'both', ['ceasefire'], 'b', 'rome', 'e'),
    ('putin', date '2025-03-15', 'wartime',
     date '2025-02-01', date '2025-02-28', 'persons', ['none'], 'c', 'paris', 'f')
) as told (speaker_id, day, phase, since, until, fold, topics, statement_id, event_id, row_id)
cross join (select 'pledges' as table_name)
"""


@pytest.fixture
def world(given: Given) -> World:
    """Two capitals that speak of each other, answer and promise, so that each macro has rows to mix up."""
    said = {
        "mentions": "FRA:hostile;RUS:critical;macron:neutral;putin:critical",
        "topics": "ceasefire",
        "event_id": "paris",
    }
    pledges = {"conditions": "ceasefire", "status": "conditional"}
    made = given(
        offices=[
            {"speaker_id": "macron", "actor_id": "FRA", "held_until_on": "2025-02-01"},
            {"speaker_id": "macron", "actor_id": "EU", "held_from_on": "2025-02-01"},
            {"speaker_id": "putin", "actor_id": "RUS"},
        ],
        events=[
            {"event_id": "paris", "starts_on": "2025-01-01", "participant_ids": "FRA"},
            {"event_id": "rome", "starts_on": "2025-02-10"},
        ],
        statements=[
            {"statement_id": "a", "speaker_id": "macron", "said_on": "2025-01-10", **said},
            {"statement_id": "b", "speaker_id": "putin", "said_on": "2025-01-11", "reply_to_id": "a", **said},
            {"statement_id": "c", "speaker_id": "putin", "said_on": "2025-02-11", **said, "event_id": "rome"},
            {"statement_id": "g", "speaker_id": "macron", "said_on": "2025-01-12", **said},
            {"statement_id": "h", "speaker_id": "macron", "said_on": "2025-02-12", **said},
        ],
        pledges=[
            {"pledger_id": "FRA", "announced_on": "2025-01-10", "statement_id": "a", "pledge_id": "d", **pledges},
            {"pledger_id": "FRA", "announced_on": "2025-02-10", "pledge_id": "e", **pledges},
            {"pledger_id": "GBR", "announced_on": "2025-02-10", "pledge_id": "f", **pledges, "phase": "wartime"},
        ],
        doubts=[{"row_id": "d"}, {"row_id": "e"}],
    )
    made.connection.execute(CALLERS)
    return made


@pytest.mark.parametrize("macro", CALLS)
def test_asked_laterally_each_row_gets_its_own_answer(world: World, macro: str) -> None:
    parameters = CALLS[macro].split(", ")
    expected = []
    for values in world.connection.execute(f"select {CALLS[macro]} from callers").fetchall():
        marks = ", ".join(f"${name}" for name in parameters)
        given = dict(zip(parameters, values, strict=True))
        expected += world.connection.execute(f"from {macro}({marks})", given).fetchall()
    assert len({str(row) for row in expected}) > 1
    initials = {part[0] for name in (macro, *parameters) for part in name.split("_")}
    for alias in [*sorted(initials), *INSIDE]:
        qualified = ", ".join(f"{alias}.{name}" for name in parameters)
        for arguments in (qualified, CALLS[macro]):
            asked = f"select found.* from callers as {alias}, {macro}({arguments}) as found"
            answer = world.connection.execute(asked).fetchall()
            assert sorted(map(str, answer)) == sorted(map(str, expected)), asked


def test_the_macros_are_all_here(world: World) -> None:
    made = world.cells(
        "select distinct function_name from duckdb_functions() where function_type = 'table_macro' and not internal"
    )
    assert set(made) == set(CALLS)
