"""A small line for each value of the address that could not be honoured."""

from collections.abc import Sequence
from html import escape


def notices(found: Sequence[str]) -> str:
    """Nothing where all was understood."""
    said = "".join(f"<li>{escape(notice)}.</li>" for notice in found)
    return f'<div role="status"><ul class="g-notices">{said}</ul></div>' if found else ""
