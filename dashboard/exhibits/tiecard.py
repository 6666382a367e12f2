"""The card of a tie, of an actor's ties, or of a path: the statements behind them, with the tone of each."""

from collections.abc import Callable
from html import escape

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.rows import kept
from dashboard.exhibits.ties import View, profile, tie_ids, view
from dashboard.figures.theme import Theme
from dashboard.parts.card import Link
from dashboard.parts.tielist import tie_list
from dashboard.queries import mentions as asks
from dashboard.queries.network import edges
from dashboard.readings.wording import Row
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection

Card = Callable[[Theme], str]
MOST, MOST_OF_PATH, MOST_OF_ACTOR = 100, 20, 40


def ties_card(db: Database, selection: Selection, catalogue: Catalogue, link: Link) -> Card:
    """The statements of the tie in focus; of the path from it, tie by tie; or of an actor's, said and heard apart."""
    focus = selection.focus or ""
    seen = view(kept(edges(db, selection, catalogue).frame), selection)
    if seen.path or ">" in focus:
        ties = list(seen.path) or [focus]
        found = grouped(asks.said(db, selection, catalogue, ties).frame, ties)
        most = MOST_OF_PATH if len(ties) > 1 else MOST
        return lambda theme: "".join(
            tie_list(*ends(catalogue, tie), found[tie], theme, link, most, at if len(ties) > 1 else 0)
            for at, tie in enumerate(ties, start=1)
        )
    return of_actor(db, selection, catalogue, seen, link)


def of_actor(db: Database, selection: Selection, catalogue: Catalogue, seen: View, link: Link) -> Card:
    """All in which an actor speaks of others, then those in which it is spoken of: each statement once per pair."""
    focus = selection.focus or ""
    ids = tie_ids(seen.rows)
    spoke = list(ids[seen.rows["source_id"] == focus])
    heard = list(ids[seen.rows["target_id"] == focus])
    found = grouped(asks.said(db, selection, catalogue, [*spoke, *heard]).frame, [*spoke, *heard])
    name = named(catalogue, focus)
    lists = (
        (name, "others", newest([row for tie in spoke for row in found[tie]], "target")),
        ("Others", name, newest([row for tie in heard for row in found[tie]], "")),
    )
    return lambda theme: "".join(
        tie_list(source, target, rows, theme, link, MOST_OF_ACTOR) for source, target, rows in lists
    )


def grouped(frame: pd.DataFrame, ties: list[str]) -> dict[str, list[Row]]:
    """Statements by tie, each list in the frame's order."""
    found: dict[str, list[Row]] = {tie: [] for tie in ties}
    for row in as_rows(frame):
        found[str(row["tie_id"])].append(row)
    return found


def newest(rows: list[Row], toward: str) -> list[Row]:
    """Statements of several ties, each once, the newest first; `tones` are those toward each side spoken of."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row["said_on"], str(row["statement_id"])), reverse=True):
        tones = found.get(str(row["statement_id"]), {}).get("tones", ())
        found[str(row["statement_id"])] = {**row, "tones": (*tones, (row["tone"], str(row[toward]) if toward else ""))}
    return list(found.values())


def ends(catalogue: Catalogue, tie: str) -> tuple[str, str]:
    """Both ends of a tie as links to their pages."""
    source, _, target = tie.partition(">")
    return named(catalogue, source), named(catalogue, target)


def named(catalogue: Catalogue, actor_id: str) -> str:
    """An actor's name as a link to its page."""
    href = escape(profile(catalogue, actor_id), quote=True)
    return f'<a href="{href}">{escape(catalogue.label("actor", actor_id))}</a>'
