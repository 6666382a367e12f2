"""Which browser the tests drive: an installed Chromium or Chrome, else one that this installs, else a clear word."""

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

SETTING = "GUARANTEES_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
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
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        calm = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        patient = [apt, "-o", "DPkg::Lock::Timeout=300", "-qq"]
        subprocess.run([*patient, "update"], env=calm, check=False)
        subprocess.run([*patient, "install", "-y", "chromium"], env=calm, check=False, stdout=subprocess.DEVNULL)
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    if not found:
        sys.exit(HOW)
    print(f"Browser tests use {found}")
