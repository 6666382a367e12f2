"""A page that couldn't be drawn: a calm word, the reference under which the log has the details, the ways on."""

import streamlit as st

from dashboard import log
from dashboard.components.markup import markup

TITLE = "This page can’t be shown just now"
WORDS = (
    "Something went wrong while it was made. The other pages work. Try again later, or with fewer filters; "
    "if you report it, give the reference"
)


def failed(error: Exception, page: str, names: dict[str, str]) -> None:
    """Say it on the page; `names` are the pages that there are, name → words."""
    reference = log.failed("a page failed", error, page, address())
    links = " · ".join(f'<a href="./{"" if name == "overview" else name}">{words}</a>' for name, words in names.items())
    st.title(TITLE, anchor=False)
    markup(f'<p role="alert">{WORDS} <code>{reference}</code>.</p><p>{links}</p>')


def failed_act(error: Exception) -> bool:
    """The same where what failed is a reader's act, before any page was begun; true, for it is told."""
    reference = log.failed("an act failed", error, "", address())
    st.title(TITLE, anchor=False)
    markup(f'<p role="alert">{WORDS} <code>{reference}</code>.</p><p><a href="./">Overview</a></p>')
    return True


def address() -> dict[str, list[str]]:
    """The address that led here."""
    return {key: st.query_params.get_all(key) for key in st.query_params}
