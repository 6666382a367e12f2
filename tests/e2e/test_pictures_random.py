"""Texts that nobody thought of are drawn in pictures as text: nothing in one acts, leads elsewhere or keeps it away."""

from io import BytesIO
from urllib.error import HTTPError
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from PIL import Image

from dashboard.pictures.chrome import SETTING
from dashboard.pictures.memory import remembered
from tests.conftest import compose
from tests.e2e.browser import find
from tests.e2e.visits import served
from tests.hostile import texts
from tests.hostile.addresses import SOME_OF_EACH
from tests.hostile.depth import tries
from tests.hostile.worlds import built, spoil

ACTING = {"script", "foreignObject", "iframe", "object", "embed", "a", "animate", "set", "style"}
TAKEN = [one for one in SOME_OF_EACH if not one.startswith("data")]


@settings(tries(1), phases=(Phase.explicit, Phase.generate))  # to shrink an example would take many builds
@given(cells=st.lists(texts.cells, min_size=12, max_size=40), taken=st.permutations(TAKEN))
def test_texts_that_nobody_thought_of_are_drawn_as_text(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str], taken: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("drawn")
    world = compose(folder / "data")
    spoil(world, cells)
    path = built(world, folder / "random.duckdb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, str(find()))
        with served(path, folder / "output.txt") as url:
            for address in taken[:2]:
                page, _, query = address.partition("?")
                png = read(f"{url}/picture/{page}.png?{query}")
                assert Image.open(BytesIO(png)).size == (1920, 1080)
                kept = remembered(png)
                assert kept
                assert kept.page == page
                assert_still(read(f"{url}/picture/{page}.svg?{query}"))


def read(url: str, tries: int = 3) -> bytes:
    """What is answered; asked again where the machine had no time for a picture, whatever is on it."""
    try:
        with urlopen(url, timeout=60) as answer:
            found: bytes = answer.read()
            return found
    except HTTPError as refused:
        if refused.code != 503 or tries == 1:
            raise
    return read(url, tries - 1)


def assert_still(svg: bytes) -> None:
    """Shapes and words alone: what would act or lead away is not among them."""
    for node in ElementTree.fromstring(svg).iter():
        assert node.tag.rpartition("}")[2] not in ACTING, node.tag
        for name, value in node.attrib.items():
            assert not name.lower().startswith("on"), (name, value)
            assert not name.endswith("href") or value.startswith(("#", "data:image/")), (name, value)
