"""Imports run one way, SQL stays where it belongs, modules stay short."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted([*(ROOT / "etl").rglob("*.py"), *(ROOT / "dashboard").rglob("*.py")])
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SQL = sorted((ROOT / "etl").rglob("*.sql"))
SCRIPTS = [path for path in sorted((ROOT / "dashboard").rglob("*.js")) if not path.name.endswith(".min.js")]
LONGEST, LONGEST_VIEW = 250, 80
CLOCK = re.compile(
    r"\b(?:date|datetime|Timestamp)\.(?:today|now|utcnow)\b|\btime\.(?:time|localtime|gmtime)\b"
    r"|\bcurrent_(?:date|time|timestamp)\b|\blocaltimestamp\b|(?<![\w.])(?:now|today)\(\)"
    r"|\bnew Date\(\)|\bDate\.now\b"
)

WORDS = {"address", "catalogue", "choices", "selection", "sentence", "uses"}
SHARED = WORDS | {"readings", "figures", "parts", "database", "queries", "exhibits"}
WRITTEN = {"published", "records", "writable"}
# Which part of the dashboard may import which; a part may always import itself.
MAY = {
    "app": {"components", "database", "edge", "guard", "log", "routes"},
    "frame": SHARED | {"bar", "components", "log", "views", "desk", "turns"},
    "turns": set[str](),
    "edge": {"calm", "database", "guard", "head", "log", "packing", "published", "pictures", "address", "signin"}
    | {"unplaced"},
    "unplaced": set[str](),
    "guard": {"citing", "head"},
    "signin": {"address", "guard", "head", "pictures", "published"},
    "head": {"packing", "parts", "published"},
    "packing": set[str](),
    "address": WORDS | {"readings"},
    "catalogue": WORDS,
    "choices": set[str](),
    "uses": {"address", "catalogue", "choices", "readings", "selection"},
    "presets": {"catalogue"},
    "bar": WORDS | {"citing", "filters", "presets", "readings", "exhibits", "parts", "published"},
    "selection": WORDS | {"readings"},
    "sentence": WORDS | {"readings"},
    "database": {"answers", "opened", "whole"},
    "opened": {"answers", "clock", "whole"},
    "answers": {"records"},
    "whole": set[str](),
    "clock": set[str](),
    "log": {"address", "database"},
    "calm": {"database", "log", "published"},
    "queries": WORDS | {"database", "records"},
    "figures": {"readings"},
    "readings": {"records"},
    "records": set[str](),
    "parts": {"readings", "figures", "graph"},
    # The Data page says how to cite the release; citing knows an exhibit only as what it cites.
    "exhibits": SHARED | {"search", "graph", "citing"},
    "search": set[str](),
    "graph": set[str](),
    "desk": SHARED,
    "filters": WORDS,
    "components": SHARED | {"bar", "desk", "filters", "log", "packing", "published", "signin"},
    "views": SHARED | {"desk", "components"},
    "published": {"citing", "exhibits", "parts", "readings", "records", "figures", "packing"},
    "citing": WORDS | {"readings", "database", "queries", "exhibits"},
    "endings": WORDS | {"citing", "readings", "figures", "database", "queries", "exhibits"} | WRITTEN,
    "pictures": {"address", "writable"},
    "writable": set[str](),
    "console": {"database", "endings", "published", "readings"},
    "decks": WORDS | {"citing", "exhibits", "parts", "published", "readings", "records", "database", "queries"},
    "routes": {
        "console",
        "search",
        "decks",
        "head",
        "pictures",
        "published",
        "exhibits",
        "queries",
        "database",
        "parts",
        "readings",
        "citing",
        "clock",
        "endings",
        "log",
    }
    | WORDS,
}
WITHOUT_STREAMLIT = SHARED | {
    "guard",
    "answers",
    "calm",
    "clock",
    "log",
    "whole",
    "console",
    "decks",
    "pictures",
    "bar",
    "filters",
    "presets",
    "published",
    "routes",
    "packing",
    "head",
    "search",
    "graph",
    "citing",
    "endings",
    "writable",
}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part(path: Path) -> str:
    """The part of the dashboard that a module belongs to: its folder, or its own name."""
    return path.relative_to(ROOT / "dashboard").parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def imported_parts(path: Path) -> set[str]:
    ours = (module.split(".") for module in imports(path) if module.startswith("dashboard."))
    return {steps[1] for steps in ours} - {part(path)}


DASHBOARD = [path for path in MODULES if path.is_relative_to(ROOT / "dashboard") and part(path) != "__init__"]


@pytest.mark.parametrize("path", DASHBOARD, ids=name)
def test_imports_run_one_way(path: Path) -> None:
    assert part(path) in MAY, f"say in MAY what {part(path)} may import"
    assert imported_parts(path) <= MAY[part(path)]


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_etl_and_dashboard_meet_only_in_the_database(path: Path) -> None:
    other = "dashboard" if path.is_relative_to(ROOT / "etl") else "etl"
    assert not [module for module in imports(path) if module.split(".")[0] == other]


@pytest.mark.parametrize("path", [path for path in DASHBOARD if part(path) in WITHOUT_STREAMLIT], ids=name)
def test_what_is_shared_knows_nothing_of_streamlit(path: Path) -> None:
    assert not [module for module in imports(path) if module.split(".")[0] == "streamlit"]


@pytest.mark.parametrize(
    "path", [path for path in DASHBOARD if part(path) not in ("console", "database", "opened")], ids=name
)
def test_only_the_modules_of_the_database_import_duckdb(path: Path) -> None:
    assert not [module for module in imports(path) if module.split(".")[0] == "duckdb"]


@pytest.mark.parametrize(
    "path",
    [path for path in DASHBOARD if part(path) not in ("console", "queries", "database", "opened")],
    ids=name,
)
def test_sql_is_written_in_queries_alone(path: Path) -> None:
    texts = [
        node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)
    ]
    asked = [
        text for text in texts if isinstance(text, str) and re.search(r"^\s*(select|with)\b.*\bfrom\b", text, re.S)
    ]
    assert not asked


@pytest.mark.parametrize("path", [path for path in DASHBOARD if part(path) == "views"], ids=name)
def test_views_read_as_an_outline(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) < LONGEST_VIEW
    assert not [module for module in imports(path) if module.split(".")[0] in ("plotly", "pandas")]


@pytest.mark.parametrize("path", MODULES + TESTS, ids=name)
def test_modules_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


# The day on which a reader retrieves something is no day of the data, nor is the moment since which data are served.
CLOCKED = {
    ROOT / "dashboard" / "citing" / "clock.py",
    ROOT / "dashboard" / "clock.py",
    ROOT / "etl" / "author.py",
}


@pytest.mark.parametrize("path", [path for path in MODULES + SQL + SCRIPTS if path not in CLOCKED], ids=name)
def test_today_never_comes_from_the_clock(path: Path) -> None:
    assert not CLOCK.findall(path.read_text(encoding="utf-8"))


def test_no_grab_bags() -> None:
    assert not [path for path in MODULES + TESTS if path.stem in ("utils", "helpers", "common", "misc")]
