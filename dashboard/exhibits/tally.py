"""How many of some rows hold each value of a facet: read once as numbers, counted as often as somebody asks."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray


@dataclass(frozen=True)
class Tally(Mapping[str, int]):
    """Value → how many rows hold it, of those that any row holds; `counts` are of `codes`, in the order of their words.

    `turns` says where a code stands.
    """

    codes: NDArray[np.object_]
    counts: NDArray[np.intp]
    turns: Mapping[str, int]

    def __getitem__(self, code: str) -> int:
        """How many rows hold the value."""
        count = int(self.counts[self.turns[code]])
        if not count:
            raise KeyError(code)
        return count

    def __iter__(self) -> Iterator[str]:
        """The values that any row holds."""
        return iter(self.codes[np.flatnonzero(self.counts)].tolist())

    def __len__(self) -> int:
        """How many there are."""
        return int(np.count_nonzero(self.counts))

    def most(self, room: int, but: Collection[str] = ()) -> dict[str, int]:
        """The values that most rows hold `but` these, by their words where as many do; no more than there is room."""
        counts = self.counts.copy()
        counts[[self.turns[code] for code in but if code in self.turns]] = 0
        first = np.argsort(-counts, kind="stable")[:room]
        return {self.codes[at]: int(counts[at]) for at in first.tolist() if counts[at]}


class Values:
    """What each row has of a facet, as numbers: `codes[number[n]]` is a value of the row at `at[n]`.

    `words` are those by which values are sorted where as many rows hold them.
    """

    def __init__(self, column: "pd.Series[Any]", words: Callable[[str], str]) -> None:
        told = column.explode() if column.map(is_listlike).any() else column
        told = told[told.notna().to_numpy()]
        self.at = told.index.to_numpy()
        found, codes = pd.factorize(told)
        order = sorted(range(len(codes)), key=lambda at: words(str(codes[at])))
        self.codes = np.array([str(codes[at]) for at in order], dtype=object)
        self.number = np.argsort(order)[found] if order else found
        self.turns = {code: at for at, code in enumerate(self.codes)}

    def counted(self, is_chosen: NDArray[np.bool_]) -> Tally:
        """How many of the chosen rows have each value; `is_chosen` says it of each row."""
        counts = np.bincount(self.number[is_chosen[self.at]], minlength=len(self.codes))
        return Tally(self.codes, counts, self.turns)


def is_listlike(cell: object) -> bool:
    """Whether a cell holds several values."""
    return isinstance(cell, (list, tuple, np.ndarray))
