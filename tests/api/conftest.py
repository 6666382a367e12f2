"""The API of the invented world: in this process, and served by the real app."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes
from tests.e2e.visits import served


@pytest.fixture(scope="session")
def client(tiny_database: Path) -> Iterator[TestClient]:
    """Asks the routes directly."""
    app = Starlette(routes=routes(Database(tiny_database)), middleware=middleware())
    with TestClient(app) as made:
        yield made


@pytest.fixture(scope="session")
def server(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app."""
    log = tmp_path_factory.mktemp("server") / "output.txt"
    with served(tiny_database, log) as url:
        yield url
    assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture
def release_folder(client: TestClient, tiny_database: Path, tmp_path: Path) -> Path:
    """A folder with nothing in it but the release."""
    release = client.get("/readyz").json()["release"]
    with ZipFile(tmp_path / f"guarantees-{release}.zip", "w") as archive:
        archive.write(tiny_database, "guarantees.duckdb")
    return tmp_path
