"""The pages in one row on top, each under the same filters; the data's date and release at the foot."""

from collections.abc import Mapping
from html import escape

from dashboard.bar.links import elsewhere, link
from dashboard.catalogue import Catalogue
from dashboard.readings.prose import long_date
from dashboard.selection import Selection

HERE = 'aria-current="page"'


def pages(selection: Selection, catalogue: Catalogue, titles: Mapping[str, str]) -> str:
    """One link per page of `titles`, name → words, which carry the selection along; the SQL page stands by itself."""
    links = "".join(
        link(elsewhere(selection, catalogue, page), words, HERE if page == selection.page else "")
        for page, words in titles.items()
    )
    return f'<nav class="g-pages" aria-label="Pages">{links}{link("sql", "SQL")}</nav>'


def foot(catalogue: Catalogue) -> str:
    """What the data covers, where it is dense, and which release this is."""
    covered = f"{long_date(catalogue.covered_from)} to {long_date(catalogue.covered_until)}"
    dense = f"{long_date(catalogue.dense_from)} to {long_date(catalogue.dense_until)}"
    return (
        f'<footer class="g-foot">The data covers {covered}, densely {dense}. '
        f"Release {escape(catalogue.release)}. Tables under CC BY 4.0.</footer>"
    )
