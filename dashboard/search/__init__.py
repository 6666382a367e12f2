"""Ranked full-text search among what was said. In memory, offline; no Streamlit, no SQL."""

from dashboard.search.index import FIELDS, Found, Index

__all__ = ["FIELDS", "Found", "Index"]
