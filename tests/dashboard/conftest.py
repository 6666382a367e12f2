"""The invented world's database and what its catalogue knows, for every module of tests anew."""

from pathlib import Path

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.queries.catalogue import catalogue


@pytest.fixture(scope="module")
def db(tiny_database: Path) -> Database:
    """The database; a module that has one of its own says so."""
    return Database(tiny_database)


@pytest.fixture(scope="module")
def known(db: Database) -> Catalogue:
    """The catalogue of the module's database."""
    return catalogue(db)
