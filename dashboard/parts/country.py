"""The sections of a country's or organisation's profile. HTML, everything escaped; rows as plain dicts."""

from collections.abc import Callable, Sequence
from html import escape

from dashboard.parts.card import Link
from dashboard.parts.chips import chip, marks
from dashboard.parts.profile import anchor, facts, grid, said_by, since, small, stand, turns
from dashboard.readings.prose import counted, items, long_date, number, short_date, text
from dashboard.readings.wording import Row, condition_words, conditions, heading, in_strip, is_counted, lowered, voice

Href = Callable[[Row], str]
MOST_OFFERS = 12
MOST_CHANGES = 12


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
        f'<p class="g-word"><b>{escape(words + apart)}</b>{marks(row)} <span>{escape(kind)}</span></p>'
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
        heads = ("On", "Position", "Since", "Said by", "On condition of")
        found.append(f"<h3>{escape(label)}</h3>{grid(heads, lines, f'Positions, {label}', 'g-standing')}")
    return "".join(found)


def _position(row: Row, link: Link, href: Href) -> tuple[str, ...]:
    remarks = [
        "voices of the same government differ" if text(row.get("differs_id")) else "",
        "a later remark that doesn’t bind is on record" if text(row.get("later_remark_id")) else "",
        counted(int(row["doubts"]), "doubt") if row["doubts"] else "",
    ]
    notes = small("; ".join(one for one in remarks if one))
    said = f'<span class="g-what">{anchor(href(row), text(row["summary"]))}</span>'
    return (
        escape(text(row["kind_label"])),
        f"{stand(row)} {said} {notes}",
        since(row),
        said_by(row, link),
        escape(conditions(row)) or small("none named"),
    )


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
        f"{escape(path)}{marks(row)}<br>{anchor(href(row), text(row['summary']))} "
        f"{said_by(row, link, 'new_speaker', 'new_office')}{before_by}</div>"
    )


def _voice_before(row: Row) -> str:
    said = voice({"speaker": row["old_speaker"], "office": row["old_office"]})
    return f"{said}, {short_date(row['old_announced_on'])}"


def hanging(rows: Sequence[Row]) -> str:
    """Conditions: named by the row that stands, or earlier and never withdrawn."""
    lines = [_condition(row) for row in rows]
    heads = ("Condition", "For", "Named", "State")
    return grid(heads, lines, "Conditions", "g-conditions")


def _condition(row: Row) -> tuple[str, ...]:
    first, last = short_date(row["first_named_on"]), short_date(row["last_named_on"])
    named = first if first == last else f"{first}, last {last}"
    state = "named by the position that stands" if row["is_current"] else "not repeated since, never withdrawn"
    apart = "" if row["is_counting"] else " (a voice that doesn’t bind)"
    paler = (f'<span class="g-paler">{escape(state + apart)}</span>', escape(state + apart))[bool(row["is_current"])]
    return escape(text(row["condition_label"])), escape(text(row["kind_label"])), escape(named), paler


def aid(rows: Sequence[Row]) -> str:
    """Kiel's totals of the newest release, each with its rank among countries."""
    told = []
    for row in rows:
        among = f", {_th(row['place'])} of {int(row['ranked'])} countries" if row["is_country"] else ""
        share = (
            ""
            if not text(row["gdp_share_pct"])
            else f" · {number(row['gdp_share_pct'], 2)} % of GDP{_share_place(row)}"
        )
        covers = f"release {row['kiel_release']}, to {long_date(row['covers_until_on'])}"
        words = f"{escape(text(row['measure_label']).lower())}{among}{share} {small('Kiel Institute, ' + covers)}"
        told.append((f"€{number(row['total_eur_bn'], 1)} bn", words))
    return facts(told)


def _share_place(row: Row) -> str:
    return f", {_th(row['gdp_place'])} of {int(row['gdp_ranked'])}" if row["is_country"] else ""


def _th(place: object) -> str:
    count = int(str(place))
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th") if count % 100 not in (11, 12, 13) else "th"
    return f"{count}{ending}"


def offers(rows: Sequence[Row], link: Link, href: Href, list_href: str) -> str:
    """Agreements, then what was announced last, then refusals and stops; never summed."""
    agreements = [row for row in rows if row["kind"] == "security_agreement"]
    refusals = [row for row in rows if row["status"] in ("declined", "withdrawn")]
    others = [row for row in rows if row not in agreements and row not in refusals]
    left = len(others) - MOST_OFFERS
    parts = (
        ("Agreements", agreements),
        ("Announced last", others[:MOST_OFFERS]),
        ("Declined, stopped or withdrawn", refusals),
    )
    words = f"{counted(left, 'earlier announcement')}, with what they overlap"
    more = f'<p class="g-more">{anchor(list_href, words)}</p>' if left > 0 else ""
    told = (
        f"<h3>{title}</h3>{_items(chosen, link, href)}{more if title == 'Announced last' else ''}"
        for title, chosen in parts
        if chosen
    )
    return "".join(told)


def _items(rows: Sequence[Row], link: Link, href: Href) -> str:
    lines = [
        (
            escape(short_date(row["announced_on"], row["date_precision"])),
            f"{escape(text(row['kind_label']))} {small(lowered(text(row['status_label'])))}",
            f"{anchor(href(row), text(row['summary']))}{marks({'doubts': row['doubts']})} {small(_terms(row))}",
            said_by(row, link),
        )
        for row in rows
    ]
    return grid(("Day", "Kind", "What", "Said by"), lines, "Contributions", "g-offers")


def _terms(row: Row) -> str:
    term = counted(int(row["term_years"]), "year") if text(row["term_years"]) else ""
    named = conditions(row) or condition_words(items(row.get("conditions")))
    return "; ".join(one for one in (term, f"on condition: {named}" if named else "") if one)


def votes(rows: Sequence[Row]) -> str:
    """Votes in the General Assembly, newest first."""
    lines = [
        (
            escape(short_date(row["adopted_on"])),
            f"<b>{escape(text(row['vote_label']))}</b>",
            f"{escape(text(row['title']))} {small(text(row['resolution_id']))}",
            small(f"{row['votes_yes']} : {row['votes_no']}, {row['votes_abstain']} abstained"),
        )
        for row in rows
    ]
    return grid(("Day", "Vote", "Resolution", "Result"), lines, "Votes in the UN General Assembly", "g-votes")


def memberships(rows: Sequence[Row]) -> str:
    """Groups it belongs to, since when."""
    told = "".join(f"<li>{escape(text(row['bloc_label']))} {small(_member(row))}</li>" for row in rows)
    return f'<ul class="g-plain">{told}</ul>' if told else ""


def _member(row: Row) -> str:
    start, end = short_date(row["member_from_on"]), short_date(row["member_until_on"])
    ours = ", a group of our own making" if row["is_ours"] else ""
    return f"{f'since {start}' if start else ''}{f', until {end}' if end else ''}{ours}".strip(", ")


def said(rows: Sequence[Row], link: Link, href: str, words: str) -> str:
    """The latest statements, and the way to all of them."""
    if not rows:
        return ""
    left = int(rows[0]["of_all"]) - len(rows)
    more = f'<p class="g-more">{anchor(href, words.format(number(rows[0]["of_all"])))}</p>' if left > 0 else ""
    return turns(rows, link) + more


def events(rows: Sequence[Row], link: Link, href: str) -> str:
    """The latest events in which it took part, spoke or pledged."""
    told = "".join(
        f"<li>{anchor(link('event', row['event_id']), text(row['title']))} "
        f"{small(short_date(row['starts_on']) + ('' if row['took_part'] else ', spoke or pledged'))}</li>"
        for row in rows
    )
    total = int(rows[0]["of_all"]) if rows else 0
    words = f"All {number(total)} events on the timeline"
    more = f'<p class="g-more">{anchor(href, words)}</p>' if total > len(rows) else ""
    return f'<ul class="g-plain">{told}</ul>{more}' if told else ""
