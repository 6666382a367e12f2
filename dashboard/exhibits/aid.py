"""What the Kiel Institute counted as an exhibit: totals of one release and measure, months of the one with months."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
from plotly.graph_objects import Figure

from dashboard.catalogue import Catalogue
from dashboard.database import Asked, Database
from dashboard.exhibits.corrected import mended
from dashboard.exhibits.exhibit import WIDTH, Count, Exhibit
from dashboard.exhibits.links import card_links
from dashboard.exhibits.rows import doubt_words, kept, source_ids
from dashboard.exhibits.zoom import link
from dashboard.figures.aidmonths import MOST
from dashboard.figures.aidmonths import months as months_figure
from dashboard.figures.aidtotals import totals as totals_figure
from dashboard.figures.theme import Theme
from dashboard.parts.aid import aid_key, donor_card
from dashboard.parts.aidmonths import months_list
from dashboard.queries import aid as asks
from dashboard.queries.sources import sources
from dashboard.readings.aid import (
    CREDIT,
    asking_else,
    has_parts,
    has_shares,
    lacking,
    no_state,
    reading_months,
    reading_totals,
    release_words,
    title_totals,
)
from dashboard.readings.prose import listed
from dashboard.readings.wording import Row, lowered
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection
from dashboard.sentence.aid import MONTHLY_RELEASE, highlighted, release_named

MONTHLY, ALLOCATION = int(MONTHLY_RELEASE), "allocation"
TOP_DONORS = 3
TOTAL_COLUMNS = {
    "donor": "Donor",
    "total_eur_bn": "Total, € billion",
    "amount_rank": "Rank among states",
    "military_eur_bn": "Military, € billion",
    "financial_eur_bn": "Financial, € billion",
    "humanitarian_eur_bn": "Humanitarian, € billion",
    "gdp_share_pct": "Share of GDP, %",
    "share_rank": "Rank by share",
    "doubt_label": "Doubts",
    "covers_until_on": "Covers until",
    "release_label": "Release",
}
MONTH_COLUMNS = {
    "donor": "Donor",
    "month_starts_on": "Month",
    "total_eur_bn": "In the month, € billion",
    "running_eur_bn": "Since the start, € billion",
    "military_eur_bn": "Military, € billion",
    "financial_eur_bn": "Financial, € billion",
    "humanitarian_eur_bn": "Humanitarian, € billion",
    "release_label": "Release",
}
REVISED = "Releases revise each other and an allocation is no commitment: figures of two are never added or compared."


def totals(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """Every donor's total in one release and measure, those chosen standing out."""
    asked = asks.totals(db, selection, catalogue)
    chosen = highlighted(selection)
    per = selection.option("per")
    rows = shown_donors(asked.frame, chosen, per)
    measure = asks.measure_of(selection, catalogue)
    measures = f"{lowered(catalogue.label('measure', measure))}s"
    lacked = f"{measures} of {release_named(selection, catalogue)}"
    lacks = lacking(asked.frame, measures, per)
    notes = (*lacks, *no_state(rows, per), REVISED, credit(asked.frame))

    def draw(theme: Theme, width: int = WIDTH) -> Figure:
        return totals_figure(rows, theme, chosen, per, width)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=title_totals(asked.frame, measure, lacked, per),
        sentence=selection.sentence(catalogue),
        reading=reading_totals(kept(asked.frame), chosen, per, among_whom(selection)),
        table=labelled(rows),
        columns=TOTAL_COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="donors",
        source_ids=source_ids(rows["source_ids"]),
        asked=(asked,),
        draw=draw,
        key_html=lambda theme: aid_key(
            theme, per != "gdp" and has_parts(rows), bool(chosen), bool((rows["doubts"] > 0).any())
        ),
        counts=lambda: counts(asked, chosen, per),
        notes=notes,
        hint=asking_else(asked.frame, lacks, per) or hint(selection, catalogue),
        height=900,
    )


def months(db: Database, selection: Selection, catalogue: Catalogue) -> Exhibit:
    """The months of the donors chosen, or of those with most, beside their rank in the same release."""
    whole = asks.totals_of(db, MONTHLY, ALLOCATION, selection.blocs)
    donors = list(highlighted(selection)) or whole.frame[whole.frame["is_shown"]]["actor_id"].head(TOP_DONORS).tolist()
    asked = asks.months(db, MONTHLY, donors)
    rows = kept(asked.frame)

    def draw(theme: Theme, width: int = WIDTH, height: int | None = None) -> Figure:
        return months_figure(rows, whole.frame, theme, selection.option("pace"), width, height)

    return Exhibit(
        subject="pledges",
        shape=selection.shape_shown(),
        is_table=selection.is_table,
        title=f"Aid allocated to Ukraine, month by month: Kiel {release_words(whole.frame)}",
        sentence=selection.sentence(catalogue),
        reading=reading_months(rows, whole.frame),
        table=labelled(rows),
        columns=MONTH_COLUMNS,
        shown=len(rows),
        total=len(asked.frame),
        unit="months of donors",
        source_ids=source_ids(
            [*rows["source_ids"], *whole.frame.loc[whole.frame["actor_id"].isin(donors), "source_ids"]]
        ),
        asked=(asked, whole),
        draw=draw,
        slide=draw,
        key_html=lambda theme: aid_key(theme, True, False),
        body_html=lambda theme: months_list(
            as_rows(rows), as_rows(whole.frame), lambda one: link(replace(selection, focus=one), catalogue), theme
        ),
        counts=lambda: month_counts(asked, rows, whole.frame),
        notes=(*month_notes(selection, catalogue, rows), credit(whole.frame)),
        hint=hint(selection, catalogue),
        height=560,
    )


def among_whom(selection: Selection) -> str:
    """Among whom the largest are named."""
    return "among those shown" if selection.blocs else "among states"


def shown_donors(frame: pd.DataFrame, chosen: Sequence[str], per: str) -> pd.DataFrame:
    """The donors that the groups keep; nobody where those chosen aren’t among them, or there is no such figure."""
    by = "gdp_share_pct" if per == "gdp" else "total_eur_bn"
    rows = kept(frame).sort_values(by, ascending=False, kind="stable", ignore_index=True)
    is_counted = not chosen or rows["actor_id"].isin(chosen).any()
    return rows if is_counted and (per != "gdp" or has_shares(frame)) else rows.head(0)


def labelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows as they are downloaded, with the release by name."""
    named = rows.assign(release_label=[f"Kiel, release {release}" for release in rows["kiel_release"]])
    return named.assign(doubt_label=named["doubts"].map(doubt_words)) if "doubts" in named else named


def month_notes(selection: Selection, catalogue: Catalogue, rows: pd.DataFrame) -> list[str]:
    """Why this release, which months are empty, whom there is no room for."""
    said = [f"Only release {MONTHLY} has months"]
    asked = selection.kiel or catalogue.default_of("kiel_release")
    if asked != MONTHLY_RELEASE:
        said[0] += f": it is shown although release {asked} is the one for totals"
    if selection.measure not in (None, ALLOCATION):
        said[0] += f"; of allocations, not {lowered(catalogue.label('measure', selection.measure))}s"
    said[0] += "."
    scales = " Each panel has a scale of its own." if rows["donor"].nunique() > 1 else ""
    said.append(f"A month without a bar, or without a step, is one in which nothing was allocated.{scales}")
    left = list(dict.fromkeys(rows["donor"]))[MOST:]
    return [*said, f"Drawn are the first {MOST}; {listed(left, 4)} stand in the table."] if left else said


def credit(frame: pd.DataFrame) -> str:
    """The institute's credit line, with release and date."""
    return f"Figures: {CREDIT}, {release_words(frame)}." if not frame.empty else f"Figures: {CREDIT}."


def hint(selection: Selection, catalogue: Catalogue) -> str:
    """What to loosen where nothing is left."""
    names = listed(catalogue.names("actor", highlighted(selection)), 3)
    groups = listed(catalogue.names("bloc", selection.blocs), 3)
    who = f"Kiel counts no aid of {names} here" if names else "Nothing is counted for this release and measure"
    return f"{who}{f' among members of {groups}' if groups else ''}. Choose others, or another release."


def counts(asked: Asked, chosen: Sequence[str], per: str) -> tuple[Count, ...]:
    """Why a rank is what it is: the donors before it; left out is who isn't ranked."""
    frame = labelled(asked.frame)
    column, rank = ("gdp_share_pct", "share_rank") if per == "gdp" else ("total_eur_bn", "amount_rank")
    ranked = frame[frame[rank].notna()].sort_values([rank, "donor"])
    why = frame["is_state"].map({True: "no such figure in this release", False: "one donor and no state"})
    left = frame.assign(why=why)[frame[rank].isna()]
    columns = {name: TOTAL_COLUMNS[name] for name in ("donor", column, rank, "covers_until_on", "release_label")}
    named = ranked[ranked["actor_id"].isin(chosen)]
    if named.empty:
        return (Count(f"{len(ranked)} states ranked", ranked, left, columns, asked),)
    return tuple(up_to(row, rank, ranked, left, columns, asked) for row in as_rows(named))


def up_to(
    row: Row, rank: str, ranked: pd.DataFrame, left: pd.DataFrame, columns: Mapping[str, str], asked: Asked
) -> Count:
    """The donors before one and itself; those with the same figure share its rank and stand near."""
    is_own = ranked["actor_id"] == row["actor_id"]
    equals = ranked[(ranked[rank] == row[rank]) & ~is_own].assign(why="the same figure: it shares the rank")
    joint = " (joint)" if len(equals) else ""
    rows = ranked[(ranked[rank] < row[rank]) | is_own]
    near = pd.concat([equals, left], ignore_index=True) if joint else left
    return Count(f"{row['donor']}: {int(row[rank])}{joint} of {len(ranked)}", rows, near, columns, asked)


def month_counts(asked: Asked, rows: pd.DataFrame, whole: pd.DataFrame) -> tuple[Count, ...]:
    """The months that make up each donor's total."""
    table = labelled(rows)
    none = table.head(0).assign(why="")
    totals_by = dict(zip(whole["actor_id"], whole["total_eur_bn"], strict=True))
    return tuple(
        Count(f"{own['donor'].iloc[0]}: €{totals_by[donor]:.2f} billion", own, none, MONTH_COLUMNS, asked)
        for donor, own in table.groupby("actor_id", sort=False)
        if donor in totals_by
    )


def card(db: Database, selection: Selection, catalogue: Catalogue) -> Callable[[Theme], str]:
    """The donor in focus: what each release says, what is doubted, where to read on."""
    donor = selection.focus or ""
    found, doubts = asks.donor(db, donor), asks.donor_doubts(db, donor).frame
    pages = sources(db, source_ids(found.frame["source_ids"])).frame
    name = catalogue.label("actor", donor)
    here = replace(selection, focus=None, highlights=(), countries=(donor,))
    hrefs = [
        (card_links(selection, catalogue)("country", donor), f"Profile of {name}"),
        (link(replace(here, part="months", per=None), catalogue), "Month by month"),
        (link(replace(here, part="items", per=None), catalogue), "What was announced"),
    ]
    was = mended(db, selection, catalogue, "donor", donor)
    return lambda theme: donor_card(name, found.rows, theme, hrefs, doubts, pages, was)
