"""The statements behind a tie as a list: who said what, when, in what tone toward whom, with the words."""

from collections.abc import Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.card import Link, brief, no_link, quote
from dashboard.parts.tieparts import BANDS, bands
from dashboard.readings.prose import counted, text
from dashboard.readings.wording import Row


def tie_list(
    source: str,
    target: str,
    statements: Sequence[Row],
    theme: Theme,
    link: Link = no_link,
    most: int = 60,
    place: int = 0,
    is_of_many: bool = False,
) -> str:
    """A heading with the composition of tone, then the statements; ``source`` and ``target`` are HTML: names or links.

    ``place`` numbers the tie in a path; ``is_of_many``: several ties, so that each statement says toward whom.
    Beyond ``most`` only the first are listed.
    """
    count = len(statements)
    tally = {tone: sum(text(row["tone"]) == tone for row in statements) for tone in BANDS}
    how = counted(count, "mention" if is_of_many else "statement") if count else "nothing in this window"
    latest = f", the latest {most}" if count > most else ""
    composed = ", ".join(f"{number} {tone}" for tone, number in tally.items() if number)
    bar = f"{bands({**tally, 'statements': count}, 120)} <small>{composed}</small>" if count else ""
    told = "".join(_line(row, link, is_of_many) for row in statements[:most])
    head = f"{place}. " if place else ""
    return (
        f'<section class="g-card g-list theme-{theme.name}"><h3>{head}{source} on {target}: {how}{latest}</h3>'
        f'<p class="g-when">{bar}</p><ol>{told}</ol></section>'
    )


def _line(row: Row, link: Link, is_of_many: bool) -> str:
    tone = escape(text(row["tone"]), quote=True)
    toward = f" toward {escape(text(row['target']))}" if is_of_many else ""
    chip = f'<p class="g-tones"><span class="g-tone g-tone-{tone}">{tone}{toward}</span></p>'
    return f"<li>{brief(row, link)}{quote(row)}{chip}</li>"
