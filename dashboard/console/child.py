"""The process of one query: it fences itself in, opens the release, reads the statement, answers, and is gone.

Started by `dashboard.console.engine` as `python -I`; its input is one JSON document, its output one line that says
what follows, and a JSON document.
"""

import gzip
import json
import os
import sys
import time
from typing import Any

import duckdb

from dashboard.console.explain import Names, explained, no_table_function, placed, position, signature
from dashboard.console.fence import fence, start
from dashboard.console.judge import Closed, closed
from dashboard.console.limits import LIMITS, MB, Limits
from dashboard.console.release import connect
from dashboard.console.rows import Written
from dashboard.console.unopened import ONE, unopened

BATCH = 200
Told = dict[str, Any]
LISTED = "What can be asked is listed beside the editor; duckdb_columns() describes it, too."
TREE = "select json_serialize_sql($sql, skip_default := true, skip_empty := true, skip_null := true)"
COLUMNS = "select table_name, list(column_name) from duckdb_columns() where database_name = 'guarantees' group by all"
MACROS = "select distinct function_name from duckdb_functions() where database_name = 'guarantees' order by all"
INTERNAL = """
select view_name from duckdb_views() where internal
union select function_name from duckdb_functions() where internal and function_type in ('table', 'table_macro')
"""


class Refused(Exception):  # noqa: N818 – named for what is the case
    """A statement that isn't answered; the parts of the answer are its first argument."""


def main() -> None:
    """Answer the one query that stands on the standard input."""
    start(LIMITS)
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        connection = connect(asked["path"], LIMITS)
        names, internal = names_of(connection)
        fence(LIMITS)
    except (duckdb.Error, OSError):
        answer("unready", b"{}", False)
        return
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        answer("done", result(connection, asked["sql"], names, internal, LIMITS), bool(asked["gzip"]))
    except Refused as refused:
        answer("refused", json.dumps(refused.args[0]).encode(), False)
    except (MemoryError, duckdb.OutOfMemoryException):
        answer("memory", b"{}", False)
    except duckdb.Error as error:
        answer("refused", json.dumps(explained(str(error), asked["sql"], names)).encode(), False)


def names_of(connection: duckdb.DuckDBPyConnection) -> tuple[Names, set[str]]:
    """What may be asked, for hints; and the views and table functions that come with DuckDB."""
    tables = {str(table): columns for table, columns in connection.execute(COLUMNS).fetchall()}
    macros = {str(name): called(connection, str(name)) for (name,) in connection.execute(MACROS).fetchall()}
    return Names(tables, macros), {str(name).casefold() for (name,) in connection.execute(INTERNAL).fetchall()}


def called(connection: duckdb.DuckDBPyConnection, macro: str) -> str:
    """How a macro is written, defaults included: only DuckDB's refusal of a parameter that it hasn't says so."""
    try:
        connection.execute(f'from "{macro}"(no_such_parameter := 1)')
    except duckdb.Error as error:
        return signature(str(error), macro)
    return f"{macro}()"


def result(connection: duckdb.DuckDBPyConnection, sql: str, names: Names, internal: set[str], limits: Limits) -> bytes:
    """The answer of a statement as JSON; raises Refused or an error of DuckDB's."""
    judged(connection, sql, names, internal)
    began = time.perf_counter()
    connection.execute(sql)
    described = connection.description or []
    types = [str(column[1]) for column in described]
    if any("TIME ZONE" in one for one in types):
        raise Refused({"error": "A moment with a time zone can't be shown.", "hint": "Add ::timestamp behind it."})
    written = Written(limits.output, limits.cell)
    is_longer = read(connection, written, limits.rows)
    told: Told = {"columns": [str(column[0]) for column in described], "types": types, "truncated": is_longer}
    told["note"] = remark(is_longer, written, limits)
    told["milliseconds"] = round(1000 * (time.perf_counter() - began), 1)
    head = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return head[:-1] + b', "rows": ' + written.joined() + b"}"


def judged(connection: duckdb.DuckDBPyConnection, sql: str, names: Names, internal: set[str]) -> None:
    """Raise Refused unless it is one statement that reads and asks for nothing about the server."""
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        raise Refused({"error": "There is no statement." if not statements else "These are several.", "hint": ONE})
    kind = kind_of(statements[0])
    if kind == "multi":
        raise Refused({"error": "A pivot must name its values here.", "hint": "pivot … on status in ('signed', …)"})
    if kind != "select":
        error, hint = unopened(statements[0].query, kind)
        raise Refused({"error": error, "hint": hint})
    found = connection.execute(TREE, {"sql": sql}).fetchone()
    tree = json.loads(found[0]) if found else {}
    if tree.get("error"):
        raise Refused({"error": "This form of statement isn't open here.", "hint": ONE})
    refused = closed(tree, set(names.macros), internal)
    if refused:
        raise Refused(placed(in_words(refused, names, internal), position(refused.place, sql), sql))


def kind_of(statement: duckdb.Statement) -> str:
    """What DuckDB calls a statement; empty where this Python knows no word for it."""
    try:
        return str(statement.type).rpartition(".")[2].replace("_", " ").lower()
    except ValueError:
        return ""


def in_words(refused: Closed, names: Names, internal: set[str]) -> Told:
    """Why something isn't open: because there is no such thing, or because it would tell of the server."""
    error, hint = f"“{refused.name}” isn't open here.", LISTED
    if refused.is_table_function and refused.name.casefold() not in internal:
        error, hint = no_table_function(refused.name, names)
    return {"error": error, "hint": hint}


def read(connection: duckdb.DuckDBPyConnection, written: Written, most: int) -> bool:
    """Take rows until there are no more, or enough; says whether there were more."""
    while batch := connection.fetchmany(BATCH):
        for row in batch:
            if len(written.rows) >= most or not written.add(row):
                return True
    return False


def remark(is_longer: bool, written: Written, limits: Limits) -> str:
    """What to tell a reader of an answer that isn't whole; empty where it is."""
    bound = f"; {limits.output // MB} MB is the most that is sent" if written.is_full else ""
    longer = f"These are the first {len(written.rows):,} rows, the answer goes on{bound}."
    shorter = f"Texts longer than {limits.cell:,} characters end in “…”."
    return " ".join(([longer] if is_longer else []) + ([shorter] if written.is_shortened else []))


def answer(kind: str, body: bytes, is_packed: bool) -> None:
    """Write the line that says what follows, and what follows."""
    sent = gzip.compress(body, 1) if is_packed else body
    sys.stdout.buffer.write((kind + " packed" * is_packed).encode() + b"\n" + sent)
    sys.stdout.buffer.flush()
    os._exit(0)
