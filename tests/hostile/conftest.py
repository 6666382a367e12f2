"""The invented world as a stranger would have filled it in, served by our routes."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.queries.catalogue import catalogue
from dashboard.routes import routes
from tests.conftest import compose
from tests.hostile.corpus import CORPUS
from tests.hostile.worlds import built, spoil


@dataclass(frozen=True)
class Hostile:
    """A world of hostile cells: its database, its catalogue, the cells by table and column, and a client."""

    path: Path
    known: Catalogue
    cells: dict[tuple[str, str], list[str]]
    client: TestClient


def serve(path: Path) -> TestClient:
    """Asks the routes directly; what goes wrong in them is an answer of 500, as on a server."""
    app = Starlette(routes=routes(Database(path)), middleware=middleware())
    return TestClient(app, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The world whose text cells hold the corpus, one after another."""
    folder = tmp_path_factory.mktemp("hostile")
    world = compose(folder / "data")
    cells = spoil(world, CORPUS)
    path = built(world, folder / "hostile.duckdb")
    return Hostile(path, catalogue(Database(path)), cells, serve(path))


@pytest.fixture(scope="session")
def calm(tiny_database: Path) -> TestClient:
    """The same routes on the invented world as it is."""
    return serve(tiny_database)
