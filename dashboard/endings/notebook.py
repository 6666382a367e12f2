"""A view as a Jupyter notebook: loads the release, asks it the view's question, shows the rows, draws them anew."""

import json
from collections.abc import Sequence
from html import escape
from typing import Any

import pandas as pd

from dashboard.database import Asked
from dashboard.endings.recipes import drawing
from dashboard.endings.script import script
from dashboard.endings.shown import Shown

KEYS = ("pledge_id", "item_id", "statement_id", "event_id", "speaker_id", "actor_id")
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
        f"Address: {plain(shown.address)}",
        f"Cite as: {plain(shown.citation)}",
    )
    return "\n\n".join(line for line in lines if line.strip("."))


def code_cells(shown: Shown) -> list[dict[str, Any]]:
    """The cells that run: load, ask, draw."""
    load = LOAD.format(release=repr(str(shown.release["release"])), server=repr(shown.server))
    cells = [code("load", load)]
    asked = chief(shown.exhibit.table, shown.exhibit.asked)
    if asked is None:
        return cells
    cells.append(code("rows", f"{asking(asked)}{narrowing(shown.exhibit.table, asked.frame)}\nrows"))
    drawn = drawing([str(name) for name in asked.frame.columns])
    look = f'fig.update_layout(template="plotly_white", title={shown.exhibit.title!r})'
    return [*cells, code("chart", f"{drawn}\n{look}\nfig")] if drawn else cells


def chief(table: pd.DataFrame, asked: Sequence[Asked]) -> Asked | None:
    """The statement whose rows are the table's: the one with most of its columns, then most of its rows."""
    return max(asked, key=lambda one: (len(set(one.frame) & set(table)), len(one.frame)), default=None)


def asking(asked: Asked) -> str:
    """The code that runs a statement."""
    sql = script([asked])
    is_quotable = '"""' not in sql and "\\" not in sql
    return f'rows = db.execute("""\n{sql}""").df()' if is_quotable else f"rows = db.execute({sql!r}).df()"


def narrowing(table: pd.DataFrame, rows: pd.DataFrame) -> str:
    """The code that keeps the rows shown, where settings of the page leave some out."""
    key = next((name for name in KEYS if name in table and name in rows and table[name].notna().all()), None)
    if key is None or len(rows) <= len(table):
        return ""
    return f"\nrows = rows[rows[{key!r}].isin({[str(value) for value in table[key]]!r})]"


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
