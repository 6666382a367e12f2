"""Where everything of the timeline stands: lanes of events and of statements, from the top down. Lengths in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dashboard.figures.binned import TALLEST, Columns, columns_for, count_lane, is_dense, pixels_per_statement
from dashboard.figures.eventlane import ALL, MOST_ROWS, EventLane, merged, place_events, told
from dashboard.figures.lanes import HANDFUL, OTHERS, Grouping, Lane, Said, counts_of, place_lane, statements_by_lane
from dashboard.figures.timescale import Timescale
from dashboard.readings.itemrows import Rows, statements_of

NARROW = 620
_APART = 10.0
_HEAD = 15.0
_BETWEEN = 32.0


@dataclass(frozen=True)
class Thrift:
    """How low the picture is kept: events on one lane or on one per category, rows of names, marks above each other.

    Where names stay `is_whole`, fewer of them are shown rather than shortened ones.
    """

    is_merged: bool = False
    event_rows: int = MOST_ROWS
    handful: int = HANDFUL
    is_whole: bool = False

    @property
    def tallest(self) -> float:
        """The height of the tallest column, where statements are counted."""
        return TALLEST if self.handful == HANDFUL else 9.0 * self.handful


# Lanes of statements, rows of events' names, marks above each other: ever lower pictures.
_THRIFTY = (
    (10, 5, 5), (10, 4, 4), (10, 3, 3), (10, 3, 2), (9, 3, 2), (8, 3, 2), (7, 3, 2), (7, 2, 2), (6, 2, 2), (5, 2, 2),
    (4, 2, 2), (4, 1, 2), (3, 1, 2), (3, 1, 1), (2, 1, 1), (1, 1, 1),
)  # fmt: skip

# The same where statements are counted: what happened says more of years than low columns of a tenth lane.
_COUNTED = (
    (10, 5, 5), (10, 4, 5), (9, 4, 5), (8, 4, 4), (7, 4, 4), (6, 4, 4), (6, 3, 4), (6, 3, 3), (5, 3, 3), (5, 2, 3),
    (4, 2, 3), (4, 2, 2), (3, 2, 2), (3, 1, 2), (2, 1, 2), (1, 1, 2), (1, 1, 1),
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What the picture is of: the grouping, words of categories, two actors face to face, what stands out."""

    grouping: Grouping = field(default_factory=Grouping)
    categories: Mapping[str, str] = field(default_factory=dict)
    facing: tuple[str, ...] = ()
    focus: frozenset[str] = frozenset()
    pinned: frozenset[str] = frozenset()
    opened: str = ""
    thrift: Thrift = Thrift()


@dataclass
class Plan:
    """Everything in its place: the scale, lanes of events and statements, the unit of counting, the total height.

    ``edges`` are the lower edges of lanes, true where events and statements part.
    """

    scale: Timescale
    wanted: Wanted
    columns: Columns | None
    is_narrow: bool
    unit: float = 0.0
    height: float = 4.0
    events: list[EventLane] = field(default_factory=list)
    lanes: list[Lane] = field(default_factory=list)
    edges: list[tuple[float, bool]] = field(default_factory=list)

    @property
    def is_dense(self) -> bool:
        """True where doubts are counted beside a lane's name instead of signed above each column."""
        return is_dense(self.scale, self.columns)

    @property
    def unnamed(self) -> int:
        """Events without a name."""
        return sum(lane.unnamed for lane in self.events)


def planned(rows: Rows, wanted: Wanted, scale: Timescale, is_narrow: bool) -> Plan:
    """The plan of a window; of two actors who face each other, the second hangs below the first."""
    plan = Plan(scale, wanted, columns_for(scale, len(statements_of(rows))), is_narrow)
    found = statements_by_lane(rows, wanted.grouping, wanted.focus)
    plan.unit = pixels_per_statement(found, plan.columns, wanted.thrift.tallest) if plan.columns else 0.0
    _add_events(plan, rows, wanted.thrift.is_merged or bool(wanted.facing))
    if wanted.facing:
        _add_facing(plan, found)
        return plan
    for code, said in found.items():
        _add_lane(plan, code, said)
    return plan


def planned_within(rows: Rows, wanted: Wanted, scale: Timescale, is_narrow: bool, room: float) -> Plan:
    """The plan that leaves least out of what is no higher than ``room``; the lowest there is where nothing fits.

    Events share a lane before names go, days end in chips before lanes are counted together; where all are counted,
    lanes go before names.
    """
    lowest = planned(rows, replace(wanted, thrift=Thrift(is_whole=True)), scale, is_narrow)
    for lanes, names, marks in _COUNTED if lowest.columns else _THRIFTY:
        if lowest.height <= room:
            break
        main = wanted.grouping.main if len(wanted.grouping.main) <= lanes else ()
        grouping = replace(wanted.grouping, most=min(wanted.grouping.most, lanes), main=main)
        kept = replace(wanted, grouping=grouping, thrift=Thrift(True, names, marks, True))
        lowest = planned(rows, kept, scale, is_narrow)
    return lowest


def _add_facing(plan: Plan, found: dict[str, list[Said]]) -> None:
    """The first actor, the answers, the second actor; whoever else belongs to the focus last."""
    first, second = plan.wanted.facing
    _add_lane(plan, first, found.pop(first, []), is_big=True)
    plan.height += 0 if plan.columns else _BETWEEN
    _add_lane(plan, second, found.pop(second, []), is_big=True, is_hanging=True)
    rest = {one.item_id: one for said in found.values() for one in said}
    if rest:
        _add_lane(plan, OTHERS, list(rest.values()))


def _add_events(plan: Plan, rows: Rows, is_merged: bool = False) -> None:
    events = told(rows, plan.wanted.pinned | plan.wanted.focus)
    names: Mapping[str, str] = plan.wanted.categories
    if is_merged:
        events, names = merged(events), {ALL: "Events"}
    if not events:
        return
    head = _HEAD if plan.is_narrow else 0.0
    strong = 1 if plan.is_narrow else 3
    thrift = plan.wanted.thrift
    placed, bottom = place_events(
        events, names, plan.scale, plan.height, plan.columns, head, strong, thrift.event_rows, thrift.is_whole
    )
    plan.events = placed
    plan.edges += [(lane.bottom, lane is placed[-1]) for lane in placed]
    plan.height = bottom + _APART


def _add_lane(
    plan: Plan,
    code: str,
    said: list[Said],
    is_big: bool = False,
    is_hanging: bool = False,
) -> None:
    name = plan.wanted.grouping.names.get(code, "") or _name_of_others(plan, code)
    head = _HEAD if plan.is_narrow else 0.0
    lane = Lane(code, name, plan.height, plan.height, counts_of(said), head, is_hanging)
    if plan.columns and said:
        is_bare = plan.is_dense and plan.wanted.thrift.is_whole
        count_lane(lane, said, plan.scale, plan.columns, plan.unit, plan.wanted.focus, is_bare)
    else:
        place_lane(lane, said, plan.scale, plan.wanted.focus, is_big, plan.wanted.thrift.handful)
    plan.lanes.append(lane)
    plan.edges.append((lane.bottom, False))
    plan.height = lane.bottom


def _name_of_others(plan: Plan, code: str) -> str:
    if code != OTHERS:
        return code
    return "Others" if plan.is_dense and plan.wanted.thrift.is_whole else f"Other {plan.wanted.grouping.noun}"
