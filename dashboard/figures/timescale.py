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
_THIN_SIZE = TICK_SIZE = 12


@dataclass(frozen=True)
class Timescale:
    """Whole days from ``since`` to ``until``, both included, drawn over ``pixels``; words reach a little beyond."""

    since: date
    until: date
    pixels: float
    before: float = 14.0
    after: float = 14.0

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
        known = self._moments.get(pixels)
        if known is None:
            days = timedelta(days=pixels / self.per_day)
            known = self._moments[pixels] = (self._start + days).isoformat(timespec="minutes")
        return known

    @cached_property
    def _start(self) -> datetime:
        return datetime(self.since.year, self.since.month, self.since.day)

    @cached_property
    def _moments(self) -> dict[float, str]:
        """What was asked before: columns of all lanes and acts stand at the same places."""
        return {}

    def starts(self) -> list[tuple[date, str]]:
        """Days that carry a tick, each with its text; a month or year stands under the first of its kind."""
        return list(self._named)

    @cached_property
    def _named(self) -> list[tuple[date, str]]:
        return _texts(_ticked(self), self)

    def every_day(self) -> list[date]:
        """All days drawn."""
        return [self.since + timedelta(days=i) for i in range(self.days)]

    def firsts(self) -> list[date]:
        """The days drawn with which a month begins."""
        months = range(12 * self.since.year + self.since.month - 1, 12 * self.until.year + self.until.month)
        days = (date(month // 12, month % 12 + 1, 1) for month in months)
        return [day for day in days if self.since <= day <= self.until]

    def has_room(self, day: date, words: str) -> bool:
        """Whether words centred on a day's tick stay on the picture."""
        at = self.at(day, tick_part(self))
        half = max(text_width(line, TICK_SIZE) for line in words.split("<br>")) / 2
        return at - half >= -self.before and at + half <= self.pixels + self.after


def tick_part(scale: Timescale) -> float:
    """Where in its day a tick stands: in the middle of a wide one, else at its start."""
    return 0.5 if scale.per_day >= 22 else 0.0


def _ticked(scale: Timescale) -> list[date]:
    if scale.per_day >= 3.6:
        return [day for day in scale.every_day() if scale.per_day >= 22 or day.day in (1, 8, 15, 22)]
    step = next((n for n in (1, 2, 3, 6, 12) if scale.per_day * 30 * n >= 30), 12)
    return [day for day in scale.firsts() if (day.month - 1) % step == 0]


def _texts(days: list[date], scale: Timescale) -> list[tuple[date, str]]:
    """Tick texts: days over months where days are drawn, else months over years; none that the picture's edge cuts."""
    named = [(day, *_words(day, scale.per_day >= 3.6)) for day in days]
    texts, last = [], ""
    for place, (day, above, below) in enumerate(named):
        others = (scale.at(later, 0) for later, _, other in named[place:] if other != below)
        is_apart = next(others, scale.pixels + 999) - scale.at(day, 0) > text_width(below, TICK_SIZE) + 4
        is_new = below != last and is_apart and scale.has_room(day, below)
        if scale.has_room(day, above):
            texts.append((day, f"{above}<br>{below}" if is_new else above))
            last = below if is_new else last
    return texts


def _words(day: date, is_fine: bool) -> tuple[str, str]:
    month = MONTHS[day.month - 1][:3]
    return (str(day.day), f"{month} {day.year}") if is_fine else (month, str(day.year))


def time_axis(scale: Timescale, theme: Theme) -> dict[str, Any]:
    """Layout of the x axis: fixed range, ticks centred on their day where a day is wide, else at its start."""
    ticks = scale.starts()
    part = tick_part(scale)
    end = scale.until + timedelta(days=1)
    return {
        "type": "date",
        "range": [scale.since.isoformat(), end.isoformat()],
        "tickvals": [scale.moment(scale.at(day, part)) for day, _ in ticks],
        "ticktext": [text for _, text in ticks],
        "tickangle": 0,
        "automargin": False,
        "tickfont": {"size": TICK_SIZE, "color": theme.ink},
        "ticks": "outside" if part == 0 else "",
        "ticklen": 4,
        "tickcolor": theme.hairline,
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }


def bands(scale: Timescale, theme: Theme, height: float) -> list[dict[str, Any]]:
    """Every other wide day tinted, else a hairline where each month or year begins: far marks keep their date."""
    if scale.per_day >= 22:
        tint, days = mix(theme.muted, theme.paper, 0.06), scale.every_day()
        return [_band(day, day + timedelta(days=1), height, tint) for day in days if day.toordinal() % 2]
    starts = [day for day in scale.firsts() if scale.per_day >= 1.5 or day.month == 1]
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
    part = tick_part(scale)
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
