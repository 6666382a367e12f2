"""The four actions of every exhibit, always in the same place: table, sources, download, link."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.components.sources import source_list
from dashboard.desk import Desk, change
from dashboard.exhibits.exhibit import Exhibit
from dashboard.published.table import as_csv


def actions(desk: Desk, exhibit: Exhibit) -> None:
    """Draw the row of actions for what is on screen."""
    with st.container(horizontal=True, horizontal_alignment="right", key="actions", gap="small"):
        table(exhibit)
        sources(desk, exhibit)
        stem = desk.selection.file_stem(desk.catalogue)
        st.download_button(
            "Download",
            data=lambda: as_csv(exhibit.table),
            file_name=f"{stem}.csv",
            mime="text/csv",
            key="download",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            help="The rows of this view as CSV",
        )
        link(desk)


def table(exhibit: Exhibit) -> None:
    """Change between the chart and the rows it draws; part of the address."""
    if exhibit.is_table:
        label, icon = ("Chart", ":material/insert_chart:") if exhibit.draw else ("Page", ":material/article:")
        form = None
    else:
        label, icon, form = "Table", ":material/table_rows:", "table"
    st.button(label, key="table", icon=icon, type="tertiary", shortcut="t", on_click=change, kwargs={"form": form})


def sources(desk: Desk, exhibit: Exhibit) -> None:
    """The pages relied on, asked for only when the list is opened."""
    opened = st.popover("Sources", key="sources", icon=":material/menu_book:", type="tertiary", on_change="rerun")
    with opened:
        if opened.open:
            source_list(desk.db, exhibit.source_ids)


def link(desk: Desk) -> None:
    """The address that opens this very view, for a colleague or a slide."""
    address = f"{base()}/{page_path(desk)}?{urlencode(desk.selection.to_link(desk.catalogue), doseq=True)}"
    published = f"/view/{desk.selection.page}?{urlencode(desk.selection.to_link(desk.catalogue), doseq=True)}"
    with st.popover("Link", key="link", icon=":material/link:", type="tertiary"):
        st.write("Opens this very view; days and release are written out.")
        st.code(address, language=None, wrap_lines=True)
        st.html(f'<a href="{escape(published)}" target="_blank" rel="noopener">As a page to print or show</a>')


def base() -> str:
    """The address that the reader's browser knows the app by; empty where nobody says."""
    url = st.context.url or ""
    return "/".join(url.split("/")[:3])


def page_path(desk: Desk) -> str:
    """The page's path without its slash; the overview lives at the root."""
    return "" if desk.selection.page == "overview" else desk.selection.page
