"""The real app on the invented world."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.visits import DESKTOP, PATIENCE, QUIET, Visit, served

__all__ = ["DESKTOP", "PATIENCE", "QUIET", "Visit", "served"]


@pytest.fixture(scope="session")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the invented world, one for all tests that don't change its database."""
    log = tmp_path_factory.mktemp("server") / "output.txt"
    with served(tiny_database, log) as url:
        yield url
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="module")
def real_server(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real data."""
    with served(real_database, tmp_path_factory.mktemp("real") / "output.txt") as url:
        yield url
