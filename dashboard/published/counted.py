"""The key of a chart that counts where its width asks for it: a canvas knows its width, so the key needs no choice."""

import re
from typing import Any

COUNTED, SINGLE = "g-narrow", "g-wide"
MARKED = "data-mark="
COUNTS = ("weeks", "months")


def hangs_on_width(key: str) -> bool:
    """Whether a key has entries for charts that count and others for those that draw one by one, or names its marks."""
    return (f'class="{COUNTED}"' in key and f'class="{SINGLE}"' in key) or MARKED in key


def as_drawn(key: str, layout: dict[str, Any]) -> str:
    """The key with the entries of the chart that was drawn alone.

    Its layout's ``meta`` says in which `columns` it counts, and which `marks` it has.
    """
    meta = layout.get("meta") or {}
    if "marks" in meta:
        missing = set(re.findall(f'{MARKED}"([^"]*)"', key)) - set(meta["marks"])
        key = re.sub(rf'<li {MARKED}"(?:{"|".join(sorted(missing)) or "-"})">.*?</li>', "", key, flags=re.DOTALL)
    is_counted = meta.get("columns") in COUNTS
    kept, dropped = (COUNTED, SINGLE) if is_counted else (SINGLE, COUNTED)
    without = re.sub(rf'<(li|span) class="{dropped}">.*?</\1>', "", key, flags=re.DOTALL)
    return without.replace(f' class="{kept}"', "")
