"""A view as a Jupyter notebook: loads the release, asks it the view's question, shows the rows, draws them anew."""

import datetime as dt
import json
import re
from html import escape
from typing import Any

from dashboard.choices import LABELS
from dashboard.endings.recipes import drawing
from dashboard.endings.script import table_of
from dashboard.endings.shown import Shown

MARKED = re.compile(r"[\\*_\[\]$~|]")  # what Markdown and its formulas are made of
ENTITY = re.compile(r"&(?=#?\w+;)")  # Markdown shows "&" as it is, but where it begins the name of a sign
LOAD = """\
from pathlib import Path
from urllib.request import urlretrieve
from zipfile import ZipFile

import duckdb
import plotly.express as px

archive = Path({archive})
if not archive.exists():
    urlretrieve({server} + archive.name, archive)
database = Path(archive.stem, "guarantees.duckdb")
if not database.exists():
    ZipFile(archive).extract(database.name, archive.stem)
db = duckdb.connect(str(database), read_only=True)"""
DOZEN = 12
KERNEL = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def as_notebook(shown: Shown) -> bytes:
    """The notebook, by nbformat 4.5."""
    sql = table_of(shown.exhibit)
    cells = [markdown("about", said(shown, sql)), *code_cells(shown, sql)]
    told = {
        "cells": cells,
        "metadata": {**KERNEL, "language_info": {"name": "python"}, "title": shown.exhibit.title},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def said(shown: Shown, sql: str) -> str:
    """The words before the code; `sql` is the view's question, empty where no one statement gives its rows."""
    exhibit = shown.exhibit
    folded = f"Its question to the release is {len(sql.splitlines())} lines of SQL, folded in a cell of its own."
    lines = (
        f"# {plain(exhibit.title)}",
        f"{plain(exhibit.sentence)}.",
        plain(exhibit.reading),
        f"Needs `duckdb`, `pandas` and `plotly`, and beside it the release, `{archive(shown)}`: it is fetched from the"
        " server where it isn't there.",
        f"The rows loaded are the {len(exhibit.table)} of the view's table, as its CSV has them.",
        folded if is_long(sql) else "",
        f"Address: `{shown.address}`",
        f"Cite as: {plain(shown.citation)}",
    )
    return "\n\n".join(line for line in lines if line.strip("."))


def code_cells(shown: Shown, sql: str) -> list[dict[str, Any]]:
    """The cells that run: load, ask, draw."""
    load = LOAD.format(archive=repr(archive(shown)), server=repr(f"{shown.server}/release/"))
    ask = "rows = db.execute(sql).df()\nrows"
    asked = [question(sql), code("rows", ask)] if sql else [code("rows", loading(shown))]
    drawn = drawing([str(name) for name in shown.exhibit.table], settings(shown), days(shown))
    look = f'fig.update_layout(template="plotly_white", title={escape(shown.exhibit.title, quote=False)!r})\nfig'
    return [code("load", load), *asked, *([code("chart", f"{drawn}\n{look}")] if drawn else [])]


def question(sql: str) -> dict[str, Any]:
    """The statement in a cell of its own, folded where it is long."""
    is_quotable = '"""' not in sql and "\\" not in sql
    cell = code("question", f'sql = """\n{sql}"""' if is_quotable else f"sql = {sql!r}")
    return cell | {"metadata": {"jupyter": {"source_hidden": True}}} if is_long(sql) else cell


def is_long(sql: str) -> bool:
    """Whether a statement takes more than the dozen lines that a notebook is read in."""
    return sql.count("\n") > DOZEN


def settings(shown: Shown) -> dict[str, str]:
    """The view's shape and what its page is set to."""
    selection = shown.selection
    return {"shape": selection.shape_shown(), **{name: selection.option(name) for name in LABELS}}


def days(shown: Shown) -> tuple[dt.date, dt.date, dt.date]:
    """The last day of the window, the earlier and the later of two that are compared."""
    selection, catalogue = shown.selection, shown.catalogue
    return selection.window(catalogue)[1], selection.earlier_day(catalogue), selection.day(catalogue)


def archive(shown: Shown) -> str:
    """The name of the release's archive."""
    return f"guarantees-{shown.release['release']}.zip"


def loading(shown: Shown) -> str:
    """The code that reads the rows as the page's CSV gives them: from a file beside the notebook, else the server."""
    name, path = f"{shown.stem}.csv", f"/api/{shown.path.removeprefix('/').replace('?', '.csv?', 1)}"
    fetch = f"if not table.exists():\n    urlretrieve({shown.server + path!r}, table)"
    return f"import pandas as pd\n\ntable = Path({name!r})\n{fetch}\nrows = pd.read_csv(table)\nrows"


def plain(words: str) -> str:
    """Words as Markdown shows them."""
    shown = ENTITY.sub("&amp;", words).replace("<", "&lt;").replace(">", "&gt;")
    return MARKED.sub(r"\\\g<0>", shown).replace("`", "'")


def markdown(name: str, words: str) -> dict[str, Any]:
    """A cell of text."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": words.splitlines(keepends=True)}


def code(name: str, lines: str) -> dict[str, Any]:
    """A cell of code that hasn't run yet."""
    told: dict[str, Any] = {"cell_type": "code", "id": name, "metadata": {}, "execution_count": None, "outputs": []}
    return {**told, "source": lines.splitlines(keepends=True)}
