"""All that is contested or uncertain about many rows in one list: of which row, stated, rival, whose, and why. HTML."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.parts.evidence import cell_words, whose, worded
from dashboard.parts.profile import anchor, and_more, small
from dashboard.readings.prose import counted, sentence, short_date, text
from dashboard.readings.wording import Row

MOST, MOST_FOLDED = 30, 20


def contested(found: Sequence[Row], href: Callable[[Row], str], most: int = MOST) -> str:
    """Doubts with ``about`` (the row in words), ``day`` and ``rival_publishers``.

    Beyond `most` others unfold; what is beyond these as well is counted, as ``of_all`` says where not all are given.
    """
    told = [f"<li>{_doubt(row, href(row))}</li>" for row in found[: most + MOST_FOLDED]]
    of_all = found[0].get("of_all", len(found)) if found else 0
    shown, rest, left = told[:most], told[most:], of_all - len(told)
    more = f"<details><summary>{counted(of_all - len(shown), 'more doubt')}</summary>" if rest else ""
    more += f'<ol class="g-contested">{"".join(rest)}</ol>{and_more(left, "doubt")}</details>' if rest else ""
    return f'<ol class="g-contested">{"".join(shown)}</ol>{more}' if shown else ""


def _doubt(row: Row, href: str) -> str:
    about = anchor(href, text(row.get("about")))
    kind, day = escape(text(row.get("kind_label"))), small(short_date(row.get("day")))
    head = f"<b>{kind}</b> on {escape(cell_words(row))}: {about} {day}"
    stated, rival = worded(row.get("stated")), worded(row.get("rival"))
    against = f"against it “{escape(rival)}”{whose(row)}" if rival else ""
    values = " · ".join(part for part in (f"stated “{escape(stated)}”" if stated else "", against) if part)
    note = escape(sentence(text(row.get("note"))))
    return f'<p class="g-about">{head}</p>{f"<p>{values}</p>" if values else ""}<p class="g-why">{note}</p>'
