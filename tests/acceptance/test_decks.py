"""Slides of the real collection: the fullest picture is as fine as any other."""

import io
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image
from pptx import Presentation

from dashboard.pictures.chrome import SETTING
from tests.e2e.browser import find
from tests.e2e.visits import Visit, served

FULLEST = "/network?from=2021-12-17&until=2026-07-05"


@pytest.fixture(scope="module")
def photographed(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the app on the real data, on a machine with Chrome."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(real_database, tmp_path_factory.mktemp("decks") / "output.txt") as url:
            yield url


def test_the_fullest_picture_is_as_sharp_as_any_other(plain_visit: Visit, photographed: str) -> None:
    query = urlencode([("view", FULLEST), ("view", "/pledges")], doseq=True)
    body = plain_visit.page.request.get(f"{photographed}/deck.pptx?{query}", timeout=60_000).body()
    pictures = [shape for one in Presentation(io.BytesIO(body)).slides for shape in one.shapes if shape.name == "View"]
    assert [Image.open(io.BytesIO(one.image.blob)).size for one in pictures] == [(3840, 1800)] * 2
