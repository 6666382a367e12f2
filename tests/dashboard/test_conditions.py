"""What promises hang on: alternatives once, silence outlived, rows that don't count apart; list, card, address."""

import datetime as dt
import re
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.conditions import ended_since
from dashboard.exhibits.pledges import pledges
from dashboard.figures.conditions import conditions
from dashboard.figures.theme import theme
from dashboard.parts.conditions import condition_list
from dashboard.queries.conditions import conditions as conditions_asked
from dashboard.readings.conditions import bars, reading_conditions, when_named
from dashboard.selection import Selection
from tests.dashboard.reader import filters, links, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]

LIGHT = theme("light")
SHOWN = Selection("pledges", shape="conditions")
ALL = replace(SHOWN, over="all")


def named(pledger: str, condition: str, **changed: object) -> dict[str, object]:
    """One row of query ``conditions``; named columns are changed."""
    day = pd.Timestamp("2025-09-04")
    row: dict[str, object] = {
        "pledger_id": pledger[:3].upper(),
        "pledger": pledger,
        "kind": "ground_troops",
        "kind_label": "Ground troops",
        "phase": "post_war",
        "phase_label": "After the fighting",
        "condition": condition,
        "condition_label": condition.replace("_", " ").capitalize(),
        "alternative_group": "end_of_fighting" if condition in ("ceasefire", "peace_agreement") else None,
        "first_named_on": day,
        "last_named_on": day,
        "is_current": True,
        "is_counting": True,
    }
    return row | changed


WORLD = pd.DataFrame(
    [
        named("France", "ceasefire"),
        named("France", "peace_agreement", is_current=False),
        named("Spain", "peace_agreement", is_current=False),
        named("Spain", "mandate"),
        named("Latvia", "mandate", is_counting=False),
        named("Estonia", "mandate", is_current=False),
        named("Estonia", "backstop", kind="naval", kind_label="Naval"),
    ]
)


def test_alternatives_count_once_for_each_promise() -> None:
    drawn = bars(WORLD)
    place = [bar.code for bar in drawn].index("end_of_fighting")
    end, *parts = drawn[place : place + 3]
    assert end.label == "End of the fighting"
    assert end.is_group
    assert [row["pledger"] for row in end.now] == ["France"]
    assert [row["pledger"] for row in end.earlier] == ["Spain"]
    assert {part.code: part.total for part in parts} == {"ceasefire": 1, "peace_agreement": 2}
    assert {part.part_of for part in parts} == {"end_of_fighting"}


def test_rows_that_do_not_count_stand_apart() -> None:
    mandate = next(bar for bar in bars(WORLD) if bar.code == "mandate")
    assert (len(mandate.now), len(mandate.earlier), len(mandate.unbound)) == (1, 1, 1)
    assert mandate.total == 2


def test_when_a_condition_was_named_is_said_with_what_became_of_it() -> None:
    row = named("France", "ceasefire", first_named_on=pd.Timestamp("2025-02-24"), is_current=False)
    assert when_named(row) == "first named 24 Feb 2025, last 4 Sep 2025, not repeated since"
    assert when_named(named("France", "ceasefire")) == "named 4 Sep 2025"
    assert when_named(named("France", "ceasefire", is_aged=True)) == "named 4 Sep 2025, more than 180 days before"


def test_bars_stack_now_earlier_and_apart_and_say_what_they_are() -> None:
    figure = conditions(bars(WORLD), LIGHT)
    now, earlier, apart = figure.data
    assert {code for (code,) in now.customdata} == {"end_of_fighting", "ceasefire", "mandate", "backstop"}
    place = [code for (code,) in earlier.customdata].index("mandate")
    assert (earlier.base[place], earlier.x[place]) == (1, 1)
    assert apart.base[0] > 2
    assert now.marker.color[0] != earlier.marker.color[0] != apart.marker.color[0]
    assert go.Figure(figure.to_dict()).data


def test_what_is_not_in_focus_fades_and_alternatives_stay_with_their_bar() -> None:
    codes = [code for (code,) in conditions(bars(WORLD), LIGHT).data[0].customdata]
    plain = dict(zip(codes, conditions(bars(WORLD), LIGHT).data[0].marker.color, strict=True))
    faded = dict(zip(codes, conditions(bars(WORLD), LIGHT, "end_of_fighting").data[0].marker.color, strict=True))
    assert faded["ceasefire"] == plain["ceasefire"]
    assert faded["mandate"] != plain["mandate"]


def test_no_condition_says_so() -> None:
    assert "No condition" in conditions([], LIGHT).layout.annotations[0].text
    assert "no condition was on record" in reading_conditions([], dt.date(2026, 3, 13))


def test_a_condition_outlives_silence_until_it_is_ended(db: Database, known: Catalogue) -> None:
    table = pledges(db, SHOWN, known).table.set_index(["pledger_id", "condition"])
    assert table.loc[("FRA", "ceasefire"), "named"] == "earlier, never withdrawn"
    assert table.loc[("FRA", "us_backstop"), "named"] == "in the current row"
    assert ("GBR", "parliament_vote") not in table.index
    assert table.loc[("NLD", "clear_mandate"), "counted_label"] == "no: the voice doesn’t bind"


def test_all_kinds_are_one_choice_away(db: Database, known: Catalogue) -> None:
    one, every = pledges(db, SHOWN, known), pledges(db, ALL, known)
    assert "TUR" not in set(one.table["pledger_id"])
    assert {"TUR", "FRA"} <= set(every.table["pledger_id"])
    assert every.sentence == "Conditions of positions of every kind, in every debate, as of 13 March 2026"


def test_a_number_shows_its_rows_and_why_others_are_left_out(db: Database, known: Catalogue) -> None:
    counts = {count.words: count for count in pledges(db, SHOWN, known).counts()}
    vote = counts["1 · Vote of parliament"]
    assert set(vote.rows["pledger_id"]) == {"DEU"}
    assert dict(zip(vote.left_out["pledger_id"], vote.left_out["why"], strict=True)) == {
        "GBR": "ended on 10 February 2026"
    }
    assert counts["0 · Clear mandate"].left_out["why"].tolist() == ["the voice doesn’t bind"]
    assert all(int(words.split()[0]) == len(count.rows) for words, count in counts.items())


def test_a_condition_that_ended_in_one_debate_is_told_though_it_stands_in_another() -> None:
    bar = bars(pd.DataFrame([named("France", "us_backstop"), named("Germany", "us_backstop", phase="wartime")]))[0]
    ended = [named("France", "us_backstop", phase=phase) for phase in ("post_war", "wartime")]
    assert [row["phase"] for row in ended_since(bar, ended)] == ["wartime"]
    assert ended_since(bar, [named("Germany", "ceasefire")]) == []


def test_filters_keep_conditions_and_countries(db: Database, known: Catalogue) -> None:
    found = pledges(db, replace(ALL, conditions=("us_backstop",)), known)
    assert set(found.table["pledger_id"]) == {"FRA", "GBR"}
    assert "only “US backstop”" in found.sentence
    assert found.shown < found.total
    assert pledges(db, replace(ALL, countries=("JPN",)), known).is_empty


def test_the_card_of_a_condition_tells_who_named_it_where_they_stand_and_on_what_page(
    db: Database, known: Catalogue
) -> None:
    selection = replace(ALL, focus="us_backstop")
    opened = card(db, selection, known, pledges(db, selection, known).table)
    assert opened
    html = opened(LIGHT)
    assert "Named in the current row: 1" in html
    assert "Named earlier, never withdrawn: 1" in html
    assert "named 10 Apr 2025, not repeated since" in html.replace("Named", "named")
    assert 'href="country?c=FRA"' in html
    assert "focus=2025-04-10-edgar-pell-backstop" in html
    assert 'rel="noopener noreferrer"' in html
    ended = card(db, replace(selection, focus="parliament_vote"), known, pd.DataFrame())
    assert ended
    assert "Ended since, not counted: 1 promise" in ended(LIGHT)


def test_a_condition_may_be_the_focus_of_the_pledges_alone(db: Database, known: Catalogue) -> None:
    selection, notices = Selection.from_query(
        "pledges", {"shape": ["conditions"], "over": ["all"], "focus": ["us_backstop"]}, known
    )
    assert not notices
    assert selection == replace(ALL, focus="us_backstop")
    assert selection.on_page("network").focus is None
    assert replace(SHOWN, focus="FRA").on_page("network").focus == "FRA"
    assert card(db, replace(selection, countries=("JPN",)), known, pd.DataFrame()) is None


def test_a_doubted_naming_is_marked_in_the_list_and_opens_what_rivals_it() -> None:
    rows = [named("France", "ceasefire", doubts=1, last_pledge_id="FRA-1"), named("Spain", "ceasefire", doubts=0)]
    for with_kind in (False, True):
        html = condition_list(bars(pd.DataFrame(rows)), LIGHT, lambda kind, one: f"?{kind}={one}", with_kind)
        assert re.findall(r'class="g-questions" href="([^"]+)"', html) == ["?pledge=FRA-1"]
        assert html.index("France") < html.index("g-questions") < html.index("Spain")


def test_the_list_leads_to_rows_and_profiles(db: Database, known: Catalogue) -> None:
    html = pledges(db, ALL, known).aside_html(LIGHT)
    assert 'href="?focus=us_backstop&amp;over=all&amp;shape=conditions"' in html
    assert 'href="country?c=GBR"' in html
    assert "each promise once, for" in html
    assert "ground troops (11 Apr 2025)" in html


def test_the_page_asks_only_what_it_honours(open_page: Open) -> None:
    at = open_page("pledges", shape=["conditions"])
    assert "Kind of position" in filters(at)
    assert "Speakers" not in filters(at)
    every = open_page("pledges", shape=["conditions"], over=["all"])
    assert "Kind of position" not in filters(every)
    assert "of every kind" in words(every)
    assert {"Conditions", "Countries and organisations"} <= set(filters(every))


def test_the_card_stands_on_the_page(open_page: Open) -> None:
    at = open_page("pledges", shape=["conditions"], over=["all"], focus=["us_backstop"])
    assert "Named in the current row: 1" in words(at)
    assert "Close" in links(at)


def test_the_rows_of_a_condition_in_focus_are_listed_first(db: Database, known: Catalogue) -> None:
    def listed(focus: str | None) -> list[str]:
        html = pledges(db, replace(ALL, focus=focus), known).aside_html(LIGHT)
        return re.findall(r'<h2><a href="[^"]*">(.*?)</a>', html)

    usual = listed(None)
    last = next(bar.code for bar in bars(conditions_asked(db, ALL, known).frame) if bar.label == usual[-1])
    assert len(usual) > 1
    assert listed(last) == [usual[-1], *usual[:-1]]
    within = next(bar for bar in bars(conditions_asked(db, ALL, known).frame) if bar.part_of)
    assert within.code not in usual
    assert sorted(listed(within.code)) == sorted(usual)
