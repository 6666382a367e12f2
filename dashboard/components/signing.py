"""The app before somebody has signed in, and the line that says who has."""

from html import escape

import streamlit as st

from dashboard.components.markup import markup
from dashboard.signin import is_required

WORDS = "This server is for readers who sign in with their organisation’s account."


def asks_first() -> bool:
    """True while a reader has to sign in; then the page says so and offers the way, and nothing else."""
    if not is_required() or st.user.is_logged_in:
        return False
    st.title("Guarantees", anchor=False)
    markup(f"<p>{WORDS}</p>")
    st.button("Sign in", on_click=st.login, key="sign-in")
    return True


def signed() -> str:
    """Who is signed in, and the way out; empty where nobody has to be."""
    if not is_required():
        return ""
    name = next((str(st.user[key]) for key in ("name", "email") if st.user.get(key)), "a reader without a name")
    return f'<p class="g-foot">Signed in as {escape(name)} · <a href="./auth/logout">Sign out</a></p>'
