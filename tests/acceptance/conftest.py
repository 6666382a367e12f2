"""The real data, and the app that serves them."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from dashboard.database import Database
from tests.e2e.visits import served


@pytest.fixture(scope="session")
def real(real_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection to the real data, macros in reach."""
    with duckdb.connect(str(real_database), read_only=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def db(real_database: Path) -> Database:
    """The real data, as the dashboard asks them."""
    return Database(real_database)


@pytest.fixture(scope="session")
def app(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the real data."""
    log = tmp_path_factory.mktemp("real-server") / "output.txt"
    with served(real_database, log) as url:
        yield url
    assert "Traceback" not in log.read_text(), log.read_text()
