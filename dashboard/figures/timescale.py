"""The time axis of a figure whose y unit is the pixel: days to pixels and back, ticks in words, thin time veiled."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from dashboard.figures.labels import text_width
from dashboard.figures.theme import Theme, mix
from dashboard.readings.prose import MONTHS, as_day

DAY_MS = 86_400_000
_THIN = ("thin coverage: chief events only", "thin coverage", "thin")
_THIN_SIZE = 12


@dataclass(frozen=True)
class Timescale:
    """Whole days from ``since`` to ``until``, both included, drawn over ``pixels``."""

    since: date
    until: date
    pixels: float

    @cached_property
    def days(self) -> int:
        """Number of days drawn."""
        return (self.until - self.since).days + 1

    @cached_property
    def per_day(self) -> float:
        """Pixels per day."""
        return self.pixels / self.days

    def at(self, day: Any, part: float = 0.5) -> float:
        """Pixels from the left for a day; ``part`` of the day gone (0 its start, 1 its end)."""
        found = day if type(day) is date else as_day(day)
        return ((found - self.since).days + part) * self.per_day if found else 0.0

    def moment(self, pixels: float) -> str:
        """The ISO moment at so many pixels from the left, for the figure's date axis."""
        start = datetime(self.since.year, self.since.month, self.since.day)
        return (start + timedelta(days=pixels / self.per_day)).isoformat(timespec="minutes")

    def starts(self) -> list[tuple[date, str]]:
        """Days that carry a tick, each with its text; a month or year stands under the first of its kind."""
        days = [self.since + timedelta(days=i) for i in range(self.days)]
        return _texts(_ticked(days, self.per_day), self.per_day)


def _ticked(days: list[date], per_day: float) -> list[date]:
    if per_day >= 22:
        return days
    if per_day >= 3.6:
        return [day for day in days if day.day in (1, 8, 15, 22)]
    step = next((n for n in (1, 2, 3, 6, 12) if per_day * 30 * n >= 30), 12)
    return [day for day in days if day.day == 1 and (day.month - 1) % step == 0]


def _texts(days: list[date], per_day: float) -> list[tuple[date, str]]:
    """Tick texts: days over months where days are drawn, else months over years."""
    texts, last = [], ""
    for day in days:
        month = MONTHS[day.month - 1][:3]
        fine = per_day >= 3.6
        above, below = (str(day.day), f"{month} {day.year}") if fine else (month, str(day.year))
        texts.append((day, above if below == last else f"{above}<br>{below}"))
        last = below
    return texts


def time_axis(scale: Timescale, theme: Theme) -> dict[str, Any]:
    """Layout of the x axis: fixed range, ticks centred on their day where a day is wide, else at its start."""
    ticks = scale.starts()
    part = 0.5 if scale.per_day >= 22 else 0.0
    end = scale.until + timedelta(days=1)
    return {
        "type": "date",
        "range": [scale.since.isoformat(), end.isoformat()],
        "tickvals": [scale.moment(scale.at(day, part)) for day, _ in ticks],
        "ticktext": [text for _, text in ticks],
        "tickangle": 0,
        "tickfont": {"size": 12, "color": theme.ink},
        "ticks": "outside" if part == 0 else "",
        "ticklen": 4,
        "tickcolor": theme.hairline,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def bands(scale: Timescale, theme: Theme, height: float) -> list[dict[str, Any]]:
    """Every other wide day tinted, else a hairline where each month or year begins: far marks keep their date."""
    days = [scale.since + timedelta(days=i) for i in range(scale.days)]
    if scale.per_day >= 22:
        tint = mix(theme.muted, theme.paper, 0.06)
        return [_band(day, day + timedelta(days=1), height, tint) for day in days if day.toordinal() % 2]
    is_fine = scale.per_day >= 1.5
    starts = [day for day in days if day.day == 1 and (is_fine or day.month == 1)]
    return [_rule(day, height, theme.hairline) for day in starts]


def _rule(day: date, height: float, colour: str) -> dict[str, Any]:
    x = day.isoformat()
    line = {"width": 1, "color": colour, "dash": "dot"}
    return {"type": "line", "layer": "below", "x0": x, "x1": x, "y0": 0, "y1": height, "line": line}


def _band(start: date, end: date, height: float, colour: str) -> dict[str, Any]:
    return {
        "type": "rect",
        "layer": "below",
        "x0": start.isoformat(),
        "x1": end.isoformat(),
        "y0": 0,
        "y1": height,
        "fillcolor": colour,
        "line": {"width": 0},
    }


def thin_spans(scale: Timescale, dense: tuple[Any, Any] | None) -> list[tuple[date, date]]:
    """Parts of the window outside the dense span, as (first day, day after the last)."""
    first, last = (as_day(dense[0]), as_day(dense[1])) if dense else (None, None)
    if first is None or last is None:
        return []
    day = timedelta(days=1)
    spans = [(scale.since, min(first, scale.until + day)), (max(last + day, scale.since), scale.until + day)]
    return [(start, end) for start, end in spans if start < end]


def veils(scale: Timescale, theme: Theme, dense: tuple[Any, Any] | None, height: float) -> list[dict[str, Any]]:
    """Thin time tinted, so that few marks don't pass for silence."""
    tint = mix(theme.doubt, theme.paper, 0.07)
    return [_band(start, end, height, tint) for start, end in thin_spans(scale, dense)]


def top_dates(scale: Timescale, theme: Theme) -> list[dict[str, Any]]:
    """The ticks' words above the picture too: a tall one is read from its top."""
    part = 0.5 if scale.per_day >= 22 else 0.0
    notes = []
    for day, words in scale.starts():
        above, _, below = words.partition("<br>")
        place = {
            "x": scale.moment(scale.at(day, part)),
            "yref": "paper",
            "y": 1,
            "yanchor": "bottom",
            "showarrow": False,
        }
        text = f"{below}<br>{above}" if below else above
        notes.append({**place, "text": text, "borderpad": 0, "font": {"size": 12, "color": theme.muted}})
    return notes


def thin_names(scale: Timescale, theme: Theme, dense: tuple[Any, Any] | None, raised: int = 0) -> list[dict[str, Any]]:
    """The words that name thin time, above each span that has room for them; ``raised`` by so many pixels."""
    names = []
    for start, end in thin_spans(scale, dense):
        room = (end - start).days * scale.per_day
        words = next((words for words in _THIN if room > text_width(words, _THIN_SIZE)), "")
        centre = scale.moment(scale.at(start, 0) + room / 2)
        place = {"x": centre, "yref": "paper", "y": 1, "yanchor": "bottom", "yshift": raised, "showarrow": False}
        names.append({**place, "text": words, "font": {"size": _THIN_SIZE, "color": theme.doubt}})
    return [name for name in names if name["text"]]
