"""The ledger in words: positions on which kinds, of whom, over which days, whose voices, in which order."""

from typing import TYPE_CHECKING

from dashboard.catalogue import Catalogue
from dashboard.choices import choices
from dashboard.readings.prose import span
from dashboard.readings.wording import lowered, on_what
from dashboard.sentence.words import joined, phase_words, subject, whose

if TYPE_CHECKING:
    from dashboard.selection import Selection

VOICES = {"binding": "voices that bind", "others": "only voices that don’t bind"}
SORTS = {"name": "by name", "last": "by last change", "changes": "by number of changes"}


def ledger(selection: "Selection", catalogue: Catalogue, filters: list[str]) -> str:
    """Positions on one kind or several over a span; filters on positions hold on its last day."""
    kinds = [kind for kind in selection.also if kind != selection.kind_shown(catalogue)]
    also = joined([on_what(kind, catalogue.label("position_kind", kind)) for kind in kinds])
    head = subject(selection, catalogue) + (f", and beside it on {also}," if also else "")
    held = [f"of those {'; '.join(filters)} on the last day"] if filters else []
    parts = [head + whose(selection, catalogue), phase_words(selection, catalogue), *held]
    parts += [VOICES[voices] for voices in [selection.option("voices")] if voices in VOICES]
    parts.append(span(*selection.window(catalogue)))
    return ", ".join([*parts, *_order(selection)]).replace(",,", ",")


def _order(selection: "Selection") -> list[str]:
    group, sort = selection.option("group"), selection.option("sort")
    words = choices("pledges", "group").get(group, "")
    grouped = [f"members first: {lowered(words) if group == 'neutral' else words}"] if group not in ("", "none") else []
    return [*grouped, *([SORTS[sort]] if sort in SORTS else [])]
