"""The server: the app's script, our routes, our middleware. `python -m streamlit run dashboard/app.py` serves it."""

import sys
from pathlib import Path

ROOT = Path(__file__).absolute().parent
sys.path[:] = [str(ROOT.parent), *(place for place in sys.path if place not in (str(ROOT), str(ROOT.parent)))]

import streamlit as st  # noqa: E402 - Streamlit puts only this folder on the path; `import dashboard` needs its parent

from dashboard import log  # noqa: E402
from dashboard.components.failed import failed_act  # noqa: E402
from dashboard.database import location, shared  # noqa: E402
from dashboard.edge import middleware, ready  # noqa: E402
from dashboard.guard import WrongSetting  # noqa: E402
from dashboard.routes import routes  # noqa: E402

log.start()
try:
    layers = middleware()
except WrongSetting as wrong:
    sys.exit(f"Guarantees: {wrong}")

app = st.App(
    "frame.py",
    routes=routes(shared(location())),
    middleware=layers,
    lifespan=ready,
    on_script_error=failed_act,
)
