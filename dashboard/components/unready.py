"""The page of an app without its database: what is missing, which command makes it, and healing by itself."""

import streamlit as st

from dashboard.database import Database, DatabaseError, DatabaseMissing

COMMANDS = """\
python -m etl build     # or: make build
"""


def unready(error: DatabaseError, db: Database) -> None:
    """Say what is wrong and what to run; the page comes back by itself once the build is there."""
    is_missing = isinstance(error, DatabaseMissing)
    st.title(error.heading, anchor=False)
    st.write(str(error))
    st.write(
        f"{'Build it' if is_missing else 'Build it anew'} from the tables in `data/`, in the folder of the project:"
    )
    st.code(COMMANDS, language="shell")
    st.write("The build takes a few seconds. This page opens as soon as it is there.")
    wait(db)


@st.fragment(run_every="2s")
def wait(db: Database) -> None:
    """Look again every two seconds; start over when the database answers."""
    try:
        db.release()
    except DatabaseError:
        return
    st.rerun()
