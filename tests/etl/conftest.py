"""The command line, run in this process."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from etl.__main__ import main


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
