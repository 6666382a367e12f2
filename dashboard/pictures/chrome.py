"""The Chrome that takes our pictures: found on this machine, shut in so that it reaches nothing but our own server."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from choreographer import Browser
from choreographer.browsers import BrowserFailedError, Chromium

SETTING = "GUARANTEES_CHROME"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
MISSING = "Pictures need Chrome or Chromium on the machine that serves the app, and none was found there."
WRONG = f"Pictures need Chrome or Chromium, and the path in {SETTING} leads to no program."
HOW = (
    "On Debian and Ubuntu: sudo apt-get install chromium. "
    f"Elsewhere install Google Chrome, or set {SETTING} to the program’s path and start the app again."
)
# Doors that Choreographer opens for other uses of it.
UNWANTED = {"--allow-file-access-from-files", "--disable-web-security", "--enable-logging=stderr"}
SHUT_IN = (
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-proxy-server",
    "--disable-quic",
    "--disable-background-networking",
    "--no-pings",
    "--mute-audio",
    "--hide-scrollbars",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
)
BLANK = "about:blank"  # else a distribution's own start page is asked for


def find() -> str | None:
    """The program: the setting's, one on the path, or one in its usual place; None where there is none."""
    named = os.environ.get(SETTING)
    if named:
        return named if Path(named).is_file() else None
    on_path = next((found for found in map(shutil.which, NAMES) if found), None)
    return on_path or next((place for place in PLACES if Path(place).is_file()), None)


def missing() -> str:
    """Why there is no program: the setting leads to none, or none was found."""
    return WRONG if os.environ.get(SETTING) else MISSING


class ShutIn(Chromium):
    """A Chrome without the doors that pictures don't need: any host but this machine's own is unknown to it."""

    def get_cli(self) -> Sequence[str]:
        """The command that starts it."""
        return [*(part for part in super().get_cli() if part not in UNWANTED), *SHUT_IN, BLANK]


async def opened(program: str) -> Browser:
    """The browser, started without a window; in its sandbox where this machine and user allow one."""
    for is_boxed in (False,) if is_root() else (True, False):
        browser = Browser(path=program, browser_cls=ShutIn, headless=True, enable_sandbox=is_boxed)
        try:
            await browser.open()
        except BrowserFailedError:
            await browser.close()
            if not is_boxed:
                raise
        except BaseException:
            await browser.close()
            raise
        else:
            return browser
    raise AssertionError


def is_root() -> bool:
    """Whether this process runs as root, for whom Chrome has no sandbox."""
    return hasattr(os, "geteuid") and os.geteuid() == 0
