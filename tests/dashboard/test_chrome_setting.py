"""Where the setting leads to no program, that is said: not that none was found."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.pictures import chrome
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
