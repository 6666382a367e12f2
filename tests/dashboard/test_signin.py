"""A secrets file that asks for sign-in and can't be followed stops the server: it never serves everybody instead."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.signin import is_open
from tests.e2e.visits import ROOT, free_port

START = """
import sys
from streamlit import config
if sys.argv[1:]:
    config.set_option("secrets.files", sys.argv[1:])
from dashboard.edge import middleware
print([layer.cls.__name__ for layer in middleware()])
"""
WHOLE = """\
[auth]
redirect_uri = "https://guarantees.office.example/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "guarantees"
client_secret = "x"
server_metadata_url = "https://login.office.example/.well-known/openid-configuration"
"""


def started(*secrets: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, *secrets], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_the_server_says_why_it_does_not_start(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[auth]\n")
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.headless", "true"]
    where = ["--server.port", str(free_port()), "--secrets.files", str(secrets)]
    done = subprocess.run([*command, *where], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode != 0
    assert "Guarantees: The section [auth] of secrets.toml asks for sign-in, but" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[auth\nclient_id=", "can’t be read"),
        (WHOLE.replace("cookie_secret", "cookie"), "cookie_secret"),
        (WHOLE.replace("89abcdef0123456789abcdef", ""), "cookie_secret has fewer than 32 characters"),
        (WHOLE.replace("https://guarantees", "http://guarantees"), "no https:// address"),
        (WHOLE.replace("/oauth2callback", "/"), "/oauth2callback at its end"),
        (WHOLE.replace("server_metadata_url", "url"), "server_metadata_url"),
        ("[auth]\n", "redirect_uri"),
        ("", "has no section [auth]"),
        ('[Auth]\nclient_id = "y"\n', "has no section [auth]"),
    ],
)
def test_what_cannot_be_followed_stops_the_start(tmp_path: Path, text: str, said: str) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(text)
    done = started(secrets)
    assert done.returncode != 0
    assert "WrongSetting" in done.stderr
    assert said in done.stderr


def test_what_can_be_followed_puts_the_question_before_everything_that_answers(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(WHOLE)
    layers = started(secrets).stdout
    assert "SignedIn" in layers
    assert layers.index("Guarded") < layers.index("SignedIn") < layers.index("Static")


def test_nobody_is_asked_where_no_file_is_named() -> None:
    layers = started().stdout
    assert "SignedIn" not in layers
    assert "Guarded" in layers


def test_a_named_file_that_is_not_there_or_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    for place, said in ((tmp_path / "typo.toml", "isn’t there"), (tmp_path, "can’t be read (Is a directory)")):
        done = started(place)
        assert done.returncode != 0
        assert f"{place} " in done.stderr
        assert said in done.stderr


def test_where_a_missing_file_is_named_nobody_is_served(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "streamlit", "run", "dashboard/app.py", "--server.headless", "true"]
    named = os.environ | {"STREAMLIT_SECRETS_FILES": str(tmp_path / "typo.toml")}
    where = ["--server.port", str(free_port())]
    done = subprocess.run(
        [*command, *where], cwd=ROOT, env=named, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode != 0
    assert "typo.toml is named as the secrets file, but isn’t there" in done.stderr


@pytest.mark.parametrize("path", ["/auth/login", "/oauth2callback", "/healthz", "/static/js/x.js", "/_stcore/stream"])
def test_what_leads_to_sign_in_is_open(path: str) -> None:
    assert is_open(path)


@pytest.mark.parametrize(
    "path",
    ["/", "/pledges", "/api", "/api/pledges.csv", "/view/pledges", "/healthz/x", "/media/x", "//static/x", "/authors"],
)
def test_nothing_else_is(path: str) -> None:
    assert not is_open(path)
