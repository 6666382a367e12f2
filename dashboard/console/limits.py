"""What one query may use, and what its process is told. Numbers that a reader meets stand in `in_words`."""

from dataclasses import dataclass

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds of one query: seconds on the clock and of a processor, bytes, rows, characters of a cell."""

    seconds: float = 5.0
    processor_seconds: int = 5
    memory: int = 512 * MB
    rows: int = 10_000
    output: int = 8 * MB
    cell: int = 20_000
    statement: int = 60_000
    niceness: int = 10


LIMITS = Limits()
# So many run, so many more wait for their turn, and not for long: a reader is rather told how things stand.
AT_ONCE, WAITING, PATIENCE = 2, 4, 1.5


def in_words(limits: Limits = LIMITS) -> str:
    """The limits as a reader is told them."""
    return (
        f"A query may take {limits.seconds:.0f} seconds, {limits.memory // MB} MB of memory "
        f"and give {limits.rows:,} rows or {limits.output // MB} MB."
    )
