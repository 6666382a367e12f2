"""The actors of the network: their measures, what each means, and the communities that they form."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlencode

import pandas as pd

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.boxes import in_order
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.hints import window_hint
from dashboard.exhibits.mentions import counts
from dashboard.exhibits.rows import coverage_notes
from dashboard.exhibits.ties import View, profile
from dashboard.figures.theme import Theme
from dashboard.graph import MEASURES, measures
from dashboard.parts.actors import actors_table, groups
from dashboard.queries import network as asks
from dashboard.readings.actors import reading_actors
from dashboard.readings.network import path_wants
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection

TITLE = "Who is at the centre of what is said"
COLUMNS = {"actor": "Actor", **{one.column: one.heading for one in MEASURES}, "community_of": "Around"}
MOST = 80
NAMED = 3


def actors(
    db: Database,
    selection: Selection,
    catalogue: Catalogue,
    asked: Asked,
    seen: View,
    line: Callable[[Theme], str],
) -> Exhibit:
    """One row per actor of the ties that the filters keep, in the order chosen; `line` stands above them."""
    since, until = selection.window(catalogue)
    table = measured(seen.rows, selection)
    members = communities_of(table)
    wanted = path_wants(selection.focus or "", selection.target or "", catalogue.labels.get("actor", {}))
    statement_ids = list({item for cell in seen.rows["statement_ids"] for item in cell})

    def body(theme: Theme) -> str:
        if table.empty:
            return ""
        shown = actors_table(
            as_rows(table.head(MOST)),
            max(0, len(table) - MOST),
            selection.option("sort"),
            lambda column: link(replace(selection, sort=column), catalogue),
            lambda actor: profile(catalogue, actor),
            lambda actor: link(replace(selection, shape=None, focus=actor), catalogue),
            theme,
            selection.focus or "",
        )
        return line(theme) + groups(members, lambda actor: profile(catalogue, actor), theme) + shown

    return Exhibit(
        subject="network",
        shape="actors",
        is_table=selection.is_table,
        title=TITLE,
        sentence=selection.sentence(catalogue),
        reading=reading_actors(table, since, until, wanted),
        table=table,
        columns=COLUMNS,
        shown=len(table),
        total=len({*asked.frame["source_id"], *asked.frame["target_id"]}),
        unit="actors",
        source_ids=asks.sources(db, statement_ids),
        asked=lambda: (asked, asks.degrees(db, selection, catalogue)),
        draw=None,
        body_html=body,
        counts=lambda: counts(db, selection, catalogue, seen, asked),
        notes=coverage_notes(catalogue, since, until),
        hint=window_hint(selection, catalogue),
    )


def link(selection: Selection, catalogue: Catalogue) -> str:
    """A selection of this page as a link from within it."""
    return f"?{urlencode(selection.to_query(catalogue), doseq=True)}"


def measured(rows: pd.DataFrame, selection: Selection) -> pd.DataFrame:
    """Actors with their measures and names, in the order chosen; `community_of` names the busiest of the community."""
    names = {**dict(zip(rows["source_id"], rows["source"], strict=True))}
    names.update(zip(rows["target_id"], rows["target"], strict=True))
    found = measures(rows)
    found.insert(1, "actor", found["actor_id"].map(names).astype(object))
    leading = found.groupby("community")["actor"].agg(lambda group: ", ".join(group.head(NAMED)))
    found["community_of"] = found["community"].map(leading).astype(object)
    order = {one: at for at, one in enumerate(in_order(rows, selection.option("sort"), names))} if names else {}
    return found.sort_values("actor_id", key=lambda ids: ids.map(order), ignore_index=True)


def communities_of(table: pd.DataFrame) -> Mapping[int, Sequence[tuple[str, str]]]:
    """Community → its members (id, name), those with most statements first."""
    ordered = table.sort_values(["community", "total", "actor"], ascending=[True, False, True])
    return {
        int(str(number)): list(zip(group["actor_id"], group["actor"], strict=True))
        for number, group in ordered.groupby("community")
    }
