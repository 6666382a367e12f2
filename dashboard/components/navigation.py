"""The pages in one row on top, each under the same filters; the data's date and release at the foot."""

from html import escape

import streamlit as st

from dashboard.desk import Desk
from dashboard.readings.prose import long_date


def row(desk: Desk, pages: dict[str, st.Page]) -> None:
    """One link per page; they carry the selection along."""
    with st.container(horizontal=True, key="pages", gap="small"):
        for name, page in pages.items():
            st.page_link(page, label=page.title, query_params=desk.link(name))


def foot(desk: Desk) -> None:
    """What the data covers, where it is dense, and which release this is."""
    catalogue = desk.catalogue
    covered = f"{long_date(catalogue.covered_from)} to {long_date(catalogue.covered_until)}"
    dense = f"{long_date(catalogue.dense_from)} to {long_date(catalogue.dense_until)}"
    st.html(
        f'<footer class="g-foot">The data covers {covered}, densely {dense}. '
        f"Release {escape(catalogue.release)}. Tables under CC BY 4.0.</footer>"
    )
