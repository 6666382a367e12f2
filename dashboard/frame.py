"""The script of every page: the selection from the address, pages, filters, the view, the data's date and release."""

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).absolute().parent
if str(ROOT.parent) not in sys.path:
    sys.path.insert(0, str(ROOT.parent))

import streamlit as st  # noqa: E402 - only this folder is on the path; `import dashboard` needs its parent

from dashboard.bar.notices import notices  # noqa: E402
from dashboard.bar.pages import foot, pages  # noqa: E402
from dashboard.catalogue import Catalogue  # noqa: E402
from dashboard.components import bridge, style  # noqa: E402
from dashboard.components.failed import failed  # noqa: E402
from dashboard.components.markup import markup  # noqa: E402
from dashboard.components.rail import rail  # noqa: E402
from dashboard.components.signing import asks_first, signed  # noqa: E402
from dashboard.components.unready import unready  # noqa: E402
from dashboard.database import Database, DatabaseError, location, shared, steady  # noqa: E402
from dashboard.desk import PATCH, Desk  # noqa: E402
from dashboard.exhibits.headline import named  # noqa: E402
from dashboard.exhibits.rows import left_out  # noqa: E402
from dashboard.figures.theme import Theme, theme  # noqa: E402
from dashboard.queries.catalogue import catalogue as catalogue_of  # noqa: E402
from dashboard.selection import KEYS, Selection  # noqa: E402
from dashboard.turns import turn  # noqa: E402
from dashboard.uses import unused  # noqa: E402
from dashboard.views.country import country  # noqa: E402
from dashboard.views.data import data  # noqa: E402
from dashboard.views.event import event  # noqa: E402
from dashboard.views.network import network  # noqa: E402
from dashboard.views.overview import overview  # noqa: E402
from dashboard.views.pledges import pledges  # noqa: E402
from dashboard.views.speaker import speaker  # noqa: E402
from dashboard.views.statements import statements  # noqa: E402
from dashboard.views.timeline import timeline  # noqa: E402

VIEWS: dict[str, Callable[[Desk], None]] = {
    "overview": overview,
    "timeline": timeline,
    "pledges": pledges,
    "network": network,
    "statements": statements,
    "country": country,
    "speaker": speaker,
    "event": event,
    "data": data,
}
TITLES = {"country": "Countries", "speaker": "Speakers", "event": "Events"}
WRITTEN, NOTICES = "address_written", "address_notices"


def page_of(name: str) -> st.Page:
    """A page for the navigation; what it shows is drawn by this script, once the selection is known."""
    title = TITLES.get(name, name.capitalize())
    return st.Page(partial(nothing_yet), title=title, url_path=name, default=name == "overview")


def nothing_yet() -> None:
    """Pages are drawn by `show`."""


def address() -> dict[str, list[str]]:
    """The keys of the address that are ours, each with all its values."""
    return {key: st.query_params.get_all(key) for key in st.query_params}


def select(page: str, catalogue: Catalogue) -> Selection:
    """The selection of this run: the address, then what a click on a chart changed, written back."""
    pairs = address()
    selection, found = Selection.from_query(page, pairs, catalogue)
    patch = st.session_state.pop(PATCH, {})
    if patch or st.session_state.get(WRITTEN) != [page, pairs]:
        st.session_state[NOTICES] = [] if patch else list(found)
    selection = replace(selection, **patch).canonical(catalogue)
    write(page, selection, catalogue)
    return selection


def write(page: str, selection: Selection, catalogue: Catalogue) -> None:
    """Put the selection into the address, beside keys that aren't the selection's."""
    pairs, names = address(), {key.name for key in KEYS}
    carried = {name: texts for name, texts in pairs.items() if name in ("present",)}
    wanted = selection.to_query(catalogue) | {name: texts for name, texts in carried.items() if name not in names}
    if wanted != pairs:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = [page, wanted]


def show(page: str, titles: dict[str, str], db: Database, shade: Theme) -> None:
    """Everything on screen, from the selection down."""
    catalogue = catalogue_of(db)
    selection = select(page, catalogue)
    st.set_page_config(page_title=f"{named(db, selection, catalogue)} · Guarantees")
    desk = Desk(db, catalogue, selection, shade, bridge.width())
    rail(desk)
    # Behind the filters: the browser measures what they leave.
    bridge.bridge(page, shade.name)
    told = [*st.session_state.get(NOTICES, []), *left_out(selection, catalogue), *unused(selection)]
    markup(pages(selection, catalogue, titles) + notices(told))
    VIEWS[page](desk)
    markup(foot(catalogue) + signed())
    for draw in desk.later:
        draw()


registered = {name: page_of(name) for name in VIEWS}
current = st.navigation(list(registered.values()), position="hidden")
here = current.url_path or "overview"
headed = "Guarantees" if here == "overview" else f"{current.title} · Guarantees"
st.set_page_config(page_title=headed, layout="wide", initial_sidebar_state="auto")
bridge.arrive(here, registered)
shade = theme(st.context.theme.type or "light")
style.style(shade)
if asks_first():
    st.stop()
titled = {name: page.title for name, page in registered.items()}
db = shared(location())
try:
    with turn(), steady():
        show(here, titled, db, shade)
except DatabaseError as error:
    unready(error, db)
except Exception as error:  # whatever it is, the reader gets a word and the log the details
    failed(error, here, titled)
