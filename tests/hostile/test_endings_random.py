"""Texts that nobody thought of leave the app as text as well: every file that carries cells of a world full of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.database import Database
from dashboard.queries.catalogue import catalogue
from tests.conftest import compose
from tests.hostile import test_endings as endings
from tests.hostile import texts
from tests.hostile.addresses import SOME_OF_EACH
from tests.hostile.conftest import Hostile, serve
from tests.hostile.depth import tries
from tests.hostile.worlds import built, spoil

FILES = (
    endings.test_csv_runs_nothing_and_says_what_the_rows_say,
    endings.test_a_workbook_has_no_formula_and_no_link,
    endings.test_sql_is_as_many_statements_as_were_asked_and_nothing_else,
    endings.test_a_notebook_is_code_of_ours_and_words_without_links,
    endings.test_references_have_no_field_that_a_cell_made,
    endings.test_slides_hold_text_and_lead_nowhere_else,
)


@tries(2)
@given(cells=st.lists(texts.cells, min_size=12, max_size=40))
@pytest.mark.usefixtures("without_chrome")
def test_texts_that_nobody_thought_of_leave_as_text(tmp_path_factory: pytest.TempPathFactory, cells: list[str]) -> None:
    folder = tmp_path_factory.mktemp("random")
    world = compose(folder / "data")
    put = spoil(world, cells)
    path = built(world, folder / "random.duckdb")
    hostile = Hostile(path, catalogue(Database(path)), put, serve(path))
    for holds in FILES:
        for address in SOME_OF_EACH:
            holds(hostile, address)
    for place in ("country", "event"):
        endings.test_briefs_hold_text_and_lead_to_the_pages_of_the_sources_alone(hostile, place)
    endings.test_the_saved_page_holds_its_rows_as_text(hostile)
    endings.test_the_page_that_a_picture_is_taken_of_holds_its_rows_as_text(hostile)
    endings.test_the_caption_of_a_picture_is_five_lines(hostile)
