"""The archive of the real data: valid by the field's own tool, and made in less time than the database."""

import time
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from etl.build import build
from etl.check import Checked, check
from etl.export import export
from tests.conftest import DATA


@pytest.fixture(scope="module")
def checked() -> Checked:
    return check(DATA)


@pytest.fixture(scope="module")
def made(checked: Checked, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float, float]:
    """The archive, and the seconds of work that the database and the archive took."""
    folder = tmp_path_factory.mktemp("release")
    start = time.process_time()
    database = build(checked, folder / "guarantees.duckdb")
    built = time.process_time()
    export(checked, database, folder / "release.zip")
    return folder / "release.zip", built - start, time.process_time() - built


def test_frictionless_finds_it_valid(made: tuple[Path, float, float], tmp_path: Path) -> None:
    with zipfile.ZipFile(made[0]) as opened:
        opened.extractall(tmp_path)
    report = Package(tmp_path / "datapackage.json").validate()
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.stats["tasks"] == len(list(tmp_path.rglob("*.csv")))


def test_it_does_not_double_the_build(made: tuple[Path, float, float]) -> None:
    _, built, exported = made
    assert exported < built
