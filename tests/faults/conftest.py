"""Two releases of the invented world, and how often each fault is tried: one setting bounds them all."""

import os
from pathlib import Path

import pytest

from etl.build import build
from etl.check import check
from tests.conftest import World, compose
from tests.faults.harm import Releases

SETTING = "GUARANTEES_FAULT_ROUNDS"
FEW = 4


@pytest.fixture(scope="session")
def rounds() -> int:
    """How often the random faults are tried: a few times in the whole suite, 100 times by `make faults`."""
    return int(os.environ.get(SETTING) or FEW)


def renamed(world: World) -> World:
    """The same world with one name changed in every statement's speaker, event and pledge: another release."""
    for table, column in (("statements", "summary"), ("events", "title"), ("pledges", "summary")):
        rows = world.rows(table)
        world.put(table, [{**row, column: f"{row[column]} (again)"} for row in rows], only=True)
    return world


@pytest.fixture(scope="session")
def releases(tiny_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Releases:
    """The invented world's database and that of the world renamed. Read only."""
    folder = tmp_path_factory.mktemp("renamed")
    world = renamed(compose(folder / "data"))
    return Releases(tiny_database, build(check(world.folder), folder / "renamed.duckdb"))


@pytest.fixture
def place(tmp_path: Path, releases: Releases) -> Path:
    """Where the old release lies, to be harmed."""
    return releases.put(releases.old, tmp_path / "served" / "guarantees.duckdb")
