"""The sections of an event's profile. HTML, everything escaped; rows as plain dicts."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import islice

from dashboard.parts.card import Link, quote
from dashboard.parts.chips import chip
from dashboard.parts.evidence import worded
from dashboard.parts.profile import anchor, and_more, facts, grid, said_by, signs, small, stand, stand_short
from dashboard.readings.event import when_and_where
from dashboard.readings.prose import (
    counted,
    in_words,
    is_missing,
    items,
    listed,
    long_date,
    number,
    plural,
    sentence,
    short_date,
    text,
)
from dashboard.readings.wording import LEFT_OFFICE, Row, heading, in_strip, is_state, lowered

Href = Callable[[Row], str]
MOST_COLUMNS, MOST_MOVES, MOST_FOLDED = 4, 15, 60
NONE = '<span class="g-none" title="no record, which is not “declined”">–</span>'


def head(event: Row, numbers: Sequence[Row], named: Sequence[Row], on_record: int, subject: str, link: Link) -> str:
    """What happened, and the facts: the number said, who took part, how many had a position on record."""
    said = [_said(row, link) for row in numbers]
    states = [row for row in named if is_state(row["actor_id"]) and row["actor_id"] != "UKR"]
    facts_told = [*said, *_took_part(event, states)]
    if states:
        words = f"of them had a position on {escape(subject)} on record by {escape(long_date(event['starts_on']))}"
        facts_told.append((number(on_record), words))
    summary = f'<p class="g-lead">{escape(text(event["summary"]))}{signs({"doubts": event["doubts"]})}</p>'
    return f"<p>{small(when_and_where(event))}</p>{summary}{facts(facts_told)}"


def _said(row: Row, link: Link) -> tuple[str, str]:
    """A number of countries that a speaker gave, in which words."""
    count = int(row["count_said"])
    speaker = anchor(link("speaker", text(row["speaker_id"])), text(row["speaker"]))
    said = anchor(link("statement", row["statement_id"]), text(row["summary"]))
    words = f"{plural(count, 'country', 'countries')}, said {speaker}: {said}"
    return number(count), f"{words}{quote(row)}"


def _took_part(event: Row, states: Sequence[Row]) -> list[tuple[str, str]]:
    reported = event.get("participants_reported")
    if is_missing(reported):
        whole = small("whether that is everybody isn’t reported")
        return (
            [(number(len(states)), f"{plural(len(states), 'state')} named as taking part, Ukraine apart; {whole}")]
            if states
            else []
        )
    named, of_all = len(states), int(str(reported))
    words = "states that took part are named in the pages relied on, Ukraine apart"
    rest = of_all - named
    missing = f"; {in_words(rest)} {plural(rest, 'is', 'are')} not named" if rest > 0 else ""
    return [(f"{number(named)} of {number(of_all)}", f"{words}{missing}")]


def on_record(named: Sequence[Row], rows: Sequence[Row], labels: Mapping[str, str], link: Link, href: Href) -> str:
    """What each participant had on record, by kind: chip and day; nothing is written where there is no record."""
    held = {(row["pledger_id"], row["kind"]): row for row in rows}
    kinds = columns(rows, labels)
    others = [kind for kind in labels if kind not in kinds and any(kind == row["kind"] for row in rows)]
    lines = [_participant(one, held, kinds, others, labels, link, href) for one in in_order(named, rows)]
    heads = ("Took part", *(labels[kind] for kind in kinds), *(["Other kinds"] if others else []))
    return grid(heads, lines, "What each participant had on record", "g-onrecord") + KEY


def in_order(named: Sequence[Row], rows: Sequence[Row]) -> list[Row]:
    """Who took part, but for Ukraine: states first, by their position on ground troops, then by name."""
    troops = {
        row["pledger_id"]: place for place, row in enumerate(row for row in rows if row["kind"] == "ground_troops")
    }
    return sorted(
        (one for one in named if one["actor_id"] != "UKR"),
        key=lambda one: (not is_state(one["actor_id"]), troops.get(one["actor_id"], 999), text(one["label"])),
    )


KEY = (
    '<p class="g-note g-told-apart">S signed · P would send or take part · C on conditions · O would consider it · '
    "U undecided · D declined · hollow: a voice that doesn’t bind, or not in Ukraine · italic: older than 180 days · "
    f"dashed: {LEFT_OFFICE} · ? contested or uncertain · – no record, which is not “declined”.</p>"
)


def columns(rows: Sequence[Row], labels: Mapping[str, str]) -> list[str]:
    """The kinds that have a column of their own: ground troops, then those most often on record."""
    counts = {kind: sum(row["kind"] == kind for row in rows) for kind in labels}
    occurring = (kind for kind in labels if counts[kind] or kind == "ground_troops")
    ranked = sorted(occurring, key=lambda kind: (kind != "ground_troops", -counts[kind]))
    return ranked[:MOST_COLUMNS]


def _participant(
    one: Row,
    held: Mapping[tuple[str, str], Row],
    kinds: Sequence[str],
    others: Sequence[str],
    labels: Mapping[str, str],
    link: Link,
    href: Href,
) -> tuple[str, ...]:
    cells = [_cell(held.get((one["actor_id"], kind)), href) for kind in kinds]
    rest = [(kind, held[one["actor_id"], kind]) for kind in others if (one["actor_id"], kind) in held]
    told = " ".join(f'<span class="g-other">{small(labels[kind])} {_cell(row, href)}</span>' for kind, row in rest)
    name = anchor(
        link("country" if is_state(one["actor_id"]) or not one["actor_id"].islower() else "speaker", one["actor_id"]),
        text(one["label"]),
    )
    return name, *cells, *([told or NONE] if others else [])


def _cell(row: Row | None, href: Href) -> str:
    if row is None:
        return NONE
    return f'<a class="g-cell" href="{escape(href(row), quote=True)}">{stand_short(row)}</a>'


def against(rows: Sequence[Row], link: Link, href: Href) -> str:
    """Whom outlets name against their own word, or whose word is read otherwise: doubts on the status of that day."""
    lines = [
        (
            anchor(link("country", text(row["pledger_id"])), text(row["pledger"])),
            escape(text(row["kind_words"])),
            f'<span class="g-stands">{chip(text(row["status"]), small=True)} '
            f"{anchor(href(row), heading(text(row['status']), text(row['on_kind'])))}</span>",
            _rival(row),
            f"{escape(sentence(text(row['note'])))} {small(whose(row))}",
        )
        for row in rows
    ]
    heads = ("Of", "On", "Own word that day", "Named or read as", "Why")
    return grid(heads, lines, "Status of that day that is contested", "g-against")


def whose(row: Row) -> str:
    """The houses that say otherwise."""
    return listed([text(one) for one in items(row["rival_publishers"])], 3)


def _rival(row: Row) -> str:
    rival = text(row["rival"])
    if rival in ("signed", "pledged", "conditional", "open", "undecided", "declined", "withdrawn"):
        words = escape(heading(rival, text(row["on_kind"])))
        return f'<span class="g-stands">{chip(rival, hollow=True, small=True)} {words}</span>'
    return escape(worded(rival)) or small("not said")


def pledged(rows: Sequence[Row], link: Link, href: Href) -> str:
    """What was pledged, conditioned or refused there."""
    lines = [
        (
            anchor(link("country", row["pledger_id"]), text(row["pledger"])),
            escape(text(row["kind_label"])),
            _status(row, href(row)),
            f"{anchor(href(row), text(row['summary']))} {small(_condition(row))}",
            said_by(row, link),
        )
        for row in rows
    ]
    return grid(("Of", "On", "Position", "What was said", "Said by"), lines, "Said on record there", "g-pledged")


def _status(row: Row, href: str) -> str:
    if row["is_position"]:
        aside = {"counted_as": "counted" if row["is_counting"] else "not_binding"}
        return stand({**row, **aside}, href)
    return f'<span class="g-stands">{chip(text(row["status"]), small=True)} {escape(text(row["status_label"]))}</span>'


def _condition(row: Row) -> str:
    return f"on condition: {text(row['condition'])}" if text(row["condition"]) else ""


def moved(rows: Sequence[Row], link: Link, href: Href, all_href: str) -> str:
    """Positions of participants that changed since, the latest first; earlier ones unfold, many are counted."""
    told = [
        (
            escape(short_date(row["announced_on"], row["date_precision"])),
            anchor(link("country", row["pledger_id"]), text(row["pledger"])),
            escape(text(row["kind_label"])),
            _path(row),
            f"{anchor(href(row), text(row['summary']))}{signs(row, href(row))}",
            said_by(row, link, "new_speaker", "new_office"),
        )
        for row in islice(reversed(rows), MOST_MOVES + MOST_FOLDED)
    ]
    heads, lines, rest = ("Day", "Of", "On", "Change", "What was said", "Said by"), told[:MOST_MOVES], told[MOST_MOVES:]
    more = f"<details><summary>{counted(len(rows) - len(lines), 'earlier change')}</summary>" if rest else ""
    left = and_more(len(rows) - len(told), "earlier change")
    more += f"{grid(heads, rest, 'Earlier changes since', 'g-moved')}{left}</details>" if rest else ""
    both = f'<p class="g-more">{anchor(all_href, "Ground troops on both days, beside each other")}</p>' if told else ""
    return grid(heads, lines, "Changes since", "g-moved") + more + both


def _path(row: Row) -> str:
    before, after, kind = text(row["old_status"]), text(row["new_status"]), text(row["kind"])
    change = text(row["change"])
    arrow = f'{chip(before, small=True)}<span aria-hidden="true">→</span>' if change == "moved" else ""
    words = {
        "moved": f"from {in_strip(before, kind)} to {in_strip(after, kind)}",
        "first_record": f"first record: {in_strip(after, kind)}",
        "conditions_changed": f"still {in_strip(after, kind)}, other conditions",
    }[change]
    return f'<span class="g-path">{arrow}{chip(after, small=True)}</span> {escape(words)}'


def documents(rows: Sequence[Row], package: Sequence[Row], link: Link, href: Href) -> str:
    """Papers signed or adopted there."""
    told = [
        f"<li>{anchor(link('country', row['pledger_id']), text(row['pledger']))}: "
        f"{escape(lowered(text(row['instrument_label'])))}, {anchor(href(row), text(row['summary']))}</li>"
        for row in rows
    ]
    told += [f"<li>{escape(text(row['adopter']))}: {escape(text(row['summary']))}</li>" for row in package]
    return f'<ul class="g-plain">{"".join(told)}</ul>' if told else ""
