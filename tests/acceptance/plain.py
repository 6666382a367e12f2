"""The rules by which positions stand, conditions last and statements answer, in plain Python on the CSV files."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent.parent / "data"
POST_WAR = "post_war"
REFUSING = ("declined", "withdrawn")
Row = dict[str, str]


@cache
def table(name: str) -> Sequence[Row]:
    """The rows of a file of data/."""
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@cache
def column(name: str, key: str, value: str) -> dict[str, str]:
    """One column of a file by another."""
    return {row[key]: row[value] for row in table(name)}


def several(cell: str) -> list[str]:
    """The values of a cell that holds a list."""
    return [one for one in cell.split(";") if one]


def label(actor_id: str) -> str:
    """A country or organisation by name."""
    both = column("reference/countries", "actor_id", "label") | column("reference/organisations", "actor_id", "label")
    return both[actor_id]


def speaker(statement_id: str) -> str:
    """Who said it, by name; empty where no statement is linked."""
    said = column("statements", "statement_id", "speaker_id").get(statement_id, "")
    return column("speakers", "speaker_id", "name").get(said, "")


def speaks_for(speaker_id: str, day: str) -> str:
    """The country or organisation whose office the speaker holds that day, the latest begun; empty without one."""
    held = [
        row
        for row in table("offices")
        if row["speaker_id"] == speaker_id and (row["held_from_on"] or "0") <= day <= (row["held_until_on"] or "9")
    ]
    return max(held, key=lambda row: row["held_from_on"], default={"actor_id": ""})["actor_id"]


def counts(row: Row) -> bool:
    """Whether the word binds: by its basis, and a head of state's only where that office speaks."""
    if row["basis"] == "head_of_state":
        speaks = column("reference/countries", "actor_id", "head_of_state_speaks")
        return speaks.get(row["pledger_id"], "true") == "true"
    return column("vocabularies/basis", "code", "is_counting")[row["basis"]] == "true"


def words(kind: str, until: str, pledger_id: str | None = None) -> dict[str, list[Row]]:
    """What each pledger said of a kind that binds, after the fighting, by day: on each day the weightiest word."""
    ranks = column("vocabularies/basis", "code", "rank")
    of_day: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in table("pledges"):
        is_asked = row["kind"] == kind and row["phase"] == POST_WAR and pledger_id in (None, row["pledger_id"])
        if is_asked and row["announced_on"] <= until and counts(row):
            of_day[row["pledger_id"], row["announced_on"]].append(row)
    found: dict[str, list[Row]] = defaultdict(list)
    for (pledger, _), rows in sorted(of_day.items()):
        found[pledger].append(min(rows, key=lambda row: int(ranks[row["basis"]])))
    return found


def undecided(day: str, until: str) -> Iterable[tuple[str, ...]]:
    """Who stood at undecided on ground troops on a day, and all that followed."""
    for pledger, said in words("ground_troops", until).items():
        before = [row for row in said if row["announced_on"] <= day]
        if not before or before[-1]["status"] != "undecided":
            continue
        stood, later = before[-1], said[len(before) :]
        pairs = list(zip([stood, *later], later, strict=False))
        moves = sum(one["status"] != other["status"] for one, other in pairs)
        last = (later or [stood])[-1]
        yield (
            label(pledger), stood["announced_on"], speaker(stood["statement_id"]),
            str(moves), str(len(pairs) - moves), last["announced_on"], last["status"],
        )  # fmt: skip


def hanging(condition: str, until: str) -> Iterable[tuple[str, ...]]:
    """Which positions after the fighting hang on a condition: named, and neither withdrawn nor refused since."""
    positions = column("vocabularies/pledge_kind", "code", "is_position")
    for kind in (code for code, is_position in positions.items() if is_position == "true"):
        for pledger, said in words(kind, until).items():
            named = named_days(condition, kind, pledger, until)
            if named:
                is_current = condition in several(said[-1]["conditions"])
                how = "now" if is_current else "when last named"
                yield label(pledger), kind, said[-1]["status"], how, named[0], named[-1]


def named_days(condition: str, kind: str, pledger_id: str, until: str) -> list[str]:
    """The days on which the condition was named by a word that binds, since it was last ended."""
    named: list[str] = []
    rows = [row for row in table("pledges") if (row["pledger_id"], row["kind"]) == (pledger_id, kind)]
    for row in sorted(rows, key=lambda row: row["announced_on"]):
        if row["phase"] != POST_WAR or row["announced_on"] > until or not counts(row):
            continue
        if row["status"] in REFUSING or condition in several(row["ended_conditions"]):
            named = []
        if condition in several(row["conditions"]):
            named.append(row["announced_on"])
    return named


def answers(event_id: str, last_day: str) -> Iterable[tuple[str, ...]]:
    """What was said in answer to an event up to its tenth day after, and what was answered back."""
    (event,) = (row for row in table("events") if row["event_id"] == event_id)
    filed = {row["statement_id"]: row for row in table("statements") if row["event_id"] == event_id}
    topics = {topic for row in filed.values() for topic in several(row["topics"])}
    taking_part = several(event["participant_ids"])
    for row in table("statements"):
        voices = {row["speaker_id"], speaks_for(row["speaker_id"], row["said_on"])}
        if row["said_on"] < event["starts_on"]:
            continue
        if row["reply_to_id"] in filed:
            how = "answer"
        elif row["statement_id"] in filed and not voices & set(taking_part):
            how = "filed_under"
        elif row["statement_id"] not in filed and row["said_on"] <= last_day and topics & set(several(row["topics"])):
            how = "same_topic"
        else:
            continue
        back = [one["statement_id"] for one in table("statements") if one["reply_to_id"] == row["statement_id"]]
        for one in back or [""]:
            yield how, speaker(row["statement_id"]), row["statement_id"], speaker(one), one
