"""The brief of a country or organisation, section by section in the order of its profile."""

from collections.abc import Callable, Sequence

from dashboard.catalogue import Catalogue
from dashboard.decks import dealings
from dashboard.decks.blocks import Block, Heading, Line, Run, Words, bold, joined, quiet, said, section, table
from dashboard.decks.wording import NOTHING, correction, day_of, doubt, last_said, more, said_by, stand, statement, told
from dashboard.exhibits.countryprofile import DOUBTED, SUBJECT, TITLES
from dashboard.exhibits.countryrecord import MOST_DOUBTS, Record, Told
from dashboard.parts.country import MOST_CHANGES, MOST_UNBOUND
from dashboard.parts.dealings import terms
from dashboard.readings.prose import counted, long_date, short_date, text
from dashboard.readings.wording import (
    Row,
    conditions,
    heading,
    in_strip,
    is_counted,
    status_words,
    voice,
    why_not_counted,
)
from dashboard.selection import Selection

Part = Callable[[Told, str, Selection, Catalogue], list[Block]]


def country(record: Record, actors: Sequence[str], selection: Selection, catalogue: Catalogue) -> list[Block]:
    """The brief's blocks; of two actors, both stand in each section one after the other."""
    made: list[Block] = []
    for actor in actors:
        name = catalogue.label("place", actor)
        made += [*([Heading(name, 2)] if len(actors) > 1 else []), *lead(record.told, actor, selection, catalogue)]
    for name, title in TITLES.items():
        made += section(title, beside(PARTS[name], record.told, actors, selection, catalogue))
    return made


def beside(part: Part, found: Told, actors: Sequence[str], selection: Selection, catalogue: Catalogue) -> list[Block]:
    """A section of each actor under its name; one without anything says so where another has something."""
    columns = [part(found, actor, selection, catalogue) for actor in actors]
    if len(actors) == 1 or not any(columns):
        return columns[0] if any(columns) else []
    named = zip(catalogue.names("place", actors), columns, strict=True)
    return [block for name, column in named for block in (Heading(name, 2), *(column or [NOTHING]))]


def lead(found: Told, actor: str, selection: Selection, catalogue: Catalogue) -> list[Block]:
    """Where it stands on ground troops, and every other kind in a line."""
    row = found.on_troops(actor)
    if row is None:
        day = long_date(selection.day(catalogue))
        return [Line(said(f"No position on {SUBJECT} is on record by {day}. No record is not “declined”."))]
    words = heading(text(row["status"]), text(row["kind"]), {text(row["instrument"])} - {""})
    apart = "" if is_counted(row) else f" ({why_not_counted(row['counted_as'])})"
    on = conditions(row)
    head = joined([bold(f"{words}{apart}:"), said(SUBJECT + ".")])
    day = long_date(row["announced_on"], row["date_precision"])
    by = joined([said(day), said_by(row), quiet(text(row["basis_label"]).lower())], " · ")
    hangs = [Line(joined([bold("On condition:"), said(on)]))] if on else []
    return [Line(head), Line(told(row)), *hangs, Line(by), *others(found.of("standing", actor))]


def others(rows: Sequence[Row]) -> list[Block]:
    """Every other kind in one line; the debate of the war left out."""
    named = [
        f"{text(row['kind_label'])}: {in_strip(text(row['status']), text(row['kind']))}"
        + (", under way" if text(row["phase"]) == "standing" else "")
        for row in rows
        if text(row["phase"]) != "wartime" and (row["kind"], row["phase"]) != ("ground_troops", "post_war")
    ]
    return [Line(joined([bold("Other kinds:"), said("; ".join(named) + ".")]))] if named else []


def positions(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Standing positions by debate and kind, then the voices that don't bind."""
    rows, made = found.of("standing", actor), list[Block]()
    for label in dict.fromkeys(text(row["phase_label"]) for row in rows):
        lines = [position(row) for row in rows if text(row["phase_label"]) == label]
        heads = ("On", "Position", "Last said", "Said by", "On condition of")
        made += [Heading(label, 3), *table(heads, lines, f"Positions, {label}", 2, 5, 2, 2.4, 2.4)]
    return [*made, *unbound(found, actor)]


def position(row: Row) -> list[Words]:
    """A row of the table of positions."""
    count = int(row["doubts"])
    whole = [
        stand({**row, "doubts": 0}),
        said(text(row["summary"])),
        other_voice(row, "other", "Voices differ:"),
        other_voice(row, "remark", "Later, not binding:"),
        quiet(f"({counted(count, 'doubt')})" if count else ""),
    ]
    on = said(conditions(row)) or quiet("none named")
    return [said(text(row["kind_label"])), joined(whole), last_said(row), said_by(row), on]


def other_voice(row: Row, name: str, words: str) -> list[Run]:
    """Another voice beside the one that counts: what, when, by whom."""
    if not text(row.get(f"{name}_status")):
        return []
    whose = f"({short_date(row[f'{name}_on'])}, {text(row[f'{name}_by'])})"
    return joined([quiet(words), said(text(row[f"{name}_summary"])), quiet(whose)])


def unbound(found: Told, actor: str) -> list[Block]:
    """Positions told by voices that don't bind, the latest first."""
    rows = [row for row in found.of("pledged", actor) if row["is_counting"] is False and row["is_shown"]]
    lines = [
        (
            day_of(row),
            said(text(row["kind_label"])),
            said(status_words(row)),
            told(row, terms(row)),
            joined([said_by(row), quiet(text(row["basis_label"]).lower())]),
        )
        for row in rows[:MOST_UNBOUND]
    ]
    heads = ("Day", "On", "Position", "What was said", "Whose word")
    made = table(heads, lines, "Voices that don’t bind", 1.6, 2, 1.6, 5, 3)
    return [Heading("Voices that don’t bind, not counted", 3), *made] if made else []


def strips(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Positions over time: kind by kind, what stood from which day."""
    rows, paths = found.of("changes", actor), dict[tuple[str, str], list[Row]]()
    for row in rows:
        if row["change"] in ("first_record", "moved"):
            paths.setdefault((text(row["kind_label"]), text(row["phase_label"])), []).append(row)
    lines = [
        (
            joined([said(kind), quiet(phase.lower())]),
            said(" → ".join(step(row) for row in sorted(path, key=lambda row: row["announced_on"]))),
        )
        for (kind, phase), path in paths.items()
    ]
    return table(("On", "From which day it stood where"), lines, "Positions over time", 3, 10)


def step(row: Row) -> str:
    """``10 February 2026 signed``."""
    day = short_date(row["announced_on"], row["date_precision"])
    return f"{day} {in_strip(text(row['new_status']), text(row['kind']))}"


def changes(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Changes of position, the latest first: from which to which, by whose word."""
    moves = [row for row in found.of("changes", actor) if row["change"] != "restated"]
    lines = [
        (
            day_of(row),
            said(text(row["kind_label"])),
            said(path(row)),
            told(row),
            joined([said_by(row, "new_speaker", "new_office"), quiet(before(row))]),
        )
        for row in moves[:MOST_CHANGES]
    ]
    heads = ("Day", "On", "Change", "What was said", "Said by")
    return [*table(heads, lines, "Changes", 1.6, 2, 2.6, 4.4, 3), *more(len(moves) - MOST_CHANGES, "earlier change")]


def path(row: Row) -> str:
    """From which position to which, in words."""
    was, now = (in_strip(text(row[name]), text(row["kind"])) for name in ("old_status", "new_status"))
    said_as = {"first_record": f"first record: {now}", "moved": f"from {was} to {now}"}
    return said_as.get(text(row["change"]), f"still {now}, other conditions")


def before(row: Row) -> str:
    """Whose word stood before a move, and when it was given."""
    if text(row["change"]) != "moved" or not text(row["old_status"]):
        return ""
    whose = voice({"speaker": row["old_speaker"], "office": row["old_office"]})
    return f"(before: {whose}, {short_date(row['old_announced_on'])})"


def hanging(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """Conditions by debate: named by the row that stands, or earlier and never withdrawn."""
    rows, made = found.of("conditions", actor), list[Block]()
    for label in dict.fromkeys(text(row["phase_label"]) for row in rows):
        lines = [condition(row) for row in rows if text(row["phase_label"]) == label]
        heads = ("Condition", "For", "Named", "State")
        made += [Heading(label, 3), *table(heads, lines, f"Conditions, {label}", 4, 3, 3, 4)]
    return made


def condition(row: Row) -> list[Words]:
    """A row of the table of conditions."""
    first, last = short_date(row["first_named_on"]), short_date(row["last_named_on"])
    state = "named by the position that stands" if row["is_current"] else "not repeated since, never withdrawn"
    apart = "" if row["is_counting"] else " (a voice that doesn’t bind)"
    shown = said(state + apart) if row["is_current"] else quiet(state + apart)
    named = first if first == last else f"{first}, last {last}"
    return [said(text(row["condition_label"])), said(text(row["kind_label"])), said(named), shown]


def statements(how: str) -> Part:
    """The latest statements for it, or about it."""

    def part(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
        rows = [row for row in found.of("said", actor) if row["how"] == how]
        left = int(rows[0]["of_all"]) - len(rows) if rows else 0
        return [*(block for row in rows for block in statement(row)), *more(left, "more statement")]

    return part


def doubts(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """All that is contested or uncertain, by what it is about."""
    made, rows = list[Block](), found.of("doubts", actor)
    for turn, title in DOUBTED.items():
        own = [row for row in rows if row["turn"] == turn]
        shown = [doubt(row) for row in own[:MOST_DOUBTS]]
        made += [Heading(title, 3), *shown, *more(own[0]["of_all"] - MOST_DOUBTS, "more doubt")] if own else []
    return made


def corrected(found: Told, actor: str, _selection: Selection, _catalogue: Catalogue) -> list[Block]:
    """The cells that said something else once."""
    rows = found.of("corrected", actor)
    return [*map(correction, rows[:MOST_DOUBTS]), *more(len(rows) - MOST_DOUBTS, "more correction")]


PARTS: dict[str, Part] = {
    "positions": positions,
    "strips": strips,
    "changes": changes,
    "conditions": hanging,
    "offers": dealings.given,
    "by": statements("by"),
    "about": statements("about"),
    "doubts": doubts,
    "corrected": corrected,
    "events": dealings.events,
    "votes": dealings.votes,
    "groups": dealings.groups,
}
