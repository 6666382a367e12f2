"""The brief of an event, section by section in the order of its profile."""

from collections.abc import Mapping, Sequence

from dashboard.catalogue import Catalogue
from dashboard.decks import eventtalk
from dashboard.decks.blocks import BULLET, NOTE, Block, Line, Words, bold, joined, quiet, said, section, table
from dashboard.decks.wording import bracketed, correction, day_of, doubt, doubted, more, said_by, stand, told
from dashboard.exhibits.eventprofile import others
from dashboard.exhibits.eventrecord import WARTIME, Record
from dashboard.parts.event import MOST_MOVES, columns, whose
from dashboard.parts.evidence import worded
from dashboard.readings.event import when_and_where
from dashboard.readings.prose import (
    in_words,
    is_missing,
    listed,
    long_date,
    number,
    plural,
    sentence,
    short_date,
    text,
)
from dashboard.readings.wording import (
    ORDER,
    Row,
    heading,
    in_strip,
    is_doubted,
    is_state,
    lowered,
    mark,
)
from dashboard.selection import Selection

KEY = (
    "S signed, P would send or take part, C on conditions, O would consider it, U undecided, D declined; in brackets: "
    "a voice that doesn’t bind; → not in Ukraine; … place not named; * speaker no longer in office; ≠ voices differ; "
    "? contested or uncertain; – no record, which is not “declined”."
)


def event(record: Record, selection: Selection, catalogue: Catalogue) -> list[Block]:
    """The brief's blocks."""
    labels, day = catalogue.labels["position_kind"], long_date(record.event["starts_on"])
    until = long_date(selection.day(catalogue))
    rows = record.rows
    same = [row for row in rows["answers"] if row["how"] == "same_topic"]
    papers = [row for row in rows["pledged"] if text(row["instrument"]) not in ("", "none", "decision")]
    return [
        *head(record),
        *section(f"What each had on record by {day}", on_record(rows["participants"], record.held(), labels)),
        *section(f"What their positions hung on by {day}", hanging(record.hanging())),
        *section("Positions and pledges made there", pledged(rows["pledged"])),
        *section("Documents and agreements", documents(papers, rows["package"])),
        *section(f"Positions changed since, up to {until}", moved(record.changed())),
        *section("What was said, and answered", eventtalk.talk(rows["said"])),
        *section("Said about it by those who took no part", eventtalk.from_outside(rows["said"])),
        *section("Also said on this in these days", eventtalk.same_topic(same, catalogue.labels["topic"])),
        *section("Named or read against their own word", against(record.against())),
        *section("What is contested or uncertain", [doubt(row) for row in others(record)]),
        *section("What was corrected", [correction(row) for row in rows["corrected"]]),
    ]


def head(record: Record) -> list[Block]:
    """What happened, the number that was said, who took part, how many had a position on record."""
    happened, states = record.event, record.states()
    made: list[Block] = [Line(quiet(when_and_where(happened))), Line(told(happened))]
    made += [number_said(row) for row in record.numbers()]
    made += [Line(said(words), BULLET) for words in took_part(happened, states)]
    if states:
        subject = "ground troops" + (" during the war" if record.phase == WARTIME else " after the fighting")
        of_them = f"of them had a position on {subject} on record by {long_date(happened['starts_on'])}."
        made.append(Line(joined([bold(number(len(record.on_troops()))), said(of_them)]), BULLET))
    return made


def number_said(row: Row) -> Line:
    """A number of countries that a speaker gave, in which words: the speaker's, no list of rows."""
    count = int(row["count_said"])
    noun = plural(count, "country", "countries")
    quote = text(row.get("quote"))
    words = f"{noun}, said {text(row['speaker'])}: {text(row['summary'])}"
    return Line(joined([bold(number(count)), said(words), said(f"“{quote}”" if quote else "")]), BULLET)


def took_part(happened: Row, states: Sequence[Row]) -> list[str]:
    """How many states are named as taking part, of how many reported; and which."""
    names = f": {listed([text(row['label']) for row in states])}" if states else ""
    reported = happened.get("participants_reported")
    if is_missing(reported):
        whole = f"{plural(len(states), 'state')} named as taking part, Ukraine apart{names}"
        return [f"{number(len(states))} {whole}. Whether that is everybody isn’t reported."] if states else []
    rest = int(str(reported)) - len(states)
    missing = f" {sentence(in_words(rest)).rstrip('.')} {plural(rest, 'is', 'are')} not named." if rest > 0 else ""
    told_of = "states that took part are named in the pages relied on, Ukraine apart"
    return [f"{number(len(states))} of {number(int(str(reported)))} {told_of}{names}.{missing}"]


def on_record(named: Sequence[Row], rows: Sequence[Row], labels: Mapping[str, str]) -> list[Block]:
    """What each participant had on record, by kind: letter and day."""
    held = {(row["pledger_id"], row["kind"]): row for row in rows}
    kinds = columns(rows, labels)
    rest = [kind for kind in labels if kind not in kinds and any(kind == row["kind"] for row in rows)]
    ranked = [row["pledger_id"] for row in rows if row["kind"] == "ground_troops"]
    troops = {one: place for place, one in enumerate(ranked)}
    order = sorted(
        (one for one in named if one["actor_id"] != "UKR"),
        key=lambda one: (not is_state(one["actor_id"]), troops.get(one["actor_id"], 999), text(one["label"])),
    )
    lines = [participant(one["actor_id"], text(one["label"]), held, kinds, rest, labels) for one in order]
    heads = ("Took part", *(labels[kind] for kind in kinds), *(["Other kinds"] if rest else []))
    made = table(heads, lines, "What each participant had on record", 2, *([2] * len(kinds)), *([3] if rest else []))
    return [*made, Line(quiet(KEY), NOTE)] if made else []


def participant(
    one: str,
    name: str,
    held: Mapping[tuple[str, str], Row],
    kinds: Sequence[str],
    rest: Sequence[str],
    labels: Mapping[str, str],
) -> list[Words]:
    """A row of that table."""
    cells = [said(name), *(cell(held.get((one, kind))) for kind in kinds)]
    beside = [joined([quiet(labels[kind]), cell(held[one, kind])]) for kind in rest if (one, kind) in held]
    return [*cells, joined(beside, "; ") or quiet("–")] if rest else cells


def cell(row: Row | None) -> Words:
    """``C? 4 Sep 2025``; a dash where there is no record."""
    if row is None:
        return quiet("–")
    sign = "?" if is_doubted(row) else ""
    return joined([bold(f"{mark(row)}{sign}"), said(short_date(row["announced_on"], row.get("date_precision")))])


def hanging(rows: Sequence[Row]) -> list[Block]:
    """Conditions, each with who named it and for what."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(text(row["condition_label"]), []).append(row)
    ranked = sorted(found.items(), key=lambda pair: (-len({text(row["pledger_id"]) for row in pair[1]}), pair[0]))
    lines = [(said(label), who_named(named)) for label, named in ranked]
    return table(("Condition", "Named by"), lines, "Conditions of those who took part", 3, 10)


def who_named(rows: Sequence[Row]) -> Words:
    """Each pledger once, with the kinds that hang on the condition."""
    names = sorted({text(row["pledger"]) for row in rows})
    parts = [(name, listed([for_what(row) for row in rows if text(row["pledger"]) == name])) for name in names]
    return joined([joined([said(name), quiet(f"({what})")]) for name, what in parts], "; ")


def for_what(row: Row) -> str:
    """``ground troops``, with the day where it was not repeated, and whose voice where that doesn't bind."""
    notes = [] if row["is_current"] else [f"named {short_date(row['last_named_on'])}, not repeated"]
    notes += [] if row["is_counting"] else ["a voice that doesn’t bind"]
    return " – ".join([lowered(text(row["kind_label"])), *([", ".join(notes)] if notes else [])])


def pledged(rows: Sequence[Row]) -> list[Block]:
    """What was pledged, conditioned or refused there."""
    lines = [
        (
            said(text(row["pledger"])),
            said(text(row["kind_label"])),
            status(row),
            told({**row, "doubts": 0}, f"on condition: {text(row['condition'])}" if text(row["condition"]) else ""),
            said_by(row),
        )
        for row in rows
    ]
    heads = ("Of", "On", "Position", "What was said", "Said by")
    return table(heads, lines, "Said on record there", 2, 2, 2.6, 5, 3)


def status(row: Row) -> Words:
    """A position in words, or the state of a contribution."""
    if row["is_position"]:
        return stand({**row, "counted_as": "counted" if row["is_counting"] else "not_binding"})
    return joined([said(text(row["status_label"])), quiet(bracketed(doubted(row)))])


def documents(rows: Sequence[Row], package: Sequence[Row]) -> list[Block]:
    """Papers signed or adopted there."""
    of_states = [
        f"{text(row['pledger'])}: {lowered(text(row['instrument_label']))}, {text(row['summary'])}" for row in rows
    ]
    of_packages = [f"{text(row['adopter'])}: {text(row['summary'])}" for row in package]
    return [Line(said(words), BULLET) for words in [*of_states, *of_packages]]


def moved(rows: Sequence[Row]) -> list[Block]:
    """Positions of participants that changed since, the latest first."""
    latest = [*reversed(rows)]
    lines = [
        (
            day_of(row),
            said(text(row["pledger"])),
            said(text(row["kind_label"])),
            said(path(row)),
            told(row),
            said_by(row, "new_speaker", "new_office"),
        )
        for row in latest[:MOST_MOVES]
    ]
    heads = ("Day", "Of", "On", "Change", "What was said", "Said by")
    made = table(heads, lines, "Changes since", 1.7, 1.8, 1.8, 2.4, 4.4, 2.6)
    return [*made, *more(len(latest) - MOST_MOVES, "earlier change")]


def path(row: Row) -> str:
    """From which position to which, in words."""
    was, now = (in_strip(text(row[name]), text(row["kind"])) for name in ("old_status", "new_status"))
    words = {"moved": f"from {was} to {now}", "first_record": f"first record: {now}"}
    return words.get(text(row["change"]), f"still {now}, other conditions")


def against(rows: Sequence[Row]) -> list[Block]:
    """Whom outlets name against their own word, or whose word is read otherwise."""
    lines = [
        (
            said(text(row["pledger"])),
            said(text(row["kind_words"])),
            said(heading(text(row["status"]), text(row["on_kind"]))),
            rival(row),
            joined([said(sentence(text(row["note"]))), quiet(whose(row))]),
        )
        for row in rows
    ]
    heads = ("Of", "On", "Own word that day", "Named or read as", "Why")
    return table(heads, lines, "Status of that day that is contested", 2, 2, 2.4, 2.4, 5)


def rival(row: Row) -> Words:
    """What stands against a word, as a status where it is one."""
    other = text(row["rival"])
    return said(heading(other, text(row["on_kind"])) if other in ORDER else worded(other)) or quiet("not said")
