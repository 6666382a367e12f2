"""Of a crowd, the first of each group: as many as a page can hold, the rest counted."""

from collections.abc import Sequence

MOST = 500


def each(sizes: Sequence[int], most: int = MOST) -> int:
    """How many of each group are listed: all where all have room, else as many of each."""
    whole = sum(sizes)
    return whole if whole <= most else share(list(sizes), most)


def share(sizes: list[int], most: int) -> int:
    """How many of each group have room together: small groups whole, one of each at least."""
    room, left = most, sorted(sizes)
    while left and left[0] * len(left) <= room:
        room -= left.pop(0)
    return max(room // len(left), 1) if left else most
