"""The answer as a list: legend, count and text of the map in one, for whoever can't or needn't use the map."""

from collections.abc import Callable, Sequence
from html import escape

import pandas as pd

from dashboard.figures.theme import Theme
from dashboard.parts.chips import chip, hidden, marks
from dashboard.readings.prose import is_missing, long_date, short_date, text
from dashboard.readings.wording import (
    NOT_COUNTED,
    ORDER,
    Row,
    heading,
    in_strip,
    is_previous,
    is_state,
    lowered,
    rows,
    voice,
    why_not_counted,
)

Link = Callable[[str], str]
EU_SPREAD = "The map paints the EU’s members as the EU itself has pledged; this list tells each state’s own position."


def focus_link(actor_id: str) -> str:
    """The view as it is, with the actor in focus."""
    return f"?focus={actor_id}"


def answers(
    positions: pd.DataFrame,
    theme: Theme,
    kind: str = "ground_troops",
    link: Link = focus_link,
    eu_on_members: bool = False,
    is_narrowed: bool = False,
) -> str:
    """Positions of one kind (relation ``positions_on``) as an HTML list: a group per status, then what isn't counted.

    Every name is a link made by ``link(actor_id)``. Older positions carry their month, doubts a question mark, the
    word of one who left office an asterisk and a dashed line, each with words for a screen reader.
    ``eu_on_members``: the map beside it paints the EU's members with the EU's own position. ``is_narrowed``: filters
    leave positions out.
    """
    found = rows(positions)
    states = [row for row in found if is_state(row["pledger_id"])]
    groups = [_group(status, states, kind, link) for status in ORDER]
    others = [_badge(row, link, eu_on_members) for row in found if not is_state(row["pledger_id"])]
    is_spread = eu_on_members and any(row["pledger_id"] == "EU" for row in found)
    whose = f'<p class="g-note">{EU_SPREAD}</p>' if is_spread else ""
    told = "".join([*groups, _not_counted(states, link), *others]) or '<p class="g-none">No position is on record.</p>'
    unlisted = "have none, or are left out by the filters" if is_narrowed else "have none"
    said = f"No record is not “declined”: countries that aren’t listed {unlisted}."
    note = f'<p class="g-note">{said}</p>' if found else ""
    return (
        f'<section class="g-answers theme-{theme.name}" aria-label="Positions as a list">{whose}{told}{note}</section>'
    )


def _group(status: str, states: Sequence[Row], kind: str, link: Link) -> str:
    chosen = [row for row in states if row["status"] == status and row["counted_as"] == "counted"]
    if not chosen:
        return ""
    instruments = {text(row.get("instrument")) for row in chosen} - {""}
    title = escape(heading(status, kind, instruments))
    return (
        f'<div class="g-answer">{chip(status)}<div><h2><span class="g-count">{len(chosen)}</span> {title}</h2>'
        f'<p class="g-names">{", ".join(name(row, link) for row in chosen)}</p></div></div>'
    )


def _not_counted(states: Sequence[Row], link: Link) -> str:
    apart = [row for row in states if row["counted_as"] in NOT_COUNTED]
    if not apart:
        return ""
    lines = "".join(_why(reason, apart, link) for reason in NOT_COUNTED)
    return (
        f'<div class="g-answer">{chip("", hollow=True)}<div>'
        f'<h2><span class="g-count">{len(apart)}</span> Not counted</h2>{lines}</div></div>'
    )


def _why(reason: str, apart: Sequence[Row], link: Link) -> str:
    chosen = [row for row in apart if row["counted_as"] == reason]
    if not chosen:
        return ""
    names = " ".join(
        f'<span class="g-pair">{chip(row["status"], True, True, is_previous(row))} {name(row, link)}</span>'
        for row in chosen
    )
    said = escape(why_not_counted(reason))
    return f'<p class="g-names"><span class="g-why">{said[0].upper()}{said[1:]}</span> {names}</p>'


def _badge(row: Row, link: Link, eu_on_members: bool) -> str:
    """One line for an organisation: the EU is one pledger, not 27."""
    hollow = row["counted_as"] != "counted"
    why = f" ({escape(why_not_counted(row['counted_as']))})" if hollow else ""
    whose = escape(f", {voice(row)}, {short_date(row['announced_on'])}")
    words = heading(row["status"], text(row.get("kind")), {text(row.get("instrument"))} - {""})
    said = f'{escape(lowered(words))}<span class="g-whose">{whose}</span>'
    is_spread = eu_on_members and row["pledger_id"] == "EU"
    alone = "one pledger; on the map its members are in its colour" if is_spread else "one pledger, not its members"
    quiet = f' <span class="g-quiet">{alone}</span>'
    shown = f"{chip(row['status'], hollow, small=True, dashed=is_previous(row))} {_anchor(row, link)}"
    return f'<p class="g-badge">{shown}: {said}{why}{quiet}</p>'


def name(row: Row, link: Link) -> str:
    """A pledger's name as a link, with the marks that its position carries."""
    label = _anchor(row, link) + _rival(row)
    if is_missing(row.get("is_aged")) or not row["is_aged"]:
        return label
    month = short_date(row["announced_on"]).split(" ", 1)[1]
    words = hidden(f", not repeated since {long_date(row['announced_on'])}")
    return f'<span class="g-aged">{label} <small aria-hidden="true">{escape(month)}</small>{words}</span>'


def _rival(row: Row) -> str:
    """The other voice of a government whose voices differ: its letter, and who said it."""
    status = text(row.get("differs_status"))
    if not status:
        return ""
    said = voice({"speaker": row.get("differs_speaker"), "office": row.get("differs_office")})
    words = f"{in_strip(status, text(row.get('kind')))}: {said}, {short_date(row.get('differs_on'))}"
    return f' <span title="{escape(words, quote=True)}">{chip(status, small=True)}{hidden(f" ({words})")}</span>'


def _anchor(row: Row, link: Link) -> str:
    address = link(row["pledger_id"])
    href = escape(address, quote=True)
    dashed = ' class="g-by-previous"' if is_previous(row) else ""
    return f'<a{dashed} href="{href}">{escape(text(row["pledger"]))}</a>{marks(row, address)}'
