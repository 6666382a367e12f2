"""The network on the invented world: focus, paths, folds, order, and why its numbers are what they are."""

import re
from dataclasses import replace

import pytest

from dashboard.catalogue import Catalogue
from dashboard.database import Database
from dashboard.exhibits.card import card
from dashboard.exhibits.exhibit import Exhibit
from dashboard.exhibits.network import network
from dashboard.figures.theme import LIGHT
from dashboard.queries.network import places
from dashboard.selection import Selection

ALL = Selection("network")
MENTIONS = 58


def shown(db: Database, known: Catalogue, **fields: object) -> Exhibit:
    return network(db, replace(ALL, since=known.covered_from, until=known.covered_until, **fields), known)  # type: ignore[arg-type]


def ties(found: Exhibit) -> dict[str, int]:
    rows = found.table
    return dict(zip(rows["source_id"] + ">" + rows["target_id"], rows["statements"], strict=True))


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_focus_shows_its_own_ties_and_two_steps_those_of_its_neighbours(db: Database, known: Catalogue) -> None:
    one = ties(shown(db, known, focus="EU"))
    assert one == {"EU>RUS": 1, "RUS>EU": 1}
    two = ties(shown(db, known, focus="EU", steps="2"))
    assert set(one) < set(two)
    assert "UKR>RUS" in two
    assert not {"POL>FRA", "DEU>POL"} & set(two)


def test_a_least_number_leaves_weaker_ties_out(db: Database, known: Catalogue) -> None:
    found = ties(shown(db, known, least="3"))
    assert found
    assert min(found.values()) >= 3


def test_the_folds_count_persons_or_capitals(db: Database, known: Catalogue) -> None:
    persons = ties(shown(db, known, fold="persons"))
    assert persons == {
        "viktor-zorin>alma-varenne": 1,
        "oksana-levchuk>viktor-zorin": 1,
        "pavel-grudov>oksana-levchuk": 1,
        "clara-whitmore>viktor-zorin": 1,
    }
    both = ties(shown(db, known, fold="both"))
    assert both["viktor-zorin>FRA"] == 2
    assert both["viktor-zorin>alma-varenne"] == 1
    assert ties(shown(db, known))["RUS>FRA"] == 2
    assert "persons on persons only" in shown(db, known, fold="persons").sentence


def test_a_country_finds_the_persons_who_speak_for_it(db: Database, known: Catalogue) -> None:
    found = ties(shown(db, known, fold="persons", countries=("GBR",)))
    assert found == {"clara-whitmore>viktor-zorin": 1}


def test_a_path_is_drawn_told_and_listed(db: Database, known: Catalogue) -> None:
    found = shown(db, known, focus="EU", target="FRA")
    assert list(ties(found)) == ["EU>RUS", "RUS>FRA"]
    assert "the shortest path from the EU to France has 2 ties" in found.reading
    assert found.sentence.startswith("The shortest path of statements from the EU to France")
    assert found.draw
    assert any(one.name == "path" for one in found.draw(LIGHT).layout.shapes)
    opened = card(db, replace(ALL, since=known.covered_from, focus="EU", target="FRA"), known, found.table)
    assert opened
    assert "1. EU on Russia : 1 statement" in words(opened(LIGHT))


def test_no_path_is_said_and_what_joins_them(db: Database, known: Catalogue) -> None:
    found = shown(db, known, focus="UKR", target="TUR")
    assert "No path leads from Ukraine to Türkiye in the direction of speech" in found.reading
    assert "Türkiye on Ukraine" in found.reading
    assert "TUR>UKR" in ties(found)
    assert found.draw
    names = next(one for one in found.draw(LIGHT).data if one.name == "names")
    assert {"Ukraine", "Türkiye"} <= set(names.text)


@pytest.mark.parametrize(
    "fields", [{"focus": "EU>RUS"}, {}, {"shape": "matrix"}, {"shape": "actors", "focus": "EU>RUS"}]
)
def test_a_path_from_no_actor_says_what_it_needs(db: Database, known: Catalogue, fields: dict[str, str]) -> None:
    assert shown(db, known, target="FRA", **fields).reading.startswith(
        "A path to France starts from an actor: put one in focus. "
    )


def test_every_mention_is_counted_or_left_out_by_a_rule(db: Database, known: Catalogue) -> None:
    for fields in ({}, {"focus": "FRA"}, {"fold": "persons"}, {"least": "2"}, {"topics": ("sanctions",)}):
        found = shown(db, known, **fields)
        mentions, ranked = found.counts()
        assert len(mentions.rows) == found.table["statements"].sum()
        assert mentions.left_out["why"].notna().all()
        assert len(mentions.rows) + len(mentions.left_out) == MENTIONS
        assert len(ranked.rows) + len(ranked.left_out) == found.shown


def test_left_out_says_why(db: Database, known: Catalogue) -> None:
    (mentions, _) = shown(db, known).counts()
    why = dict(zip(mentions.left_out["statement_id"], mentions.left_out["why"], strict=True))
    assert why["2025-11-05-luc-armand-not-ready"] == "speaks of the own side"
    assert why["2025-04-14-clara-whitmore-answers-zorin"] == "names the same two sides again: the harsher tone counts"


def test_the_matrix_has_a_box_per_tie_and_an_order(db: Database, known: Catalogue) -> None:
    found = shown(db, known, shape="matrix")
    html = found.body_html(LIGHT)
    assert html.count("aria-label") - 1 == found.shown
    by_name = words(shown(db, known, shape="matrix", sort="name").body_html(LIGHT))
    assert by_name.index("Canada") < by_name.index("Estonia") < by_name.index("Ukraine")
    assert "in the order of “Community”" in shown(db, known, shape="matrix", sort="community").sentence


def test_actors_have_measures_that_add_up(db: Database, known: Catalogue) -> None:
    found = shown(db, known, shape="actors")
    everything = shown(db, known)
    assert (
        found.table["out_statements"].sum()
        == found.table["in_statements"].sum()
        == everything.table["statements"].sum()
    )
    assert found.shown == len({*everything.table["source_id"], *everything.table["target_id"]})
    by_name = list(shown(db, known, shape="actors", sort="name").table["actor"])
    assert by_name == sorted(by_name, key=str.casefold)


@pytest.mark.parametrize("width", [340, 1060])
def test_nodes_keep_their_places_while_the_window_moves(db: Database, known: Catalogue, width: int) -> None:
    def at(found: Exhibit) -> dict[str, tuple[float, float]]:
        assert found.draw
        nodes = next(one for one in found.draw(LIGHT, width).data if one.name == "nodes")
        return {data[0]: (x, y) for data, x, y in zip(nodes.customdata, nodes.x, nodes.y, strict=True)}

    for fold in ("capitals", "both", "persons"):
        whole = at(shown(db, known, fold=fold))
        part = at(network(db, replace(ALL, since=known.dense_from, fold=fold, topics=("foreign_troops",)), known))
        assert set(part) <= set(whole)
        assert {one: whole[one] for one in part} == part


def test_everybody_who_speaks_has_a_place(db: Database, known: Catalogue) -> None:
    known_ids = set(places(db).frame["actor_id"])
    for fold in ("capitals", "both", "persons"):
        rows = shown(db, known, fold=fold).table
        assert {*rows["source_id"], *rows["target_id"]} <= known_ids


def test_windows_step_by_their_own_length(db: Database, known: Catalogue) -> None:
    html = network(db, Selection("network"), known).body_html(LIGHT)
    assert "◀" in html
    assert "▶" in html
    assert "◀" not in shown(db, known).body_html(LIGHT)
