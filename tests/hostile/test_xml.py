"""Cells of signs that XML can't hold: each file of XML that leaves the app opens, and what else they say is in it."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from PIL import Image
from starlette.testclient import TestClient

from dashboard.pictures.chrome import SETTING
from tests.conftest import compose
from tests.e2e.browser import find
from tests.e2e.visits import served
from tests.hostile.addresses import SOME_OF_EACH
from tests.hostile.conftest import serve
from tests.hostile.worlds import built, spoil

NONE = "\ufffe\uffff"
CELLS = ("{0}<b>Lake & hill{0}", "]]>{0}\ufdd0\x7f\x85\U0001ffff lake", "{0} Hill", "&#65535;{0}=1+1")
PICTURES = (
    "event.svg?e=2025-04-10-lakeside-conference",
    "quote.svg?focus=2025-04-10-alma-varenne-twelve",
    "timeline.svg?from=2021-12-17&until=2026-07-05",
    "pledges.svg",
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xml")
    world = compose(folder / "data")
    spoil(world, [cell.format(NONE) for cell in CELLS])
    return built(world, folder / "xml.duckdb")


@pytest.fixture(scope="module")
def client(path: Path) -> TestClient:
    return serve(path)


@pytest.fixture(scope="module")
def server(path: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(path, path.with_name("output.txt")) as url:
            yield url


def read(url: str) -> bytes:
    with urlopen(url, timeout=60) as answer:
        found: bytes = answer.read()
    return found


def package(client: TestClient, address: str) -> str:
    """The words of a package of XML files, all of which open."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    with zipfile.ZipFile(io.BytesIO(answer.content)) as opened:
        names = [name for name in opened.namelist() if name.endswith((".xml", ".rels"))]
        return " ".join(words for name in names for words in ElementTree.fromstring(opened.read(name)).itertext())


@pytest.mark.parametrize("address", SOME_OF_EACH)
@pytest.mark.usefixtures("without_chrome")
def test_workbooks_and_slides_open(client: TestClient, address: str) -> None:
    page, _, query = address.partition("?")
    for place in (f"/api/{page}.xlsx?{query}", f"/deck/{page}.pptx?{query}"):
        assert package(client, place)


@pytest.mark.parametrize("address", ["country.docx?c=FRA", "event.docx?e=2025-04-10-lakeside-conference"])
def test_briefs_open(client: TestClient, address: str) -> None:
    assert "Hill" in package(client, f"/brief/{address}")


@pytest.mark.parametrize("address", PICTURES)
def test_drawings_open(server: str, address: str) -> None:
    said = " ".join(ElementTree.fromstring(read(f"{server}/picture/{address}")).itertext())
    assert "Title: " in said
    assert not set(NONE) & set(said)


def test_a_picture_is_taken(server: str) -> None:
    png = read(f"{server}/picture/{PICTURES[0].replace('.svg', '.png')}")
    assert Image.open(io.BytesIO(png)).size == (1920, 1080)
