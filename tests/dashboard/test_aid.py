"""Aid as Kiel counts it: one release and measure at a time, ranks among states, what is lacking is said, never zero."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.pledges import pledges
from dashboard.figures.aidmonths import filled, months, span_of_months
from dashboard.figures.aidtotals import totals
from dashboard.figures.theme import theme
from dashboard.readings.aid import billions, donor_words, ordinal, reading_totals, share
from dashboard.readings.wording import rows
from dashboard.selection import Selection
from tests.dashboard.reader import choose, filters, follow, titles, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]

LIGHT = theme("light")
TOTALS = Selection("pledges", shape="contributions")
MONTHS = replace(TOTALS, part="months")


def test_amounts_shares_and_ranks_in_words() -> None:
    assert [billions(value) for value in (115.381, 11.644, 0.0022, 0, None)] == [
        "€115.4 billion",
        "€11.64 billion",
        "€0.002 billion",
        "€0",
        "",
    ]
    assert [share(value) for value in (3.458, 0.042, 0.0006, 0.0, None)] == [
        "3.46%",
        "0.042%",
        "0.0006%",
        "0%",
        "",
    ]
    assert ordinal(40, True) == "joint 40th"
    assert [ordinal(rank) for rank in (1, 2, 3, 11, 12, 13, 21, 102, None)] == [
        "1st",
        "2nd",
        "3rd",
        "11th",
        "12th",
        "13th",
        "21st",
        "102nd",
        "",
    ]


def test_one_release_and_one_measure_stand_in_the_title(db: Database, known: Catalogue) -> None:
    found = pledges(db, TOTALS, known)
    assert found.title == "Aid allocated to Ukraine: Kiel release 30, to 31 December 2025"
    assert set(found.table["kiel_release"]) == {30}
    assert set(found.table["measure"]) == {"allocation"}
    older = pledges(db, replace(TOTALS, kiel="29"), known)
    assert older.title.endswith("release 29, to 31 October 2025")
    assert "Kiel release 29" in older.sentence
    assert any("Kiel Institute for the World Economy" in note for note in found.notes)


def test_the_eu_is_no_state_and_has_no_rank(db: Database, known: Catalogue) -> None:
    table = pledges(db, TOTALS, known).table.set_index("actor_id")
    assert table["amount_rank"].isna()["EU"]
    assert table.loc["DEU", "amount_rank"] == 1
    assert "the EU, one donor and no state" in pledges(db, TOTALS, known).reading.replace("The EU", "the EU")


def test_those_chosen_stand_out_and_say_where_they_rank(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, highlights=("FRA",), countries=("CAN",)), known)
    assert found.shown == found.total == 5
    assert "France and Canada highlighted" in found.sentence
    assert "France allocated €7.42 billion (4th of 4 states)" in found.reading
    drawn = found.draw(LIGHT) if found.draw else None
    assert drawn
    colours = dict(zip([one for (one,) in drawn.data[0].customdata], drawn.data[0].marker.color, strict=True))
    assert colours["FRA"] == colours["CAN"] == LIGHT.status["delivered"]
    assert colours["DEU"] != colours["FRA"]
    assert {count.words for count in found.counts()} == {"France: 4 of 4", "Canada: 3 of 4"}


def test_groups_leave_donors_out_and_keep_ranks(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, blocs=("EU",)), known)
    assert set(found.table["actor_id"]) <= {"DEU", "FRA"}
    assert "in the group European Union" in found.sentence
    assert found.table.set_index("actor_id").loc["FRA", "amount_rank"] == 4


def test_parts_are_stacked_where_there_are_any(db: Database, known: Catalogue) -> None:
    whole = pledges(db, replace(TOTALS, measure="commitment"), known)
    assert [trace.name for trace in totals(whole.table, LIGHT).data[:-1]] == ["Total"]
    assert any("totals only" in note for note in whole.notes)
    parts = pledges(db, TOTALS, known)
    assert [trace.name for trace in totals(parts.table, LIGHT).data[:-1]] == ["Military", "Financial", "Humanitarian"]


@pytest.mark.parametrize("selection", [TOTALS, replace(TOTALS, per="gdp"), MONTHS, replace(MONTHS, pace="monthly")])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_plotly_accepts_the_figures(db: Database, known: Catalogue, selection: Selection, name: str) -> None:
    found = pledges(db, selection, known)
    drawn = found.draw(theme(name), 700) if found.draw else None
    assert drawn
    assert go.Figure(drawn.to_dict()).data


def test_a_share_that_is_not_given_is_not_zero(db: Database, known: Catalogue) -> None:
    by_share = pledges(db, replace(TOTALS, per="gdp"), known)
    drawn = by_share.draw(LIGHT) if by_share.draw else None
    assert drawn
    assert "EU" not in {one for (one,) in drawn.data[0].customdata}
    assert any("no share of GDP for the EU: not drawn, which is not zero" in note for note in by_share.notes)
    assert by_share.table["actor_id"].iloc[-1] == "EU"
    none = pledges(db, replace(TOTALS, per="gdp", measure="commitment"), known)
    assert none.is_empty
    assert none.hint.startswith("Release 30 gives no shares of GDP for commitments.")
    assert none.counts()


def test_a_release_without_the_donor_says_so(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(TOTALS, countries=("JPN",)), known)
    assert found.is_empty
    assert "Kiel counts no aid of Japan here" in found.hint


def test_a_doubted_figure_is_marked_and_its_card_opens_the_rival(db: Database, known: Catalogue) -> None:
    selection = replace(TOTALS, focus="FRA")
    found = pledges(db, selection, known)
    drawn = found.draw(LIGHT) if found.draw else None
    assert drawn
    marked = dict(zip([one for (one,) in drawn.data[-1].customdata], drawn.data[-1].text, strict=True))
    assert "?" in marked["FRA"]
    assert "?" not in marked["CAN"]
    assert "contested or revised" in found.key_html(LIGHT)
    opened = card(db, selection, known, found.table)
    assert opened
    html = opened(LIGHT)
    assert html.index("Release 30") < html.index("Release 29")
    assert "Contested or uncertain" in html
    assert 'href="country?c=FRA"' in html
    assert "part=months" in html


def test_months_come_from_the_one_release_that_has_them(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(MONTHS, countries=("DEU",)), known)
    assert set(found.table["kiel_release"]) == {29}
    assert found.table["running_eur_bn"].tolist() == pytest.approx([0.36, 0.72, 1.08])
    assert found.notes[0] == "Only release 29 has months: it is shown although release 30 is the one for totals."
    assert (
        "Germany allocated €14.50 billion (1st of 4 states), and 0.50% of GDP (joint 1st of 4 states)" in found.reading
    )
    assert found.sentence == "Allocations by month of Germany, running total, Kiel release 29, to 31 October 2025"
    assert next(iter(found.counts())).rows.shape[0] == 3


def test_months_of_nobody_chosen_are_those_of_the_largest(db: Database, known: Catalogue) -> None:
    assert set(pledges(db, MONTHS, known).table["actor_id"]) == {"EU", "DEU"}
    assert pledges(db, replace(MONTHS, countries=("JPN",)), known).is_empty


def test_on_a_phone_months_are_a_list_by_donor_and_year(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(MONTHS, countries=("DEU", "FRA")), known)
    html, told = found.body_html(LIGHT), rows(found.table)
    assert html.count("<section>") == found.table["actor_id"].nunique() == 2
    assert html.count("<details>") == len({(row["actor_id"], row["month_starts_on"].year) for row in told})
    assert html.count("<ul><li>") == html.count("<details>") + 2
    assert "€14.50 billion, 1st of 4 states" in html
    assert "focus=DEU" in html
    for row in told:
        assert f"{row['month_starts_on']:%B %Y}: €{row['total_eur_bn']:.2f} billion" in html
    assert "bn by then" in html
    assert pledges(db, replace(MONTHS, countries=("JPN",)), known).body_html(LIGHT) == ""


def test_a_month_without_a_row_adds_nothing() -> None:
    days = span_of_months([dt.date(2023, 11, 1), pd.Timestamp("2024-02-01")])
    assert [day.isoformat()[:7] for day in days] == ["2023-11", "2023-12", "2024-01", "2024-02"]
    own = [
        {"month_starts_on": pd.Timestamp("2023-11-01"), "military_eur_bn": 1.0},
        {"month_starts_on": pd.Timestamp("2024-02-01"), "military_eur_bn": 0.5},
    ]
    assert filled(own, days, "military_eur_bn", "running") == [1.0, 1.0, 1.0, 1.5]
    assert filled(own, days, "military_eur_bn", "monthly") == [1.0, 0.0, 0.0, 0.5]


def test_each_donor_has_a_panel_under_its_rank(db: Database, known: Catalogue) -> None:
    rows = pledges(db, replace(MONTHS, countries=("DEU", "FRA")), known).table
    whole = pledges(db, replace(TOTALS, kiel="29"), known).table
    figure = months(rows, whole, LIGHT, "monthly")
    assert {trace.yaxis for trace in figure.data} == {"y", "y2"}
    titles = [note.text for note in figure.layout.annotations]
    assert "<b>Germany</b>" in titles[0]
    assert "1st of 4 states" in titles[0]
    short = months(rows, whole, LIGHT, "monthly", width=358)
    assert "€14.50 bn, 1st" in short.layout.annotations[0].text
    assert figure.layout.meta["min_width"] > 0
    assert "No month" in months(rows.head(0), whole, LIGHT).layout.annotations[0].text


def test_a_donor_in_a_line_says_no_rank_where_it_has_none() -> None:
    row = {"total_eur_bn": 62.0, "amount_rank": None, "states": 4, "gdp_share_pct": None, "share_rank": None}
    assert donor_words(row) == "€62.00 billion"
    assert donor_words(row, is_short=True) == "€62.00 bn"


def test_nothing_on_record_is_said() -> None:
    assert reading_totals(pd.DataFrame(), (), "amount") == "No figure is on record for this release and measure."


def test_one_address_answers_how_much_by_month_and_which_rank_by_share(open_page: Open) -> None:
    at = open_page("pledges", shape=["contributions"], part=["months"], c=["DEU"])
    said = words(at)
    assert "0.50% of GDP (joint 1st of 4 states)" in said
    assert "Kiel release 29" in said
    assert set(filters(at)) == {"Highlighted", "Groups"}


def test_release_and_measure_are_asked_for_totals(open_page: Open) -> None:
    at = open_page("pledges", shape=["contributions"])
    choose(at, kiel=["29"])
    assert at.query_params["kiel"] in ("29", ["29"])
    assert "Kiel release 29" in titles(at)[0]
    follow(at, "Months")
    assert at.query_params["part"] in ("months", ["months"])
    assert not at.exception
