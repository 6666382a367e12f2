"""Checks again whenever a file of the data folder is saved: only what changed is read, and asked again."""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from etl.check import OWN_FOLDERS, Checked, Checks, put_together
from etl.codebook import Package
from etl.lost import Last, database_in
from etl.package import read_package
from etl.problem import Problem, StoppedError
from etl.read import read_table
from etl.shape import Table

PAUSE = 0.1
Stamp = tuple[int, int, int]
Stamps = Mapping[str, Stamp]


class Watch:
    """A data folder, and what was found in it as its files last were."""

    def __init__(self, folder: Path, max_size: int) -> None:
        self._folder, self._max_size = folder, max_size
        self._stamps: Stamps = {}
        self._package: tuple[Package, list[Problem]] | None = None
        self._tables: dict[str, Table] = {}
        self._checks, self._last = Checks(), Last(database_in(folder))

    def changed(self) -> list[str]:
        """The files that aren't as they were when they were last checked."""
        return _differing(self._stamps, stamps(self._folder))

    def check(self) -> Checked:
        """Everything that is wrong now; new schemas make everything be read anew."""
        now = stamps(self._folder)
        stale = _differing(self._stamps, now)
        if any(not path.endswith(".csv") for path in stale):
            self._forget()
        self._stamps = now
        self._package = package, problems = self._package or read_package(self._folder)
        self._tables = {
            name: self._tables[name]
            if name in self._tables and schema.path not in stale
            else read_table(self._folder, schema, self._max_size)
            for name, schema in package.schemas.items()
        }
        checked = self._checks.check(put_together(package, problems, self._tables))
        return replace(checked, problems=[*checked.problems, *self._last.lost(self._tables)])

    def close(self) -> None:
        """Lets the tables go."""
        self._checks.close()

    def _forget(self) -> None:
        self._checks.close()
        self._checks, self._tables, self._package = Checks(), {}, None


def watch(folder: Path, max_size: int) -> Iterator[tuple[list[str], Checked | StoppedError, float]]:
    """Files that were saved, what was found, and the seconds that took: at once, then after each save, for ever."""
    watched, is_first = Watch(folder, max_size), True
    try:
        while True:
            while not (files := watched.changed()) and not is_first:
                time.sleep(PAUSE)
            start = time.perf_counter()
            try:
                found: Checked | StoppedError = watched.check()
            except StoppedError as trouble:
                if is_first:
                    raise
                found = trouble
            is_first = False
            yield files, found, time.perf_counter() - start
    finally:
        watched.close()


def stamps(folder: Path) -> dict[str, Stamp]:
    """What tells whether a file was saved: time, size and place on the disk, by path in the folder."""
    found: dict[str, Stamp] = {}
    for path in (*folder.rglob("*.csv"), *folder.rglob("*.yaml")):
        name = path.relative_to(folder)
        if name.parts[0] not in OWN_FOLDERS and not path.name.startswith("."):
            try:
                told = path.stat()
            except FileNotFoundError:  # a file that is being swapped in
                continue
            found[name.as_posix()] = (told.st_mtime_ns, told.st_size, told.st_ino)
    return found


def _differing(before: Stamps, now: Stamps) -> list[str]:
    return sorted(path for path in {*before, *now} if before.get(path) != now.get(path))
