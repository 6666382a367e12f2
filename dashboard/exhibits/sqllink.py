"""The way from a number to its rows: the SQL page with the statement that asks for them."""

from urllib.parse import urlencode


def rows_of(sql: str) -> str:
    """The address, from the server's root: the same on a page of the app and on a published one."""
    return f"/sql?{urlencode({'q': sql})}"
