"""The key of a chart that counts where its width asks for it: a canvas knows its width, so the key needs no choice."""

import re
from html import escape
from typing import Any

COUNTED, SINGLE = "g-narrow", "g-wide"
MARKED = "data-mark="
DOUBT, NOT_ALL = "contested or uncertain", ", where it has room"
COUNTS = {"weeks": "week", "months": "month"}
# In the place of what a picture folds, until it is drawn.
FOLDED = '<li data-mark="folded">events of 10 kinds share a lane, 30 capitals the last one</li>'


def hangs_on_width(key: str) -> bool:
    """Whether a key has entries for charts that count and others for charts that draw one by one."""
    return f'class="{COUNTED}"' in key and f'class="{SINGLE}"' in key


def as_drawn(key: str, layout: dict[str, Any]) -> str:
    """The key with the entries of the chart that was drawn alone; its layout's ``meta`` says in which `columns`.

    What is named by its mark stays, for that says by itself whether it is drawn.
    """
    unit = COUNTS.get((layout.get("meta") or {}).get("columns", ""))
    is_counted = unit is not None
    kept, dropped = (COUNTED, SINGLE) if is_counted else (SINGLE, COUNTED)
    without = re.sub(rf'<(li|span) class="{dropped}">.*?</\1>', "", key, flags=re.DOTALL)
    said = re.sub(rf' class="(?:{kept}|{dropped})"', "", without).replace("in a week or month", f"in a {unit}")
    return said.replace("</ul>", f"{FOLDED}</ul>")


def as_marked(key: str, layout: dict[str, Any]) -> str:
    """The key without the entries of marks that are not drawn, and with what is folded.

    The layout's ``meta`` says which `marks` are drawn and what is `folded`, in words, and who is `unsigned` on a map.
    """
    meta = layout.get("meta") or {}
    marks, folded = meta.get("marks"), meta.get("folded")
    key = key.replace(DOUBT, f"{DOUBT}{NOT_ALL}") if meta.get("unsigned") else key
    key = key.replace(FOLDED, f"<li>{escape(folded)}</li>" if folded else "")
    if marks is None:
        return key
    return re.sub(rf'<li {MARKED}"(?!(?:{"|".join(map(re.escape, marks))})")[^>]*>.*?</li>', "", key, flags=re.DOTALL)
