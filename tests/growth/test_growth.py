"""Ten times the rows: the build takes them, and what a page sends stays what it was."""

from collections.abc import Callable
from pathlib import Path

import pytest

from etl.build import build
from etl.check import check
from etl.problem import errors
from tests.growth.payload import sizes
from tests.growth.world import A_TIME, grow

FLAT = 1.5
Built = Callable[[int], Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The database of a world that is some times as large as today's."""

    def made(times: int) -> Path:
        folder = tmp_path_factory.mktemp(f"times{times}")
        checked = check(grow(folder / "data", times))
        assert not errors(checked.problems), "\n".join(map(str, errors(checked.problems)[:9]))
        assert len(checked.tables["statements"].rows) == 32 * A_TIME * times
        return build(checked, folder / "world.duckdb")

    return made


def test_ten_times_the_rows_are_built_and_no_page_sends_much_more(built: Built) -> None:
    today, grown = sizes(built(1)), sizes(built(10))
    heavier = {name: round(size / today[name], 2) for name, size in grown.items()}
    assert {name: times for name, times in heavier.items() if times > FLAT} == {}
