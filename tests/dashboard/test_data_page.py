"""The Data page as its script: four documents, a table of the codebook by a link, no filters."""

import pytest

from dashboard.address import SHAPES
from tests.dashboard.reader import blocks, filters, follow, links, titles, words
from tests.dashboard.test_pages import Open, open_page

__all__ = ["open_page"]


@pytest.mark.parametrize("shape", SHAPES["data"])
def test_each_document_has_its_title_reading_and_proof(open_page: Open, shape: str) -> None:
    at = open_page("data", shape=[shape])
    assert len(titles(at)) == 1
    said = words(at)
    assert "release 2026-11-25-" in said
    assert "Why these numbers?" in said
    assert 'class="g-data"' in " ".join(blocks(at))
    assert "None" not in said
    assert "nan" not in said.split()


def test_the_documents_are_links_and_so_is_each_table(open_page: Open) -> None:
    at = open_page("pledges", c=["FRA"])
    follow(at, "Data", "g-pages")
    assert titles(at) == ["How these data were made"]
    follow(at, "Codebook", "g-segments")
    follow(at, "pledges", "g-data")
    assert titles(at) == ["Codebook: pledges"]
    follow(at, "pledge_status", "g-data")
    assert titles(at) == ["Codebook: pledge_status"]
    assert "How far the pledger went" not in words(at)
    assert "In the codebook" not in links(at)


def test_nothing_is_asked_beside_it_and_no_filter_shows(open_page: Open) -> None:
    at = open_page("data", c=["FRA"])
    assert filters(at) == {}
    assert "Reset" not in links(at)


def test_a_document_is_also_a_table(open_page: Open) -> None:
    at = open_page("data", shape=["quality"])
    follow(at, "Table")
    assert len(at.dataframe) == 1
    follow(at, "Page")
    assert not at.dataframe
