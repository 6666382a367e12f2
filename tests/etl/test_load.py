"""The database: typed tables, comments, link tables, relations."""

import duckdb


def test_tiny_world_is_built(tiny: duckdb.DuckDBPyConnection) -> None:
    assert tiny.execute("select events, pledges from release").fetchone() == (12, 39)
