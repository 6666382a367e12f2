"""A view as a Jupyter notebook: loads the release, asks it the view's question, shows the rows, draws them anew."""

import json
from html import escape
from typing import Any

from dashboard.database import Asked
from dashboard.endings.origin import Origin, origin
from dashboard.endings.recipes import drawing
from dashboard.endings.script import script
from dashboard.endings.shown import Shown

READ = ("country", "event", "speaker", "data")  # pages that are read, put together from many questions
LOAD = '''\
from pathlib import Path
from urllib.request import urlretrieve
from zipfile import ZipFile

import duckdb
import plotly.express as px

RELEASE, SERVER = {release}, {server}
database, archive = Path("guarantees.duckdb"), Path(f"guarantees-{{RELEASE}}.zip")
if not database.exists():
    if not archive.exists():
        urlretrieve(f"{{SERVER}}/release/{{archive}}", archive)
    ZipFile(archive).extract(database.name)
db = duckdb.connect(str(database), read_only=True)
found = db.execute("select release from release").fetchone()[0]
assert found == RELEASE, f"This notebook was made with release {{RELEASE}}; the database holds {{found}}."'''
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def as_notebook(shown: Shown) -> bytes:
    """The notebook, by nbformat 4.5."""
    cells = [markdown("about", said(shown)), *code_cells(shown)]
    told = {
        "cells": cells,
        "metadata": {**KERNEL, "language_info": {"name": "python"}, "title": shown.exhibit.title},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def said(shown: Shown) -> str:
    """The words before the code."""
    exhibit = shown.exhibit
    lines = (
        f"# {plain(exhibit.title)}",
        f"{plain(exhibit.sentence)}.",
        plain(exhibit.reading),
        f"Needs `duckdb`, `pandas` and `plotly`. The database is read from this folder, or from the release's archive:"
        f" `guarantees-{shown.release['release']}.zip`.",
        made_of(shown, origin(exhibit)),
        f"Address: {plain(shown.address)}",
        f"Cite as: {plain(shown.citation)}",
    )
    return "\n\n".join(line for line in lines if line.strip("."))


def code_cells(shown: Shown) -> list[dict[str, Any]]:
    """The cells that run: load, ask, draw."""
    load = LOAD.format(release=repr(str(shown.release["release"])), server=repr(shown.server))
    cells = [code("load", load)]
    found = origin(shown.exhibit)
    if found is None:
        return cells
    is_loaded_there = is_loaded(shown, found)
    asked = loading(shown) if is_loaded_there else "\n".join(filter(None, (asking(found.asked), found.narrowing)))
    cells.append(code("rows", f"{asked}\nrows"))
    drawn = drawing([str(name) for name in (shown.exhibit.table if is_loaded_there else found.asked.frame)])
    look = f'fig.update_layout(template="plotly_white", title={shown.exhibit.title!r})'
    return [*cells, code("chart", f"{drawn}\n{look}\nfig")] if drawn else cells


def asking(asked: Asked) -> str:
    """The code that runs a statement."""
    sql = script([asked])
    is_quotable = '"""' not in sql and "\\" not in sql
    return f'rows = db.execute("""\n{sql}""").df()' if is_quotable else f"rows = db.execute({sql!r}).df()"


def loading(shown: Shown) -> str:
    """The code that reads the rows as the page's CSV gives them: from a file beside the notebook, else the server."""
    name, path = f"{shown.stem}.csv", f"/api/{shown.path.removeprefix('/').replace('?', '.csv?', 1)}"
    fetch = f"if not table.exists():\n    urlretrieve(SERVER + {path!r}, table)"
    return f"import pandas as pd\n\ntable = Path({name!r})\n{fetch}\nrows = pd.read_csv(table)"


def made_of(shown: Shown, found: Origin | None) -> str:
    """Says which rows the notebook loads, where they might be taken for others."""
    if found is None:
        return ""
    if is_loaded(shown, found):
        return (
            f"The {found.shown} rows of this page are put together from {len(shown.exhibit.asked)} statements (its SQL"
            f" has them all), so the notebook loads them as CSV: from {plain(shown.stem)}.csv in this folder, else from"
            " the server."
        )
    if found.is_alone:
        return f"The rows loaded are the {found.shown} shown."
    return (
        f"The {len(found.asked.frame)} rows loaded are those that the {found.shown} shown on the page are worked out"
        " from in Python; the CSV has these."
    )


def is_loaded(shown: Shown, found: Origin) -> bool:
    """Whether the rows are read from the CSV, for no statement gives them."""
    return not found.is_alone and shown.exhibit.subject in READ


def plain(words: str) -> str:
    """Words as Markdown shows them."""
    return escape(words, quote=False).replace("*", r"\*").replace("_", r"\_").replace("`", "'")


def markdown(name: str, words: str) -> dict[str, Any]:
    """A cell of text."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": words.splitlines(keepends=True)}


def code(name: str, lines: str) -> dict[str, Any]:
    """A cell of code that hasn't run yet."""
    told: dict[str, Any] = {"cell_type": "code", "id": name, "metadata": {}, "execution_count": None, "outputs": []}
    return {**told, "source": lines.splitlines(keepends=True)}
