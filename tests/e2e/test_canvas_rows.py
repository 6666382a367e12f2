"""A chart that is cut to fit its canvas ends below a whole strip: what it names as left out isn't seen in part."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.canvases import canvas
from tests.e2e.visits import Visit, served

PARTLY = """() => {
  const { yaxis } = document.querySelector("#chart")._fullLayout, [end] = yaxis.range;
  const gaps = yaxis.tickvals.map((value) => Math.abs(value - end));
  const notes = [...document.querySelectorAll(".more")].map((one) => one.textContent);
  const left = notes.find((words) => words.startsWith("And")).replace(/^[^:]*: /, "").split(", ");
  return [Math.min(...gaps), yaxis.ticktext.filter((words) => left.includes(words))];
}"""


@pytest.fixture(scope="module")
def real(real_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app on the real data."""
    with served(real_database, tmp_path_factory.mktemp("server") / "output.txt") as url:
        yield url


@pytest.mark.parametrize("shape", ["conditions", "contributions"])
def test_no_strip_is_seen_in_part(plain_visit: Visit, real: str, shape: str) -> None:
    page = canvas(plain_visit, f"{real}/view/pledges?shape={shape}", "960x1080")
    assert page.evaluate(PARTLY) == [pytest.approx(0.5), []]
