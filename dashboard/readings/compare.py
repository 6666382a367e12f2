"""What two days compared say: how many moved which way, who came back, who is new; and the words for a path."""

from collections.abc import Sequence
from typing import Any

from dashboard.readings.names import the
from dashboard.readings.prose import counted, in_words, is_missing, items, listed, long_date, plural, sentence, text
from dashboard.readings.wording import Row, in_strip, is_counted, why_not_counted

FIRST = "on record for the first time with a word that counts"
GROUPS = {
    "up": "moved towards a commitment",
    "down": "moved away from one",
    "off": "left the scale",
    "came_back": "moved and came back",
    "first_record": FIRST,
    "conditions_changed": "with other conditions or place",
    "restated": "said the same again",
    "unchanged": "not said again",
}
_STAYED = {
    "came_back": "Moved and came back",
    "conditions_changed": "Said again with other conditions or place",
    "restated": "Said the same again",
    "unchanged": "Not said again",
}
MOVES = ("up", "down", "off", "came_back")
_NAMED = 4


def direction(row: Row) -> str:
    """The group that a path belongs to, a code of ``GROUPS``."""
    outcome = text(row["outcome"])
    if outcome != "moved":
        return outcome
    if is_missing(row["rank_move"]):
        return "off"
    return "up" if int(row["rank_move"]) > 0 else "down"


def grouped(paths: Sequence[Row]) -> dict[str, list[Row]]:
    """Paths by group, in their order."""
    found: dict[str, list[Row]] = {}
    for row in paths:
        found.setdefault(direction(row), []).append(row)
    return found


def path_words(row: Row) -> str:
    """From what to what and by which way: ``from “undecided” to “on conditions”, by way of “would consider”``."""
    kind, before = text(row["kind"]), text(row["old_status"])
    first, last = in_strip(before, kind), f"“{in_strip(text(row['new_status']), kind)}”"
    between = _between(row)
    if not before:
        return f"first {listed(map(quoted, between))}, now {last}" if between else last
    if before == text(row["new_status"]):
        away = [status for status in between if status != first]
        return f"{last}, meanwhile {listed(map(quoted, away))}" if away else last
    way = f", by way of {listed(map(quoted, between))}" if between else ""
    return f"from “{first}” to {last}{way}"


def quoted(words: str) -> str:
    """Words in quotation marks."""
    return f"“{words}”"


def _between(row: Row) -> list[str]:
    """The statuses on the way that are neither its start nor its end, each once where it follows itself."""
    said = [in_strip(text(step["status"]), text(row["kind"])) for step in items(row["path"])]
    runs = [one for index, one in enumerate(said) if index == 0 or said[index - 1] != one]
    return (runs[1:-1] if text(row["old_status"]) else runs[:-1]) if len(runs) > 1 else []


def office_words(then: str, now: str, until: Any) -> str:
    """What became of a speaker's office, said only where it is another: ``; on 13 March 2026 in no office …``."""
    if now == then or not then:
        return ""
    return f"; on {long_date(until)} {now or 'no office on record'}"


def reading_compare(paths: Sequence[Row], since: Any, until: Any) -> str:
    """Two sentences: who moved and the longest way; then who came back, who is new and who stayed.

    Of a day that is compared with itself they say just that.
    """
    groups = grouped(paths)
    if since == until:
        first = f"{long_date(since)} is compared with itself, so no position can have moved."
        stood = f"{counted(len(paths), 'position')} that {plural(len(paths), 'counts', 'count')} stood on that day"
        return f"{first} {sentence(stood)}"
    first = f"Between {long_date(since)} and {long_date(until)}, {_movers(groups)}"
    return " ".join(part for part in (f"{first}.", sentence("; ".join(_others(groups)))) if part)


def movers_words(paths: Sequence[Row], since: Any) -> str:
    """All who moved by name, and how many are new on record: for a picture that has no room for paths."""
    moved = [row for row in paths if direction(row) in ("up", "down", "off")]
    new = sum(direction(row) == "first_record" for row in paths)
    first = f"Moved since {long_date(since)}: {_names(moved)}" if moved else f"None moved since {long_date(since)}"
    return f"{first}; {new} came on record." if new else f"{first}."


def _movers(groups: dict[str, list[Row]]) -> str:
    moved = [row for name in ("up", "down", "off") for row in groups.get(name, [])]
    if not moved:
        return "no position that was on record moved"
    ways = [
        f"{len(groups[name])} {words}"
        for name, words in (("up", "towards a commitment"), ("down", "away from one"), ("off", "off the scale"))
        if groups.get(name)
    ]
    most = max(abs(int(row["rank_move"])) if not is_missing(row["rank_move"]) else 0 for row in moved)
    far = [row for row in moved if not is_missing(row["rank_move"]) and abs(int(row["rank_move"])) == most]
    parts = [
        f"{counted(len(moved), 'position')} moved: {listed(ways)}",
        _farthest(far, len(moved) == 1) if far else "",
        *_standing_apart(moved),
    ]
    return "; ".join(part for part in parts if part)


def _standing_apart(moved: Sequence[Row]) -> list[str]:
    """The movers whose new position the map doesn't count, under each reason."""
    apart: dict[str, list[str]] = {}
    for row in moved:
        if not is_counted(row):
            apart.setdefault(why_not_counted(row["counted_as"]), []).append(the(row["pledger"]))
    return [f"not counted ({why}): {listed(names, _NAMED)}" for why, names in apart.items()]


def _farthest(far: Sequence[Row], is_alone: bool) -> str:
    kind, names = text(far[0]["kind"]), [the(row["pledger"]) for row in far]
    if len(far) == 1:
        old, new = (in_strip(text(far[0][name]), kind) for name in ("old_status", "new_status"))
        return f"{names[0]}{' went farthest' * (not is_alone)}, from “{old}” to “{new}”"
    size = abs(int(far[0]["rank_move"]))
    steps = f"{in_words(size)} {plural(size, 'step')} on the scale"
    return f"{listed(names, _NAMED)} went farthest, {steps}" + (" each" if len(far) > 1 else "")


def _others(groups: dict[str, list[Row]]) -> list[str]:
    back, new = groups.get("came_back", []), groups.get("first_record", [])
    said = []
    if back:
        said.append(f"{listed([the(row['pledger']) for row in back], _NAMED)} moved and came back")
    if new:
        verb = plural(len(new), "is", "are")
        said.append(f"{listed([the(row['pledger']) for row in new], _NAMED)} {verb} {FIRST}")
    stayed = _stayed_words(groups)
    return [*said, *([stayed] if stayed else [])]


def again_words(paths: Sequence[Row]) -> str:
    """How many only said the same again, and how many nothing: ``12 said the same again and two were not …``."""
    return _stayed_words(grouped(paths))


def _stayed_words(groups: dict[str, list[Row]]) -> str:
    again = sum(len(groups.get(name, [])) for name in ("restated", "conditions_changed"))
    silent = len(groups.get("unchanged", []))
    return listed([f"{in_words(again)} said the same again" if again else "", _silent(silent)])


def chosen_words(asked: str, paths: Sequence[Row], uncounted: Sequence[Row], is_one_day: bool = False) -> str:
    """Everybody who had a status on the earlier day, by name, and what became of it since.

    ``asked`` is the status and the day in words; ``uncounted`` are that day's positions whose word
    didn't count. Of a day that is compared with itself only who had it is told.
    """
    had = [row for row in paths if text(row["old_pledge_id"])]
    groups = grouped(had)
    moved = [row for name in ("up", "down", "off") for row in groups.get(name, [])]
    now = [_now(row) for row in moved]
    became = [f"Moved since ({len(now)}): {'; '.join(now)}" if now else "Moved since: none"] if had else []
    if is_one_day:
        became = [_names(had)] if had else []
    for name, words in _STAYED.items():
        if groups.get(name) and not is_one_day:
            became.append(f"{words} ({len(groups[name])}): {_names(groups[name])}")
    if uncounted:
        became.append(f"Not counted, as the voice doesn’t bind: {_names(uncounted)}")
    return " ".join(f"{part}." for part in (f"{sentence(asked).rstrip('.')}: {len(had) or 'nobody'}", *became))


def _now(row: Row) -> str:
    apart = "" if is_counted(row) else f" (not counted: {why_not_counted(row['counted_as'])})"
    return f"{the(row['pledger'])}, now {quoted(in_strip(text(row['new_status']), text(row['kind'])))}{apart}"


def _names(found: Sequence[Row]) -> str:
    return listed(sorted(the(row["pledger"]) for row in found))


def _silent(count: int) -> str:
    return f"{in_words(count)} {plural(count, 'was', 'were')} not said again" if count else ""
