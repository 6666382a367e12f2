"""README names every command there is, and none that there isn't."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def make_targets() -> set[str]:
    """The targets that `make help` lists."""
    return set(re.findall(r"^([a-z0-9]+):.*## ", MAKEFILE, re.MULTILINE))


def etl_commands() -> set[str]:
    """The commands that `python -m etl --help` lists."""
    shown = subprocess.run(
        [sys.executable, "-m", "etl", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = set(re.findall(r"^    ([a-z]+) ", shown.stdout, re.MULTILINE))
    assert found, shown.stdout
    return found


def test_readme_names_each_make_target() -> None:
    named = set(re.findall(r"\bmake ([a-z0-9]+)", README))
    assert make_targets() - named == set(), "in the Makefile, not in README"
    assert named - make_targets() == set(), "in README, not in the Makefile"


def test_readme_names_each_etl_command() -> None:
    named = set(re.findall(r"python -m etl ([a-z]+)", README))
    assert etl_commands() - named == set(), "a command that README doesn't name"
    assert named - etl_commands() == set(), "README names a command that isn't there"


def test_each_folder_that_readme_maps_is_there() -> None:
    mapped = re.findall(r"^\| `([^`*]+/)`", README, re.MULTILINE)
    assert mapped
    assert [folder for folder in mapped if not (ROOT / folder).is_dir()] == []


def test_each_picture_that_readme_shows_is_there() -> None:
    shown = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert shown
    assert [picture for picture in shown if not (ROOT / picture).is_file()] == []
