"""Whatever stands in a cell is read on a page as text: no element, no attribute, no figure's markup comes of it."""

import json
import re
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from dashboard.database import Database
from dashboard.figures.theme import LIGHT
from dashboard.routes.question import question
from tests.conftest import compose
from tests.hostile import addresses, texts
from tests.hostile.conftest import Hostile, serve
from tests.hostile.depth import tries
from tests.hostile.seen import Seen, single
from tests.hostile.worlds import built, spoil

SOME = 12
# What Plotly reads as markup, and what ours is made of.
MARKUP = re.compile(r"<[^>]*>?")
OURS = re.compile(r"<(br|/?b|/?i|/?sup|/?span|/?extra|(span|b) style=(\"[^\"<]*\"|'[^'<]*'))>")
TEMPLATE = re.compile(r"%\{(?!hovertext\}|y:|x\|)")


@pytest.mark.parametrize("part", [addresses.shapes, addresses.profiles, addresses.cards, addresses.relations])
def test_pages_show_cells_as_text(hostile: Hostile, part: Any) -> None:
    every = list(dict.fromkeys(part(hostile.known)))
    chosen = every if len(every) < 40 else every[::SOME]
    for address in chosen:
        answer = hostile.client.get(f"/view/{address}")
        assert answer.status_code == 200, address
        assert not Seen(answer.text).strange, address


def test_the_words_of_a_statement_are_read_as_they_stand_in_its_cell(hostile: Hostile) -> None:
    ids = [row for (row,) in asked(hostile, "select statement_id from statements order by all")]
    for one in ids:
        ((summary,),) = asked(hostile, "select summary from statements where statement_id = $1", one)
        seen = Seen(hostile.client.get("/view/quote", params={"focus": one}).text)
        assert single(summary) in seen.words, one


@pytest.mark.parametrize("what", ["sources", "why"])
def test_so_do_parts_that_a_dialog_shows(hostile: Hostile, what: str) -> None:
    for address in addresses.shapes(hostile.known):
        answer = hostile.client.get(f"/part/{what}/{address}")
        assert answer.status_code == 200, address
        assert not Seen(answer.text).strange, address


def test_figures_hold_no_markup_but_ours_and_ask_for_nothing_that_a_cell_names(hostile: Hostile) -> None:
    for address in [*addresses.shapes(hostile.known)][::2]:
        drawn = drawing(hostile, address)
        for words in texts_of(drawn):
            assert not [mark for mark in MARKUP.findall(words) if not OURS.fullmatch(mark)], (address, words)
        templates = [str(trace.get(f"{name}template", "")) for trace in drawn["data"] for name in ("hover", "text")]
        assert not [one for one in templates if TEMPLATE.search(one)], address


@tries(3)
@given(cells=st.lists(texts.cells, min_size=12, max_size=40))
def test_texts_that_nobody_thought_of_are_read_as_text(
    tmp_path_factory: pytest.TempPathFactory, cells: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("random")
    world = compose(folder / "data")
    spoil(world, cells)
    path = built(world, folder / "random.duckdb")
    client, known = serve(path), question(Database(path), "overview", QueryParams()).catalogue
    for address in addresses.everything(known)[len(cells) :: 90]:
        answer = client.get(f"/view/{address}")
        assert answer.status_code == 200, address
        assert not Seen(answer.text).strange, address


def test_what_fills_a_template_elsewhere_is_a_text_in_every_cell(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("templates")
    world = compose(folder / "data")
    spoil(world, [f"{{name}} {{0}} {{}} }} ${{title}} $name %s %(name)s {number}" for number in range(12)])
    path = built(world, folder / "templates.duckdb")
    client, known = serve(path), question(Database(path), "overview", QueryParams()).catalogue
    for address in addresses.everything(known)[::8]:
        assert client.get(f"/view/{address}").status_code == 200, address
    for code in known.labels["place"]:
        assert client.get(f"/view/country?c={code}").status_code == 200, code


def asked(hostile: Hostile, sql: str, *values: object) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(hostile.path), read_only=True) as connection:
        return connection.execute(sql, list(values)).fetchall()


def drawing(hostile: Hostile, address: str) -> dict[str, Any]:
    page, _, query = address.partition("?")
    exhibit = question(Database(hostile.path), page, QueryParams(query)).exhibit()
    found: dict[str, Any] = json.loads(exhibit.draw(LIGHT, 900).to_json()) if exhibit.draw else {"data": []}
    return found


def texts_of(value: Any) -> list[str]:
    """All texts in a figure but those that no one sees."""
    if isinstance(value, dict):
        return [text for name, one in value.items() if name != "customdata" for text in texts_of(one)]
    return [text for one in value for text in texts_of(one)] if isinstance(value, list) else [str(value)]
