"""Events and statements of a window, and what the filters say of each.

`KEPT` is the one place that says which items the filters keep; other questions begin with it. `ITEMS` is what a reader
may run; the app itself reads all items once per build and asks of them, whatever the window, what the filters say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.queries.parameters import chosen, word
from dashboard.selection import Selection

Flags = NDArray[np.bool_]

KEPT = """
with members as (
    select list(distinct memberships.actor_id) as actor_ids
    from memberships
    where list_contains($blocs, memberships.bloc)
),

judged as (
    select
        items.* exclude (speaker_ids),
        items.starts_on <= $until and coalesce(items.ends_on, items.starts_on) >= $since as is_in_window,
        ($countries is null or list_has_any($countries, items.actor_ids)) is true as is_of_countries,
        ($blocs is null or list_has_any(members.actor_ids, items.actor_ids)) is true as is_of_blocs,
        ($speakers is null
            or list_contains($speakers, items.speaker_id)
            or list_has_any($speakers, items.speaker_ids)) is true as is_by_speakers,
        ($topics is null or list_has_any($topics, items.topics)) is true as is_on_topics,
        ($categories is null or items.item_kind = 'statement'
            or list_contains($categories, items.category)) is true as is_of_categories,
        ($events is null or list_contains($events, items.item_id)
            or list_contains($events, items.event_id)) is true as is_of_events,
        ($word is null or contains(
            lower(strip_accents(concat_ws(' ', items.title, items.speaker, items.place))), $word
        )) is true as is_worded
    from timeline_items as items
    cross join members
    where (items.starts_on <= $until and coalesce(items.ends_on, items.starts_on) >= $since)
        or list_contains($talk, items.item_id)
),

kept as (
    select
        judged.*,
        is_of_countries and is_of_blocs and is_by_speakers and is_on_topics
        and is_of_categories and is_of_events and is_worded as is_kept
    from judged
)
"""

# An item of the focused conversation stays beside what the filters keep of it: what that answers, what answers that.
ITEMS = (
    KEPT  # noqa: S608 – two texts of ours; values are parameters
    + """,

talk as (
    select kept.item_id, kept.reply_to_id
    from kept
    where kept.is_kept and list_contains($talk, kept.item_id)
)

select
    kept.* exclude (is_kept, is_in_window),
    voices.office,
    kept.is_kept or list_contains($always, kept.item_id) or (
        list_contains($talk, kept.item_id) and (
            kept.item_id in (select talk.reply_to_id from talk where talk.reply_to_id is not null)
            or kept.reply_to_id in (select talk.item_id from talk)
        )
    ) is true as is_shown,
    kept.is_kept
from kept
left join statement_voices as voices on voices.statement_id = kept.item_id
where kept.is_in_window
order by kept.starts_on, kept.rank desc, kept.item_id
"""
)

# Of all items, whatever the window, which filters keep each: a bit for each of `FLAGS`, in their order.
JUDGED = (
    KEPT
    + """
select
    (
        kept.is_of_countries::integer
        + 2 * kept.is_of_blocs::integer
        + 4 * kept.is_by_speakers::integer
        + 8 * kept.is_on_topics::integer
        + 16 * kept.is_of_categories::integer
        + 32 * kept.is_of_events::integer
        + 64 * kept.is_worded::integer
    )::smallint as flags
from kept
order by kept.starts_on, kept.rank desc, kept.item_id
"""
)
FLAGS = (
    "is_of_countries",
    "is_of_blocs",
    "is_by_speakers",
    "is_on_topics",
    "is_of_categories",
    "is_of_events",
    "is_worded",
)
ALL = 2 ** len(FLAGS) - 1

EVERY = """
select items.* exclude (speaker_ids), voices.office
from timeline_items as items
left join statement_voices as voices on voices.statement_id = items.item_id
order by items.starts_on, items.rank desc, items.item_id
"""


class Every(NamedTuple):
    """All items, apart from them the office of each speaker, and the columns that picking from them needs."""

    frame: pd.DataFrame
    office: pd.DataFrame
    first: NDArray[np.datetime64]
    last: NDArray[np.datetime64]
    item_ids: NDArray[Any]
    answered: NDArray[Any]


@dataclass(frozen=True)
class Picked:
    """The items of a window by their ``places`` among all; ``flags`` say which filters keep each of them."""

    known: Every
    places: NDArray[np.int_]
    flags: NDArray[np.int_]
    is_shown: Flags
    question: dict[str, object]

    @cached_property
    def asked(self) -> Asked:
        """The rows, those that `ITEMS` gives; among many, few readers look at them."""
        judged = {name: (self.flags >> bit & 1).astype(bool) for bit, name in enumerate(FLAGS)}
        known, office = (
            part.take(self.places).reset_index(drop=True) for part in (self.known.frame, self.known.office)
        )
        last = {"is_shown": self.is_shown, "is_kept": self.flags == ALL}
        frame = pd.concat([known, pd.DataFrame(judged), office, pd.DataFrame(last)], axis=1)
        return Asked(frame, ITEMS.strip(), self.question)

    def spared(self) -> int:
        """How many are shown although the filters don't keep them."""
        return int((self.is_shown & (self.flags != ALL)).sum())


def filters(selection: Selection) -> dict[str, object]:
    """The filters that apply to events and statements, as parameters."""
    return {
        "countries": chosen(selection.countries),
        "blocs": chosen(selection.blocs),
        "speakers": chosen(selection.speakers),
        "events": chosen(selection.events),
        "topics": chosen(selection.topics),
        "categories": chosen(selection.categories),
        "word": word(selection.text),
    }


def items(db: Database, selection: Selection, catalogue: Catalogue, talk: Sequence[str] = ()) -> Picked:
    """Events and statements that touch the window, oldest and weightiest first, and which of them the filters keep.

    Of `talk`, the ids of the focused conversation, more is shown: what is answered by, or answers, what they keep.
    """
    since, until = selection.window(catalogue)
    always, named = [one for one in (selection.focus, *selection.pins) if one], filters(selection)
    known, flags = every(db), _flags(db, named)
    is_kept = flags == ALL
    is_shown = _shown(known, is_kept, talk, always)
    places = np.flatnonzero((known.first <= np.datetime64(until)) & (known.last >= np.datetime64(since)))
    question = {"since": since, "until": until, "talk": list(talk), "always": always, **named}
    return Picked(known, places, flags[places], is_shown[places], question)


def _flags(db: Database, named: dict[str, object]) -> NDArray[np.int_]:
    """Which filters keep each of all items; where none is set there is nothing to ask."""
    if all(value is None for value in named.values()):
        return np.full(len(every(db).frame), ALL)
    return db.query(JUDGED, since=date.min, until=date.max, talk=[], **named)["flags"].to_numpy()


def every(db: Database) -> Every:
    """All events and statements with the speaker's office, oldest and weightiest first, read once per build."""
    return db.kept("timeline_every", lambda: _every(db.query(EVERY)))


def _every(frame: pd.DataFrame) -> Every:
    first, last = (frame[name].to_numpy().astype("datetime64[D]") for name in ("starts_on", "ends_on"))
    names = (frame[name].to_numpy(dtype=object) for name in ("item_id", "reply_to_id"))
    return Every(frame.drop(columns="office"), frame[["office"]], first, np.where(np.isnat(last), first, last), *names)


def _shown(known: Every, is_kept: Flags, talk: Sequence[str], always: Sequence[str]) -> Flags:
    """What is kept, what always stands, and of a conversation what is answered by, or answers, what is kept of it."""
    if not talk and not always:
        return is_kept
    shown = is_kept | np.isin(known.item_ids, list(always))
    is_talk = np.isin(known.item_ids, list(talk))
    inside = is_kept & is_talk
    is_next = np.isin(known.item_ids, _texts(known.answered[inside])) | np.isin(
        _texts(known.answered), known.item_ids[inside]
    )
    both: Flags = shown | (is_talk & is_next)
    return both


def _texts(names: NDArray[Any]) -> list[str]:
    """Names, none for what is missing."""
    return [name if isinstance(name, str) else "" for name in names]
