"""A database is taken only where it has all that the app asks."""

import re
import shutil
from pathlib import Path

import duckdb
import pytest

from dashboard.database import Database, DatabaseUnreadable
from dashboard.opened import ASKED
from etl.seal import seal
from tests.conftest import ROOT

NAMES = """
select table_name from duckdb_tables()
union select view_name from duckdb_views() where not internal
union select function_name from duckdb_functions() where not internal and function_type ilike '%macro%'
"""


def test_all_that_is_asked_is_listed(tiny_database: Path) -> None:
    with duckdb.connect(str(tiny_database), read_only=True) as connection:
        names = {str(name) for (name,) in connection.execute(NAMES).fetchall()}
    files = [path for kind in ("py", "sql") for path in (ROOT / "dashboard").rglob(f"*.{kind}")]
    said = " ".join(path.read_text(encoding="utf-8") for path in files)
    asked = {name for name in names if re.search(rf'\b(from|join|lateral)\s+"?{name}\b|,\s+{name}\(', said)}
    assert sorted(ASKED) == sorted(asked)


@pytest.mark.parametrize("drop", ["table timeline_items", "macro table positions_on"])
def test_a_database_without_one_of_them_is_refused_and_the_one_before_served(
    tiny_database: Path, tmp_path: Path, drop: str
) -> None:
    place = shutil.copyfile(tiny_database, tmp_path / "guarantees.duckdb")
    database = Database(place)
    release = database.release()["release"]
    other = shutil.copyfile(tiny_database, tmp_path / "other.duckdb")
    with duckdb.connect(str(other)) as connection:
        connection.execute(f"drop {drop}")
    seal(other)
    other.replace(place)
    assert database.release()["release"] == release
    assert "another version" in database.problem()
    with pytest.raises(DatabaseUnreadable, match="python -m etl build"):
        Database(place).release()
