"""A measured number beside what is allowed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Measured:
    """What was measured, the number, the most that it may be; without a budget it is only told."""

    what: str
    value: float | None
    budget: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is more than is allowed, or couldn't be measured though something is."""
        return self.budget is not None and (self.value is None or self.value > self.budget)

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"over": self.is_over}


def lines(found: Sequence[Measured]) -> list[str]:
    """A table: what, number, budget, and a mark where it is over."""
    rows = [("", "measured", "budget", "")]
    rows += [(one.what, shown(one.value), shown(one.budget), "over" if one.is_over else "") for one in found]
    widths = [max(len(row[place]) for row in rows) for place in range(3)]
    return [
        f"{row[0].ljust(widths[0])}  {row[1].rjust(widths[1])}  {row[2].rjust(widths[2])}  {row[3]}".rstrip()
        for row in rows
    ]


def shown(value: float | None) -> str:
    """A number as it is read; a dash for none."""
    return "–" if value is None else f"{value:,.3f}".rstrip("0").rstrip(".")
