"""What promises hang on: one bar per condition, alternatives counted once; and what that says in two sentences."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from dashboard.readings.names import the
from dashboard.readings.prose import as_day, counted, in_words, listed, long_date, plural, sentence, short_date, text
from dashboard.readings.wording import Row, lowered, on_what, rows

GROUPS = {"end_of_fighting": "End of the fighting"}
_FEW = 3


class Bar(NamedTuple):
    """A condition, or alternatives counted once, and the promises that hang on it.

    `now`: the current row names it; `earlier`: an earlier one did and nothing withdrew it; `unbound`: only voices
    that don't bind name it. One row per promise: pledger, kind and debate. `part_of` is the bar of alternatives that
    a condition is counted in.
    """

    code: str
    label: str
    now: tuple[Row, ...]
    earlier: tuple[Row, ...]
    unbound: tuple[Row, ...]
    part_of: str = ""

    @property
    def total(self) -> int:
        """Promises that hang on it."""
        return len(self.now) + len(self.earlier)

    @property
    def is_group(self) -> bool:
        """Whether it counts alternatives once."""
        return any(text(row["alternative_group"]) == self.code for row in self.named)

    @property
    def named(self) -> tuple[Row, ...]:
        """Every row that names it, those that don't count last."""
        return (*self.now, *self.earlier, *self.unbound)


def bars(frame: pd.DataFrame) -> list[Bar]:
    """The bars of query ``conditions``, most promises first; alternatives beneath the bar that counts them once."""
    found = rows(frame)
    groups = sorted({text(row["alternative_group"]) for row in found} - {""})
    tops = [_bar(group, group_words(group), [r for r in found if r["alternative_group"] == group]) for group in groups]
    single = [row for row in found if not text(row["alternative_group"])]
    tops += [_bar(*one) for one in _by_condition(single)]
    ordered: list[Bar] = []
    for top in sorted(tops, key=_weight):
        parts = [row for row in found if row["alternative_group"] == top.code]
        ordered += [top, *sorted((_bar(*one, top.code) for one in _by_condition(parts)), key=_weight)]
    return ordered


def group_words(group: str) -> str:
    """What alternatives have in common, as a label."""
    return GROUPS.get(group) or group.replace("_", " ").capitalize()


def promise(row: Row) -> tuple[str, str, str]:
    """What makes a promise one: whose it is, its kind, its debate."""
    return text(row["pledger_id"]), text(row["kind"]), text(row.get("phase"))


def _by_condition(found: Sequence[Row]) -> Iterable[tuple[str, str, list[Row]]]:
    labels = {text(row["condition"]): text(row["condition_label"]) for row in found}
    return [(code, label, [row for row in found if row["condition"] == code]) for code, label in labels.items()]


def _bar(code: str, label: str, found: Sequence[Row], part_of: str = "") -> Bar:
    bound = [row for row in found if row["is_counting"]]
    now = _once(row for row in bound if row["is_current"])
    kept = {promise(row) for row in now}
    earlier = _once(row for row in bound if promise(row) not in kept)
    kept |= {promise(row) for row in earlier}
    unbound = _once(row for row in found if not row["is_counting"] and promise(row) not in kept)
    return Bar(code, label, tuple(now), tuple(earlier), tuple(unbound), part_of)


def _once(found: Iterable[Row]) -> list[Row]:
    """One row per promise: the one last named."""
    kept: dict[tuple[str, str, str], Row] = {}
    for row in sorted(found, key=lambda row: str(row["last_named_on"])):
        kept[promise(row)] = row
    return sorted(kept.values(), key=lambda row: (text(row["pledger"]), text(row["kind_label"])))


def _weight(bar: Bar) -> tuple[int, int, int, str]:
    return -bar.total, -len(bar.now), -len(bar.unbound), bar.label


def promises(found: Iterable[Bar]) -> list[Row]:
    """The promises that hang on anything, each once, rows that don't count left out."""
    kept: dict[tuple[str, str, str], Row] = {}
    for bar in found:
        for row in (*bar.now, *bar.earlier):
            kept.setdefault(promise(row), row)
    return list(kept.values())


def reading_conditions(found: Sequence[Bar], day: Any, kind: str = "", focus: str | None = None) -> str:
    """How many promises hang on what, most often on which; then what is named only earlier or by no binding voice.

    `kind` is what the one kind shown is on; empty where all are. Of a condition alone, or in `focus`, the first
    sentence tells who named it.
    """
    tops = [bar for bar in found if not bar.part_of]
    hanging = promises(tops)
    if not found:
        return f"On {long_date(day)} no condition was on record that fits this selection."
    chosen = tops[0] if len(tops) == 1 else next((bar for bar in found if bar.code == focus), None)
    if chosen:
        on_it = promises([chosen])
        of = f", of {_number(hanging, kind)} on any condition" if len(tops) > 1 else ""
        named = sentence(bar_words(chosen, not kind))
        return f"{named} On {long_date(day)}, {_whose(on_it, kind)} hung on it{of}."
    head = f"On {long_date(day)}, {_whose(hanging, kind)} hung on conditions{_mostly(tops)}."
    return " ".join(part for part in (head, sentence("; ".join(_rest(tops, hanging)))) if part)


def _whose(hanging: Sequence[Row], kind: str) -> str:
    pledgers = counted(len({row["pledger_id"] for row in hanging}), "pledger")
    return (
        f"positions of {pledgers} on {lowered(kind)}" if kind else f"{counted(len(hanging), 'promise')} of {pledgers}"
    )


def _number(hanging: Sequence[Row], kind: str) -> int:
    """What is counted: of one kind a promise of each pledger."""
    return len({row["pledger_id"] for row in hanging}) if kind else len(hanging)


def _mostly(tops: Sequence[Bar]) -> str:
    told = [f"{condition_name(bar.label)} ({bar.total})" for bar in tops if bar.total][:_FEW]
    return f"{', most often' if len(told) > 1 else ':'} {listed(told)}" if told else ""


def condition_name(label: str) -> str:
    """A condition's label within a sentence."""
    return lowered(label)


def _rest(tops: Sequence[Bar], hanging: Sequence[Row]) -> list[str]:
    spoken = {promise(row) for bar in tops for row in bar.now}
    silent = [row for row in hanging if promise(row) not in spoken]
    unbound = {promise(row) for bar in tops for row in bar.unbound} - {promise(row) for row in hanging}
    clauses = []
    if silent:
        clauses.append(
            f"{in_words(len(silent))} of them {plural(len(silent), 'hangs', 'hang')} only on what was named earlier "
            "and never withdrawn"
        )
    if unbound:
        clauses.append(f"voices that don’t bind name conditions of {in_words(len(unbound))} more, not counted")
    return clauses


def when_named(row: Row) -> str:
    """``named 6 Jan 2026``; ``named 24 Feb 2025, not repeated since``; ``first named …, last …`` where they differ."""
    first, last = short_date(row["first_named_on"]), short_date(row["last_named_on"], row.get("date_precision"))
    told = f"named {last}" if as_day(row["first_named_on"]) == as_day(row["last_named_on"]) else (
        f"first named {first}, last {last}"
    )  # fmt: skip
    if not row["is_current"]:
        return f"{told}, not repeated since"
    return f"{told}, more than 180 days before" if row.get("is_aged") else told


def whose(found: Sequence[Row], with_kind: bool) -> list[tuple[str, str, list[Row]]]:
    """Promises by pledger: id, name, rows; the rows differ in kind where several kinds are shown."""
    kept: dict[str, list[Row]] = {}
    for row in found:
        kept.setdefault(text(row["pledger_id"]), []).append(row)
    return [(pledger_id, text(own[0]["pledger"]), own if with_kind else own[:1]) for pledger_id, own in kept.items()]


def bar_words(bar: Bar, with_kind: bool = False) -> str:
    """A bar in words: ``US backstop: named now by Germany; earlier, never withdrawn, by France (24 Feb 2025)``."""
    parts = []
    if bar.now:
        parts.append(f"named now by {listed(_names(bar.now, with_kind, dated=False))}")
    if bar.earlier:
        parts.append(f"earlier, never withdrawn, by {listed(_names(bar.earlier, with_kind, dated=True))}")
    if bar.unbound:
        parts.append(f"by voices that don’t bind: {listed(_names(bar.unbound, with_kind, dated=False))}")
    return f"{bar.label}: {'; '.join(parts)}"


def _names(found: Sequence[Row], with_kind: bool, dated: bool) -> list[str]:
    """Pledgers, each once; in brackets the kinds of their promises where several are shown, and the day."""
    told = []
    for _, name, own in whose(found, with_kind):
        kinds = [kind_words(row) for row in own] if with_kind else []
        day = [short_date(max(row["last_named_on"] for row in own))] if dated else []
        aside = ", ".join([*kinds, *day])
        told.append(f"{the(name)} ({aside})" if aside else the(name))
    return told


def kind_words(row: Row) -> str:
    """The kind of a promise, and its debate where it is not about what follows the fighting."""
    kind = on_what(text(row["kind"]), text(row["kind_label"]))
    is_after = text(row.get("phase")) in ("", "post_war")
    return kind if is_after else f"{kind}, {lowered(text(row['phase_label']))}"


def kind_label(row: Row) -> str:
    """The same by the kind's short label, for lists: ``ground troops (during the war)``."""
    kind, is_after = lowered(text(row["kind_label"])), text(row.get("phase")) in ("", "post_war")
    return kind if is_after else f"{kind} ({lowered(text(row['phase_label']))})"
