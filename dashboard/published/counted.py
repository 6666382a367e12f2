"""The key of a chart that counts where its width asks for it: a canvas knows its width, so the key needs no choice."""

import re
from typing import Any

COUNTED, SINGLE = "g-narrow", "g-wide"
MARKED = "data-mark="
COUNTS = ("weeks", "months")


def hangs_on_width(key: str) -> bool:
    """Whether a key has entries for charts that count and others for charts that draw one by one."""
    return f'class="{COUNTED}"' in key and f'class="{SINGLE}"' in key


def as_drawn(key: str, layout: dict[str, Any]) -> str:
    """The key with the entries of the chart that was drawn alone; its layout's ``meta`` says in which `columns`."""
    is_counted = (layout.get("meta") or {}).get("columns") in COUNTS
    kept, dropped = (COUNTED, SINGLE) if is_counted else (SINGLE, COUNTED)
    without = re.sub(rf'<(li|span)(?: {MARKED}"[^"]*")? class="{dropped}">.*?</\1>', "", key, flags=re.DOTALL)
    return without.replace(f' class="{kept}"', "")


def as_marked(key: str, layout: dict[str, Any]) -> str:
    """The key without the entries of marks that are not drawn; the layout's ``meta`` says which `marks` are."""
    marks = (layout.get("meta") or {}).get("marks")
    if marks is None:
        return key
    return re.sub(rf'<li {MARKED}"(?!(?:{"|".join(map(re.escape, marks))})")[^>]*>.*?</li>', "", key, flags=re.DOTALL)
