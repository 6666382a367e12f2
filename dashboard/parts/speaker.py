"""The sections of a speaker's profile. HTML, everything escaped; rows as plain dicts."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.parts.card import Link, brief
from dashboard.parts.profile import anchor, bands, grid, own, small
from dashboard.readings.prose import MONTHS, as_day, counted, long_date, number, text
from dashboard.readings.wording import Row

MOST_LATEST, MOST_ANSWERED, MOST_BRIEFS = 8, 5, 4
MOST_TONES, MOST_TOPICS, MOST_OTHERS = 12, 10, 10
LEAST_RANKED = 3


def lead(rows: Sequence[Row], link: Link) -> str:
    """The last office, and since when it was held."""
    if not rows:
        return '<p class="g-lead">No office is recorded.</p>'
    row = rows[0]
    start, until = long_date(row["held_from_on"]), long_date(row["held_until_on"])
    held = f"{f'from {start}' if start else ''}{f' until {until}' if until else ''}".strip()
    whom = anchor(link("country", text(row["actor_id"])), text(row["actor"]))
    return f'<p class="g-lead">{escape(text(row["office"]))}, {whom}{f", {held}" if held else ""}</p>'


def offices(rows: Sequence[Row], link: Link) -> str:
    """Offices, the last first, with ends as far as they are known."""
    lines = [
        (
            escape(text(row["office"])),
            anchor(link("country", text(row["actor_id"])), text(row["actor"])),
            escape(long_date(row["held_from_on"])) or small("start not recorded"),
            _end(row),
        )
        for row in rows
    ]
    return grid(("Office", "For", "From", "Until"), lines, "Offices", "g-offices")


def _end(row: Row) -> str:
    until = long_date(row["held_until_on"])
    if until:
        return escape(until)
    return "in office" if row["is_end_known"] else small("end not known")


def months(rows: Sequence[Row], href: Callable[[Row], str]) -> str:
    """Statements by month as bars; each leads to the month on the timeline; thin months hatched."""
    spoken = [index for index, row in enumerate(rows) if row["statements"]]
    if not spoken:
        return ""
    shown = rows[spoken[0] :]
    most = max(int(row["statements"]) for row in shown)
    bars = "".join(_bar(row, most, href) for row in shown)
    first, last = _month(shown[0]), _month(shown[-1])
    thin = "" if all(row["is_dense"] for row in shown) else "; hatched: thin coverage"
    scale = (
        f'<p class="g-scale"><span>{first}</span><span>at most {most} in a month{thin}</span><span>{last}</span></p>'
    )
    return f'<div class="g-months">{bars}</div>{scale}'


def _bar(row: Row, most: int, href: Callable[[Row], str]) -> str:
    count = int(row["statements"])
    words = f"{_month(row)}: {counted(count, 'statement')}{'' if row['is_dense'] else ', thin coverage'}"
    thin = "" if row["is_dense"] else " g-thin"
    bar = f'<span style="height:{100 * count / most:.0f}%"></span>'
    if not count:
        return f'<span class="g-month{thin}">{bar}</span>'
    where = escape(href(row), quote=True)
    said = escape(words, quote=True)
    return f'<a class="g-month{thin}" href="{where}" title="{said}" aria-label="{said}">{bar}</a>'


def _month(row: Row) -> str:
    day = as_day(row["month_starts_on"])
    return f"{MONTHS[day.month - 1]} {day.year}" if day else ""


def topics(counts: Sequence[tuple[str, str, int]]) -> str:
    """Topics by how many statements touch them: (address, label, count), most first."""
    told = "".join(
        f"<li>{anchor(href, label)} {small(number(count))}</li>" for href, label, count in counts[:MOST_TOPICS]
    )
    left = len(counts) - MOST_TOPICS
    more = f'<li class="g-quiet">and {counted(left, "more topic")}</li>' if left > 0 else ""
    return f'<ul class="g-plain g-row">{told}{more}</ul>' if told else ""


def tones(rows: Sequence[Row], link: Link) -> str:
    """Toward whom in what tone, as a composition; fewer than three statements are named apart, unranked."""
    ranked = [row for row in rows if int(row["statements"]) >= LEAST_RANKED]
    thin = [row for row in rows if int(row["statements"]) < LEAST_RANKED]
    lines = [(_target(row, link), number(row["statements"]), bands(row)) for row in ranked[:MOST_TONES]]
    left = len(ranked) - MOST_TONES
    more = f'<p class="g-more">{number(left)} more with three statements or more.</p>' if left > 0 else ""
    told = grid(("Of whom", "Statements", "Tone"), lines, "Tone toward others", "g-tone-table")
    named = ", ".join(_target(row, link) for row in thin[:20])
    rest = f" and {number(len(thin) - 20)} more" if len(thin) > 20 else ""
    apart = f'<p class="g-note">Fewer than three statements, not ranked: {named}{rest}.</p>' if thin else ""
    return told + more + apart


def _target(row: Row, link: Link) -> str:
    one = text(row["target_id"])
    return anchor(link("speaker" if one.islower() else "country", one), text(row["target"]))


def talks(rows: Sequence[Row], link: Link) -> str:
    """With whom: whom the speaker answered, by whom answered."""
    lines = [
        (
            anchor(link("speaker", text(row["other_id"])), text(row["other"])),
            number(row["answered"]),
            number(row["was_answered"]),
        )
        for row in rows[:MOST_OTHERS]
    ]
    heads = ("With whom", "Answered them", "Was answered by them")
    left = len(rows) - MOST_OTHERS
    more = f'<p class="g-more">and {counted(left, "more person", "more people")}</p>' if left > 0 else ""
    return grid(heads, lines, "Conversations", "g-talks") + more


def answered(cards: Sequence[Row], answers: Sequence[Row], link: Link) -> str:
    """The statements that drew most answers, each with its first answers."""
    told = "".join(f"<li>{own(card, link)}{_answers(card, answers, link)}</li>" for card in cards)
    return f'<ul class="g-said-list g-answered">{told}</ul>' if told else ""


def _answers(card: Row, answers: Sequence[Row], link: Link) -> str:
    own = [row for row in answers if row["reply_to_id"] == card["statement_id"]]
    told = "".join(f"<li>{brief(row, link)}</li>" for row in own[:MOST_BRIEFS])
    left = len(own) - MOST_BRIEFS
    all_of_it = anchor(link("statement", card["statement_id"]), f"{counted(left, 'more answer')} in the conversation")
    return f"<ul>{told}{f'<li>{all_of_it}</li>' if left > 0 else ''}</ul>"


def latest(cards: Sequence[Row], link: Link, href: str) -> str:
    """The latest words, and the way to all of them."""
    more = (
        f'<p class="g-more">{anchor(href, f"All {number(len(cards))} statements")}</p>'
        if len(cards) > MOST_LATEST
        else ""
    )
    told = "".join(f"<li>{own(card, link)}</li>" for card in cards[:MOST_LATEST])
    return (f'<ul class="g-said-list" data-of="{len(cards)}">{told}</ul>' if told else "") + more
