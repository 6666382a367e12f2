"""The words and letters for a position: what a status is called, why it isn't counted, whose voice it was."""

from collections.abc import Collection, Mapping
from typing import Any

import pandas as pd

from dashboard.readings.prose import counted, is_missing, items, number, short_date, text
from dashboard.records import records, some

ORDER = ("signed", "pledged", "conditional", "open", "undecided", "declined", "withdrawn", "delivered")
NOT_COUNTED = ("outside_ukraine", "place_not_named", "not_binding")

_INSTRUMENTS = {
    "declaration_of_intent": "a declaration of intent",
    "letter_of_intent": "a letter of intent",
    "declaration": "a declaration",
    "agreement": "an agreement",
    "treaty": "a treaty",
    "law": "a law",
}
_VERBS = {"ground_troops": "send", "guarantee": "give", "ceasefire_monitoring": "help monitor"}
_WHY = {
    "outside_ukraine": "outside Ukraine",
    "place_not_named": "place not named",
    "not_binding": "the voice doesn’t bind",
}
_CONDITIONS = {
    "us_backstop": "US backstop",
    "un_mandate": "UN mandate",
    "article5_cover": "cover like Article 5",
    "german_permission": "German permission",
    "russian_consent": "consent of Russia",
    "outside_ukraine": "only outside Ukraine",
    "other": "another condition",
}
_SUBJECTS = {
    "naval": "naval forces",
    "command_staff": "command and staff of a force",
    "logistics_bases": "logistics and bases for a force",
    "guarantee": "a security guarantee",
    "training": "training of Ukrainian soldiers",
    "intelligence": "intelligence for Ukraine",
    "ceasefire_monitoring": "monitoring of a ceasefire",
}
_MARKS = {"outside_ukraine": "{}→", "place_not_named": "{}…", "not_binding": "({})"}

LEFT_OFFICE = "speaker no longer in office"

Row = Mapping[str, Any]


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame's rows as dicts by column name, in order."""
    return records(frame)


def some_rows(frame: pd.DataFrame, names: Collection[str]) -> list[dict[str, Any]]:
    """The rows with these columns alone, days as dates; made anew, and quicker than all columns."""
    return some(frame, names)


def lowered(label: str) -> str:
    """A label inside a sentence; names and abbreviations keep their capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def on_what(kind: str, label: str) -> str:
    """What positions of a kind are on, as a noun within a sentence: ``naval forces``; else its label."""
    return _SUBJECTS.get(kind) or lowered(label)


def position_words(row: Row) -> str:
    """A status by its name and in words: ``Conditional: would send on conditions``; ``Declined``."""
    name, status = text(row.get("status_label")), text(row.get("status"))
    words = heading(status, text(row.get("kind")), {text(row.get("instrument"))} - {""})
    return f"{name}: {lowered(words)}" if status in ("pledged", "conditional", "open") else words


def document(instruments: set[str]) -> str:
    """What was signed: ``a declaration of intent``; ``a document`` where several kinds stand together."""
    return _INSTRUMENTS.get(next(iter(instruments)), "a document") if len(instruments) == 1 else "a document"


def heading(status: str, kind: str = "", instruments: set[str] | None = None) -> str:
    """The status as a heading of the list: ``Would send on conditions``, ``Signed a declaration of intent``."""
    verb = _VERBS.get(kind, "take part")
    return {
        "signed": f"Signed {document(instruments or set())}",
        "pledged": f"Would {verb}",
        "conditional": f"Would {verb} on conditions",
        "open": "Would consider it",
        "undecided": "Undecided",
        "declined": "Declined",
        "withdrawn": "Withdrew",
        "delivered": "Delivered",
    }.get(status, status.capitalize())


def in_strip(status: str, kind: str = "") -> str:
    """The status in one or two words, as it stands inside a strip: ``would send``, ``on conditions``."""
    words = {
        "pledged": f"would {_VERBS.get(kind, 'take part')}",
        "conditional": "on conditions",
        "open": "would consider",
    }
    return words.get(status, status)


def named_status(status: str, label: str, kind: str = "") -> str:
    """A status by the name that filters have for it, with the words of the strips where they differ from it.

    ``open (would consider)``; ``declined``.
    """
    name, words = lowered(label), in_strip(status, kind)
    return name if words == name else f"{name} ({words})"


def status_words(row: Row) -> str:
    """The status of a row in a line: a position's in the words of the strips, a contribution's by its name."""
    if row.get("is_position") is False:
        return lowered(text(row.get("status_label")))
    return in_strip(text(row.get("status")), text(row.get("kind")))


def earlier_positions(row: Row) -> str:
    """What stood before a position: ``Before: would consider (12 Feb 2025), declined (3 Mar 2024)``; "" where nothing.

    Those that ``before`` names, newest first, the others counted; where it names none, only how many there are.
    """
    count = 0 if is_missing(row.get("earlier")) else int(row["earlier"])
    told = [
        f"{in_strip(text(one['status']), text(row.get('kind')))} "
        f"({short_date(one['announced_on'], one['date_precision'])})"
        for one in items(row.get("before"))
    ]
    if not count or not told:
        return counted(count, "earlier position") if count else ""
    left = f", and {number(count - len(told))} more" if count > len(told) else ""
    return f"Before: {', '.join(told)}{left}"


def why_not_counted(counted_as: Any) -> str:
    """Why a position stands apart: ``outside Ukraine``; empty for one that counts."""
    return _WHY.get(text(counted_as), "")


def is_counted(row: Row) -> bool:
    """Whether the position is counted in its class."""
    counted_as = row.get("counted_as")
    return isinstance(counted_as, str) and counted_as == "counted"


def is_previous(row: Row) -> bool:
    """Whether its speaker no longer holds an office for the pledger."""
    return text(row.get("in_office")) == "former"


def is_doubted(row: Row) -> bool:
    """Whether a cell of the position is contested or uncertain."""
    return not is_missing(row.get("doubts")) and int(row["doubts"]) > 0


def mark(row: Row) -> str:
    """The letter as drawn: ``C``, ``(C)`` doesn’t bind, ``C→`` outside Ukraine, ``C…`` no place, ``C*`` left office.

    ``D≠C`` where two voices of one government differ.
    """
    letter = "≠".join(part for part in (text(row.get("letter")), text(row.get("differs_letter"))) if part)
    if is_counted(row) and is_previous(row):
        return f"{letter}*"
    return _MARKS.get(text(row.get("counted_as")), "{}").format(letter)


def voice(row: Row) -> str:
    """Who said it: ``Emmanuel Macron, President``; ``speaker not recorded`` where the row names none."""
    name = text(row.get("speaker"))
    if not name:
        return "speaker not recorded"
    return ", ".join(part for part in (name, text(row.get("office"))) if part)


def is_state(actor_id: Any) -> bool:
    """Whether the actor is a country: its id is an ISO 3166-1 alpha-3 code, an organisation's is not."""
    code = text(actor_id)
    return len(code) == 3 and code.isascii() and code.isupper() and code.isalpha()


def conditions(row: Row) -> str:
    """The named conditions in words, as the row gives them; else the labels of its list cell."""
    return text(row.get("condition")) or condition_words(row.get("conditions"))


def condition_words(codes: Any, most: int | None = None) -> str:
    """Condition codes in a few words: ``ceasefire, US backstop``; with ``most``, ``ceasefire, 2 more``."""
    words = [_CONDITIONS.get(code, str(code).replace("_", " ")) for code in items(codes)]
    if most is not None and len(words) > most:
        words = [*words[:most], f"{len(words) - most} more"]
    return ", ".join(words)
