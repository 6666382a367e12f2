"""Answers that are kept for the next reader: never another build's, never changed by a reader, never too many."""

from itertools import product
from pathlib import Path

import pandas as pd
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.address import SHAPES
from dashboard.database import Answers, Asked, Database
from dashboard.records import records
from dashboard.routes import routes
from tests.dashboard.test_database import built


def asked(rows: int) -> Asked:
    return Asked(pd.DataFrame({"n": range(rows)}), "select n", {})


def test_no_page_changes_what_is_kept_for_the_next_reader(tiny_database: Path) -> None:
    database, anew = Database(tiny_database), Database(tiny_database)
    client = TestClient(Starlette(routes=routes(database)))
    for page, shapes in SHAPES.items():
        for shape, rows in product(shapes, ("chart", "table")):
            address = f"/view/{page}?shape={shape}&as={rows}&focus=2025-04-10-alma-varenne-twelve"
            assert client.get(address).status_code == 200, address
    kept = database._current().answers._kept.values()
    assert len(kept) > 40
    for asked in kept:
        pd.testing.assert_frame_equal(asked.frame, anew.query(asked.sql, **asked.parameters))


def test_another_parameter_is_another_question(tiny_database: Path) -> None:
    database = Database(tiny_database)
    sql = "select code from phase where list_contains($codes, code)"
    assert [len(database.query(sql, codes=codes)) for codes in (["wartime"], [], ["wartime"])] == [1, 0, 1]
    assert [database.query("select $n as n", n=n)["n"].iloc[0] for n in (1, "1", True)] == [1, "1", True]


def test_a_new_build_is_asked_anew(tmp_path: Path) -> None:
    database = Database(built(tmp_path / "g.duckdb", "one"))
    said = [database.query("select release from release")["release"].iloc[0] for _ in range(2)]
    built(tmp_path / "g.duckdb", "another")
    assert [*said, database.query("select release from release")["release"].iloc[0]] == ["one", "one", "another"]


def test_the_longest_unused_goes_first() -> None:
    answers = Answers(most=60)
    for name in "abcdefghij":
        answers.keep((name, ""), asked(6))
    assert answers.get(("a", ""))
    answers.keep(("k", ""), asked(6))
    assert [name for name in "abk" if answers.get((name, ""))] == ["a", "k"]
    assert answers.cells == 60


def test_one_answer_never_drives_out_all_others() -> None:
    answers = Answers(most=60)
    answers.keep(("small", ""), asked(6))
    assert len(answers.keep(("large", ""), asked(100)).frame) == 100
    assert answers.get(("small", ""))
    assert not answers.get(("large", ""))


def test_records_are_what_pandas_gives(tiny_database: Path) -> None:
    sql = "select *, personnel_min as least, [1, 2] as several, null as nothing from pledges order by pledge_id"
    frame = Database(tiny_database).query(sql)
    told, expected = records(frame), frame.to_dict("records")
    assert len(told) == len(expected) > 20
    assert repr(told) == repr([{str(name): value for name, value in row.items()} for row in expected])
    assert records(frame.iloc[:0]) == records(pd.DataFrame()) == []
