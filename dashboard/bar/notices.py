"""A small line about the values of the address that could not be honoured."""

from collections.abc import Sequence
from html import escape


def notices(found: Sequence[str]) -> str:
    """One line, which opens to all of them, so that nothing below it jumps; nothing where all was understood."""
    if not found:
        return ""
    first, *rest = (f"{escape(notice)}." for notice in found)
    more = f"<b>and {len(rest)} more</b>" if rest else ""
    listed = f"<ul>{''.join(f'<li>{one}</li>' for one in rest)}</ul>" if rest else ""
    line = f"<summary><span>{first}</span>{more}</summary>"
    return f'<div role="status"><details class="g-notices">{line}{listed}</details></div>'
