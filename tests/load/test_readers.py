"""A small crowd, speaking Streamlit's own protocol: no fault, no waiting, no memory that stays. `make load` is long."""

from pathlib import Path

import pytest

from tests.apart import run
from tests.e2e.visits import served
from tests.load.client import Client, ReaderError
from tests.load.crowd import crowd, growth, held_by, server_of


def test_eight_readers_click_through_the_pages_without_a_fault(tiny_database: Path, tmp_path: Path) -> None:
    log = tmp_path / "output.txt"
    with served(tiny_database, log) as url:
        tally = run(crowd(url, readers=8, seconds=15, pause=1.0))
    assert tally.faults == []
    assert len(tally.seen) >= 60
    assert len({one.address.partition("?")[0] for one in tally.seen}) >= 7
    assert "Traceback" not in log.read_text(), log.read_text()


def test_a_reader_costs_little_memory_and_leaves_none_behind(tiny_database: Path, tmp_path: Path) -> None:
    with served(tiny_database, tmp_path / "output.txt") as url:
        server = server_of(url)
        assert run(held_by(url, server, readers=8)) <= 5
        assert run(growth(url, server, reruns=200)) <= 10


def test_a_page_that_is_none_is_a_fault_to_the_reader(tiny_database: Path, tmp_path: Path) -> None:
    async def stray(url: str) -> None:
        await Client(url).ask("nowhere")

    with served(tiny_database, tmp_path / "output.txt") as url, pytest.raises(ReaderError):
        run(stray(url))
