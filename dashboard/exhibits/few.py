"""Of a crowd, the first of each group: as many as a page can hold, the rest counted."""

from collections.abc import Mapping

import pandas as pd

MOST = 500


def few(frame: pd.DataFrame, group: str, most: int = MOST) -> tuple[pd.DataFrame, Mapping[str, int]]:
    """The first rows of each group, all where all have room, else as many of each; and how many each group has."""
    sizes = {str(name): int(size) for name, size in frame[group].value_counts(sort=False).items()}
    if len(frame) <= most:
        return frame, sizes
    return frame.groupby(group, sort=False).head(share(list(sizes.values()), most)), sizes


def share(sizes: list[int], most: int) -> int:
    """How many of each group have room together: small groups whole, one of each at least."""
    room, left = most, sorted(sizes)
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    return max(room // len(left), 1) if left else most
