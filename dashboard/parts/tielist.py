"""The statements behind a tie as a list: who said what, when, in what tone toward whom, with the words."""

from collections.abc import Sequence
from html import escape

from dashboard.figures.theme import Theme
from dashboard.parts.card import Link, brief, no_link, quote
from dashboard.parts.tieparts import BANDS, bands
from dashboard.readings.names import the
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
) -> str:
    """A heading with the composition of tone, then the statements; ``source`` and ``target`` are HTML: names or links.

    A statement has its ``tone``, or ``tones``: pairs of tone and toward whom. ``place`` numbers the tie in a path.
    Beyond ``most`` only the first are listed.
    """
    count = len(statements)
    said = [tone for row in statements for tone, _ in toned(row)]
    tally = {tone: said.count(tone) for tone in BANDS}
    how = counted(count, "statement") if count else "nothing in this window"
    latest = f", the latest {most}" if count > most else ""
    composed = ", ".join(f"{number} {tone}" for tone, number in tally.items() if number)
    composed = f"{counted(len(said), 'mention')}: {composed}" if len(said) > count else composed
    bar = f"{bands({**tally, 'statements': len(said)}, 120)} <small>{composed}</small>" if count else ""
    told = "".join(f"<li>{brief(row, link)}{quote(row)}{_chips(row)}</li>" for row in statements[:most])
    head = f"{place}. " if place else ""
    return (
        f'<section class="g-card g-list theme-{theme.name}"><h3>{head}{source} on {target}: {how}{latest}</h3>'
        f'<p class="g-when">{bar}</p><ol>{told}</ol></section>'
    )


def toned(row: Row) -> Sequence[tuple[str, str]]:
    """The tones of a statement, each with toward whom; empty where the heading says it."""
    found: Sequence[tuple[str, str]] = row.get("tones") or [(text(row["tone"]), "")]
    return found


def _chips(row: Row) -> str:
    chips = "".join(
        f'<span class="g-tone g-tone-{escape(tone, quote=True)}">{escape(tone)}'
        f"{f' toward {escape(the(name))}' if name else ''}</span>"
        for tone, name in toned(row)
    )
    return f'<p class="g-tones">{chips}</p>'
