"""Which statements are let through: one that reads, from tables and functions that tell of the data alone.

DuckDB itself refuses to write, to reach files or the network, to change settings. What it would still tell is about
itself: where its files lie and how it is set up. The statement's own tree shows whether it asks for that.
"""

from collections.abc import Iterator, Mapping
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


def closed(tree: Tree, macros: set[str], internal: set[str]) -> str | None:
    """The first name in the statement that isn't open here, or None.

    `macros` are the release's own table functions, `internal` the views that come with DuckDB.
    """
    for node in nodes(tree):
        kind, path = node.get("type"), [str(step).casefold() for step in path_of(node)]
        if kind == "TABLE_FUNCTION":
            function = node["function"]
            if path_of(function)[-1].casefold() not in TABLE_FUNCTIONS | macros:
                return ".".join(path_of(function)) + "()"
        elif kind == "BASE_TABLE" and not is_open(path, internal):
            return ".".join(path_of(node))
        elif kind == "SHOW_REF" and node.get("show_type") == "SHOW_SPECIAL" and path[-1].strip('"') not in SHOWN:
            return "show " + path[-1].strip('"')
        elif node.get("class") == "FUNCTION" and path and path[-1] in CLOSED_FUNCTIONS:
            return path[-1] + "()"
    return None


def is_open(path: list[str], internal: set[str]) -> bool:
    """Whether a table may be read: the release's, those of the statement itself, the standard's description."""
    *schemas, table = path
    if not set(schemas) <= SCHEMAS:
        return False
    return "information_schema" in schemas or table not in internal - CATALOGUE


def path_of(node: Tree) -> list[str]:
    """The name of a table or function, with what stands before its dots."""
    named = node.get("qualified_name") or {}
    return list(named.get("path") or [])


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
