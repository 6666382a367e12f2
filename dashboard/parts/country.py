"""The sections of a country's or organisation's profile. HTML, everything escaped; rows as plain dicts."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.parts.card import Link
from dashboard.parts.chips import chip
from dashboard.parts.dealings import terms
from dashboard.parts.profile import anchor, grid, last_said, said_by, signs, small, stand
from dashboard.readings.prose import counted, long_date, short_date, text
from dashboard.readings.wording import Row, conditions, heading, in_strip, is_counted, lowered, status_words, voice

Href = Callable[[Row], str]
MOST_CHANGES = 12
MOST_UNBOUND = 8


def headline(row: Row | None, kind: str, link: Link, day: object) -> str:
    """Where it stands on ground troops, in words, with the day, the voice and the condition."""
    if row is None:
        said = f"No position on {kind} is on record by {long_date(day)}. No record is not “declined”."
        return f'<div class="g-headline"><div><p class="g-none">{escape(said)}</p></div></div>'
    words = heading(text(row["status"]), text(row["kind"]), {text(row["instrument"])} - {""})
    apart = "" if is_counted(row) else f" ({_apart(row)})"
    on = conditions(row)
    hangs = f'<p class="g-condition"><b>On condition:</b> {escape(on)}</p>' if on else ""
    basis = escape(text(row["basis_label"]).lower())
    day_said = escape(long_date(row["announced_on"], row["date_precision"]))
    return (
        f'<div class="g-headline">{chip(text(row["status"]), hollow=not is_counted(row))}<div>'
        f'<p class="g-word"><b>{escape(words + apart)}</b>{signs(row)} <span>{escape(kind)}</span></p>'
        f"<p>{escape(text(row['summary']))}</p>{hangs}"
        f'<p class="g-quiet">{day_said} · {said_by(row, link)} · {basis}</p></div></div>'
    )


def _apart(row: Row) -> str:
    places = {"outside_ukraine": "outside Ukraine", "place_not_named": "place not named"}
    return places.get(text(row["counted_as"]), "on the word of a voice that doesn’t bind")


def positions(rows: Sequence[Row], link: Link, href: Href) -> str:
    """Standing positions by kind: status, day, age, voice, conditions, doubts; the debates apart."""
    found = []
    for label in dict.fromkeys(text(row["phase_label"]) for row in rows):
        chosen = [row for row in rows if text(row["phase_label"]) == label]
        lines = [_position(row, link, href) for row in chosen]
        heads = ("On", "Position", "Last said", "Said by", "On condition of")
        found.append(f"<h3>{escape(label)}</h3>{grid(heads, lines, f'Positions, {label}', 'g-standing')}")
    return "".join(found)


def _position(row: Row, link: Link, href: Href) -> tuple[str, ...]:
    doubt = anchor("#doubts", counted(int(row["doubts"]), "doubt")) if row["doubts"] else ""
    differs = _voice(row, "other", "voices differ", False, link)
    notes = f"{differs}{_voice(row, 'remark', 'later, not binding', True, link)}{doubt}"
    said = f'<span class="g-what">{anchor(href(row), text(row["summary"]))}</span>'
    return (
        escape(text(row["kind_label"])),
        f"{stand(row)} {said} {notes}",
        last_said(row),
        said_by(row, link),
        escape(conditions(row)) or small("none named"),
    )


def _voice(row: Row, name: str, words: str, hollow: bool, link: Link) -> str:
    """Another voice beside the one that counts: what, when, by whom."""
    status = text(row.get(f"{name}_status"))
    if not status:
        return ""
    said = anchor(link("statement", text(row[f"{name}_statement_id"])), text(row[f"{name}_summary"]))
    whose = f"{short_date(row[f'{name}_on'])}, {text(row[f'{name}_by'])}"
    shown = chip(status, hollow=hollow, small=True)
    return f'<span class="g-voice">{small(words + ":")} {shown} {said} {small(whose)}</span>'


def unbound(rows: Sequence[Row], link: Link, href: Href) -> str:
    """Positions told by voices that don't bind, the latest first."""
    lines = [
        (
            escape(short_date(row["announced_on"], row["date_precision"])),
            escape(text(row["kind_label"])),
            f"{chip(text(row['status']), hollow=True, small=True)} {escape(status_words(row))}",
            f"{anchor(href(row), text(row['summary']))}{signs({'doubts': row['doubts']})} {small(terms(row))}",
            f"{said_by(row, link)}{small(', ' + lowered(text(row['basis_label'])))}",
        )
        for row in rows[:MOST_UNBOUND]
    ]
    heads = ("Day", "On", "Position", "What was said", "Whose word")
    told = grid(heads, lines, "Voices that don’t bind", "g-offers g-unbound")
    return f"<h3>Voices that don’t bind, not counted</h3>{told}" if told else ""


def others(rows: Sequence[Row]) -> str:
    """Every other kind in one line: chip and words; the debate of the war left out."""
    told = "".join(
        f"<li>{chip(text(row['status']), hollow=not is_counted(row), small=True)} {escape(text(row['kind_label']))} "
        f"{small(_in_short(row))}</li>"
        for row in rows
        if text(row["phase"]) != "wartime" and (row["kind"], row["phase"]) != ("ground_troops", "post_war")
    )
    return f'<ul class="g-others" aria-label="Other kinds">{told}</ul>' if told else ""


def _in_short(row: Row) -> str:
    words = in_strip(text(row["status"]), text(row["kind"]))
    under_way = ", under way" if text(row["phase"]) == "standing" else ""
    return f"{words}{under_way}{'' if is_counted(row) else ', not counted'}"


def changes(rows: Sequence[Row], link: Link, href: Href) -> str:
    """Changes of position, the latest first: from which to which, by whose word."""
    told = "".join(f"<li>{_change(row, link, href)}</li>" for row in rows[:MOST_CHANGES])
    left = len(rows) - MOST_CHANGES
    more = f'<p class="g-more">{counted(left, "earlier change")} in the table of this page.</p>' if left > 0 else ""
    return f'<ol class="g-changes">{told}</ol>{more}' if told else ""


def _change(row: Row, link: Link, href: Href) -> str:
    kind, before, after = text(row["kind"]), text(row["old_status"]), text(row["new_status"])
    path = {
        "first_record": f"first record: {in_strip(after, kind)}",
        "moved": f"from {in_strip(before, kind)} to {in_strip(after, kind)}",
        "conditions_changed": f"still {in_strip(after, kind)}, other conditions",
    }.get(text(row["change"]), in_strip(after, kind))
    day = f"<time>{escape(short_date(row['announced_on'], row['date_precision']))}</time>"
    arrow = f'{chip(before, small=True)}<span aria-hidden="true">→</span>' if before else ""
    before_by = f" {small('before: ' + _voice_before(row))}" if before and text(row["change"]) == "moved" else ""
    label = escape(text(row["kind_label"]))
    return (
        f'<span class="g-path">{arrow}{chip(after, small=True)}</span><div>{day} <b>{label}</b>: '
        f"{escape(path)}{signs(row)}<br>{anchor(href(row), text(row['summary']))} "
        f"{said_by(row, link, 'new_speaker', 'new_office')}{before_by}</div>"
    )


def _voice_before(row: Row) -> str:
    said = voice({"speaker": row["old_speaker"], "office": row["old_office"]})
    return f"{said}, {short_date(row['old_announced_on'])}"


def hanging(rows: Sequence[Row]) -> str:
    """Conditions by debate: named by the row that stands, or earlier and never withdrawn."""
    heads, found = ("Condition", "For", "Named", "State"), []
    for label in dict.fromkeys(text(row["phase_label"]) for row in rows):
        lines = [_condition(row) for row in rows if text(row["phase_label"]) == label]
        found.append(f"<h3>{escape(label)}</h3>{grid(heads, lines, f'Conditions, {label}', 'g-conditions')}")
    return "".join(found)


def _condition(row: Row) -> tuple[str, ...]:
    first, last = short_date(row["first_named_on"]), short_date(row["last_named_on"])
    named = first if first == last else f"{first}, last {last}"
    state = "named by the position that stands" if row["is_current"] else "not repeated since, never withdrawn"
    apart = "" if row["is_counting"] else " (a voice that doesn’t bind)"
    paler = (f'<span class="g-paler">{escape(state + apart)}</span>', escape(state + apart))[bool(row["is_current"])]
    return escape(text(row["condition_label"])), escape(text(row["kind_label"])), escape(named), paler
