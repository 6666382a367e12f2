"""The licences of all that is locked, as they are said by what is installed. `python -m tests.licences` writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
LOCKS = {"requirements.txt": "to run", "requirements-dev.txt": "to check and test"}
PIN = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
# What a package says in words of its own, or only in a file beside it.
SAID = {
    "axe-playwright-python": "MIT AND MPL-2.0",  # the wrapper; axe-core within it
    "logistro": "MIT",
    "text-unidecode": "Artistic-1.0-Perl OR GPL-2.0-or-later",
    "altair": "BSD-3-Clause",
    "isodate": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "pathspec": "MPL-2.0",
}
SPELT = {
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "ISC License": "ISC",
}
# Licences under which a package may be used by, and installed beside, a program under MIT.
FREE = {"MIT", "MIT-0", "MIT-CMU", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "CC0-1.0", "PSF-2.0"}
FREE |= {"Apache-2.0", "MPL-2.0", "Artistic-1.0-Perl"}
HEAD = """\
# Licences of what the project relies on

Written by `python -m tests.licences` from the locked requirements; a test compares. Nothing of it is part of this
repository: `make setup` installs it. Each may be used by a program under the MIT licence. Where one may be had under
either of two licences, it is used under the first. MPL-2.0 asks that changed files of the package itself be published:
none is changed. What does lie here, outlines and typeface, has its licence beside it in `dashboard/static/v1/`.

| package | version | licence | needed |
| --- | --- | --- | --- |
"""


@dataclass(frozen=True)
class Package:
    """One locked package: its name, version, licence as SPDX writes it, and what it is needed for."""

    name: str
    version: str
    licence: str
    needed: str


def packages() -> list[Package]:
    """All that is locked, each once, by name."""
    found: dict[str, Package] = {}
    for lock, needed in LOCKS.items():
        for name, version in pins(ROOT / lock):
            found.setdefault(name, Package(name, version, licence(name), needed))
    return [found[name] for name in sorted(found)]


def pins(lock: Path) -> Iterator[tuple[str, str]]:
    """Name and version of each locked package."""
    yield from PIN.findall(lock.read_text(encoding="utf-8"))


def licence(name: str) -> str:
    """The licence of an installed package; empty where it says none."""
    told = metadata(name)
    classes = [str(one).rpartition(":: ")[2] for one in told.get_all("Classifier") or [] if one.startswith("License")]
    fields = [one for field in ("License-Expression", "License") for one in told.get_all(field) or []]
    said = SAID.get(name) or next(iter([*fields, *classes]), "")
    return SPELT.get(said, said)


def is_free(licence: str) -> bool:
    """Whether one of the alternatives asks for nothing that MIT doesn't allow."""
    return any(set(choice.strip("() ").split(" AND ")) <= FREE for choice in licence.split(" OR "))


def page() -> str:
    """The page with all of them."""
    return HEAD + "".join(f"| {one.name} | {one.version} | {one.licence} | {one.needed} |\n" for one in packages())


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
