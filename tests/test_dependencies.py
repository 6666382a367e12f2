"""What is imported is listed, and the other way round; licences are known and fit; a changed package is refused."""

import ast
import hashlib
import importlib.metadata
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.licences import PAGE, ROOT, is_free, packages, page, pins

RUN, DEV = ("requirements.in", "requirements.txt"), ("requirements-dev.in", "requirements-dev.txt")
OURS = {"etl", "dashboard", "tests"}
# Listed though nothing of ours imports them, and why.
UNSEEN = {
    "authlib": "Streamlit imports it where sign-in is set up",
    "httpx2": "authlib asks the provider with it; Starlette's test client is made of it",
    "colorama": "click imports it on Windows",
    "scipy": "networkx works out layouts and PageRank with it",
    "pillow": "python-pptx and Streamlit import it; the tests open pictures with it",
    "mypy": "a command",
    "ruff": "a command",
    "pip-tools": "a command",
    "pytest-xdist": "shares the tests between two processes",
    "schemathesis": "a command",
    "pandas-stubs": "types for mypy",
    "types-networkx": "types for mypy",
    "types-pyyaml": "types for mypy",
}
# Runs what the product imports with nothing of what is only there for tests.
WITHOUT_TESTS = """
import sys
refused = set(sys.argv[1:])

class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(f"{name} is only there for tests", name=name)

sys.meta_path.insert(0, Refusing())
import authlib.integrations.starlette_client
import dashboard.edge, dashboard.routes, etl.__main__
"""
TINY = {
    "tiny/__init__.py": "",
    "tiny-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n",
    "tiny-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    "tiny-1.0.dist-info/RECORD": "",
}


def plain(name: str) -> str:
    """A package's name as all spellings of it are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(name: str) -> dict[str, str]:
    """Package → version of a list."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = (line.partition("#")[0].strip().partition("==") for line in lines if "==" in line)
    return {plain(one): version for one, _, version in found}


def imported(*folders: str) -> dict[str, str]:
    """Package → a file that imports it, for what neither is ours nor comes with Python."""
    sources = importlib.metadata.packages_distributions()
    found: dict[str, str] = {}
    for path in (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))):
        for module in modules(path):
            if module not in sys.stdlib_module_names and module not in OURS:
                found.setdefault(plain(next(iter(sources.get(module, [module])))), str(path.relative_to(ROOT)))
    return found


def modules(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
        yield from (name.partition(".")[0] for name in names)


def test_what_the_product_imports_is_listed_for_run_time() -> None:
    known = listed(RUN[0])
    assert {name: path for name, path in imported("etl", "dashboard").items() if name not in known} == {}


def test_what_tests_import_is_listed() -> None:
    known = listed(RUN[0]) | listed(DEV[0])
    assert {name: path for name, path in imported("tests").items() if name not in known} == {}


def test_what_is_listed_is_imported_or_has_its_reason() -> None:
    run, every = imported("etl", "dashboard"), imported("etl", "dashboard", "tests")
    assert {name for name in listed(RUN[0]) if name not in run} - set(UNSEEN) == set()
    assert {name for name in listed(DEV[0]) if name not in every} - set(UNSEEN) == set()
    assert set(UNSEEN) <= {*listed(RUN[0]), *listed(DEV[0])}


@pytest.mark.parametrize(("names", "lock"), [RUN, DEV])
def test_the_lock_holds_what_is_listed_each_with_its_hashes(names: str, lock: str) -> None:
    locked = {plain(name): version for name, version in pins(ROOT / lock)}
    assert {name: locked.get(name) for name in listed(names)} == listed(names)
    blocks = re.split(r"\n(?=[a-zA-Z0-9])", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


def test_what_is_locked_twice_is_locked_alike() -> None:
    run, dev = (dict(pins(ROOT / lock)) for _, lock in (RUN, DEV))
    assert {name: dev[name] for name in dev.keys() & run.keys()} == {
        name: run[name] for name in dev.keys() & run.keys()
    }


def test_the_product_needs_nothing_that_is_only_there_for_tests() -> None:
    only = {plain(name) for name, _ in pins(ROOT / DEV[1])} - {plain(name) for name, _ in pins(ROOT / RUN[1])}
    provided = importlib.metadata.packages_distributions().items()
    refused = [module for module, names in provided if {plain(name) for name in names} <= only]
    assert "pytest" in refused
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TESTS, *refused], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_licence_is_known_and_fits() -> None:
    assert [one for one in packages() if not is_free(one.licence)] == []


def test_the_page_of_licences_says_what_is_installed() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("path", ["Makefile", "README.md"])
def test_every_installation_asks_for_the_hashes(path: str) -> None:
    asked = re.findall(r"pip install[^\n`]*-r [^\n`]*", (ROOT / path).read_text(encoding="utf-8"))
    assert len(asked) >= 2
    assert all("--require-hashes" in one for one in asked)


def test_a_package_that_was_changed_is_refused(tmp_path: Path) -> None:
    wheel, asked = tmp_path / "tiny-1.0-py3-none-any.whl", tmp_path / "asked.txt"
    with zipfile.ZipFile(wheel, "w") as packed:
        for name, text in TINY.items():
            packed.writestr(name, text)
    asked.write_text(f"tiny==1.0 --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n")
    assert downloaded(asked, tmp_path).returncode == 0
    with zipfile.ZipFile(wheel, "a") as packed:
        packed.writestr("tiny/more.py", "import os")
    refused = downloaded(asked, tmp_path)
    assert refused.returncode != 0
    assert "DO NOT MATCH THE HASHES" in refused.stderr


def downloaded(asked: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """As `make setup` installs, from a folder and no network, into another folder."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        asked,
    ]
    where: list[str | Path] = [
        "--no-index",
        "--no-cache-dir",
        "--find-links",
        folder,
        "--target",
        folder / "installed",
        "--upgrade",
    ]
    return subprocess.run([*command, *where], capture_output=True, text=True, check=False)
