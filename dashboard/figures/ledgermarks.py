"""The marks of the ledger: segments that fade, outlines, dots where it was said again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dashboard.figures.canvas import Mark, folded, mark_of
from dashboard.figures.hover import position_hover
from dashboard.figures.labels import shortened
from dashboard.figures.ledgerrows import Order, moves
from dashboard.figures.ledgersheet import DAY_MS, WIDE, Sheet, is_visible
from dashboard.figures.ledgerspots import spots
from dashboard.figures.ledgerstarts import is_soft
from dashboard.figures.strips import Row, said_days
from dashboard.figures.theme import Theme, mix
from dashboard.readings.prose import counted, long_date, text
from dashboard.readings.wording import in_strip, is_counted, is_previous

FADING = ((0, 90, 1.0), (90, 180, 0.8), (180, 365, 0.42), (365, 10**6, 0.2))
_DAY = timedelta(days=1)
_FADES = [(timedelta(low), timedelta(min(high, 40_000)), share) for low, high, share in FADING]
_PATTERNS = {"withdrawn": "/", "undecided": "."}
VEIL = 0.45
_DOTTED_LEAST = 0.5
NAME_SIZE, LONGEST_NAME = 13, 240  # pixels: no country has a longer one


@dataclass(frozen=True)
class Piece:
    """A stretch of a period in one shade."""

    row: Row
    pledge_id: str
    starts_on: date
    ends_on: date
    share: float


def pieces(row: Row, sheet: Sheet) -> Iterator[Piece]:
    """The stretches of one period inside the window: each said day renews it, then it fades."""
    said = said_days(row)
    for index, (day, pledge_id) in enumerate(said):
        stop = said[index + 1][0] if index + 1 < len(said) else row["ends_on"]
        if stop <= sheet.since or day > sheet.until:
            continue
        for low, high, share in _FADES:
            left = max(day + low, sheet.since)
            right = min(day + high, stop, sheet.until + _DAY)
            if left < right:
                yield Piece(row, pledge_id, left, right, share)


def segments(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """One bar per stretch; hollow where the position isn't counted; hatched where it was withdrawn."""
    drawn = [piece for row in periods for piece in pieces(row, sheet)]
    hovers = {pledge_id: words for row in periods if is_visible(row, sheet) for pledge_id, words in _hovers(row)}
    theme = sheet.theme
    fills = [theme.land if not is_counted(piece.row) else shade(piece, theme) for piece in drawn]
    return [
        mark_of(
            "bar",
            name="segments",
            orientation="h",
            base=[piece.starts_on.isoformat() for piece in drawn],
            x=[(piece.ends_on - piece.starts_on).days * DAY_MS for piece in drawn],
            y=[sheet.places[piece.row["strip"]] for piece in drawn],
            width=WIDE,
            marker={
                "color": fills,
                "line": {"width": 0},
                "pattern": {
                    "shape": [_PATTERNS.get(piece.row["status"], "") for piece in drawn],
                    "fillmode": "overlay",
                    "bgcolor": theme.paper,  # each mark's own colour lies over it; without this Plotly reads the list
                    "fgopacity": 0.3,
                    "size": 5,
                    "solidity": 0.16,
                },
            },
            customdata=[[piece.pledge_id, piece.row["pledger_id"]] for piece in drawn],
            hovertext=[hovers[piece.pledge_id] for piece in drawn],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    ]


def shade(piece: Piece, theme: Theme) -> str:
    """The status colour, the paler the longer ago it was said."""
    is_dotted = piece.row["status"] == "undecided"
    share = _DOTTED_LEAST + (1 - _DOTTED_LEAST) * piece.share if is_dotted else piece.share
    return mix(theme.status[piece.row["status"]], theme.paper, share)


def outlines(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """A frame around each period (3:1 on paper); those whose start isn't certain have one of their own."""
    rows = [row for row in periods if is_visible(row, sheet) and not is_soft(row, sheet)]
    lefts = [max(row["starts_on"], sheet.since) for row in rows]
    rights = [min(row["ends_on"], sheet.until + timedelta(days=1)) for row in rows]
    return [
        mark_of(
            "bar",
            name="outlines",
            orientation="h",
            base=[left.isoformat() for left in lefts],
            x=[(right - left).days * DAY_MS for left, right in zip(lefts, rights, strict=True)],
            y=[sheet.places[row["strip"]] for row in rows],
            width=WIDE,
            marker={
                "color": "rgba(0,0,0,0)",
                "line": {
                    "color": [sheet.theme.status_outline[row["status"]] for row in rows],
                    "width": [1.8 if not is_counted(row) else 0.9 for row in rows],
                },
            },
            hoverinfo="skip",
        )
    ]


def said_again(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """Dots where a position was said again; diamonds where its conditions changed."""
    again = [
        (row, day, pledge_id, changed)
        for row in periods
        for day, pledge_id, changed, _ in row["restated"]
        if sheet.since <= day <= sheet.until
    ]
    found = spots(periods, sheet)
    return [
        mark_of(
            "scatter",
            name="said again",
            mode="markers",
            x=[found[pledge_id] for _, _, pledge_id, _ in again],
            y=[sheet.places[row["strip"]] for row, *_ in again],
            cliponaxis=False,
            marker={
                "symbol": ["diamond" if changed else "circle" for *_, changed in again],
                "size": [7 if changed else 6 for *_, changed in again],
                "color": [
                    sheet.theme.status_ink[row["status"]] if is_counted(row) else sheet.theme.ink for row, *_ in again
                ],
                "opacity": 1,
            },
            customdata=[[pledge_id, row["pledger_id"]] for row, _, pledge_id, _ in again],
            hovertext=[_again(row, day, changed) for row, day, _, changed in again],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    ]


def remarks(periods: list[Row], sheet: Sheet) -> list[Mark]:
    """Rings where somebody whose word doesn't bind said something beside the position."""
    said = [(row, *one) for row in periods for one in row["remarks"] if sheet.since <= one[0] <= sheet.until]
    theme, found = sheet.theme, spots(periods, sheet)
    return [
        mark_of(
            "scatter",
            name="remarks",
            mode="markers",
            x=[found[pledge_id] for _, _, pledge_id, _ in said],
            y=[sheet.places[row["strip"]] for row, *_ in said],
            cliponaxis=False,
            marker={
                "symbol": "circle",
                "size": 7,
                "color": theme.paper,
                "opacity": 1,
                "line": {"width": 2, "color": [theme.status_outline[status] for *_, status in said]},
            },
            customdata=[[pledge_id, row["pledger_id"]] for row, _, pledge_id, _ in said],
            hovertext=[_aside(row, day, status) for row, day, _, status in said],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    ]


def label(periods: list[Row], theme: Theme, order: Order) -> str:
    """The name of a strip, with a question mark where the standing position is in doubt, a star for a past office."""
    row = periods[-1]
    star = "*" if is_counted(row) and is_previous(row) else ""
    doubt = f' <b style="color:{theme.doubt};font-size:{theme.px(11.2)}px">?</b>' if row["last_doubts"] else ""
    times = f" · {moves(periods, order.since)}" if order.sort == "changes" else ""
    name = folded(shortened(text(row["pledger"]), NAME_SIZE, LONGEST_NAME))
    return f"{name}{star}{doubt}{times}"


def veil(depth: float, sheet: Sheet) -> list[Mark]:
    """Thin time veiled: above the strips, below the words and dots in them."""
    spans = sheet.thin_spans()
    if not spans:
        return []
    return [
        mark_of(
            "bar",
            name="veil",
            orientation="h",
            base=[left.isoformat() for left, _ in spans],
            x=[(right - left).days * DAY_MS for left, right in spans],
            y=[depth / 2] * len(spans),
            width=depth + 1,
            marker={"color": sheet.theme.veil, "opacity": VEIL, "line": {"width": 0}},
            hoverinfo="skip",
            unselected={"marker": {"opacity": VEIL}},
        )
    ]


def _hovers(row: Row) -> Iterator[tuple[str, str]]:
    """Each pledge of a period with what its stretch says: the same words, but that one may be in doubt."""
    known: dict[bool, str] = {}
    for _, pledge_id in said_days(row):
        doubts = row["said_doubts"].get(pledge_id, 0)
        if bool(doubts) not in known:
            known[bool(doubts)] = _hover({**row, "doubts": doubts})
        yield pledge_id, known[bool(doubts)]


def _hover(row: Row) -> str:
    stood = f"Stood until {long_date(row['ends_on'] - timedelta(days=1))}"
    again = [day for day, *_ in row["restated"]]
    said = f"{counted(len(again), 'repetition')}, last on {long_date(again[-1])}" if again else "Not repeated since"
    return f"{position_hover(row)}<br><i>{stood}</i><br><i>{said}</i>"


def _again(row: Row, day: date, changed: bool) -> str:
    verb = "Said with other conditions" if changed else "Said again"
    return f"<b>{folded(row['pledger'])}</b>  {verb}<br>{long_date(day)}"


def _aside(row: Row, day: date, status: str) -> str:
    words = in_strip(status, text(row["kind"]))
    return f"<b>{folded(row['pledger'])}</b>  {words}, said by a voice that doesn’t bind<br>{long_date(day)}"
