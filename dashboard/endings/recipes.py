"""Charts drawn anew in a dozen lines of Python, for a notebook: by page and shape, else by the columns there are."""

import datetime as dt
import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from dashboard.figures.theme import theme

Words = Mapping[str, str]
FRAMES = {"europe": ", lonaxis_range=[-25, 50], lataxis_range=[33, 72]", "world": ""}


PAINTED = re.compile(r'PAINTED\((\w+), "(\w+)", "(\w+)"\)')  # words in the colours of the codes beside them


class Recipe(NamedTuple):
    """Code that draws `rows` which have the columns it needs, under these settings of the page.

    STATUSES, QUADS and TONES stand for colours by code, UNTIL for the last day shown, FRAME for a map's frame, EARLIER
    and LATER for the days compared.
    """

    needs: frozenset[str]
    when: Words
    code: str


def recipe(needs: str, code: str, **when: str) -> Recipe:
    """A recipe from the names of columns, apart by blanks, and from the settings that it is for."""
    return Recipe(frozenset(needs.split()), when, code.strip())


LEDGER = """
strips = rows["pledger"] + ((" · " + rows["kind_label"]) if rows["kind"].nunique() > 1 else "")
stands = rows.assign(strip=strips)[rows["is_counting"]].sort_values("announced_on")
stands["until"] = stands.groupby("strip")["announced_on"].shift(-1).fillna(pd.Timestamp(UNTIL))
stands = stands.sort_values("new_rank", ascending=False)
fig = px.timeline(stands, x_start="announced_on", x_end="until", y="strip", color="new_label",
                  hover_data=["summary"], color_discrete_map=PAINTED(stands, "new_label", "new_status"))
fig.add_scatter(x=rows["announced_on"], y=strips, text=rows["letter"], mode="text", showlegend=False)
fig.update_layout(height=160 + 22 * strips.nunique(), yaxis_categoryorder="category descending")
"""
MAP = """
counted = rows[rows["counted_as"] == "counted"]
fig = px.choropleth(counted, locations="pledger_id", color="position", hover_name="pledger", hover_data=["summary"],
                    color_discrete_map=PAINTED(counted, "position", "status"))
fig.add_scattergeo(locations=counted["pledger_id"], text=counted["letter"], mode="text", hoverinfo="skip",
                   showlegend=False)
fig.update_geos(projection_type="natural earth", showcountries=True, countrycolor="#cccccc"FRAME)
"""
TWO_MAPS = """
before = rows.assign(day=EARLIER, status=rows["old_status"], position=rows["old_label"])
after = rows.assign(day=LATER, status=rows["new_status"], position=rows["new_label"])
both = pd.concat([before[rows["old_counted_as"] == "counted"], after[rows["counted_as"] == "counted"]])
fig = px.choropleth(both, locations="pledger_id", color="position", facet_col="day", hover_name="pledger",
                    hover_data=["summary"], color_discrete_map=PAINTED(both, "position", "status"),
                    category_orders={"day": [EARLIER, LATER]})
fig.update_geos(projection_type="natural earth", showcountries=True, countrycolor="#cccccc"FRAME)
"""
CONDITIONS = """
named = rows.assign(named=rows["named"].where(rows["is_counting"], "in words that don't bind"),
                    promise=rows["pledger_id"] + rows["kind"] + rows["phase"])
bars = named.groupby(["condition_label", "named"], as_index=False)["promise"].nunique()
fig = px.bar(bars, x="promise", y="condition_label", color="named", orientation="h")
fig.update_layout(yaxis_categoryorder="total ascending", xaxis_title="positions", yaxis_title="")
"""
MONTHLY = """
parts = ["military_eur_bn", "financial_eur_bn", "humanitarian_eur_bn"]
most = rows.groupby("donor")["total_eur_bn"].sum().nlargest(6).index
drawn = rows[rows["donor"].isin(most)].sort_values("month_starts_on")
fig = px.bar(drawn, x="month_starts_on", y=parts, facet_row="donor", category_orders={"donor": list(most)})
fig.update_yaxes(matches=None, title="").update_layout(height=200 + 160 * len(most))
"""
RUNNING = MONTHLY.replace("fig = px.bar(", 'drawn[parts] = drawn.groupby("donor")[parts].cumsum()\nfig = px.area(')
TOTALS = """
parts = ["military_eur_bn", "financial_eur_bn", "humanitarian_eur_bn"]
fig = px.bar(rows.sort_values("total_eur_bn"), x=parts, y="donor", orientation="h", hover_data=["total_eur_bn"])
fig.update_layout(height=160 + 22 * len(rows), xaxis_title="billions of euros", yaxis_title="")
"""
SHARES = """
fig = px.bar(rows.sort_values("gdp_share_pct"), x="gdp_share_pct", y="donor", orientation="h",
             hover_data=["total_eur_bn"])
fig.update_layout(height=160 + 22 * len(rows), xaxis_title="% of gross domestic product", yaxis_title="")
"""
LANES = """
sense = rows["quad_class"].fillna("event").str.replace("_", " ")
lanes = rows.assign(lane=rows["actor"].fillna("Events"), sense=sense)
fig = px.scatter(lanes, x="starts_on", y="lane", color="sense", hover_data=["title", "act"],
                 color_discrete_map=QUADS)
answers = lanes.merge(lanes, left_on="reply_to_id", right_on="item_id", suffixes=("", "_before"))
for one in answers.itertuples():
    fig.add_scatter(x=[one.starts_on_before, one.starts_on], y=[one.lane_before, one.lane], mode="lines",
                    line={"color": "#999999", "width": 1}, hoverinfo="skip", showlegend=False)
fig.update_layout(height=200 + 24 * lanes["lane"].nunique())
"""
TIES = """
places = db.execute("select actor_id, x, y from actor_places").df().set_index("actor_id")
names = {**dict(zip(rows["source_id"], rows["source"])), **dict(zip(rows["target_id"], rows["target"]))}
ends = places.loc[[one for one in names if one in places.index]]
fig = px.scatter(ends, x="x", y="y", text=[names[one] for one in ends.index])
for one in rows[rows["source_id"].isin(ends.index) & rows["target_id"].isin(ends.index)].itertuples():
    there = ends.loc[[one.source_id, one.target_id]]
    fig.add_scatter(x=there["x"], y=there["y"], mode="lines", hoverinfo="skip", showlegend=False,
                    line={"color": TONES[one.tone], "width": 0.5 + one.statements / 3})
fig.update_xaxes(visible=False).update_yaxes(visible=False).update_traces(textposition="top center")
"""
MATRIX = """
order = rows.groupby("source")["statements"].sum().sort_values(ascending=False).index
fig = px.density_heatmap(rows, x="target", y="source", z="statements", color_continuous_scale="Teal",
                         category_orders={"source": list(order)})
"""
RECIPES = (
    recipe("source target statements tone", TIES, shape="network"),
    recipe("source target statements", MATRIX),
    recipe("item_kind starts_on actor title act reply_to_id", LANES.replace('"actor"', '"speaker"'), group="speaker"),
    recipe("item_kind starts_on actor title act reply_to_id", LANES),
    recipe("outcome old_status new_status pledger_id", TWO_MAPS),
    recipe("new_status new_rank announced_on pledger change letter", LEDGER),
    recipe("condition_label named is_counting pledger_id", CONDITIONS),
    recipe("donor month_starts_on military_eur_bn", MONTHLY, pace="monthly"),
    recipe("donor month_starts_on military_eur_bn", RUNNING),
    recipe("donor gdp_share_pct", SHARES, per="gdp"),
    recipe("donor military_eur_bn financial_eur_bn humanitarian_eur_bn", TOTALS),
    recipe("pledger_id status counted_as age_days letter", MAP),
    recipe(
        "announced_on kind_label status_label row_id what",
        'shown = rows.assign(kind_label=rows["kind_label"].fillna(rows["what"]), how=rows["status_label"].fillna(""))\n'
        'fig = px.scatter(shown, x="announced_on", y="kind_label", color="how", hover_data=["summary"])',
    ),
    recipe(
        "announced_on kind_label status_label",
        'fig = px.scatter(rows, x="announced_on", y="pledger", color="status_label", symbol="kind_label",\n'
        '                 hover_data=["summary"])\n'
        'fig.update_layout(height=200 + 22 * rows["pledger"].nunique())',
    ),
    recipe("what day who", 'fig = px.scatter(rows, x="day", y="what", hover_data=["who", "summary"])'),
    recipe(
        "actor total betweenness community",
        'fig = px.bar(rows.assign(community=rows["community"].astype(str)), x="total", y="actor", color="community",\n'
        '             orientation="h", hover_data=["betweenness", "pagerank"])\n'
        'fig.update_layout(height=160 + 20 * len(rows), yaxis_categoryorder="total ascending")',
    ),
    recipe(
        "said_on speaker quote toward depth",
        'fig = px.scatter(rows, x="said_on", y="speaker", hover_data=["summary", "quote"])',
    ),
    recipe("said_on act", 'fig = px.histogram(rows, x="said_on", color="act", nbins=60)'),
    recipe("starts_on category_label", 'fig = px.histogram(rows, x="starts_on", color="category_label", nbins=60)'),
    recipe("name statements", 'fig = px.bar(rows.nlargest(25, "statements"), x="name", y="statements")'),
    recipe("label statements", 'fig = px.bar(rows.nlargest(25, "statements"), x="label", y="statements")'),
    recipe("rule_of label rows", 'fig = px.bar(rows, x="rows", y="label", color="rule_of", orientation="h")'),
    recipe("name made_as rows", 'fig = px.bar(rows.nlargest(25, "rows"), x="name", y="rows", color="made_as")'),
    recipe("day change table_name added", 'fig = px.bar(rows, x="day", y="added", color="table_name")'),
    recipe(
        "section item statements",
        'months = rows[rows["section"] == "month"]\n'
        'fig = px.bar(months, x="item", y=["events", "statements", "pledges"])',
    ),
)


def drawing(columns: Collection[str], settings: Words, days: tuple[dt.date, dt.date, dt.date]) -> str:
    """The lines that draw rows of these columns; empty where nothing fits. `days`: the last one, the two compared."""
    code = next((one.code for one in RECIPES if one.needs <= set(columns) and one.when.items() <= settings.items()), "")
    for name, day in zip(("UNTIL", "EARLIER", "LATER"), days, strict=True):
        code = code.replace(name, repr(day.isoformat()))
    code = code.replace("FRAME", FRAMES[settings.get("framing") or "europe"])
    code = PAINTED.sub(r'dict(zip(\1["\2"], \1["\3"].map(STATUSES)))', code)
    code = "\n".join(filter(None, (*colours(code), code)))
    return f"import pandas as pd\n\n{code}" if "pd." in code else code


def colours(code: str) -> list[str]:
    """The lines that name the colours which code asks for."""
    light = theme("light")
    quads = {code.replace("_", " "): one for code, one in light.quad.items()}
    known = {"STATUSES": light.status, "QUADS": quads, "TONES": light.tone}
    return [f"{name} = {dict(codes)!r}" for name, codes in known.items() if name in code]
