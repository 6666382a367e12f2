"""Numbers of tables are as they are: a fraction is never rounded to a whole, whoever shows it."""

from dataclasses import replace

import pandas as pd
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.pledges import pledges
from dashboard.published.grid import cell, grid, grid_of
from dashboard.published.why import told
from dashboard.readings.aid import place, share
from dashboard.readings.wording import rows as as_rows
from dashboard.selection import Selection

TOTALS = Selection("pledges", shape="contributions")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (12300, "12,300"),
        (3.0, "3"),
        (11.6436, "11.64"),
        (0.2, "0.20"),
        (0.0748, "0.075"),
        (0.0023, "0.0023"),
        (-0.5, "-0.50"),
        (0.1 + 0.2 - 0.3, "0"),
        (float("nan"), ""),
    ],
)
def test_a_cell_keeps_the_digits_of_a_fraction(value: float, said: str) -> None:
    assert cell(value) == said
    assert f"<td>{said}</td>" in grid_of(pd.DataFrame({"a": [value]}), {"a": "A"})


def test_the_months_behind_a_total_show_what_was_given(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, part="months", countries=("DEU",)), known)
    count = found.counts()[0]
    for page in (told(count), grid(found)):
        assert page.count("<td>0.36</td>") >= 3
        assert "<td>1.08</td>" in page


def test_shares_of_gdp_show_what_was_given(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, per="gdp"), known)
    shares = {cell(value) for value in found.table["gdp_share_pct"].dropna()}
    assert "0.50" in shares
    assert all(f"<td>{one}</td>" in told(found.counts()[0]) for one in shares)


def test_equal_figures_share_a_rank_and_say_so(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, per="gdp", kiel="29", countries=("DEU",)), known)
    rows = found.table[found.table["share_rank"].notna()]
    for row in as_rows(rows):
        assert row["is_share_joint"] == (rows["gdp_share_pct"].eq(row["gdp_share_pct"]).sum() > 1)
        assert place(row, "share").startswith("joint ") == row["is_share_joint"]
    count = found.counts()[0]
    assert count.words == "Germany: 1 (joint) of 4"
    assert len(count.rows) == 1
    assert "the same figure: it shares the rank" in set(count.left_out["why"])
    assert share(0.0) == "0%"
