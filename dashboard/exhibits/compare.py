"""Positions on two days as an exhibit: both maps, and who moved between them, by what path, on whose word."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from urllib.parse import quote, urlencode

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.exhibit import WIDTH, Count, Exhibit
from dashboard.exhibits.positions import focus_link, hint, instead
from dashboard.exhibits.rows import coverage_notes, doubt_words, recorded, source_ids, those, with_left_out
from dashboard.exhibits.stayed import further
from dashboard.figures.compare import later_map, two_maps
from dashboard.figures.theme import Theme
from dashboard.parts.key import card_key, map_key
from dashboard.parts.outside import outside, unlettered
from dashboard.parts.paths import lead
from dashboard.parts.paths import paths as path_list
from dashboard.queries import compare as asks
from dashboard.queries import pledges as positions
from dashboard.readings.compare import (
    FIRST,
    GROUPS,
    MOVES,
    chosen_words,
    direction,
    movers_words,
    path_words,
    reading_compare,
)
from dashboard.readings.prose import items, long_date, short_date, text
from dashboard.readings.wording import Row, in_strip, named_status, on_what
from dashboard.readings.wording import rows as records
from dashboard.selection import Selection

BOUNDARIES = "Boundaries follow UN outlines."
SHOWN = (*MOVES, "first_record")
OF_POSITIONS = ("statuses", "conditions", "frameworks", "bases", "speakers", "text")
COLUMNS = {
    "pledger": "Pledger",
    "outcome_label": "What became of it",
    "path_label": "Path",
    "way": "Steps",
    "old_label": "Before",
    "old_said_by": "Said before by",
    "old_office": "Office before",
    "old_office_now": "Their office on the later day",
    "new_label": "After",
    "said_by": "Said last by",
    "new_office": "Office then",
    "new_office_now": "Office on the later day",
    "doubt_label": "Doubts",
    "summary": "What was said last",
    "sources": "Sources",
}
WHY_NOT = {
    "first_record": "nothing that counts was on record on the earlier day: a first record, not a move",
    "came_back": "the position is the same on both days, though it moved in between",
    "conditions_changed": "the position is the same; only its conditions or place changed",
    "restated": "the same position was said again",
    "unchanged": "not said again between the two days",
}
PHRASES: dict[tuple[str, ...], str] = {
    ("up", "down", "off"): "moved",
    ("up",): "moved towards a commitment",
    ("down",): "moved away from one",
    ("off",): "moved off the scale",
    ("came_back",): "moved and came back",
    ("first_record",): FIRST,
    ("restated", "conditions_changed"): "said the same again",
    ("unchanged",): "not said again",
}


def compare(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Where everybody stood on two days, and the paths between."""
    since, until = asks.days(selection, catalogue)
    both = asks.positions_on_both(db, selection, catalogue)
    before, after = asks.on_day(both, since), asks.on_day(both, until)
    asked, steps, states = (
        asks.paths(db, selection, catalogue),
        asks.steps(db, selection, catalogue),
        positions.states(db),
    )
    whose = compared(before, after, selection)
    found, first, last = (of(one, whose) for one in (asked.frame, before, after))
    stood = uncounted(before, whose)
    told = [row | {"uncounted": stood.get(row["pledger_id"])} for row in records(found)]
    asked_for = had(selection, catalogue, since) if selection.statuses else ""
    opening = chosen_words(asked_for, told, list(stood.values()), since == until) if asked_for else ""
    chosen = [row for row in told if selection.option("changes") == "all" or direction(row) in SHOWN]
    on_maps, named = (records(first), records(last)), {row["pledger_id"] for row in chosen}
    stands = list(zip((since, until), on_maps, strict=True))
    is_world = selection.option("framing") == "world"
    link, to_card = links(selection, catalogue), focus_link(selection, catalogue)
    kind = selection.kind_shown(catalogue)
    where = with_left_out(states.frame, both.frame["pledger_id"], whose)
    ways = further(db, selection, catalogue, [row for row in told if row["pledger_id"] not in named])
    movers = frozenset(row["pledger_id"] for row in told if row["outcome"] in ("moved", "came_back"))

    def draw(theme: Theme, width: int = WIDTH, height: int | None = None) -> Figure:
        framing = selection.option("framing")
        days = (since, until)
        return two_maps(first, last, days, where, theme, framing, selection.focus, width, movers, height)

    def card(theme: Theme, width: int, height: int) -> Figure:
        shown = (last, until, where, theme, selection.option("framing"), width, movers, height)
        return later_map(*shown)

    def key(theme: Theme) -> str:
        is_narrowed = len(found) < len(asked.frame)
        return map_key(theme, chain(*on_maps), met(on_maps, told), kind, is_narrowed, has_moved=bool(movers))

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=f"Who moved on {on_what(selection.kind_shown(catalogue), kind_label(selection, catalogue))}",
        sentence=selection.sentence(catalogue),
        reading=reading_compare(told, since, until),
        table=lambda: with_words(found, told),
        columns=COLUMNS,
        shown=len(told),
        total=len(asked.frame),
        unit="positions",
        source_ids=source_ids(row["source_ids"] for row in told),
        asked=(asked, steps, both),
        draw=draw,
        slide=draw,
        key_html=key,
        card=card,
        card_html=lambda theme: card_key(theme, list(chain(*on_maps))),
        brief=movers_words(told, since),
        outside_html=lambda theme: "" if is_world else outside(stands, states.frame, theme, to_card),
        unlettered_html=lambda theme, left: unlettered(
            stands, states.frame, theme, besides(named, on_maps, left), is_world, to_card
        ),
        first_html=lambda theme: lead(theme, opening, ways),
        aside_html=lambda theme: path_list(chosen, steps.frame, theme, link, until, opening, ways, since != until),
        counts=lambda: counts(with_words(found, told), asked),
        notes=(*coverage_notes(catalogue, since, until), BOUNDARIES),
        hint="" if told else hint(db, selection, catalogue),
        instead={} if len(asked.frame) else instead(db, selection, catalogue),
        is_wide=True,
        height=430,
    )


def of(frame: pd.DataFrame, whose: Collection[str]) -> pd.DataFrame:
    """The rows of these pledgers; the frame itself where it has no others."""
    return those(frame, frame["pledger_id"].isin(whose))


def met(on_maps: Iterable[Iterable[Row]], told: Sequence[Row]) -> set[str]:
    """The statuses on either map and along the paths."""
    along = {step["status"] for row in told for step in items(row["path"])}
    return along.union(row["status"] for one in on_maps for row in one)


def besides(listed: Collection[str], stands: Iterable[Sequence[Row]], left: Collection[str] | None) -> set[str]:
    """Of those whose letter has no room, or of all, who isn't in the list with both positions already."""
    return {*(left if left is not None else (row["pledger_id"] for day in stands for row in day))} - {*listed}


def kind_label(selection: Selection, catalogue: Catalogue) -> str:
    """The kind of position by its label."""
    return catalogue.label("position_kind", selection.kind_shown(catalogue))


def compared(before: pd.DataFrame, after: pd.DataFrame, selection: Selection) -> set[str]:
    """Whose positions are compared: filters on positions ask for those of the earlier day, filters on places either."""
    kept = [set(frame.loc[frame["is_shown"], "pledger_id"]) for frame in (before, after)]
    return kept[0] if any(getattr(selection, name) for name in OF_POSITIONS) else kept[0] | kept[1]


def uncounted(before: pd.DataFrame, whose: set[str]) -> dict[str, Row]:
    """Pledger → what stood on the earlier day without counting, of those compared."""
    uncounted = (row for row in records(before) if row["is_shown"] and row["is_counting"] is not True)
    return {row["pledger_id"]: row for row in uncounted if row["pledger_id"] in whose}


def had(selection: Selection, catalogue: Catalogue, since: object) -> str:
    """The status asked for and its day: ``declined or open on 1 September 2025``; whether other filters hold too."""
    kind = selection.kind_shown(catalogue)
    asked = " or ".join(named_status(one, catalogue.label("pledge_status", one), kind) for one in selection.statuses)
    others = ("countries", "blocs", *(name for name in OF_POSITIONS if name != "statuses"))
    too = ", under the other filters too" if any(getattr(selection, name) for name in others) else ""
    return f"{asked} on {long_date(since)}{too}"


def with_words(found: pd.DataFrame, rows: Sequence[Row]) -> pd.DataFrame:
    """Paths with words for codes and the number of sources, as they are read and downloaded."""
    groups = [direction(row) for row in rows]
    return found.assign(
        group=groups,
        outcome_label=[GROUPS[group].capitalize() for group in groups],
        path_label=[path_words(row) for row in rows],
        way=[way(row) for row in rows],
        old_label=[in_strip(text(row["old_status"]), row["kind"]) for row in rows],
        new_label=[in_strip(text(row["new_status"]), row["kind"]) for row in rows],
        old_said_by=[recorded(row["old_speaker"]) if text(row["old_pledge_id"]) else "" for row in rows],
        said_by=[recorded(row["new_speaker"]) for row in rows],
        doubt_label=[doubt_words(row["doubts"]) for row in rows],
        sources=[len(items(row["source_ids"])) for row in rows],
    )


def way(row: Row) -> str:
    """Every step of a path with its day: ``undecided, 26 Aug 2025; on conditions, 6 Jan 2026``."""
    kind = text(row["kind"])
    return "; ".join(
        f"{in_strip(step['status'], kind)}, {short_date(step['announced_on'])}" for step in items(row["path"])
    )


def links(selection: Selection, catalogue: Catalogue) -> Callable[[str, str], str]:
    """Addresses from the list: profiles, the ledger of a pledger, the words behind a step."""
    drawn = Selection("pledges", shape="ledger", kind=selection.kind, phase=selection.phase)
    starts = {
        "actor": "country?c=",
        "speaker": "speaker?s=",
        "statement": "statements?focus=",
        "ledger": f"pledges?{urlencode(drawn.to_query(catalogue), doseq=True)}&c=",
        "pledge": f"?{urlencode(replace(selection, focus=None).to_query(catalogue), doseq=True)}&focus=",
    }
    return lambda what, one: starts[what] + quote(one)


def counts(found: pd.DataFrame, asked: Asked) -> tuple[Count, ...]:
    """The numbers of the reading: moved, either way, came back, first on record, said again or not."""
    made = []
    for groups, words in PHRASES.items():
        is_chosen = found["group"].isin(groups)
        chosen, rest = found[is_chosen], found[~is_chosen]
        if len(chosen):
            why = [WHY_NOT.get(one, f"it {GROUPS.get(one, one)}") for one in rest["group"]]
            made.append(Count(f"{len(chosen)} {words}", chosen, rest.assign(why=why), COLUMNS, asked))
    return tuple(made)
