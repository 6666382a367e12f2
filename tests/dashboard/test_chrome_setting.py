"""Where the setting leads to no program, that is said: not that none was found."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.pictures import chrome
from dashboard.pictures.gallery import Gallery
from dashboard.pictures.shelf import Shelf
from dashboard.pictures.shot import NotTaken, Shot
from dashboard.pictures.studio import Studio
from dashboard.routes import routes


def test_a_wrong_path_is_called_wrong(tiny_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = TestClient(Starlette(routes=routes(Database(tiny_database))))
    monkeypatch.setenv(chrome.SETTING, str(tmp_path / "no-such-chrome"))
    told = client.get("/picture/ready").json()
    assert told["missing"] == chrome.WRONG
    assert str(tmp_path) not in str(told)
    assert chrome.WRONG in client.get("/deck?view=/pledges").text
    monkeypatch.delenv(chrome.SETTING)
    assert chrome.missing() == chrome.MISSING


def test_a_program_that_does_not_start_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program := tmp_path / "chrome").write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv(chrome.SETTING, str(program))
    gallery = Gallery(Studio(), Shelf())
    taken: Future[bytes] = gallery.picture(("r", "a"), Shot("/view/x", 10, 10), "127.0.0.1:1", bytes)
    with pytest.raises(NotTaken, match="doesn’t start"):
        taken.result(60)
    gallery.studio.close()
