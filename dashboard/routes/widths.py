"""The width of a chart as an address asks for it."""

import re

NARROWEST, WIDEST = 200, 3000
WORDS = f"a number of pixels from {NARROWEST} to {WIDEST}"


def width_of(text: str) -> int | None:
    """A width in pixels; None for what is no such number, however long it is."""
    found = int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else 0
    return found if NARROWEST <= found <= WIDEST else None
