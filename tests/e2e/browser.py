"""Which browser the tests drive: an installed Chromium or Chrome, else one that this installs, else a clear word."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from dashboard.pictures.chrome import NAMES, PLACES
from tests.installing import by_apt

SETTING = "GUARANTEES_BROWSER"
HOW = f"""No Chromium or Chrome was found, and none could be installed. One of these helps:
  Debian, Ubuntu:  sudo apt-get install chromium
  anywhere:        python -m playwright install chromium
  or set {SETTING} to the program's path."""


def find() -> str | None:
    """The browser's program: the setting's, one on the path, one in its usual place, or Playwright's own."""
    named = os.environ.get(SETTING)
    if named:
        return named if Path(named).is_file() else None
    on_path = next((found for found in map(shutil.which, NAMES) if found), None)
    return on_path or next((place for place in PLACES if Path(place).is_file()), None) or playwrights_own()


def playwrights_own() -> str | None:
    """The browser that `playwright install` brought, if it did."""
    with importlib.import_module("playwright.sync_api").sync_playwright() as playwright:
        place = str(playwright.chromium.executable_path)
    return place if Path(place).is_file() else None


def install() -> None:
    """Install one: by apt as root on Debian, else by Playwright. Failing is told by `find` afterwards."""
    by_apt("chromium")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    if not found:
        sys.exit(HOW)
    print(f"Browser tests use {found}")
