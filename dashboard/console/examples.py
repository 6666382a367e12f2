"""The worked examples of the SQL page: a file each, a question and a remark on top."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("examples")


@dataclass(frozen=True)
class Example:
    """A question that a reader may have, what to know about the answer, and the SQL with both as comments."""

    name: str
    question: str
    remark: str
    sql: str


@cache
def examples() -> tuple[Example, ...]:
    """All examples in their order."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.sql")))


def read(path: Path) -> Example:
    """One example from its file: two lines of comment, then the statement."""
    sql = path.read_text(encoding="utf-8").strip()
    question, remark = (line.removeprefix("-- ") for line in sql.split("\n")[:2])
    return Example(path.stem.partition("_")[2], question, remark, sql)
