"""An exhibit: everything that a view shows about one subject, whoever publishes it.

Built by `dashboard.exhibits.<subject>.<subject>(db, selection, catalogue)`; drawn by the app, the published page
and the API alike. What depends on light or dark takes the theme; the rest is ready to print.
"""

import datetime as dt
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.database import Asked
from dashboard.figures.theme import Theme

T = TypeVar("T")
WIDTH = 1060


class Draw(Protocol):
    """Draws a figure in a theme, its text placed for `width` pixels."""

    def __call__(self, theme: Theme, width: int = WIDTH) -> Figure:
        """The figure."""


class Slide(Protocol):
    """Draws a figure for a slide: `width` pixels wide and, where it can be, no more than `height` high."""

    def __call__(self, theme: Theme, width: int, height: int) -> Figure:
        """The figure."""


def nothing(_theme: Theme) -> str:
    """The HTML of a part that this exhibit doesn't have."""
    return ""


def no_actors(_theme: Theme, _actor_ids: Collection[str] | None) -> str:
    """The same for a part about some actors."""
    return ""


@dataclass(frozen=True)
class Count:
    """A headline number and why it is that: the rows it counts, the rows near it that it leaves out.

    `words` are the number as the reader meets it ("8 would send on conditions"); `rows` are those it counts,
    `left_out` those near it, with `why`, the rule in words by which each doesn't count; `columns` names those that
    are read, in order; `asked` is the SQL behind both.
    """

    words: str
    rows: pd.DataFrame
    left_out: pd.DataFrame
    columns: Mapping[str, str]
    asked: Asked


@dataclass(frozen=True)
class Play:
    """What a reader steers by: the change days, those of them in thin coverage, where the as-of day stands among them.

    `at` is the last change day up to `day`, the as-of day, counted from 0; `query` asks for the film of it all, which
    lies at the address `film`. Where windows are played, `days` are their last and `length` how many days each has.
    """

    days: tuple[dt.date, ...]
    thin: tuple[bool, ...]
    day: dt.date
    is_thin: bool
    at: int
    query: str
    film: str = "api/pledges/days"
    length: int = 0


class Later(Generic[T]):
    """A field given as it is, or as the function that makes it: called once, when somebody first asks for it.

    Most runs of the app draw a chart and look neither at its table nor at the statements behind it.
    """

    def __set_name__(self, _owner: type, name: str) -> None:
        """The place in the exhibit where what was given is kept."""
        self.place = f"{name} given"

    def __set__(self, exhibit: object, given: T | Callable[[], T]) -> None:
        """Keep what was given."""
        vars(exhibit)[self.place] = given

    def __get__(self, exhibit: object, _class: type | None = None) -> T:
        """What was given, or what it makes."""
        if exhibit is None:
            raise AttributeError("What comes later is an exhibit's.")
        given: T | Callable[[], T] = vars(exhibit)[self.place]
        made: T = given() if callable(given) else given
        vars(exhibit)[self.place] = made
        return made


@dataclass(frozen=True, kw_only=True)
class Exhibit:
    """One subject in one shape, with all that proves it.

    `title` says what is seen, `sentence` is the selection in words, `reading` two sentences computed from the rows
    (also the chart's alternative text). `table` holds the rows shown, with machine column names, as downloaded;
    `columns` names those a reader sees, in order, with their headings. `shown` of `total` counts `unit`. `table`, the
    `source_ids` of all rows shown and what was `asked` may be given as what makes them.
    `apart` draws as a figure what `body_html` shows as HTML, for who takes the figure along.
    `draw`, `key_html`, `aside_html` and `body_html` take the theme; `aside_html` is the same answer as a list beside
    the chart; `body_html` is what is read rather than seen: above the chart, or alone where nothing is drawn.
    For the picture of a link, which is small: `card` draws it where that needs another plan, `card_html` is the key in
    fewer words, `brief` what is said beside a map instead of the reading.
    `slide_html` is the same for a slide, where that needs another plan.
    `first_html` is a short list that a phone shows before the chart; what is said before a wide one.
    `outside_html` names what a map's frame leaves out, for a figure that has no room for it; `unlettered_html` those
    of the given actor ids (all for None) whose letter has no room on the map.
    `is_table` is true where the rows are asked for, not the chart drawn from them; `is_wide` where the list stands
    below a chart that needs the whole row.
    `counts` are the headline numbers, made when a reader asks why.
    `notes` are what a reader must know to read it right (thin coverage, what counts measure, boundaries).
    `more` are further figures of the view, by name, `more_said` what each says in words, `more_html` their rows as
    tables, for who asks for the rows; `play` is there where the chart can play its days.
    `hint` says what to loosen when nothing is left, `instead` leads to what there is: words, address.
    `opened` is the card of the focus, where it is what stands beside the rows; else it is made apart.
    `titles` are those of a chart that counts where it is narrow, by what it is drawn by: days, weeks, months.
    `height` is the chart's, in pixels at desktop width; `slide` draws it for less, where that needs another plan;
    `shared` on a part of a row, its width and the row's given, where a card takes the rest.
    """

    subject: str
    shape: str
    title: str
    sentence: str
    reading: str
    table: Later[pd.DataFrame] = Later()
    columns: Mapping[str, str]
    shown: int
    total: int
    unit: str
    source_ids: Later[tuple[str, ...]] = Later()
    asked: Later[tuple[Asked, ...]] = Later()
    draw: Draw | None
    apart: Draw | None = None
    key_html: Callable[[Theme], str] = nothing
    card_html: Callable[[Theme], str] = nothing
    aside_html: Callable[[Theme], str] = nothing
    body_html: Callable[[Theme], str] = nothing
    slide_html: Callable[[Theme], str] = nothing
    first_html: Callable[[Theme], str] = nothing
    outside_html: Callable[[Theme], str] = nothing
    unlettered_html: Callable[[Theme, Collection[str] | None], str] = no_actors
    counts: Callable[[], tuple[Count, ...]] = tuple
    is_table: bool = False
    is_wide: bool = False
    notes: tuple[str, ...] = ()
    hint: str = ""
    instead: Mapping[str, str] = field(default_factory=dict)
    height: int = 560
    more: Mapping[str, Draw] = field(default_factory=dict)
    more_said: Mapping[str, str] = field(default_factory=dict)
    more_html: Callable[[Theme], str] = nothing
    play: Play | None = None
    slide: Slide | None = None
    card: Slide | None = None
    brief: str = ""
    shared: Callable[[Theme, int, int], Figure] | None = None
    opened: Callable[[Theme], str] | None = None
    titles: Mapping[str, str] = field(default_factory=dict)

    def left_out(self, figure: Figure, theme: Theme) -> str:
        """As HTML, what that figure doesn't tell: whom neither frame nor column holds, whose letter has no room."""
        is_drawn = any(trace.get("name") == "beyond, heading" for trace in figure._data)
        return ("" if is_drawn else self.outside_html(theme)) + self.unlettered(figure, theme)

    def unlettered(self, figure: Figure, theme: Theme) -> str:
        """As HTML, those whose letter has no room on that figure."""
        left = (figure._layout.get("meta") or {}).get("unlettered")
        return self.unlettered_html(theme, left) if left else ""

    @property
    def figure(self) -> Draw | None:
        """What draws the view's figure, on its page or apart from it; None where it has none."""
        return self.draw or self.apart

    @property
    def is_empty(self) -> bool:
        """True when the filters leave nothing to show."""
        return self.shown == 0
