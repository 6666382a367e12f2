"""The page of an app without its database: what is missing, which command makes it, and healing by itself."""

import streamlit as st

from dashboard.database import Database, DatabaseError, location

COMMANDS = """\
python -m etl build     # or: make build
"""


def unready(error: DatabaseError) -> None:
    """Say what is wrong and what to run; the page comes back by itself once the build is there."""
    st.title("The data is not built yet", anchor=False)
    st.write(str(error))
    st.write("Build it from the tables in `data/`, in the folder of the project:")
    st.code(COMMANDS, language="shell")
    st.write("The build takes a few seconds. This page opens as soon as it is there.")
    wait()


@st.fragment(run_every="2s")
def wait() -> None:
    """Look again every two seconds; start over when the database answers."""
    try:
        Database(location()).release()
    except DatabaseError:
        return
    st.rerun()
