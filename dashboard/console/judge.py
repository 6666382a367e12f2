"""Which statements are let through: one that reads, from tables and functions that tell of the data alone.

DuckDB itself refuses to write, to reach files or the network, to change settings. What it would still tell is about
itself: where its files lie and how it is set up. The statement's own tree shows whether it asks for that.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

TABLE_FUNCTIONS = {
    *("unnest", "range", "generate_series", "repeat", "repeat_row", "json_each", "json_tree", "summary"),
    *("duckdb_tables", "duckdb_columns", "duckdb_views", "duckdb_functions", "duckdb_constraints"),
}
CATALOGUE = {"duckdb_tables", "duckdb_columns", "duckdb_views", "duckdb_constraints"}
SCHEMAS = {"main", "guarantees", "information_schema"}
CLOSED_FUNCTIONS = {
    *("current_setting", "getenv", "getvariable", "set_config", "write_log", "sleep_ms", "pg_sleep", "nextval"),
    *("currval", "setval", "parse_duckdb_log_message", "json_serialize_plan", "stats", "pg_conf_load_time"),
    *("inet_server_addr", "inet_server_port", "inet_client_addr", "inet_client_port", "current_query_id"),
    *("current_connection_id", "pg_postmaster_start_time", "getenv_or_null", "json_deserialize_sql"),
}
SHOWN = {"tables", "__show_tables_expanded"}
Tree = Mapping[str, Any]


@dataclass(frozen=True)
class Closed:
    """Something that isn't open here: how it is written, whether it is a function in from, and where it stands."""

    name: str
    is_table_function: bool
    place: int | None


def closed(tree: Tree, macros: set[str], internal: set[str]) -> Closed | None:
    """The first thing in a statement that isn't open, or None.

    `macros` are the release's own table functions, `internal` the views that come with DuckDB.
    """
    for node in nodes(tree):
        name = closed_name(node, macros, internal)
        if name:
            return Closed(name, node.get("type") == "TABLE_FUNCTION", node.get("query_location"))
    return None


def closed_name(node: Tree, macros: set[str], internal: set[str]) -> str:
    """The name by which a node asks for what isn't open; empty for any other."""
    kind, path = node.get("type"), [step.casefold() for step in path_of(node)]
    if kind == "TABLE_FUNCTION":
        function = path_of(node["function"])
        return "" if function[-1].casefold() in TABLE_FUNCTIONS | macros else ".".join(function)
    if kind == "BASE_TABLE":
        return "" if is_open(path, internal) else ".".join(path_of(node))
    if kind == "SHOW_REF" and node.get("show_type") == "SHOW_SPECIAL":
        shown = path[-1].strip('"')
        return "" if shown in SHOWN else f"show {shown}"
    return path[-1] if node.get("class") == "FUNCTION" and path and path[-1] in CLOSED_FUNCTIONS else ""


def is_open(path: list[str], internal: set[str]) -> bool:
    """Whether a table may be read: the release's, those of the statement itself, the standard's description."""
    *schemas, table = path
    if not set(schemas) <= SCHEMAS:
        return False
    return "information_schema" in schemas or table not in internal - CATALOGUE


def path_of(node: Tree) -> list[str]:
    """The name of a table or function, with what stands before its dots."""
    named = node.get("qualified_name") or {}
    return [str(step) for step in named.get("path") or []]


def nodes(tree: Tree) -> Iterator[Tree]:
    """Every node of a statement's tree that is a mapping, itself included."""
    waiting: list[Any] = [tree]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
