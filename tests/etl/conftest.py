"""The command line, run in this process, and what it did to the files."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from etl.__main__ import main
from tests.conftest import World

SAID = {
    **{"said_on": "2025-04-11", "speaker_id": "alma-varenne", "topics": "foreign_troops", "cameo_code": "01"},
    **{"summary": "Varenne said that engineers would come before soldiers.", "place": "Paris"},
    "source_ids": "lakeside-herald-2025-04-10",
}


class Done(NamedTuple):
    """How a command ended: exit code, what it printed, what it said on the side."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command line with the given words."""

    def run_main(*arguments: object) -> Done:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Done(code, said.out, said.err)

    return run_main


def sets(cells: dict[str, str]) -> list[str]:
    return [word for name, cell in cells.items() for word in ("--set", f"{name}={cell}")]


def files(world: World) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in world.folder.rglob("*.csv")}
