"""What participants of an event had on record as a list by position: for a picture, where a table ends early."""

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.parts.answers import name
from dashboard.parts.card import Link
from dashboard.parts.chips import chip
from dashboard.readings.prose import text
from dashboard.readings.wording import ORDER, Row, heading, is_counted, is_previous, is_state

TROOPS = "ground_troops"
_SILENT = '<span class="g-chip">–</span>'
ENOUGH = 5  # so many rows of a table any picture has room for


def by_position(named: Sequence[Row], rows: Sequence[Row], labels: Mapping[str, str], link: Link) -> str:
    """All participants but Ukraine: states by position on ground troops, others, then by kind any other position."""
    ids = {one["actor_id"] for one in named} - {"UKR"}
    held = [row for row in rows if row["pledger_id"] in ids]
    troops = [row for row in held if row["kind"] == TROOPS]
    states = [row for row in troops if is_state(row["pledger_id"])]
    silent = [one for one in named if one["actor_id"] in ids - {row["pledger_id"] for row in troops}]
    others = [_pair(row, link) for row in troops if row not in states]
    others += [f"{_named(one, link)} (no record)" for one in silent if not is_state(one["actor_id"])]
    told = [
        *(_group(status, [row for row in states if is_counted(row) and row["status"] == status], link)
          for status in ORDER),
        _entry(chip("", hollow=True), "Not counted", [_pair(row, link) for row in states if not is_counted(row)], " "),
        _entry(_SILENT, "No record", [_named(one, link) for one in silent if is_state(one["actor_id"])]),
        _entry("", "Not a state", others, " "),
        *_other_kinds([row for row in held if row["kind"] != TROOPS], labels, link),
    ]  # fmt: skip
    return f'<section class="g-answers g-run g-bypositions" data-more="kinds">{"".join(told)}</section>'


def _other_kinds(held: Sequence[Row], labels: Mapping[str, str], link: Link) -> list[str]:
    """An entry per kind, that most often on record first."""
    found = {kind: [_pair(row, link) for row in held if row["kind"] == kind] for kind in labels}
    return [_entry("", labels[kind], found[kind], " ") for kind in sorted(found, key=lambda kind: -len(found[kind]))]


def _group(status: str, chosen: Sequence[Row], link: Link) -> str:
    instruments = {text(row.get("instrument")) for row in chosen} - {""}
    return _entry(chip(status), heading(status, TROOPS, instruments), [_name(row, link) for row in chosen])


def _entry(sign: str, title: str, names: Sequence[str], between: str = ", ") -> str:
    if not names:
        return ""
    head = f'<h2><span class="g-count">{len(names)}</span> {escape(title)}</h2>'
    told = f'{head}<p class="g-names">{between.join(names)}</p>'
    return f'<div class="g-answer">{sign or "<i></i>"}<div>{told}</div></div>'


def _pair(row: Row, link: Link) -> str:
    sign = chip(row["status"], not is_counted(row), True, is_previous(row))
    return f'<span class="g-pair">{sign} {_name(row, link)}</span>'


def _name(row: Row, link: Link) -> str:
    return name(row, lambda actor_id: link(_place(actor_id), actor_id))


def _named(one: Row, link: Link) -> str:
    href = escape(link(_place(one["actor_id"]), one["actor_id"]), quote=True)
    return f'<a href="{href}">{escape(text(one["label"]))}</a>'


def _place(actor_id: str) -> str:
    return "country" if is_state(actor_id) or not actor_id.islower() else "speaker"
