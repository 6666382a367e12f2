"""Addresses of our own style sheet and script; another content has another address, so each may be kept for ever."""

from functools import cache

from dashboard.packing import OURS, STREAMLIT, digest


@cache
def versioned(name: str) -> str:
    """The address of a static file below the server's root, such as ``app/static/v1/published.css?v=…``."""
    return f"app/static/v1/{name}?v={digest((OURS / 'v1' / name).read_bytes())[:10]}"


@cache
def symbols() -> str:
    """The address of the whole typeface, which comes with Streamlit: for arrows and other signs beyond Latin."""
    found = next((STREAMLIT / "static" / "media").glob("SourceSansVF-Upright.*.woff2"))
    return found.relative_to(STREAMLIT).as_posix()
