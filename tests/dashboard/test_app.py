"""The server file makes one app: the script, our routes and our layers."""

import runpy
from pathlib import Path

import streamlit as st

APP = Path(__file__).resolve().parent.parent.parent / "dashboard" / "app.py"


def test_the_server_file_makes_the_app() -> None:
    app = runpy.run_path(str(APP))["app"]
    assert isinstance(app, st.App)
    assert app.script_path == Path("frame.py")
    assert (APP.parent / app.script_path).is_file()
