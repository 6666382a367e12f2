"""The release's archive and its files, as they lie beside the database."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from dashboard.database import Database
from dashboard.edge import middleware
from dashboard.routes import routes

FILES = {"events.csv": b"a,b\n=1,2\n", "parquet/events.parquet": b"PAR1", "CHANGES.md": b"# Changes\n"}


@pytest.fixture
def folder(tiny_database: Path, tmp_path: Path) -> Path:
    shutil.copy(tiny_database, tmp_path / "guarantees.duckdb")
    return tmp_path


@pytest.fixture
def client(folder: Path) -> TestClient:
    return TestClient(Starlette(routes=routes(Database(folder / "guarantees.duckdb")), middleware=middleware()))


@pytest.fixture
def name(client: TestClient, folder: Path) -> str:
    """The name of an archive that lies there."""
    found = f"guarantees-{client.get('/readyz').json()['release']}.zip"
    with zipfile.ZipFile(folder / found, "w") as archive:
        for path, content in FILES.items():
            archive.writestr(path, content)
    return found


def test_the_archive_is_served_whole(client: TestClient, folder: Path, name: str) -> None:
    answer = client.get(f"/release/{name}")
    assert answer.status_code == 200
    assert answer.content == (folder / name).read_bytes()
    assert answer.headers["content-type"] == "application/zip"
    assert answer.headers["content-length"] == str(len(answer.content))
    assert name in answer.headers["content-disposition"]
    assert zipfile.ZipFile(io.BytesIO(answer.content)).namelist() == list(FILES)
    head = client.head(f"/release/{name}")
    assert (head.content, head.headers["content-length"]) == (b"", answer.headers["content-length"])


def test_the_archive_is_served_in_parts(client: TestClient, folder: Path, name: str) -> None:
    whole = (folder / name).read_bytes()
    tag = client.get(f"/release/{name}").headers["etag"]
    part = client.get(f"/release/{name}", headers={"Range": "bytes=10-19", "If-Range": tag})
    assert (part.status_code, part.content) == (206, whole[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    assert client.get(f"/release/{name}", headers={"Range": "bytes=999999-"}).status_code == 416
    assert client.get(f"/release/{name}", headers={"If-None-Match": tag}).status_code == 304


def test_a_file_of_it_is_as_it_was_written(client: TestClient, name: str) -> None:
    assert name
    table = client.get("/release/events.csv")
    assert table.content == FILES["events.csv"]
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert client.get("/release/events.parquet").content == FILES["parquet/events.parquet"]
    assert client.get("/release/CHANGES.md").status_code == 200
    again = client.get("/release/events.csv", headers={"If-None-Match": table.headers["etag"]})
    assert again.status_code == 304
    refused = client.get("/release/nothing.csv")
    assert refused.status_code == 404
    assert "events.csv" in refused.json()["files"]


def test_another_archive_is_another_answer(client: TestClient, folder: Path, name: str) -> None:
    first = client.get("/release/events.csv")
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr("events.csv", b"a,b\n3,4\n")
    assert client.get("/release/events.csv").content == b"a,b\n3,4\n"
    assert client.get("/release/events.csv").headers["etag"] != first.headers["etag"]


def test_without_an_archive_it_says_how_one_is_made(client: TestClient) -> None:
    release = client.get("/readyz").json()["release"]
    for path in (f"guarantees-{release}.zip", "events.csv"):
        answer = client.get(f"/release/{path}")
        assert answer.status_code == 404
        assert "etl export" in answer.json()["error"]


@pytest.mark.parametrize("path", ["guarantees-2025-01-01-00000000.zip", "../guarantees.duckdb", "a/b", "..%2fx", ""])
def test_nothing_else_is_there(client: TestClient, name: str, path: str) -> None:
    assert name
    answer = client.get(f"/release/{path}")
    assert answer.status_code == 404


def test_another_release_is_told_from_the_one_that_is_served(client: TestClient, name: str) -> None:
    assert name
    answer = client.get("/release/guarantees-2025-01-01-00000000.zip")
    assert answer.json()["release"] in name


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_anything_but_reading_is_refused(client: TestClient, name: str, method: str) -> None:
    assert client.request(method, f"/release/{name}").status_code == 405


@pytest.mark.parametrize("harm", ["truncated", "overwritten", "flipped"])
def test_a_damaged_archive_is_not_handed_out(client: TestClient, folder: Path, name: str, harm: str) -> None:
    archive = folder / name
    whole = archive.read_bytes()
    place = whole.index(FILES["events.csv"])
    harmed = {
        "truncated": whole[: len(whole) // 2],
        "overwritten": b"?" * len(whole),
        "flipped": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
    }
    archive.write_bytes(harmed[harm])
    for path in (name, "events.csv"):
        answer = client.get(f"/release/{path}")
        assert answer.status_code == 503
        assert "python -m etl export" in answer.json()["error"]
    archive.write_bytes(whole)
    assert client.get(f"/release/{name}").content == whole
