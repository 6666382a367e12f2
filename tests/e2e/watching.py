"""What leaves this machine: a server and a browser, each with every request and every name looked up noted."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil
from playwright.sync_api import Browser, Page

from dashboard.pictures.chrome import SETTING
from tests.e2e.browser import find
from tests.e2e.visits import DESKTOP, QUIET, ROOT, free_port, wait_until_up

# Written by every Python of the server's, the queries' own processes apart, which may open nothing at all.
SPY = """
import os, sys
def heard(event, told, file=open(os.environ["SPIED"], "a", buffering=1)):
    if event in {"socket.connect", "socket.sendto"}:
        print(event, told[1] if isinstance(told[1], (str, bytes)) else told[1][0], file=file)
    elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request"}:
        print(event, told[0], file=file)
sys.addaudithook(heard)
"""
HERE = {"127.0.0.1", "::1", "localhost", "None", "", "0.0.0.0", "::"}
# What a Chromium asks its maker for on its own account, whatever it shows: none of these serves what a page is made of.
MAKER = re.compile(
    r"^(accounts|clients\d?|mtalk|android\.clients)\.google\.com$|\.gvt1\.com$"
    r"|^(update|content-autofill|safebrowsing|[\w-]+-pa)\.googleapis\.com$"
)
NOWHERE = "~notfound"  # what every other name is looked up as
SHUT = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
ASKED = re.compile(r'"(?:url|host|hostname)":"((?:https?|wss?)://[^"]*|[\w.-]+\.[a-z]+)"')


@dataclass(frozen=True)
class Watched:
    """A server, what its processes were heard to ask for, and what the Chrome that draws its pictures notes."""

    url: str
    heard: Path
    noted: Path
    process: psutil.Process

    @property
    def archive(self) -> str:
        """The name of the release's archive."""
        with urllib.request.urlopen(f"{self.url}/readyz") as answer:
            return f"guarantees-{json.load(answer)['release']}.zip"

    def elsewhere(self) -> list[str]:
        """What was asked of other hosts."""
        told = [line.split(" ", 1) for line in self.heard.read_text().splitlines()]
        return [" ".join(one) for one in told if host(one[-1]) not in HERE and not one[-1].startswith("/")]


def host(place: str) -> str:
    """The host of an address, or the word itself."""
    return urlsplit(place).hostname or "" if "://" in place else place


def names_in(netlog: Path) -> set[str]:
    """The hosts that a Chromium asked for or looked up, its maker's and its own machine's apart."""
    found = {host(place) for place in ASKED.findall(netlog.read_text(errors="replace"))}
    return {name for name in found if name not in HERE and not MAKER.search(name) and name != NOWHERE}


@contextmanager
def watched(database: Path, folder: Path, address: str = "127.0.0.1") -> Iterator[Watched]:
    """The app as `make run` starts it, opening a browser and all, with every process of it heard."""
    (folder / "sitecustomize.py").write_text(SPY)
    heard, noted, chrome = folder / "heard.txt", folder / "pictures.json", folder / "chrome"
    heard.touch()
    chrome.write_text(f'#!/bin/sh\nexec "{find()}" "$@" --log-net-log="{noted}"\n')
    chrome.chmod(0o755)
    own = {"PYTHONPATH": str(folder), "SPIED": str(heard), SETTING: str(chrome), "BROWSER": "true"}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.address", address]
    command += ["--server.port", str(port := free_port())]
    environment = {**os.environ, **own, "GUARANTEES_DATABASE": str(database)}
    with (log := folder / "output.txt").open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            wait_until_up(process, url := f"http://127.0.0.1:{port}", log)
            yield Watched(url, heard, noted, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(timeout=20)
    assert "Traceback" not in log.read_text(), log.read_text()


@contextmanager
def shut_in(browser: Browser, noted: Path) -> Iterator[tuple[Page, list[str]]]:
    """A browser that knows no host but this machine, and the requests of its page; what it asked for is in `noted`."""
    asked = list[str]()
    opened = browser.browser_type.launch_persistent_context(
        noted.with_suffix(".profile"),
        executable_path=find(),
        args=[*QUIET, SHUT, f"--log-net-log={noted}"],
        viewport=DESKTOP,
        reduced_motion="reduce",
    )
    page = opened.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield page, asked
    opened.close()
