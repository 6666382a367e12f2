"""Text tables in, one DuckDB file out. Knows nothing of dashboards."""
