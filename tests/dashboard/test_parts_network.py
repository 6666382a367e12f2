"""The table of boxes, the table of actors, the steps between windows, the list of a tie's statements: their HTML."""

import datetime as dt
import re
from typing import Any

import pandas as pd

from dashboard.figures.theme import LIGHT
from dashboard.graph import MEASURES, measures
from dashboard.parts.actors import CAVEAT, actors_table, groups
from dashboard.parts.matrix import matrix
from dashboard.parts.tielist import tie_list
from dashboard.parts.tieparts import Windows, strongest_list, windows_line
from dashboard.records import records
from tests.dashboard.lines import NAMES, tie

ACTORS = [(one, NAMES[one]) for one in ("AAA", "BBB", "CCC")]
TIES = [tie("AAA", "BBB", "hostile", hostile=9, critical=3), tie("CCC", "AAA", "supportive", supportive=2)]
CELLS = {(row["source_id"], row["target_id"]): row for row in TIES}


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def boxes(**options: Any) -> str:
    left_out = options.pop("left_out", 0)
    return matrix(
        ACTORS, CELLS, left_out, lambda one: f"?focus={one}", lambda one: f"country?c={one}", LIGHT, **options
    )


def test_the_matrix_heads_each_row_and_column_with_a_link() -> None:
    html = boxes()
    for _, name in ACTORS:
        assert html.count(f">{name}</a>") == 2
    assert html.count('scope="row"') == 3
    assert html.count('scope="col"') == 4


def test_a_box_says_its_tie_and_opens_it() -> None:
    html = boxes()
    assert 'href="?focus=AAA&gt;BBB"' in html
    assert 'aria-label="Arvonia on Belmark: 12 statements, hostile: 3 critical, 9 hostile"' in html
    assert "H 12" in words(html)
    assert html.count("<td><a") + html.count('<td class=""><a') == 2


def test_a_box_is_as_long_as_its_share_and_banded_by_tone() -> None:
    widths = dict(re.findall(r'g-band-(\w+)" style="width:([\d.]+)px', boxes()))
    assert float(widths["hostile"]) == 3 * float(widths["critical"]) == 30
    assert float(widths["supportive"]) == 6.7


def test_fewer_than_three_have_no_letter_and_say_so() -> None:
    html = boxes()
    assert '<span class="g-few">2</span>' in html
    assert "Corland on Arvonia: 2 statements; fewer than three: not ranked: 2 supportive" in html


def test_the_focus_is_marked_and_the_rest_counted() -> None:
    assert boxes(focus="AAA").count('aria-current="true"') == 1
    assert 'class="g-picked"' in boxes(focus="AAA>BBB")
    assert "4 more speak or are spoken of; the table has them." in boxes(left_out=4)
    assert "1 more speaks or is spoken of; the table has it." in boxes(left_out=1)


def test_names_of_the_data_are_text() -> None:
    html = matrix([("AAA", "<b>A</b>")], {}, 0, str, str, LIGHT)
    assert "<b>A</b>" not in html


def table(**options: Any) -> str:
    found = measures(pd.DataFrame(TIES))
    rows = [{**row, "actor": NAMES[row["actor_id"]], "community_of": "Arvonia"} for row in records(found)]
    links = (lambda one: f"?sort={one}", lambda one: f"country?c={one}", lambda one: f"?focus={one}")
    return actors_table(rows, 0, options.pop("sort", "total"), *links, LIGHT, **options)


def test_each_actor_has_its_measures_and_a_page() -> None:
    said = words(table())
    assert "Arvonia 14 12 2 1 1" in said
    assert '<a href="country?c=AAA">Arvonia</a>' in table()
    assert '<a href="?focus=AAA">show ties' in table()


def test_every_heading_sorts_and_every_measure_is_defined() -> None:
    html = table(sort="pagerank")
    for measure in MEASURES:
        assert f'href="?sort={measure.column}"' in html
        assert f"<dt>{measure.heading}</dt>" in html
    assert re.search(r'aria-sort="descending"[^>]*><a href="\?sort=pagerank"', html)
    assert "Freeman 1977" in html
    assert CAVEAT in html


def test_communities_are_named_by_their_members() -> None:
    html = words(groups({1: ACTORS[:2], 2: ACTORS[2:]}, str, LIGHT))
    assert "Community 1 (2): Arvonia and Belmark" in re.sub(r"\s+([,(:])", r" \1", html).replace(" :", ":").replace(
        "  ", " "
    )
    assert "1 actor in a community of its own" in html


def test_windows_lead_back_and_forth() -> None:
    day = dt.date(2030, 3, 1)
    here, before = (day, dt.date(2030, 3, 10)), (dt.date(2030, 2, 19), dt.date(2030, 2, 28))
    html = windows_line(Windows(here, before, None), lambda days: f"?from={days[0]}&until={days[1]}", LIGHT)
    assert 'href="?from=2030-02-19&amp;until=2030-02-28"' in html
    assert "◀ 19–28 February 2030" in html
    assert "▶" not in html
    assert windows_line(Windows(here, None, None), str, LIGHT) == ""


def test_the_strongest_are_links_with_letter_and_number() -> None:
    html = strongest_list(TIES[:1], lambda one: f"?focus={one}", LIGHT)
    assert "Arvonia on Belmark H 12" in words(html)
    assert 'href="?focus=AAA&gt;BBB"' in html


def said(number: int, tone: str, **more: Any) -> dict[str, Any]:
    row = {"statement_id": f"s{number}", "said_on": pd.Timestamp("2030-03-01"), "date_precision": "on", "tone": tone}
    names = {
        "speaker": "Ada",
        "office": "President",
        "actor_id": "AAA",
        "actor": "Arvonia",
        "summary": f"Said {number}.",
    }
    return {**row, **names, "quote": "", "doubts": 0, **more}


def test_a_ties_statements_come_with_tone_and_tally() -> None:
    html = tie_list("Arvonia", "Belmark", [said(1, "hostile"), said(2, "critical"), said(3, "hostile")], LIGHT)
    told = words(html)
    assert "Arvonia on Belmark: 3 statements" in told
    assert "1 critical, 2 hostile" in told
    assert html.count('class="g-tone g-tone-hostile"') == 2
    assert "Said 2." in told


def test_only_so_many_are_listed_and_a_path_is_numbered() -> None:
    told = words(tie_list("Arvonia", "Belmark", [said(i, "neutral") for i in range(5)], LIGHT, most=2, place=1))
    assert "1. Arvonia on Belmark: 5 statements, the latest 2" in told
    assert told.count("Said") == 2


def test_a_statement_toward_several_says_toward_whom() -> None:
    both = said(1, "hostile", tones=(("hostile", "Belmark"), ("supportive", "United States")))
    told = words(tie_list("Arvonia", "others", [both], LIGHT))
    assert "hostile toward Belmark" in told
    assert "supportive toward the United States" in told
    assert "1 statement" in told
