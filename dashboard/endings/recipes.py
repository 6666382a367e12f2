"""Charts drawn anew in a few lines of Python, for a notebook: by the columns that the rows have."""

from collections.abc import Collection
from typing import NamedTuple

from dashboard.figures.theme import theme


class Recipe(NamedTuple):
    """Code that draws `rows` if they have the columns that it needs; COLOURS stands for the status colours."""

    needs: frozenset[str]
    code: str


def recipe(needs: str, code: str) -> Recipe:
    """A recipe from the names of columns, apart by blanks."""
    return Recipe(frozenset(needs.split()), code)


STATUS_COLOURS = "color_discrete_map=COLOURS"
RECIPES = (
    recipe(
        "source target statements",
        'fig = px.density_heatmap(rows, x="target", y="source", z="statements", color_continuous_scale="Teal")',
    ),
    recipe(
        "item_kind starts_on actor title act",
        'fig = px.scatter(rows.fillna({"actor": "Events", "act": "event"}), x="starts_on", y="actor", color="act",'
        ' hover_data=["title"])',
    ),
    recipe(
        "outcome announced_on new_status pledger",
        'fig = px.scatter(rows, x="announced_on", y="pledger", color="new_status", symbol="outcome",'
        f' hover_data=["summary"], {STATUS_COLOURS})',
    ),
    recipe(
        "new_status announced_on pledger change",
        'fig = px.scatter(rows, x="announced_on", y="pledger", color="new_status", hover_data=["summary"],'
        f" {STATUS_COLOURS})",
    ),
    recipe(
        "condition_label is_current pledger",
        'named = rows[rows["is_current"]].groupby("condition_label", as_index=False)["pledger"].nunique()\n'
        'fig = px.bar(named.sort_values("pledger"), x="pledger", y="condition_label", orientation="h")',
    ),
    recipe(
        "month_starts_on military_eur_bn financial_eur_bn humanitarian_eur_bn",
        'kinds = ["military_eur_bn", "financial_eur_bn", "humanitarian_eur_bn"]\n'
        'fig = px.bar(rows.groupby("month_starts_on", as_index=False)[kinds].sum(), x="month_starts_on", y=kinds)',
    ),
    recipe(
        "donor military_eur_bn financial_eur_bn humanitarian_eur_bn",
        'kinds = ["military_eur_bn", "financial_eur_bn", "humanitarian_eur_bn"]\n'
        'fig = px.bar(rows.head(20).iloc[::-1], x=kinds, y="donor", orientation="h")',
    ),
    recipe(
        "pledger_id status counted_as age_days",
        'counted = rows[rows["counted_as"] == "counted"]\n'
        'fig = px.choropleth(counted, locations="pledger_id", color="status", hover_name="pledger",\n'
        f'                    hover_data=["summary"], {STATUS_COLOURS})\n'
        'fig.update_geos(projection_type="natural earth", lonaxis_range=[-25, 50], lataxis_range=[33, 72])',
    ),
    recipe(
        "announced_on kind_label status_label",
        'fig = px.scatter(rows, x="announced_on", y="kind_label", color="status_label", hover_data=["summary"])',
    ),
    recipe("said_on act", 'fig = px.histogram(rows, x="said_on", color="act", nbins=60)'),
    recipe("starts_on category_label", 'fig = px.histogram(rows, x="starts_on", color="category_label", nbins=60)'),
    recipe("name statements", 'fig = px.bar(rows.nlargest(25, "statements"), x="name", y="statements")'),
    recipe("label statements", 'fig = px.bar(rows.nlargest(25, "statements"), x="label", y="statements")'),
)


def drawing(columns: Collection[str]) -> str:
    """The lines that draw rows of these columns; empty where nothing fits."""
    code = next((one.code for one in RECIPES if one.needs <= set(columns)), "")
    if "COLOURS" in code:
        pairs = ", ".join(f'"{status}": "{colour}"' for status, colour in theme("light").status.items())
        code = f"COLOURS = {{{pairs}}}\n{code}"
    return code
