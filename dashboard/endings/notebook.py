"""A view as a Jupyter notebook: loads the release, asks it the view's question, shows the rows, draws them anew."""

import json
import re
from html import escape
from typing import Any

from dashboard.endings.origin import Origin, origin
from dashboard.endings.recipes import drawing
from dashboard.endings.script import parameters
from dashboard.endings.shown import Shown

MARKED = re.compile(r"[\\*_\[\]$~|]")  # what Markdown and its formulas are made of
ENTITY = re.compile(r"&(?=#?\w+;)")  # Markdown shows "&" as it is, but where it begins the name of a sign
READ = ("country", "event", "speaker", "data")  # pages that are read, put together from many questions
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
        f"Needs `duckdb`, `pandas` and `plotly`, and beside it the release, `{archive(shown)}`: it is fetched from the"
        " server where it isn't there.",
        made_of(shown, origin(exhibit)),
        f"Address: `{shown.address}`",
        f"Cite as: {plain(shown.citation)}",
    )
    return "\n\n".join(line for line in lines if line.strip("."))


def code_cells(shown: Shown) -> list[dict[str, Any]]:
    """The cells that run: load, ask, draw."""
    load = LOAD.format(archive=repr(archive(shown)), server=repr(f"{shown.server}/release/"))
    cells = [code("load", load)]
    found = origin(shown.exhibit)
    if found is None:
        return cells
    is_loaded_there = is_loaded(shown, found)
    cells += [code("rows", loading(shown))] if is_loaded_there else asking(found)
    drawn = drawing([str(name) for name in (shown.exhibit.table if is_loaded_there else found.asked.frame)])
    look = f'fig.update_layout(template="plotly_white", title={escape(shown.exhibit.title, quote=False)!r})'
    return [*cells, code("chart", f"{drawn}\n{look}")] if drawn else cells


def archive(shown: Shown) -> str:
    """The name of the release's archive."""
    return f"guarantees-{shown.release['release']}.zip"


def asking(found: Origin) -> list[dict[str, Any]]:
    """The statement in a cell of its own, as the page asks it; and what asks it."""
    sql = "\n".join(line for line in found.asked.sql.strip().splitlines() if line.strip())
    is_quotable = '"""' not in sql and "\\" not in sql
    wanted = {name: value for name, value in found.asked.parameters.items() if name in parameters(sql)}
    told = f"rows = db.execute(sql, {wanted!r}).df()"
    days = "import datetime\n\n" if "datetime." in told else ""
    return [
        code("question", f'sql = """\n{sql}\n"""' if is_quotable else f"sql = {sql!r}"),
        code("rows", "\n".join(filter(None, (f"{days}{told}", found.narrowing, "rows")))),
    ]


def loading(shown: Shown) -> str:
    """The code that reads the rows as the page's CSV gives them: from a file beside the notebook, else the server."""
    name, path = f"{shown.stem}.csv", f"/api/{shown.path.removeprefix('/').replace('?', '.csv?', 1)}"
    fetch = f"if not table.exists():\n    urlretrieve({shown.server + path!r}, table)"
    return f"import pandas as pd\n\ntable = Path({name!r})\n{fetch}\nrows = pd.read_csv(table)\nrows"


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
    shown = ENTITY.sub("&amp;", words).replace("<", "&lt;").replace(">", "&gt;")
    return MARKED.sub(r"\\\g<0>", shown).replace("`", "'")


def markdown(name: str, words: str) -> dict[str, Any]:
    """A cell of text."""
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": words.splitlines(keepends=True)}


def code(name: str, lines: str) -> dict[str, Any]:
    """A cell of code that hasn't run yet."""
    told: dict[str, Any] = {"cell_type": "code", "id": name, "metadata": {}, "execution_count": None, "outputs": []}
    return {**told, "source": lines.splitlines(keepends=True)}
