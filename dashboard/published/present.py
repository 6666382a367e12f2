"""The page that a presenter opens: a stage for the view's steps, and the keys that move through them."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from string import Template

from dashboard.published.assets import SIGNS, symbols, versioned

TEMPLATE = Template((Path(__file__).parent / "present.html").read_text(encoding="utf-8"))
SIZE = "1920x1080"  # of every canvas: the window shows it larger or smaller


@dataclass(frozen=True)
class Step:
    """The query of one step's address, what it shows in words, and the address of what is shown below ``/view/``."""

    query: str
    says: str
    view: str


@dataclass(frozen=True)
class Presented:
    """A view's steps and the one that comes first, what one is called, and the look that all have.

    `theme` is empty where the reader's device decides; `one` where there is nothing to step through.
    """

    page: str
    sentence: str
    steps: Sequence[Step]
    at: int
    one: str
    theme: str
    look: str
    notices: Sequence[str] = ()


def present(shown: Presented) -> str:
    """The whole HTML page."""
    told = {
        "page": shown.page,
        "at": shown.at,
        "size": SIZE,
        "theme": shown.theme,
        "look": shown.look,
        "steps": [asdict(step) for step in shown.steps],
    }
    return TEMPLATE.substitute(
        theme=shown.theme or "auto",
        title=escape(shown.sentence),
        view=escape(f"../view/{shown.steps[shown.at].view}"),
        style=versioned("published.css"),
        ours=versioned("present.css"),
        script=versioned("present.js"),
        signs=SIGNS.substitute(symbols=f"../{symbols()}"),
        notices="".join(f'<p class="notice">{escape(notice)}.</p>' for notice in shown.notices),
        keys=keys(shown.one),
        hint=hint(shown.one, shown.notices),
        walk=re.sub(r"<(?=[/!s])", r"\\u003c", json.dumps(told), flags=re.IGNORECASE),
    )


def hint(one: str, notices: Sequence[str] = ()) -> str:
    """What is told in one line until the first key: what was not understood, and the chief keys."""
    noticed = "".join(f"{escape(notice)} · " for notice in notices)
    stepping = f'→ next {one}<span class="moving"> · Space plays</span> · ' if one else ""
    return f"{noticed}{stepping}H shows the keys"


def keys(one: str) -> str:
    """What each key does, as a list whose entries can be pressed as well."""
    stepping = (
        (("→", "Page Down"), "on", f"Next {one}"),
        (("←", "Page Up"), "back", f"{one.capitalize()} before"),
        (("Home", "End"), "", f"First and last {one}"),
        (
            ("Space",),
            "play",
            '<span class="moving">Play and pause</span><span class="calm">Nothing plays: '
            "this device asks for less motion</span>",
        ),
    )
    others = (
        (("F",), "full", "Full screen"),
        (("B",), "blank", "Blank screen"),
        (("H", "?"), "help", "These keys"),
        (("Esc",), "leave", "Back to Guarantees" + (f", at this {one.split()[-1]}" if one else "")),
    )
    rows = "".join(row(*each) for each in ((*stepping, *others) if one else others))
    return f"<ul>{rows}</ul>"


def row(names: Sequence[str], does: str, words: str) -> str:
    """One entry: the keys, and what they do."""
    pressed = " ".join(f"<kbd>{escape(name)}</kbd>" for name in names)
    said = f'<button type="button" data-does="{does}">{words}</button>' if does else f"<span>{words}</span>"
    return f"<li><span>{pressed}</span>{said}</li>"
